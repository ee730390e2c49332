"""Starting programs on free loopback ports, and ending exactly those."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

CLEVIO = os.environ.get("CLEVIO", "clevio")
PASSPHRASE = "correct horse battery staple"
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "LC_ALL": "C.UTF-8",
    "CLEVIO_PASSPHRASE": PASSPHRASE,
}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def scratch():
    """A folder of a test's own, outside of any repository."""
    path = Path(tempfile.mkdtemp(prefix="clevio-host-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def clevio(*arguments, expect: int = 0, environment=None, stdin=None) -> subprocess.CompletedProcess:
    done = subprocess.run(
        [CLEVIO, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        input=stdin,
        env=environment or ENVIRONMENT,
    )
    if done.returncode != expect:
        raise AssertionError(
            f"clevio {arguments[0]} ended with {done.returncode}, not {expect}: {done.stderr}"
        )
    return done


class Service:
    """A program that prints the address that it listens on as its first line."""

    def __init__(self, *arguments, log: Path, environment=None):
        self.log = log
        with log.open("ab") as messages:
            self.process = subprocess.Popen(
                [CLEVIO, *map(str, arguments), "--port", "0"],
                stdout=subprocess.PIPE,
                stderr=messages,
                text=True,
                env=environment or ENVIRONMENT,
            )
        self.address = self.process.stdout.readline().strip()
        if not self.address.startswith("http://"):
            raise AssertionError(f"{arguments[0]} did not start: {log.read_text()}")
        self.port = int(self.address.rsplit(":", 1)[1])

    def stop(self) -> int:
        """Asks it to end, and gives its exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(20)
        self.process.stdout.close()
        return code

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(20)
        self.process.stdout.close()


def wait_for(condition, seconds: float = 20, what: str = "it"):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.02)
    raise AssertionError(f"{what} did not happen within {seconds} s")


def wait_for_port(port: int, process: subprocess.Popen) -> None:
    def answers():
        if process.poll() is not None:
            raise AssertionError(f"the server ended with {process.returncode}")
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0

    wait_for(answers, what="the server's start")
