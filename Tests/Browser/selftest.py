"""Proves that the checks fail on what they are for.

    python Tests/Browser/selftest.py [--only WORD]

A small good portal passes every check. Then it is spoilt in one way at a time: the check meant
must report exactly the rule meant, and the quick checks that were not meant must stay silent.
"""

import argparse
import json
import os
import random
import signal
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import sample
from harness.chromium import chromium
from harness.options import Options
from harness.portal import Portal
from harness.report import Report
from run import CHECKS, Job, Runner, base_path_for, examine, show

# Those that run in this process: without a browser, and with the one Chromium they share.
QUICK = ("data", "links", "weight")
SHARING = ("axe", "console", "arrival", "search")
Files = dict[str, bytes]
HOME, NESTS, CSS, JS = (
    "index.html", "courses/birds/basics/nests.html", "assets/clevio.css", "assets/clevio.js",
)  # fmt: skip
BIRDS = "courses/birds/index.html"
# Browsers are slow: there the check meant sees only these pages, the quick checks see all.
FEW_PAGES = {
    "axe": (HOME, NESTS),
    "console": (HOME, NESTS),
    "arrival": ("search.html",),
    "firefox": (HOME, NESTS, "search.html"),
}


@dataclass(frozen=True)
class Mutant:
    """One fault, the check that must see it, and the rules, with commas between, it must name."""

    name: str
    check: str
    rules: str
    spoil: Callable[[Files], None]
    closed_words: str = ""


def replace(path: str, old: str, new: str) -> Callable[[Files], None]:
    def spoil(files: Files) -> None:
        if old.encode() not in files[path]:
            raise ValueError(f"{path} has no {old}")
        files[path] = files[path].replace(old.encode(), new.encode(), 1)

    return spoil


def append(path: str, text: str) -> Callable[[Files], None]:
    def spoil(files: Files) -> None:
        files[path] += text.encode()

    return spoil


def remove(path: str) -> Callable[[Files], None]:
    def spoil(files: Files) -> None:
        del files[path]

    return spoil


def into(path: str, html: str) -> Callable[[Files], None]:
    return replace(path, "</main>", html + "</main>")


def edit_json(path: str, change: Callable[[dict], object]) -> Callable[[Files], None]:
    def spoil(files: Files) -> None:
        value = json.loads(files[path])
        change(value)
        files[path] = json.dumps(value).encode()

    return spoil


def noise(length: int) -> str:
    """Letters that do not compress well, the same ones every time."""
    source = random.Random(1)
    return "".join(source.choice("abcdefghijklmnopqrstuvwxyz0123456789") for _ in range(length))


