"""Has `clevio check --browser` visit portals that break one rule each, and browsers that fail.

    python Tests/Browser/visiting.py --clevio PROGRAM

Exit code 1 on any failure. The last line is `N passed, M failed`.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from consent import school
from consent.score import Score
from harness.chromium import wait_until
from harness.web import running

ROOT = Path(__file__).resolve().parents[2]
CHOSEN = {name: school.SERVICES[name] for name in ("stats", "ads", "tube")}
LESSON = "courses/birds/01-start/01-songs.md"
ON = "document.addEventListener('clevio:consent', ({ detail }) => { if (detail.type === '%s') { %s } });"


def portal(consent: str = "", services: str = school.services(CHOSEN)) -> dict[str, str]:
    """A small one, because each kind of page costs five visits."""
    files = school.sources(school.HEAD + services + (f"consent: {{{consent}}}\n" if consent else ""))
    del files["courses/birds/01-start/02-nests.md"]
    files["clevio.yml"] = files["clevio.yml"].replace("[en, ar]", "[en]")
    return {path: text for path, text in files.items() if not path.startswith(("courses/paid", "courses/طيور"))}


def script(text: str) -> dict[str, str]:
    return {"theme/js/99-mine.js": text + "\n"}


def without(template: str, line: str) -> dict[str, str]:
    source = (ROOT / f"Themes/default/templates/{template}.mustache").read_text()
    assert line in source
    kept = [each for each in source.splitlines() if line not in each]
    return {f"theme/templates/{template}.mustache": "\n".join(kept) + "\n"}


@dataclass
class Mutant:
    """A portal that breaks one rule, and what its finding must say."""

    name: str
    rule: str
    says: str
    files: dict[str, str]
    file: str = "clevio.yml"


def all_mutants(stranger: str) -> list[Mutant]:
    everywhere = r", and so do \d+ others that were visited"
    services = school.services(CHOSEN).replace("http://stats.test/stats.js", "http://cdn.test/stats.js")
    return [
        Mutant("a call of another host", "net-cold",
               rf'"index.html" asks for "{re.escape(stranger)}x" before any choice, because of "assets/clevio.js:\d+"' + everywhere,
               portal() | script(f"location.assign('{stranger}x?who=me');")),
        Mutant("a call after a while", "net-cold",
               rf'"index.html" asks for "https://evil.test/" before any choice.*' + everywhere,
               portal() | script("setTimeout(() => location.assign('https://evil.test/#a'), 3500);")),
        Mutant("a value", "net-cold",
               r'"index.html" keeps "visits" in the local storage before any choice' + everywhere,
               portal() | script("localStorage.setItem('visits', '1');")),
        Mutant("a value of a visit", "net-cold",
               r'"index.html" keeps "visit" in the session\'s storage before any choice' + everywhere,
               portal() | script("sessionStorage.setItem('visit', '1');")),
        Mutant("a cookie", "net-cold",
               r'"index.html" keeps the cookie "seen" before any choice' + everywhere,
               portal() | script("document.cookie = 'seen=1; Path=/';")),
        Mutant("a database", "net-cold",
               r'"index.html" keeps the database "log" before any choice' + everywhere,
               portal() | script("indexedDB.open('log');")),
        Mutant("a cache", "net-cold",
               r'"index.html" keeps the cache "pages" before any choice' + everywhere,
               portal() | script("caches.open('pages');")),
        Mutant("one page's cookie", "net-cold",
               r'"courses/birds/start/songs.html" keeps the cookie "song" before any choice',
               portal() | script("if (/songs/.test(location)) document.cookie = 'song=1; Path=/';"),
               file=LESSON),
        Mutant("a value of who refuses", "net-reject",
               r'"index.html" keeps "refused" in the local storage after all was refused' + everywhere,
               portal() | script(ON % ("reject", "localStorage.setItem('refused', '1');"))),
        Mutant("no button to refuse", "net-reject",
               r'"index.html" asks for consent, and has no button that can be seen to refuse',
               portal() | without("consent-banner", 'data-clv-action="reject"')),
        Mutant("a cookie of who accepts", "net-accept",
               r'"index.html" keeps the cookie "_gcl_au" after all was accepted, and nothing declares it' + everywhere,
               portal() | script(ON % ("accept", "document.cookie = '_gcl_au=1; Path=/';"))),
        Mutant("a host that is not declared", "net-accept",
               r'"index.html" asks for "http://cdn.test/stats.js" after all was accepted.*' + everywhere,
               portal(services=services)),
        Mutant("a store that is not cleared", "net-withdraw",
               r'"index.html" keeps "stats.1" in the local storage after consent was taken back' + everywhere,
               portal("withdraw: {clear: [cookies, sessionStorage]}")),
        Mutant("no way back", "net-withdraw",
               r'"index.html" has no link to the consent settings that can be seen, .*',
               portal() | script("addEventListener('click', () => document.querySelector('[data-cookie-settings]').remove());")),
        Mutant("a signal that is not heard", "net-gpc",
               r'"index.html" asks for "http://ads.test/ads.js" though the browser sends Global Privacy Control.*' + everywhere,
               portal("gpc: ignore")),
        Mutant("a signal that is not confirmed", "net-gpc",
               r'"index.html" does not say that the signal of the browser .*',
               portal() | without("consent-banner", "clv-signal")),
    ]  # fmt: skip


class Tried:
    """A run of the check, with a folder of its own for temporary files."""

    def __init__(self, clevio: str, folder: Path, *options: str, **variables: str):
        self.temporary = Path(tempfile.mkdtemp(prefix="clevio-visiting-"))
        self.process = subprocess.Popen(
            [clevio, "check", str(folder), "--now", "2026-11-23", *options],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=os.environ | {"TMPDIR": str(self.temporary)} | variables)  # fmt: skip

    def browsers(self) -> list[int]:
        """The processes that have to do with this run's temporary folder."""
        found = []
        for line in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                if str(self.temporary).encode() in line.read_bytes():
                    found.append(int(line.parent.name))
            except OSError:
                pass
        return found

    def end(self, score: Score, name: str, status: int, seconds: int = 240) -> tuple[str, str]:
        output, errors = self.process.communicate(timeout=seconds)
        score.equal(f"{name}: exit code", (self.process.returncode, errors[-300:] if self.process.returncode != status else ""), (status, ""))
        score.equal(f"{name}: temporary files", [path.name for path in self.temporary.iterdir()], [])
        score.expect(f"{name}: processes", wait_until(lambda: not self.browsers(), 10), self.browsers())
        shutil.rmtree(self.temporary)
        return output, errors


