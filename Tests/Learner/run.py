"""Takes courses in real browsers, over http and from a disk.

    python Tests/Learner/run.py --program CLEVIO [--browsers chromium,firefox] [--only WORD]

The last line is `N passed, M failed`; exit code 1 if any failed.
"""

import argparse
import re
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Browser"), str(HERE.parent / "Reader")]

import keeping
import looks
import packed
import saving
import school
import sharing
import taking
from coverage import Coverage
from harness.web import serving
from receiver import receiving
from scenarios import Run
from tabs import chromium_browser, chromium_tab, firefox_tab

THEME = HERE.parents[1] / "Themes/default"
LEAST_COVERAGE = 0.9
FOLDERS = ("learning", "courses", "deeds", "quiz", "marking", "notes", "certificate", "offline")
SCRIPTS = re.compile(rf"/assets/({'|'.join(FOLDERS)})\.js$")
EVERYWHERE = (taking.take_course, taking.come_back, taking.take_back, taking.wait_for_days,
              keeping.take_notes, keeping.earn_certificate, taking.spend_attempts)  # fmt: skip
IN_CHROMIUM = (looks.two_tabs, looks.blocked_storage, looks.without_scripts, looks.nothing_moves, looks.long_words,
               looks.written, looks.choices, looks.axe, looks.paper)  # fmt: skip
WITH_A_STORE = (sharing.tell_nobody, sharing.tell_once, sharing.wait_for_a_store, sharing.own_everything)


@contextmanager
def http(root: Path):
    with serving(root, "/") as server:
        yield server.origin + "/"


@contextmanager
def disk(root: Path):
    yield "file://" + quote(str(root)) + "/"


def run_chromium(run: Run, root: Path, build, program: str) -> None:
    coverage = Coverage(SCRIPTS, [path for folder in FOLDERS for path in THEME.glob(f"{folder}/*.js")])
    with chromium_browser() as browser:
        for place in (http, disk):
            for scenario in EVERYWHERE:
                with place(root) as home, chromium_tab(browser, coverage) as tab:
                    run.check(f"chromium {place.__name__} {scenario.__name__}", lambda: scenario(tab, home))
        for scenario in IN_CHROMIUM:
            with http(root) as home:
                run.check(f"chromium {scenario.__name__}", lambda: scenario(browser, coverage, home))
        for scenario in WITH_A_STORE:
            run.check(f"chromium {scenario.__name__}", lambda: beside_a_store(scenario, browser, coverage, build))
        saver = saving.in_chromium(browser, coverage)
        for scenario in saving.EVERYWHERE + saving.IN_CHROMIUM:
            run.check(f"chromium saving {scenario.__name__}", lambda: scenario(saver, root))
        run.check("chromium saving bring_up_to_date", lambda: saving.bring_up_to_date(saver, root, program))
        run.check("chromium saving nothing_from_a_disk", lambda: saving.nothing_from_a_disk(browser, coverage, root))
    run.check("chromium packed take", lambda: packed.take_in_chromium(coverage, program))
    run.check("chromium packed look", lambda: packed.look(coverage, program))
    run.check("packed same_bytes", lambda: packed.same_bytes(program))
    total, covered, missed = coverage.missing()
    print(f"lines  {covered} of {total} of the learner's scripts ran in Chromium")
    if not run.only and covered < LEAST_COVERAGE * total:
        run.failed += 1
        print("FAILED coverage: under 90 %:", *missed, sep="\n  ")


def beside_a_store(scenario, browser, coverage, build) -> None:
    with receiving() as receiver, http(build(receiver.endpoint)) as home:
        scenario(browser, coverage, home, receiver)


def run_firefox(run: Run, root: Path, program: str) -> None:
    with firefox_tab() as tab:
        for scenario in EVERYWHERE:
            with http(root) as home:  # another port, and with it another storage
                run.check(f"firefox http {scenario.__name__}", lambda: scenario(tab, home))
        saver = saving.in_firefox(tab)
        for scenario in saving.EVERYWHERE:
            run.check(f"firefox saving {scenario.__name__}", lambda: scenario(saver, root))
        run.check("firefox saving bring_up_to_date", lambda: saving.bring_up_to_date(saver, root, program))
        with disk(root) as home:
            run.check("firefox disk be_told_of_trouble", lambda: taking.be_told_of_trouble(tab, home))
    run.check("firefox packed take", lambda: packed.take_in_firefox(program))


def main() -> int:
    parser = argparse.ArgumentParser(description="Takes courses in real browsers.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--browsers", default="chromium,firefox")
    parser.add_argument("--only", default="", help="a part of the scenarios' names")
    arguments = parser.parse_args()
    run = Run(arguments.only)
    with tempfile.TemporaryDirectory(prefix="learner-") as folder:
        root = school.build(arguments.program, Path(folder) / "own")
        if "chromium" in arguments.browsers:
            told = Path(folder) / "told"
            build = lambda endpoint: school.build(arguments.program, told, endpoint)
            run_chromium(run, root, build, arguments.program)
        if "firefox" in arguments.browsers:
            run_firefox(run, root, arguments.program)
    print(f"{run.passed} passed, {run.failed} failed")
    return 1 if run.failed or not run.passed else 0


if __name__ == "__main__":
    sys.exit(main())
