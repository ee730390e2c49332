"""A course that the program sealed, opened with licences that the program issued."""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from course import png
from tabs import Tab
from unlocking import OPEN

PASSPHRASE = "correct horse battery"
SETTINGS = "title: Harbour\nid: harbour\nlanguages: [en]\n"
LANDING = "---\ntitle: Knots\nprice: 39 EUR\ncheckout_url: https://shop.example/knots\n---\n\nAll knots.\n"
LESSONS = {
    "01-basics/01-reef-knot.md": "---\ntitle: Reef knot\n---\n\nRight over left. See [the bowline](02-bowline.md#use).\n\n"
    "![A knot](../images/knot.png)\n\n## Strain\n\nIt holds.\n\n## Use\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "01-basics/02-bowline.md": "---\ntitle: Bowline\ndownloads: [../files/knots.csv]\n---\n\n## Use\n\nFor boats. "
    "Back to [the reef knot](01-reef-knot.md).\n\n```swift\nlet rope = 1\n```\n\n## Tie\n\nSo.\n",
    "02-words.md": "---\ntitle: Words & <signs>\npreview: true\n---\n\nSigns.\n",
}
TITLES = ["Reef knot", "Bowline", "Words & <signs>"]
LINKS = "() => [...document.querySelectorAll('[data-reader=outline] a[data-lesson]')].map(a => a.getAttribute('href'))"
HEADING = "() => document.querySelector('[data-reader=lesson] h1').textContent"


class Program:
    """The program with one author's keys, one paid course and its portal."""

    def __init__(self, path: str):
        self.path = path
        self._temporary = tempfile.TemporaryDirectory(prefix="reader-program-")
        self.folder = Path(self._temporary.name)
        self.keys, self.portal = self.folder / "keys", self.folder / "portal"
        source = self.folder / "source"
        for name, text in LESSONS.items():
            self._write(source / "courses/knots" / name, text.encode())
        self._write(source / "courses/knots/index.md", LANDING.encode())
        self._write(source / "courses/knots/images/knot.png", png(320, 180))
        self._write(source / "courses/knots/files/knots.csv", b"knot,strength\nreef,45\n")
        self._write(source / "clevio.yml", SETTINGS.encode())
        self.run("key", "new", "--author", "ada", "--keys", str(self.keys))
        self.run("key", "course", "knots", "--keys", str(self.keys))
        self.run("build", str(source), "-o", str(self.portal), "--keys", str(self.keys))

    @staticmethod
    def _write(path: Path, data: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def run(self, *arguments: str) -> None:
        environment = {**os.environ, "CLEVIO_PASSPHRASE": PASSPHRASE}
        done = subprocess.run(
            [self.path, *arguments], capture_output=True, text=True, env=environment
        )
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"

    def licence(self, *more: str) -> str:
        out = self.folder / "licence"
        out.unlink(missing_ok=True)
        self.run("entitlement", "issue", "--course", "knots", "--label", "order 1001",
                 "--portal", "harbour", "--keys", str(self.keys), "-o", str(out), *more)  # fmt: skip
        return out.read_text()


@cache
def author_with(program: str) -> Program:
    """One for all places: what is opened differs by the browser and the place, not by its making."""
    return Program(program)


def check_program(tab: Tab, program: str, address: str, root: Path) -> None:
    made = author_with(program)
    shutil.copytree(made.portal, root, dirs_exist_ok=True)
    gate = (root / "courses/knots/basics/reef-knot.html").read_text()
    assert "../reader.html#/basics/reef-knot" in gate and "Right over left" not in gate
    if address.startswith("file:"):
        (root / "courses/knots/entitlement.js").write_text(made.licence("--js"))
        tab.goto(address)
    else:
        tab.goto(f"{address}#/basics/reef-knot")
        tab.paste(made.licence())
    assert tab.wait(OPEN), tab.evaluate("() => document.querySelector('main').innerText")
    read_all(tab)
    tab.complaints()


def read_all(tab: Tab) -> None:
    """Every lesson opens, with its picture, its links and its table of contents."""
    links = tab.evaluate(LINKS)
    assert len(links) == len(TITLES), links
    for link, title in zip(links, TITLES):
        tab.evaluate("link => { location.hash = link; }", link)
        assert tab.wait("title => document.title.startsWith(title + ' · ')", title), title
        assert tab.evaluate(HEADING) == title
    tab.evaluate("link => { location.hash = link; }", links[0])
    image = "() => { const image = document.querySelector('[data-reader=lesson] img');" \
        " return image && image.src.startsWith('blob:') && image.naturalWidth === 320; }"
    assert tab.wait(image), "the picture"
    tab.click("[data-reader=lesson] a[href*='bowline#use']")
    assert tab.wait("() => document.title.startsWith('Bowline')"), "the link between lessons"
    assert tab.evaluate("() => location.hash") == "#/basics/bowline#use"
    assert tab.evaluate("() => document.querySelectorAll('a[data-sealed][download=\"knots.csv\"]').length") == 1
