"""Proves in real browsers what a portal with services of others loads and keeps.

    python Tests/Browser/privacy.py --clevio PROGRAM [--only units,chromium,firefox,looks,changes,mutants]

Exit code 1 on any failure. The last line is `N passed, M failed`.
"""

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from consent import changes, choices, device, in_firefox, looks, mutants, school, sizes
from consent.score import Score
from consent.strangers import network
from harness.chromium import chromium
from harness.tools import run, tool


def in_chromium(score: Score, clevio: str, folder: Path) -> None:
    root, _ = school.build(clevio, folder / "school", school.sources())
    with network(school.NAME) as net, chromium() as browser:
        net.root = root
        choices.all_of_them(score, browser, net, f"http://{school.NAME}/")
        choices.all_of_them(score, browser, net, f"file://{root}/")


def looking(score: Score, clevio: str, folder: Path) -> None:
    root, _ = school.build(clevio, folder / "school", school.sources())
    with network(school.NAME) as net, chromium() as browser:
        net.root = root
        looks.all_of_them(score, browser, net, f"http://{school.NAME}/", PICTURES)
        device.all_of_them(score, browser, net, f"http://{school.NAME}/", folder, PICTURES)


def changing(score: Score, clevio: str, folder: Path) -> None:
    root, _ = school.build(clevio, folder / "school", school.sources())
    sizes.all_of_them(score, root)
    with network(school.NAME) as net, chromium() as browser:
        changes.all_of_them(score, browser, net, clevio, folder)


def mutating(score: Score, clevio: str, folder: Path) -> None:
    with network(school.NAME) as net, chromium() as browser:
        mutants.all_of_them(score, browser, net, clevio, folder)


def fire(score: Score, clevio: str, folder: Path) -> None:
    root, _ = school.build(clevio, folder / "school", school.sources())
    with network(school.NAME) as net:
        in_firefox.all_of_them(score, net, root)


def units(score: Score, clevio: str, folder: Path) -> None:
    here = Path(__file__).resolve().parent
    sources = here.parents[1] / "Themes/default/privacy"
    result = run([tool("node"), str(here / "consent/units.js"), str(sources)])
    score.expect("the script's units", result.returncode == 0, result.stdout + result.stderr)


PARTS = {"units": units, "chromium": in_chromium, "firefox": fire, "looks": looking, "changes": changing, "mutants": mutating}
PICTURES = None


def main() -> int:
    parser = argparse.ArgumentParser(description="Tests consent in real browsers.")
    parser.add_argument("--clevio", required=True, help="the program")
    parser.add_argument("--only", default=",".join(PARTS), help="names with commas between")
    parser.add_argument("--pictures", type=Path, help="a folder for pictures of the looks")
    arguments = parser.parse_args()
    global PICTURES
    PICTURES = arguments.pictures
    score = Score()
    clevio = str(Path(arguments.clevio).resolve())
    for name in arguments.only.split(","):
        with tempfile.TemporaryDirectory(prefix="clevio-privacy-") as folder:
            PARTS[name](score, clevio, Path(folder))
    print(f"{score.passed} passed, {score.failed} failed")
    return 1 if score.failed or not score.passed else 0


if __name__ == "__main__":
    sys.exit(main())