MUTANTS = [
    Mutant("an end tag too many", "html", "invalid-html", into(HOME, "</em>")),
    Mutant("a duplicate id", "html", "invalid-html", into(HOME, '<p id="main">x</p>')),
    Mutant("a page that is gone", "links", "broken-link", into(HOME, '<a href="gone.html">x</a>')),
    Mutant("a heading that is gone", "links", "broken-link", replace(NESTS, "#pitch", "#tone")),
    Mutant("an address from the root", "links", "address-from-the-root, broken-link",
           into(HOME, '<a href="/academy/privacy.html">x</a>')),
    Mutant("an absolute address", "links", "own-absolute-address",
           into(HOME, f'<a href="{sample.URL}privacy.html">x</a>')),
    Mutant("a folder", "links", "link-to-a-folder", into(HOME, '<a href="courses/birds/">x</a>')),
    Mutant("a picture missing in the style", "links", "broken-link",
           append(CSS, ".none { background: url(gone.png); }")),
    Mutant("a button without a name", "axe", "axe button-name",
           into(HOME, '<button type="button"></button>')),
    Mutant("pale text in the dark", "axe", "axe color-contrast",
           replace(CSS, "#e6e8e6", "#3a3f42")),
    Mutant("two first headings", "axe", "one-h1", into(HOME, "<h1>Again</h1>")),
    Mutant("a page too wide for a phone", "axe", "scrolls-sideways",
           append(CSS, "main { min-width: 500px; }")),
    Mutant("a skip link out of the way", "axe", "skip-link-first",
           replace(HOME, '<a class="skip"', '<a class="skip" tabindex="-1"')),
    Mutant("a skip link never seen", "axe", "skip-link-seen",
           replace(CSS, ".skip:focus { inset-block-start: 0.5rem; }", "")),
    Mutant("a warning in the console", "console", "console-warning",
           append(JS, 'console.warn("old");')),
    Mutant("a script that throws", "console", "page-error", append(JS, "undefined.x;")),
    Mutant("an inline script", "console", "csp-violation", into(HOME, "<script>1</script>")),
    Mutant("a stranger's picture", "console",
           "console-error, request-failed, request-outside-the-portal",
           lambda files: [replace(HOME, "data:;", "data: https:;")(files),
                          into(HOME, '<img src="https://other.example/x.png" alt="x">')(files)]),
    Mutant("text that jumps", "console", "layout-shift",
           append(JS, 'addEventListener("load", function () { setTimeout(function () {'
                  'document.querySelector("main").style.marginTop = "90px"; }, 40); });')),
    Mutant("a footer that climbs as it arrives", "arrival", "layout-shift",
           lambda files: [append(CSS, "footer { position: fixed; bottom: 0 }")(files),
                          replace("search.html", "</body>",
                                  f"<footer>{'words ' * 2000}</footer></body>")(files)]),
    Mutant("text for scripts only", "console", "needs-scripts",
           lambda files: [append(CSS, "main { display: none } .js main { display: block }")(files),
                          append(JS, 'document.documentElement.className = "js";')(files)]),
    Mutant("a script that fails in Firefox", "firefox", "firefox-console-error",
           append(JS, 'if (/Firefox/.test(navigator.userAgent)) console.error("no");')),
    Mutant("a style sheet without rules", "firefox", "firefox-style",
           lambda files: files.update({CSS: b"/* nothing */"})),
    Mutant("a page the search forgot", "search", "search-finds-nothing",
           lambda files: files.update({"search/en/index.js": b"clevioShard({});"})),
    Mutant("results out of the keyboard's reach", "search", "search-result-not-reached",
           replace(JS, "link.textContent", "link.tabIndex = -1; link.textContent")),
    Mutant("a closed lesson's word", "search", "closed-word",
           append("search/en/index.js", "// Ostriches"), closed_words="ostriches\n"),
    Mutant("a heavy frame", "weight", "heavy-lesson-frame",
           into(NESTS, "<p>" + "word " * 3000 + "</p>")),
    Mutant("a heavy style sheet", "weight", "heavy-styles",
           append("assets/clevio.css", f"/* {noise(24_000)} */")),
    Mutant("a heavy script", "weight", "heavy-scripts", append(JS, f"/* {noise(16_000)} */")),
    Mutant("a heavy quiz", "weight", "heavy-scripts",
           lambda files: [into(NESTS, '<form class="quiz"></form>')(files),
                          files.update({"assets/quiz.js": f"/* {noise(16_000)} */".encode()})]),
    Mutant("JSON-LD with a comma too many", "data", "json-ld-syntax",
           lambda files: [replace(BIRDS, '"PT1H"}]}', '"PT1H"}],}')(files),
                          into(BIRDS, sample.linked(sample.COURSE))(files)]),
    Mutant("a course without a provider", "data", "json-ld-course",
           replace(BIRDS, '"provider"', '"producer"')),
    Mutant("an answer of another shape", "data", "api-against-schema",
           edit_json("api/v1/courses/birds.json", lambda value: value.pop("title"))),
    Mutant("a list of another shape", "data", "api-against-schema",
           edit_json("api/v1/courses.json", lambda value: value["courses"][0].pop("id"))),
    Mutant("an answer nobody described", "data", "api-without-schema",
           lambda files: files.update({"api/v1/secret.json": b"{}"})),
    Mutant("an OpenAPI document without a title", "data", "openapi",
           edit_json("api/v1/openapi.json", lambda value: value["info"].pop("title"))),
    Mutant("an OpenAPI document of what is gone", "data", "openapi-names-no-file",
           remove("api/v1/courses.json")),
    Mutant("a feed without an id", "data", "feed",
           replace("feed.xml", f"<id>{sample.URL}</id>", "")),
    Mutant("a feed with a date of its own", "data", "feed",
           replace("feed.xml", "2026-01-05T00:00:00Z", "5 January 2026")),
    Mutant("a sitemap with another element", "data", "sitemap",
           replace("sitemap.xml", "</loc>", "</loc><title>x</title>")),
    Mutant("a sitemap of what is gone", "data", "sitemap-address",
           replace("sitemap.xml", "privacy.html", "privaty.html")),
    Mutant("a sitemap of what is unlisted", "data", "sitemap-of-noindex",
           replace("privacy.html", "<title>", '<meta name="robots" content="noindex"><title>')),
    Mutant("XML that is not", "data", "xml-syntax", append("assets/mark.svg", "</svg>")),
    Mutant("no not-found page", "servers", "not-found-page", remove("404.html")),
    Mutant("a not-found page without styles at depth", "servers", "not-found-address",
           replace("404.html", "/academy/assets/clevio.css", "assets/clevio.css")),
]  # fmt: skip


