"""Which lines of a theme's scripts ran in Chromium."""

import re
from collections.abc import Iterable
from pathlib import Path

SCRIPTS = re.compile(r"/assets/(reader|reader-first)\.js$")


class Coverage:
    """Adds up what each page ran."""

    def __init__(self, scripts: re.Pattern = SCRIPTS, sources: Iterable[Path] = ()):
        """Of `scripts`, all lines count, or only those that stand in `sources`, too."""
        self._only = {line.strip() for path in sources for line in path.read_text().split("\n")}
        self._scripts = scripts
        self._session = None
        self._sources: dict[str, str] = {}
        self._ran: dict[str, bytearray] = {}

    def watch(self, page) -> None:
        self._session = page.context.new_cdp_session(page)
        self._session.send("Profiler.enable")
        self._session.send("Debugger.enable")
        self._session.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": True})

    def leave(self) -> None:
        self._session = None

    def take(self) -> None:
        """Before a page is left: its scripts are forgotten with it."""
        if not self._session:
            return
        for script in self._session.send("Profiler.takePreciseCoverage")["result"]:
            found = self._scripts.search(script["url"])
            if found:
                self._add(found[1], script)

    def _add(self, name: str, script: dict) -> None:
        if name not in self._sources:
            answer = self._session.send("Debugger.getScriptSource", {"scriptId": script["scriptId"]})
            self._sources[name] = answer["scriptSource"]
        source = self._sources[name]
        ran = bytearray(len(source))
        # Inner ranges come after the ones around them.
        for function in script["functions"]:
            for part in function["ranges"]:
                start, end = part["startOffset"], part["endOffset"]
                ran[start:end] = bytes([1 if part["count"] else 0]) * (end - start)
        before = self._ran.setdefault(name, bytearray(len(source)))
        for index, value in enumerate(ran):
            before[index] |= value

    def missing(self) -> tuple[int, int, list[str]]:
        """Lines with code, how many of them ran, and those that did not."""
        total, covered, missed = 0, 0, []
        for name, source in self._sources.items():
            at = 0
            for number, line in enumerate(source.split("\n"), 1):
                code = line.strip()
                counts = not self._only or code in self._only
                if counts and code and not code.startswith("//") and re.search(r"\w", code):
                    first = at + len(line) - len(line.lstrip())
                    total += 1
                    if any(self._ran[name][first : at + len(line.rstrip())]):
                        covered += 1
                    else:
                        missed.append(f"{name}.js:{number}: {code}")
                at += len(line) + 1
        return total, covered, missed
