"""Runs commands in turns and tells what each run took."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from typing import NamedTuple

MEBIBYTE_IN_KIB = 1024


class Run(NamedTuple):
    """What one run of a command took: seconds, seconds of processor, MiB at its peak."""

    wall: float
    processor: float
    memory: float


class Contestant(NamedTuple):
    """A command, and what is done before each of its runs, which is not measured."""

    name: str
    command: list[str]
    prepare: Callable[[], None] | None = None


def measured(command: list[str], accepted: tuple[int, ...] = (0,)) -> Run:
    """Runs a command; ends the program if it fails, so that no failure is taken for speed."""
    with tempfile.TemporaryFile() as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=complaints)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in accepted:
            complaints.seek(0)
            said = complaints.read().decode(errors="replace")[-2000:]
            raise SystemExit(f"{' '.join(command)}: ended with {process.returncode}\n{said}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / MEBIBYTE_IN_KIB)


def take_turns(contestants: list[Contestant], rounds: int) -> dict[str, list[Run]]:
    """Runs all in each round, so that what else the machine does hits all; the first does not count."""
    runs: dict[str, list[Run]] = {each.name: [] for each in contestants}
    for number in range(rounds + 1):
        for each in contestants:
            if each.prepare:
                each.prepare()
            run = measured(each.command)
            if number:
                runs[each.name].append(run)
    return runs


def median(runs: list[Run]) -> Run:
    return Run(*(statistics.median(values) for values in zip(*runs, strict=True)))
