"""Full builds beside Hugo and the least that they cost, at several sizes, and builds with little to do."""

import os
import pathlib
import re
import subprocess
import time
from collections.abc import Callable, Iterator

from bench import Bench, emptied
from measuring import Contestant, take_turns

# File systems stamp files with a clock that advances in steps, of 4 ms usually.
LONGER_THAN_A_TICK = 0.05
# Clevio takes a folder for settled when it was left alone for a second.
LONGER_THAN_SETTLING = 1.2


def fresh_build(bench: Bench, name: str, source: pathlib.Path, threads: int) -> Contestant:
    """A build of everything: neither pages nor what was remembered of them are there."""
    output = bench.disk / "made" / name
    command = [bench.clevio, "build", str(source), "--quiet", "--threads", str(threads), "-o", str(output)]
    return Contestant(name, command, emptied(output, source / ".clevio"))


def full(bench: Bench) -> dict:
    source, plain = bench.portal(bench.lessons), bench.portal(bench.lessons, "plain")
    floor, size = bench.floor(), str(mean_page(bench, source))

    def least(threads: int) -> Contestant:
        name = f"floor, {threads} threads"
        output = bench.disk / "made" / name
        command = [floor, str(source), str(output), size, str(threads)]
        return Contestant(name, command, emptied(output))

    contestants = [
        fresh_build(bench, "clevio", source, bench.threads),
        fresh_build(bench, "clevio, plain", plain, bench.threads),
        fresh_build(bench, "clevio, 2 threads", source, 2),
        fresh_build(bench, "clevio, 1 thread", source, 1),
        least(bench.threads),
    ]
    for kind in ("highlighting", "plain") if bench.hugo else ():
        output = bench.disk / "made" / f"hugo-{kind}"
        command = [bench.hugo, "-s", str(bench.hugo_site(kind)), "-d", str(output), "--quiet"]
        contestants.append(Contestant(f"hugo, {kind}", command, emptied(output)))
    runs = take_turns(contestants, bench.rounds)
    return {"lessons": bench.lessons, "runs": runs}


def mean_page(bench: Bench, source: pathlib.Path) -> int:
    """The bytes of a page, so that the floor writes as many."""
    build = fresh_build(bench, "clevio", source, bench.threads)
    subprocess.run(build.command, check=True)
    sizes = [file.stat().st_size for file in files(build.command[-1]) if file.name.endswith(".html")]
    return sum(sizes) // len(sizes)


def files(folder: str | pathlib.Path) -> Iterator[os.DirEntry]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from files(entry.path)
            else:
                yield entry


def scale(bench: Bench) -> dict:
    builds = [
        fresh_build(bench, str(lessons), bench.portal(lessons), bench.threads) for lessons in bench.sizes
    ]
    return {"runs": take_turns(builds, bench.rounds)}


def rebuild(bench: Bench) -> dict:
    source, kept = bench.portal(bench.lessons), bench.disk / "kept"
    build = [bench.clevio, "build", str(source), "--quiet", "-o", str(kept)]
    settle = settled(build)
    settle()
    written = written_by(build, kept, source / ".clevio")
    runs = take_turns(
        [
            Contestant("clevio, nothing changed", build, settle),
            Contestant("stat", [bench.compiled("stat"), str(source)]),
            Contestant("clevio, one lesson edited", build, edited(middle_lesson(source))),
        ],
        bench.rounds,
    )
    return {"lessons": bench.lessons, "runs": runs, "written": written}


def settled(build: list[str]) -> Callable[[], None]:
    """A preparation after which a build can know that there is nothing to do."""

    def prepare() -> None:
        time.sleep(LONGER_THAN_SETTLING)
        subprocess.run(build, check=True)

    return prepare


def written_by(command: list[str], *folders: pathlib.Path) -> int:
    """How many files a command writes, were it with the bytes that they had."""
    time.sleep(LONGER_THAN_A_TICK)
    before = time.time_ns()
    time.sleep(LONGER_THAN_A_TICK)
    subprocess.run(command, check=True)
    return sum(file.stat().st_ctime_ns > before for folder in folders for file in files(folder))


def middle_lesson(source: pathlib.Path) -> pathlib.Path:
    courses = sorted((source / "courses").iterdir())
    lessons = sorted(courses[len(courses) // 2].glob("*-lesson-*.md"))
    return lessons[len(lessons) // 2]


def edited(lesson: pathlib.Path) -> Callable[[], None]:
    """A preparation that changes a number in a lesson's first paragraph, as an editor saves."""
    number = 0

    def prepare() -> None:
        nonlocal number
        number += 1
        save(lesson, number)

    return prepare


def save(lesson: pathlib.Path, number: int) -> None:
    """Writes beside the file, then in its place."""
    head, text = re.sub(r"Saved \d+ times\.\n\n", "", lesson.read_text()).split("---\n\n", 1)
    beside = lesson.with_name(f".{lesson.name}.new")
    beside.write_text(f"{head}---\n\nSaved {number} times.\n\n{text}")
    os.replace(beside, lesson)
