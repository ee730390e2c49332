"""What checking a portal costs beside building it, and whether its memory is in line with its lessons.

checking.py CLEVIO [--lessons N] [--rounds N]

Builds and checks portals of made-up lessons (`search_portal.py`), of N lessons and of half as many, in turns,
so that what else the machine does hits both; medians are compared. Fails if a check of N takes more than twice
the build's time, or more than 2.2 times the memory of a check of half as many.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

from measuring import Run, measured, median

WRITER = pathlib.Path(__file__).parent / "search_portal.py"
MOST_TIME = 2.0
MOST_MEMORY = 2.2
# A check may find something; what it must not do is break.
ACCEPTED = (0, 1)


def compared(clevio: str, folder: pathlib.Path, lessons: int, rounds: int) -> tuple[Run, Run]:
    """A build into an empty folder and a check of the same portal."""
    portal = folder / f"portal-{lessons}"
    # In a process of its own: what this one takes counts as the least of each that it starts.
    subprocess.run([sys.executable, str(WRITER), str(portal), "--lessons", str(lessons)], check=True)
    output = folder / "public"
    builds, checks = [], []
    for _ in range(rounds):
        for made in (output, portal / ".clevio"):
            shutil.rmtree(made, ignore_errors=True)
        build = [clevio, "build", str(portal), "-o", str(output), "--locked-preview", "--quiet"]
        builds.append(measured(build))
        checks.append(measured([clevio, "check", str(portal), "--quiet"], ACCEPTED))
    for name, runs in (("build", builds), ("check", checks)):
        run = median(runs)
        print(
            f"{name} of {lessons:6} lessons: {run.wall:6.2f} s, {run.processor:6.2f} s of processor,"
            f" {run.memory:5.0f} MiB"
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
    time_ratio = check.wall / build.wall
    memory_ratio = check.memory / half.memory
    print(f"time of a check by a build's: {time_ratio:.2f} (at most {MOST_TIME})")
    print(f"memory by that of half the lessons: {memory_ratio:.2f} (at most {MOST_MEMORY})")
    return 0 if time_ratio <= MOST_TIME and memory_ratio <= MOST_MEMORY else 1


if __name__ == "__main__":
    sys.exit(main())
