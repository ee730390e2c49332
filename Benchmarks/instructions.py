"""How many instructions a lesson costs, by counting, so that it does not matter what else a machine does.

instructions.py CLEVIO [--accept]

Builds portals of 40 and of 120 lessons (`course_portal.py`) on one thread in valgrind's callgrind. What both
have in common, such as starting and the theme, is no part of the difference, which is divided by 80. Fails if
that is over 5 % more than the number kept in instructions.txt; --accept keeps the new number.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

KEPT = pathlib.Path(__file__).parent / "instructions.txt"
WRITER = pathlib.Path(__file__).parent / "course_portal.py"
FEW, MANY = 40, 120
MOST_GROWTH = 0.05
REFUSED, UNAVAILABLE = 1, 69


def instructions(clevio: str, lessons: int, folder: pathlib.Path) -> int:
    """The instructions of a full build on one thread, always as many for the same program."""
    source = folder / str(lessons)
    subprocess.run([sys.executable, str(WRITER), str(source), "--lessons", str(lessons)], check=True)
    build = [clevio, "build", str(source), "--threads", "1", "--now", "2026-01-31", "--quiet"]
    counted = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={os.devnull}", *build]
    # Swift seeds its dictionaries at random otherwise.
    environment = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1"}
    done = subprocess.run(counted, env=environment, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found:
        raise SystemExit(f"{' '.join(counted)}: ended with {done.returncode}\n{done.stderr[-2000:]}")
    return int(found[1])


def instructions_per_lesson(clevio: str) -> int:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        # valgrind gives up on what newer compilers write for debuggers.
        stripped = str(folder / "clevio")
        subprocess.run(["strip", "-o", stripped, clevio], check=True)
        few, many = (instructions(stripped, lessons, folder) for lessons in (FEW, MANY))
    return round((many - few) / (MANY - FEW))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clevio")
    parser.add_argument("--accept", action="store_true", help="keep the number that is counted")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        print("valgrind is not here: apt-get install valgrind", file=sys.stderr)
        return UNAVAILABLE
    now = instructions_per_lesson(options.clevio)
    if options.accept or not KEPT.exists():
        KEPT.write_text(f"{now}\n")
        print(f"{now:,} instructions a lesson, kept")
        return 0
    kept = int(KEPT.read_text())
    growth = now / kept - 1
    print(f"{now:,} instructions a lesson, {growth:+.1%} of {kept:,}")
    if growth <= MOST_GROWTH:
        return 0
    print(
        f"That is over {MOST_GROWTH:.0%} more. Make it cheaper; or say in CHANGELOG.md what it is worth,"
        " and keep the number with: make instructions ACCEPT=--accept",
        file=sys.stderr,
    )
    return REFUSED


if __name__ == "__main__":
    sys.exit(main())