class Silent(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_error(404)

    def log_message(self, format, *args) -> None:
        pass


@contextmanager
def stranger():
    """A host beside the portal's, on this machine, which must never be asked."""
    server = ThreadingHTTPServer(("127.0.0.2", 0), Silent)
    server.asked = []
    with running(server):
        yield server


def findings(output: str) -> list[dict]:
    return json.loads(output)["diagnostics"]


def of_net(found: list[dict]) -> list[dict]:
    return [each for each in found if each["id"].startswith("net-")]


def mutants(score: Score, clevio: str, folder: Path) -> None:
    school.write(folder / "whole", portal())
    output, _ = Tried(clevio, folder / "whole", "--browser", "--json").end(score, "whole", 1)
    whole = findings(output)
    score.equal("whole: findings of the browser", of_net(whole), [])
    with stranger() as server:
        every = all_mutants(f"http://127.0.0.2:{server.server_address[1]}/")
        for number, mutant in enumerate(every):
            place = folder / str(number)
            school.write(place, mutant.files)
            output, errors = Tried(clevio, place, "--browser", "--json").end(score, mutant.name, 1)
            score.expect(f"{mutant.name}: reported", bool(output), errors)
            found = of_net(findings(output or '{"diagnostics": []}'))
            score.equal(f"{mutant.name}: rules", [each["id"] for each in found], [mutant.rule])
            for each in found[:1]:
                score.expect(f"{mutant.name}: message", re.fullmatch(mutant.says, each["message"]), each["message"])
                score.equal(f"{mutant.name}: file", each["path"], mutant.file)
        score.equal("no stranger was asked", server.asked, [])
    documented = {path.stem for path in (ROOT / "Sources/CourseChecks/Rules").glob("net-*.md")}
    score.equal("a mutant for each documented rule", {each.rule for each in every}, documented)


def settings(score: Score, clevio: str, folder: Path) -> None:
    mutant = next(each for each in all_mutants("http://x/") if each.name == "a cookie of who accepts")
    school.write(folder, mutant.files)
    sarif, _ = Tried(clevio, folder, "--browser", "--format", "sarif").end(score, "sarif", 1)
    results = [each for each in json.loads(sarif)["runs"][0]["results"] if each["ruleId"] == "net-accept"]
    score.equal("sarif: one result", len(results), 1)
    known = str(folder / "known.yml")
    # The portal has content that nobody declared, which no baseline passes over.
    Tried(clevio, folder, "--browser", "--baseline", known, "--write-baseline", "--quiet").end(score, "baseline", 1)
    written = Path(known).read_text()
    score.expect("baseline: knows it", "_gcl_au" in written)
    score.expect("baseline: keeps a portal safe", "foreign-content" not in written)
    (folder / "clevio.yml").write_text(
        school.CLEVIO + "check: {suppress: [{rule: net-accept, reason: moves soon, expires: 2027-01-01}]}\n")
    output, _ = Tried(clevio, folder, "--browser", "--json").end(score, "suppressed", 1)
    score.equal("suppressed: nothing", of_net(findings(output)), [])
    score.expect("suppressed: used", "check-unused" not in output)
    output, _ = Tried(clevio, folder, "--json").end(score, "no browser", 1)
    score.expect("no browser: not called unused", "check-unused" not in output)


def in_a_folder_of_its_host(score: Score, clevio: str, folder: Path) -> None:
    school.write(folder, portal())
    output, _ = Tried(
        clevio, folder, "--browser", "--json", "--base-url", "https://host.example/a/b/").end(score, "folder of a host", 1)
    score.equal("folder of a host: findings", of_net(findings(output)), [])


def examples(score: Score, clevio: str, folder: Path) -> None:
    shutil.copytree(ROOT / "ExampleCourses", folder / "examples", ignore=shutil.ignore_patterns("public", ".clevio"))
    _, errors = Tried(clevio, folder / "examples", "--browser").end(score, "examples", 0)
    print("examples:", errors.strip())


def failures(score: Score, clevio: str, folder: Path) -> None:
    school.write(folder, portal())
    _, errors = Tried(clevio, folder, "--browser", PATH="/nowhere", CHROMIUM="", CHROME="").end(score, "no browser at all", 74)
    score.expect("no browser at all: says so", "none was found; install it" in errors, errors)
    _, errors = Tried(clevio, folder, "--browser", "--browser-path", "/bin/false").end(score, "no browser but false", 74)
    score.expect("false: says so", "cannot run /bin/false: it ended by itself" in errors, errors)
    Tried(clevio, folder, "--browser-path", "/bin/false").end(score, "a path and no --browser", 64)
    (folder / "clevio.yml").write_text(school.CLEVIO + "prices: [\n")
    _, errors = Tried(clevio, folder, "--browser").end(score, "errors", 1)
    score.expect("errors: says why", "no browser was started" in errors, errors)
    (folder / "clevio.yml").write_text(school.CLEVIO)
    for number, status in ((signal.SIGINT, -2), (signal.SIGTERM, -15)):
        tried = Tried(clevio, folder, "--browser")
        score.expect(f"{number.name}: has begun", wait_until(lambda: len(tried.browsers()) > 2, 60))
        tried.process.send_signal(number)
        tried.end(score, number.name, status)
    tried = Tried(clevio, folder, "--browser")
    wait_until(lambda: len(tried.browsers()) > 2, 60)
    for process in tried.browsers():
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass
    _, errors = tried.end(score, "killed browser", 74)
    score.expect("killed browser: says so", re.search(r"cannot run \S+: it ended by itself", errors), errors)


PARTS = {each.__name__: each for each in (failures, settings, in_a_folder_of_its_host, examples, mutants)}


def main() -> int:
    parser = argparse.ArgumentParser(description="Tests clevio check --browser.")
    parser.add_argument("--clevio", required=True, help="the program")
    parser.add_argument("--only", default=",".join(PARTS), help="names with commas between")
    arguments = parser.parse_args()
    # In the background of a script it is ignored, and so it would be by the program.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    score = Score()
    for name in arguments.only.split(","):
        with tempfile.TemporaryDirectory(prefix="clevio-visiting-") as folder:
            PARTS[name](score, str(Path(arguments.clevio).resolve()), Path(folder))
    print(f"{score.passed} passed, {score.failed} failed")
    return 1 if score.failed or not score.passed else 0


if __name__ == "__main__":
    sys.exit(main())
