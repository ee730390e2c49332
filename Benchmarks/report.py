"""What was measured, as a table beside the bars that the project sets itself, and as figures of each run."""

import pathlib
import statistics
from collections.abc import Iterator
from typing import NamedTuple

from measuring import Run, median

INSTRUCTIONS = pathlib.Path(__file__).parent / "instructions.txt"
MEGABYTE = 1_000_000
TITLES = {"build": "Full build", "scale": "By size", "rebuild": "Rebuild", "start": "Start"}


class Row(NamedTuple):
    """A bar, a more ambitious goal, and what was measured. `is_least`: more is better."""

    what: str
    unit: str
    bar: float
    goal: float | None
    value: float | None
    note: str = ""
    is_least: bool = False

    @property
    def verdict(self) -> str:
        if self.value is None:
            return ""
        if self.goal is not None and self._reaches(self.goal):
            return "goal"
        return "bar" if self._reaches(self.bar) else "**not met**"

    def _reaches(self, limit: float) -> bool:
        return self.value >= limit if self.is_least else self.value <= limit

    def cells(self) -> list[str]:
        sign = "≥" if self.is_least else "≤"
        measured = "not measured" if self.value is None else figure(self.value, self.unit)
        note = f" ({self.note})" if self.note and self.value is not None else ""
        goal = "" if self.goal is None else f"{sign} {self.goal:g} {self.unit}"
        return [self.what, f"{sign} {self.bar:g} {self.unit}", goal, measured + note, self.verdict]


def figure(value: float, unit: str) -> str:
    digits = 2 if value < 10 and unit == "×" else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"


class Results:
    """The figures of all sections; what was not measured is `None`."""

    def __init__(self, sections: dict) -> None:
        self.sections = sections

    def lessons(self, section: str) -> str:
        count = self.sections.get(section, {}).get("lessons")
        return f"{count:,} lessons" if count else "10,000 lessons"

    def runs(self, section: str) -> dict[str, list[Run]]:
        found = self.sections.get(section, {}).get("runs", {})
        return {name: [Run(*each) for each in runs] for name, runs in found.items()}

    def median(self, section: str, name: str) -> Run | None:
        runs = self.runs(section).get(name)
        return median(runs) if runs else None

    def ratio(self, section: str, name: str, other: str, field: str = "wall") -> float | None:
        one, two = self.median(section, name), self.median(section, other)
        return getattr(one, field) / getattr(two, field) if one and two else None


def rows(results: Results) -> list[Row]:
    return [*full_rows(results), *scale_rows(results), *rebuild_rows(results), *other_rows(results)]


def full_rows(results: Results) -> Iterator[Row]:
    lessons = results.lessons("build")
    yield Row(
        f"full build, {lessons}, highlighting on: times as fast as Hugo", "×", 25, 40,
        results.ratio("build", "hugo, highlighting", "clevio"), is_least=True,
    )  # fmt: skip
    yield Row(
        "the same without highlighting on either side", "×", 10, 12,
        results.ratio("build", "hugo, plain", "clevio, plain"), is_least=True,
    )  # fmt: skip
    floor = next((name for name in results.runs("build") if name.startswith("floor")), "")
    ratio = results.ratio("build", "clevio", floor, "processor")
    yield Row("processor against the C floor with as many threads", "×", 2.0, 1.6, ratio)
    ratio = results.ratio("build", "clevio, 2 threads", "clevio, 1 thread")
    yield Row("two threads against one", "×", 0.70, 0.62, ratio)


def scale_rows(results: Results) -> Iterator[Row]:
    medians = {int(name): median(runs) for name, runs in results.runs("scale").items()}
    each = {count: run.processor / count * 1e6 for count, run in medians.items()}
    spread = (max(each.values()) / min(each.values()) - 1) * 100 if len(each) > 1 else None
    note = ", ".join(f"{cost:.0f} µs at {count:,}" for count, cost in sorted(each.items()))
    yield Row("processor a lesson, dearest size against cheapest", "% more", 15, None, spread, note)
    for count, bar, goal in ((10_000, 80, 50), (50_000, 200, 120)):
        memory = medians[count].memory if count in medians else None
        yield Row(f"peak memory, {count:,} lessons", "MiB", bar, goal, memory)


