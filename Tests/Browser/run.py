"""Checks a built portal with independent tools and real browsers.

    python Tests/Browser/run.py --portal DIR [--name NAME] [--checks html,links]
                                [--base-path /sub/path/] [--closed-words FILE]

Exit code 1 on any finding. The last line is `N passed, M failed`, counted in checks. Every check
runs in a process of its own, so that one that hangs or dies is a failure and nothing more.
"""

import argparse
import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness.options import Options
from harness.portal import Portal
from harness.report import Report
from harness.tools import stop_group

# The slow ones first, so that two at a time end together.
CHECKS = ("axe", "console", "arrival", "firefox", "search", "html", "servers", "data", "links", "weight")
TIMEOUT = 300
SHOWN_PER_RULE = 6


@dataclass(frozen=True)
class Job:
    """One check of one portal."""

    check: str
    portal: Path
    base_path: str | None = None
    closed_words: Path | None = None


class Runner:
    """Runs jobs in processes of their own; ends whatever is left when it is closed."""

    def __init__(self, timeout: int = TIMEOUT):
        self.timeout = timeout
        self.running: set[subprocess.Popen] = set()
        self.closed = False

    def __enter__(self) -> "Runner":
        self.folder = tempfile.TemporaryDirectory(prefix="clevio-", ignore_cleanup_errors=True)
        return self

    def __exit__(self, *_) -> None:
        self.stop()
        self.folder.cleanup()

    def stop(self) -> None:
        """Ends what is running; nothing starts any more."""
        self.closed = True
        for process in list(self.running):
            stop_group(process, signal.SIGTERM)

    def run(self, job: Job, environment: dict[str, str] | None = None) -> tuple[Report, float]:
        if self.closed:
            raise RuntimeError("the runner is closed")
        start = time.monotonic()
        report = Report()
        with tempfile.TemporaryDirectory(
            dir=self.folder.name, ignore_cleanup_errors=True
        ) as scratch:
            command = [sys.executable, __file__, "--worker", "--portal", str(job.portal),
                       "--checks", job.check, "--scratch", scratch]  # fmt: skip
            if job.base_path:
                command += ["--base-path", job.base_path]
            if job.closed_words:
                command += ["--closed-words", str(job.closed_words)]
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                start_new_session=True, env={**(environment or os.environ), "TMPDIR": scratch},
            )  # fmt: skip
            self.running.add(process)
            try:
                output, errors = process.communicate(timeout=self.timeout)
                report = Report.from_json(json.loads(output))
            except subprocess.TimeoutExpired:
                report.add("-", "timed-out", excerpt=f"after {self.timeout} s")
            except ValueError:
                report = Report()
                last = errors.decode("utf-8", "replace").strip()[-300:]
                report.add("-", "crashed", excerpt=f"exit {process.returncode}: {last}")
            finally:
                stop_group(process, signal.SIGTERM)
                self.running.discard(process)
        report.close()
        return report, time.monotonic() - start


def work(arguments: argparse.Namespace) -> int:
    """The worker's side: one check, its report as JSON."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    output = os.dup(1)
    os.dup2(2, 1)
    portal = Portal(Path(arguments.portal))
    closed_words = Path(arguments.closed_words) if arguments.closed_words else None
    options = Options(base_path_for(portal, arguments.base_path), closed_words,
                      Path(arguments.scratch))  # fmt: skip
    report = examine(arguments.checks, portal, options)
    with os.fdopen(output, "w") as stream:
        json.dump(report.to_json(), stream)
    return 0


def examine(check: str, portal: Portal, options: Options) -> Report:
    """One check in this process; what it cannot do is a finding."""
    report = Report()
    try:
        importlib.import_module(f"checks.{check}").check(portal, options, report)
    except Exception as error:
        report.add("-", "crashed", type(error).__name__, error)
    report.close()
    return report


def base_path_for(portal: Portal, asked: str | None) -> str:
    if asked:
        return "/" + asked.strip("/") + "/"
    return portal.url_path if portal.url_path != "/" else "/sub/path/"


def show(name: str, report: Report, seconds: float) -> None:
    """Prints a check as a person reads it."""
    seen = ", ".join(f"{number} {subject}" for subject, number in report.looked_at.items())
    verdict = "FAILED" if report.findings else "ok"
    print(f"{name:<8} {verdict:<6} {seconds:5.1f} s  {seen or 'nothing looked at'}")
    by_rule = defaultdict(list)
    for finding in report.findings:
        by_rule[finding.rule].append(finding)
    for rule, findings in sorted(by_rule.items()):
        print(f"  {rule} ({len(findings)})")
        for finding in findings[:SHOWN_PER_RULE]:
            print(f"    {finding.page}" + (f"  {finding.selector}" if finding.selector else ""))
            if finding.excerpt:
                print(f"      {finding.excerpt}")
        if len(findings) > SHOWN_PER_RULE:
            print(f"    … and {len(findings) - SHOWN_PER_RULE} more")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(description="Checks a built portal.")
    parser.add_argument("--portal", required=True, help="the folder of the built portal")
    parser.add_argument("--name", help="what to call the portal in the output")
    parser.add_argument("--checks", default=",".join(CHECKS), help="names with commas between")
    parser.add_argument("--base-path", help="the sub-path to serve under")
    parser.add_argument("--closed-words", help="a file of words, one a line, of closed lessons")
    parser.add_argument("--jobs", type=int, default=2, help="checks at the same time")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--scratch", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.worker:
        return work(arguments)
    asked = arguments.checks.split(",")
    unknown = [name for name in asked if name not in CHECKS]
    if unknown:
        parser.error(f"no such check: {', '.join(unknown)}; there are {', '.join(CHECKS)}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    print(f"Portal {arguments.name or arguments.portal}")
    closed_words = Path(arguments.closed_words).resolve() if arguments.closed_words else None
    jobs = [Job(name, Path(arguments.portal).resolve(), arguments.base_path, closed_words)
            for name in CHECKS if name in asked]  # fmt: skip
    failed = 0
    with Runner() as runner, ThreadPoolExecutor(arguments.jobs) as pool:
        waiting = {pool.submit(runner.run, job): job for job in jobs}
        try:
            for done in as_completed(waiting):
                report, seconds = done.result()
                show(waiting[done].check, report, seconds)
                failed += bool(report.findings)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            runner.stop()
            raise
    print(f"{len(jobs) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
