"""A chart of the results: bars in groups, each group on a scale of its own, light or dark as its reader is."""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from measuring import median
from report import Results, percentile

WIDTH, LABELS, BARS = 760, 230, 420
LINE, THICKNESS, GAP, TITLE = 24, 14, 18, 30
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1c1b22 }
.title { font-weight: 600 }
.label { text-anchor: end }
.paper { fill: #fff }
.own { fill: #6b3fa0 }
.other { fill: #8a8a94 }
@media (prefers-color-scheme: dark) {
  text { fill: #ececf1 }
  .paper { fill: #17161c }
  .own { fill: #b794f0 }
  .other { fill: #9a9aa6 }
}
"""


class Bar(NamedTuple):
    """A value with its name; Clevio's own are coloured."""

    name: str
    value: float
    is_own: bool


class Group(NamedTuple):
    """Bars that are compared with each other."""

    title: str
    unit: str
    bars: list[Bar]

    @property
    def height(self) -> int:
        return TITLE + LINE * len(self.bars) + GAP


def groups(results: Results) -> Iterator[Group]:
    for section, title, unit, factor in (
        ("build", "Full build", "s", 1), ("rebuild", "Rebuild", "ms", 1000), ("start", "Start", "ms", 1000)
    ):  # fmt: skip
        medians = {name: median(runs) for name, runs in results.runs(section).items()}
        of = f", {results.lessons(section)}" if section != "start" else ""
        yield Group(
            f"{title}{of}: {unit}", unit,
            [Bar(name, run.wall * factor, name.startswith("clevio")) for name, run in medians.items()],
        )  # fmt: skip
    sizes = {int(name): median(runs) for name, runs in results.runs("scale").items()}
    named = [(f"{count:,} lessons", count, run) for count, run in sizes.items()]
    costs = [Bar(name, run.processor / count * 1e6, True) for name, count, run in named]
    yield Group("Full build, processor a lesson: µs", "µs", costs)
    yield Group("Full build, peak memory: MiB", "MiB", [Bar(name, run.memory, True) for name, _, run in named])
    if saves := results.sections.get("serve", {}).get("milliseconds"):
        parts = (("half of the saves within", 50), ("nine of ten within", 90), ("all within", 100))
        waits = [Bar(name, percentile(saves, part), True) for name, part in parts]
        yield Group(f"From a save to the browser's new page, {results.lessons('serve')}: ms", "ms", waits)


def drawn(group: Group, top: int) -> Iterator[str]:
    yield f'<text class="title" x="16" y="{top + 18}">{escape(group.title)}</text>'
    most = max(bar.value for bar in group.bars)
    for place, bar in enumerate(group.bars):
        y = top + TITLE + place * LINE
        width = max(1.0, bar.value / most * BARS)
        value = f"{bar.value:.2f}" if bar.value < 10 else f"{bar.value:,.0f}"
        kind = "own" if bar.is_own else "other"
        yield f'<text class="label" x="{LABELS}" y="{y + 12}">{escape(bar.name)}</text>'
        yield f'<rect class="{kind}" x="{LABELS + 8}" y="{y}" width="{width:.1f}" height="{THICKNESS}" rx="2"/>'
        yield f'<text x="{LABELS + 16 + width:.1f}" y="{y + 12}">{value} {group.unit}</text>'


def chart(results: Results) -> str:
    shapes: list[str] = []
    top = GAP
    for group in groups(results):
        if group.bars:
            shapes += drawn(group, top)
            top += group.height
    box = f'viewBox="0 0 {WIDTH} {top}" role="img" aria-labelledby="title"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
    title = '<title id="title">Clevio beside Hugo and the least that its work costs</title>'
    paper = f'<rect class="paper" width="{WIDTH}" height="{top}"/>'
    return "\n".join([head, title, f"<style>{STYLE}</style>", paper, *shapes, "</svg>"]) + "\n"
