"""What checking a portal costs beside building it, and whether its memory is in line with its lessons.

checking.py CLEVIO [--lessons N] [--rounds N]

Builds and checks portals of made-up lessons (`search_portal.py`), of N lessons and of half as many, in turns,
so that what else the machine does hits both; medians are compared. Fails if a check of N takes more than twice
the build's time, or more than 2.2 times the memory of a check of half as many.
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

import search_portal

MOST_TIME = 2.0
MOST_MEMORY = 2.2
MEBIBYTE_IN_KIB = 1024


class Run(NamedTuple):
    """What one run of the program took."""

    seconds: float
    cpu: float
    mebibytes: float


def measured(command: list[str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    # A check may find something; what it must not do is break.
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEBIBYTE_IN_KIB)


def median(runs: list[Run]) -> Run:
    return Run(*(statistics.median(values) for values in zip(*runs)))


def compared(clevio: str, folder: pathlib.Path, lessons: int, rounds: int) -> tuple[Run, Run]:
    """A build into an empty folder and a check of the same portal."""
    portal = folder / f"portal-{lessons}"
    search_portal.write(portal, lessons)
    output = folder / "public"
    builds, checks = [], []
    for _ in range(rounds):
        shutil.rmtree(output, ignore_errors=True)
        build = [clevio, "build", str(portal), "-o", str(output), "--locked-preview", "--quiet"]
        builds.append(measured(build))
        checks.append(measured([clevio, "check", str(portal), "--quiet"]))
    for name, runs in (("build", builds), ("check", checks)):
        run = median(runs)
        print(
            f"{name} of {lessons:6} lessons: {run.seconds:6.2f} s, {run.cpu:6.2f} s of processor,"
            f" {run.mebibytes:5.0f} MiB"
        )
    return median(builds), median(checks)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("clevio")
    parser.add_argument("--lessons", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        _, half = compared(options.clevio, folder, options.lessons // 2, options.rounds)
        build, check = compared(options.clevio, folder, options.lessons, options.rounds)
    time_ratio = check.seconds / build.seconds
    memory_ratio = check.mebibytes / half.mebibytes
    print(f"time of a check by a build's: {time_ratio:.2f} (at most {MOST_TIME})")
    print(f"memory by that of half the lessons: {memory_ratio:.2f} (at most {MOST_MEMORY})")
    return 0 if time_ratio <= MOST_TIME and memory_ratio <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
