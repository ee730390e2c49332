"""Finding and running other programs."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path


class ToolMissing(Exception):
    """A program the check cannot do without is not installed."""


def tool(name: str, *others: str) -> str:
    """The path of a program: beside this Python first (PyPI's), then on PATH."""
    for candidate in (name, *others):
        beside = Path(sys.executable).parent / candidate
        found = str(beside) if os.access(beside, os.X_OK) else shutil.which(candidate)
        if found:
            return found
    raise ToolMissing(f"{name} is not installed")


def run(command: list[str], timeout: int = 120, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        command, capture_output=True, text=True, errors="replace", timeout=timeout, **options
    )


def stop(process: subprocess.Popen) -> None:
    """Ends a process that we started, and waits for it."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(5)


def stop_group(process: subprocess.Popen, sign: signal.Signals, patience: float = 5) -> None:
    """Ends a process that leads a session, and what it started: politely, so that browsers close, then for good."""
    for each in (sign, signal.SIGKILL):
        try:
            os.killpg(process.pid, each)
            process.wait(patience)
        except ProcessLookupError:
            return
        except subprocess.TimeoutExpired:
            continue