def rebuild_rows(results: Results) -> Iterator[Row]:
    lessons = results.lessons("rebuild")
    written = results.sections.get("rebuild", {}).get("written")
    yield Row(
        f"build without a change, {lessons}, against asking when files changed", "×", 2.5, 1.3,
        results.ratio("rebuild", "clevio, nothing changed", "stat"), f"{written} files written",
    )  # fmt: skip
    ratio = results.ratio("rebuild", "clevio, one lesson edited", "stat")
    yield Row(f"one lesson edited, {lessons}, against the same", "×", 4, 2, ratio)


def other_rows(results: Results) -> Iterator[Row]:
    saves = results.sections.get("serve", {}).get("milliseconds")
    note = f"median of {len(saves)}; p90 {percentile(saves, 90):.0f}, most {max(saves):.0f}" if saves else ""
    middle = statistics.median(saves) if saves else None
    yield Row(f"from a save to the browser's new page, {results.lessons('serve')}", "ms", 100, 50, middle, note)
    own, nothing = results.median("start", "clevio"), results.median("start", "true")
    more = (own.wall - nothing.wall) * 1000 if own and nothing else None
    yield Row("start, more than that of `true`", "ms", 12, 5, more)
    size = results.sections.get("size", {}).get("bytes")
    yield Row("the program, stripped", "MB", 40, 15, size / MEGABYTE if size else None)


def percentile(values: list[float], part: int) -> float:
    """The least of the values that is no less than `part` % of them."""
    ranked = sorted(values)
    return ranked[max(0, -(-len(ranked) * part // 100) - 1)]


def table(heads: list[str], lines: list[list[str]]) -> str:
    aligned = ["---" if place == 0 else "---:" for place in range(len(heads))]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [heads, aligned, *lines]) + "\n"


def markdown(results: Results) -> str:
    parts = ["# Building: what was measured\n\n", "![A chart of the medians](building.svg)\n\n"]
    parts += [f"- {what}: {value}\n" for what, value in results.sections["machine"].items()]
    parts += ["\nMedians of runs in turns on this machine. [README.md](../README.md) says what each is.\n\n"]
    heads = ["", "Bar", "Goal", "Measured", "Meets"]
    parts.append(table(heads, [row.cells() for row in rows(results)]))
    if INSTRUCTIONS.exists():
        parts.append(f"\nA lesson costs {int(INSTRUCTIONS.read_text()):,} instructions (`make instructions`).\n")
    for section, title in TITLES.items():
        if results.runs(section):
            parts += [f"\n## {title}\n\n", run_table(section, results)]
    if saves := results.sections.get("serve", {}).get("milliseconds"):
        parts += ["\n## From a save to the browser's new page, ms\n\n", distribution(saves)]
    return "".join(parts)


def run_table(section: str, results: Results) -> str:
    lines = []
    for name, runs in results.runs(section).items():
        middle, walls = median(runs), [run.wall for run in runs]
        name = f"{int(name):,} lessons" if section == "scale" else name
        lines.append(
            [name, f"{middle.wall:.4g}", f"{min(walls):.4g}–{max(walls):.4g}", f"{middle.processor:.4g}",
             f"{middle.memory:.0f}", str(len(runs))]
        )  # fmt: skip
    return table(["", "Seconds", "Least–most", "Processor, s", "Peak, MiB", "Runs"], lines)


def distribution(saves: list[float]) -> str:
    parts = (0, 10, 25, 50, 75, 90, 95, 100)
    heads = ["", "Least", *(f"{part} %" for part in parts[1:-1]), "Most"]
    return table(heads, [["all saves", *(f"{percentile(saves, part):.0f}" for part in parts)]])
