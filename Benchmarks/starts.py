"""Starting the program, and its size."""

import pathlib
import shutil
import subprocess

from bench import Bench
from measuring import Contestant, take_turns

STARTS = 100


def start(bench: Bench) -> dict:
    nothing = shutil.which("true") or "/bin/true"
    contestants = [Contestant("clevio", [bench.clevio, "--version"]), Contestant("true", [nothing])]
    return {"runs": take_turns(contestants, STARTS)}


def size(bench: Bench) -> dict:
    stripped = bench.programs / "stripped"
    subprocess.run(["strip", "-o", str(stripped), bench.clevio], check=True)
    return {"bytes": stripped.stat().st_size, "unstripped": pathlib.Path(bench.clevio).stat().st_size}
