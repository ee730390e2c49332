"""Opens a sealed course in real browsers, in every way and from every place.

    python Tests/Reader/run.py [--browsers chromium,firefox] [--only WORD] [--lines]
                                [--program CLEVIO]

The last line is `N passed, M failed`; exit code 1 if any failed. `--lines` names the lines of the
reader's scripts that did not run in Chromium.
"""

import argparse
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Browser")]

import places
import program
import reading
import refusals
import unlocking
from coverage import Coverage
from harness.tools import stop
from scenarios import Run
from tabs import chromium_browser, chromium_tab, firefox_tab

LEAST_COVERAGE = 0.9
PLACES = {"file": places.disk, "http": places.loopback, "https": places.secure_host}


def scenarios(browser: str, run: Run, tab_in) -> None:
    """`tab_in()` gives a tab with an empty storage; each scenario has a folder of its own."""

    def one(name: str, place, body, *arguments) -> None:
        def run_it() -> None:
            with tempfile.TemporaryDirectory(prefix="reader-") as folder:
                root = Path(folder) / "portal"
                root.mkdir()
                with place(root) as address, tab_in() as tab:
                    body(tab, *arguments, address, root)

        run.check(f"{browser} {name}", run_it)

    for place, serve in PLACES.items():
        one(f"{place} strict", serve, reading.check_strictness, place)
        for way in unlocking.WAYS:
            if way == "memory" and place != "https":
                continue  # not offered there, which the other ways assert
            if way == "beside" and place == "https":
                one("https ignores a licence beside the page", serve, refusals.check_beside)
            elif browser == "firefox" and way == "file" and place != "file":
                print(f"notice {browser} {place} file: its automation cannot choose files there")
            else:
                one(f"{place} {way}", serve, unlocking.check_way, way, place)
    one("https forgets", places.secure_host, unlocking.check_forgetting)
    for place, serve in (("file", places.disk), ("http", places.loopback)):
        one(f"{place} takes a second link", serve, unlocking.check_second_link)
        one(f"{place} refuses", serve, refusals.check_licences)
        one(f"{place} reads", serve, reading.check_reading)
        one(f"{place} shows media", serve, reading.check_media)
        one(f"{place} keeps progress", serve, reading.check_progress)
        if run.program:
            one(f"{place} opens what the program sealed", serve, program.check_program, run.program)
    one("http refuses copies", places.loopback, refusals.check_copies)
    one("file misses scripts", places.disk, refusals.check_absence)
    one("http rekeys", places.loopback, refusals.check_epochs)
    one("http follows key lists", places.loopback, refusals.check_key_lists)
    one("http mends", places.loopback, refusals.check_damage)
    one("plain host", places.plain_host, refusals.check_plain_host)
    one("http searches", places.loopback, reading.check_search)
    one("http by keyboard", places.loopback, reading.check_keyboard)
    one("http verifies Ed25519", places.loopback, reading.check_vectors)


def run_chromium(run: Run, coverage: Coverage) -> None:
    from looks import check_looks, check_without_scripts

    with chromium_browser() as browser:

        @contextmanager
        def tab_in():
            with chromium_tab(browser, coverage) as tab:
                yield tab

        scenarios("chromium", run, tab_in)
        run.check("chromium looks", lambda: check_looks(browser, coverage))
        run.check("chromium without scripts", lambda: check_without_scripts(browser))


def run_firefox(run: Run) -> None:
    with firefox_tab() as tab:

        @contextmanager
        def tab_in():
            # Each scenario has another port or file, and with it another storage.
            tab.complaints()
            yield tab
            tab.go("about:blank")

        scenarios("firefox", run, tab_in)


def run_all(browsers: list[str]) -> int:
    """Each browser in a process of its own, at the same time, with the rest of the arguments."""
    rest = [each for each in sys.argv[1:] if each != "--browsers" and "," not in each]
    running = [
        subprocess.Popen([sys.executable, __file__, "--browsers", each, *rest]) for each in browsers
    ]
    try:
        return max(process.wait() for process in running)
    finally:
        for process in running:
            stop(process)


def main() -> int:
    parser = argparse.ArgumentParser(description="Opens a sealed course in real browsers.")
    parser.add_argument("--browsers", default="chromium,firefox")
    parser.add_argument("--only", default="", help="a part of the scenarios' names")
    parser.add_argument("--lines", action="store_true", help="names lines that did not run")
    parser.add_argument("--program", help="the program, to seal a course with it, too")
    arguments = parser.parse_args()
    if "," in arguments.browsers:
        return run_all(arguments.browsers.split(","))
    run, coverage = Run(arguments.only, arguments.program), Coverage()
    if "chromium" in arguments.browsers:
        run_chromium(run, coverage)
        total, covered, missed = coverage.missing()
        print(f"lines  {covered} of {total} of the reader's scripts ran in Chromium")
        if arguments.lines:
            print("\n".join(missed))
        if not arguments.only and covered < LEAST_COVERAGE * total:
            run.failed += 1
            print("FAILED coverage: under 90 %")
    if "firefox" in arguments.browsers:
        run_firefox(run)
    print(f"{run.passed} passed, {run.failed} failed")
    return 1 if run.failed or not run.passed else 0


if __name__ == "__main__":
    sys.exit(main())