# What was tried, whether it went as it must, and the reports that tell why not.
Verdict = tuple[str, bool, dict[str, Report]]


class Score:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def add(self, name: str, right: bool, reports: dict[str, Report]) -> None:
        self.passed += right
        self.failed += not right
        print("ok  " if right else "FAIL", name, flush=True)
        if not right:
            for check, report in reports.items():
                show(check, report, 0)


class Judge:
    """Runs the checks on portals made for the purpose."""

    def __init__(self, runner: Runner, folder: Path):
        self.runner = runner
        self.folder = folder

    def good(self, check: str) -> Verdict:
        report = self.examine(check, self.written(f"good-{check}", sample.good_portal()))
        return f"the good portal passes {check}", not report.findings, {check: report}

    def empty(self, check: str) -> Verdict:
        root = self.folder / f"empty-{check}"
        root.mkdir()
        report = self.examine(check, root)
        right = {finding.rule for finding in report.findings} == {"looked-at-nothing"}
        return f"{check} refuses an empty folder", right, {check: report}

    def toolless(self, check: str) -> Verdict:
        """Without its program a check fails; it does not pass for want of findings."""
        root = self.written(f"toolless-{check}", sample.good_portal())
        report, _ = self.runner.run(Job(check, root), {**os.environ, "PATH": "/nowhere"})
        right = {finding.rule for finding in report.findings} == {"crashed"}
        return f"{check} needs its program", right, {check: report}

    def mutant(self, number: int, mutant: Mutant) -> Verdict:
        files = sample.good_portal()
        mutant.spoil(files)
        root = self.written(f"mutant-{number}", files)
        words = self.folder / f"words-{number}"
        words.write_text(mutant.closed_words)
        subject = root
        if mutant.check in FEW_PAGES:
            few = FEW_PAGES[mutant.check]
            kept = {p: f for p, f in files.items() if not p.endswith(".html") or p in few}
            subject = self.written(f"trimmed-{number}", kept)
        report = self.examine(mutant.check, subject, words if mutant.closed_words else None)
        right = {finding.rule for finding in report.findings} == set(mutant.rules.split(", "))
        shown = {mutant.check: report}
        for check in QUICK:
            if check != mutant.check:
                other = self.examine(check, root)
                right &= not other.findings
                shown |= {check: other} if other.findings else {}
        return f"{mutant.check} sees {mutant.name} ({mutant.rules})", right, shown

    def examine(self, check: str, root: Path, words: Path | None = None) -> Report:
        """In this process what is quick or shares its browser, else as `run.py` does it."""
        if check not in QUICK + SHARING:
            return self.runner.run(Job(check, root, closed_words=words))[0]
        scratch = Path(tempfile.mkdtemp(dir=self.folder))
        portal = Portal(root)
        return examine(check, portal, Options(base_path_for(portal, None), words, scratch))

    def written(self, name: str, files: Files) -> Path:
        root = self.folder / name
        sample.write(files, root)
        return root


def main() -> int:
    parser = argparse.ArgumentParser(description="Proves that the checks can fail.")
    parser.add_argument("--only", default="", help="a word of the names to run")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    score = Score()
    with tempfile.TemporaryDirectory(prefix="clevio-self-") as folder, Runner() as runner:
        tempfile.tempdir = os.environ["TMPDIR"] = folder
        judge = Judge(runner, Path(folder))
        tasks: list[tuple[str, Callable, tuple]] = [(c, judge.good, (c,)) for c in CHECKS]
        tasks += [(c, judge.toolless, (c,)) for c in ("html", "firefox", "data")]
        tasks += [(m.check, judge.mutant, (n, m)) for n, m in enumerate(MUTANTS)]
        tasks += [(c, judge.empty, (c,)) for c in CHECKS]
        tasks = [task for task in tasks if arguments.only in str(task)]
        here = [task for task in tasks if task[0] in SHARING]
        elsewhere = [task for task in tasks if task[0] not in SHARING]
        with ThreadPoolExecutor(1) as pool:
            try:
                waiting = [pool.submit(act, *rest) for _, act, rest in elsewhere]
                with chromium():
                    for _, act, rest in here:
                        score.add(*act(*rest))
                for result in waiting:
                    score.add(*result.result())
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                runner.stop()
                raise
    print(f"{score.passed} passed, {score.failed} failed")
    return 1 if score.failed or not score.passed else 0


if __name__ == "__main__":
    sys.exit(main())
