"""A portal with one paid course, built by the description of the reader's files."""

import json
import struct
import zlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml
from author import Author, base64url
from mustache import Templates

THEME = Path(__file__).resolve().parents[2] / "Themes/default"
TEMPLATES = Templates(THEME / "templates")
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "media-src 'self' blob:; font-src 'self'; base-uri 'none'; form-action 'self'"
)
PICTURE, FILM, TABLE = "0" * 23 + "1", "0" * 23 + "2", "0" * 23 + "3"
TITLES = {
    "en": ["Reef knot", "Bowline", "Long splice", "Words & signs"],
    "ar": ["العقدة المربعة", "عقدة الدلو", "الوصلة الطويلة", "كلمات وعلامات"],
}
COURSE = {"en": "Knots of the harbour", "ar": "عُقد الميناء"}
SECTION = {"en": "Basics", "ar": "أساسيات"}
IDS = ["basics/reef-knot", "basics/bowline", "basics/long-splice", "words"]


@dataclass
class Course:
    """What is built; the defaults are a course as it is sold first."""

    author: Author = field(default_factory=Author)
    epoch: int = 1
    loyal: list[str] = field(default_factory=list)
    revoked: list[str] = field(default_factory=list)
    key_list: str | None = None
    preview: bool = False
    language: str = "en"
    # Whether the page tells what happens in it.
    is_observed: bool = False

    def build(self, root: Path) -> Path:
        """Writes the portal; gives the reader's page."""
        folder = root / "courses/knots"
        folder.mkdir(parents=True, exist_ok=True)
        self._write_assets(root)
        for path, content in self._contents().items():
            self._write(folder / f"sealed/{self._file(path)}", self._script(content, path))
        if self.epoch > 1:
            slots = self.author.slots("knots", self.epoch, self.loyal)
            self._write(folder / "sealed/slots.js", slots)
        page = TEMPLATES.render("reader", self._page())
        if self.is_observed:
            first = '<script src="../../assets/theme.js"></script>'
            page = page.replace(first, first + '<script src="../../assets/observer.js"></script>')
            self._write(root / "assets/observer.js", OBSERVER)
        self._write(folder / "reader.html", page)
        self._write(folder / "index.html", "<!doctype html><title>Knots</title><h1>Knots</h1>")
        lessons = [{"id": path, "title": path, "closed": path != IDS[3]} for path in IDS]
        course = json.dumps({"title": "Knots", "lessons": lessons, "prerequisites": []})
        self._write(folder / "clevio-course.js", f'clevioCourse("knots",{course});\n')
        return folder / "reader.html"

    def _script(self, content: bytes, path: str) -> str:
        return self.author.script(content, "knots", path, self.epoch)

    @staticmethod
    def _file(path: str) -> str:
        if path.startswith("media/"):
            _, name, part = path.split("/")
            return f"media/{name}.{part}.js"
        return f"{path}.js"

    @staticmethod
    def _write(path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _write_assets(self, root: Path) -> None:
        joined = {"clevio.css": "css", "clevio.js": "js", "theme.js": "head",
                  "learning.js": "learning", "deeds.js": "deeds", "figures.js": "figures",
                  "captions.js": "captions", "quiz.js": "quiz", "marking.js": "marking",
                  "notes.js": "notes", "search.js": "search",
                  "reader-first.js": "reader-first", "reader.js": "reader"}  # fmt: skip
        for name, source in joined.items():
            texts = [path.read_text() for path in sorted((THEME / source).iterdir())]
            self._write(root / f"assets/{name}", "".join(texts))
        self._write(root / "assets/icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')

    def _contents(self) -> dict[str, bytes]:
        titles = TITLES[self.language]
        texts = [reef_knot(titles[0]), bowline(titles[1]), long_splice(titles[2]), words(titles[3])]
        found = {path: text.encode() for path, text in zip(IDS, texts)}
        documents = [
            {"id": path, "title": title, "text": text}
            for path, title, text in zip(IDS, titles, SEARCHED)
        ]
        found["search"] = json.dumps(documents, ensure_ascii=False).encode()
        picture = png(320, 180)
        found[f"media/{PICTURE}/1"] = picture[:200]
        found[f"media/{PICTURE}/2"] = picture[200:]
        found[f"media/{FILM}/1"] = wave()
        found[f"media/{TABLE}/1"] = b"knot,strength\nreef,45\n"
        return found

    def _page(self) -> dict:
        words = yaml.safe_load((THEME / f"strings/{self.language}.yml").read_text())
        titles = TITLES[self.language]
        lessons = [
            {"id": path, "title": title, "section": SECTION[self.language] if "/" in path else None,
             "file": f"sealed/{path}.js", "page": f"{path}.html", "open": path == IDS[3],
             "quiz": False, "optional": False, "minutes": 5}
            for path, title in zip(IDS, titles)
        ]  # fmt: skip
        rows = [
            {"id": each["id"], "title": each["title"], "url": each["page"], "duration": "5 min",
             "preview": each["open"], "optional": False, "quiz": False}
            for each in lessons
        ]  # fmt: skip
        data = {
            "author": self.author.name, "portal": self.author.portal, "course": "knots",
            "epoch": self.epoch, "root": base64url(self.author.signer.public),
            "sealed": True, "keyList": self.key_list, "revoked": self.revoked, "preview": self.preview,
            "slots": "sealed/slots.js" if self.epoch > 1 else None, "search": "sealed/search.js",
            "checkout": None, "landing": "index.html", "lessons": lessons,
        }  # fmt: skip
        title = COURSE[self.language]
        head = dict.fromkeys(
            ("accent_stylesheet", "canonical", "alternates", "feeds", "og", "json_ld",
             "has_languages", "languages", "description"))  # fmt: skip
        head |= {
            "kind": "reader", "lang": self.language, "dir": words["direction"],
            "title": f"{title} · Harbour", "csp": CSP, "robots": "noindex", "root": "../../",
            "icon": "../../assets/icon.svg", "stylesheet": "../../assets/clevio.css", "script": "../../assets/clevio.js",
            "head_script": "../../assets/theme.js", "language": words["language_name"],
            "has_breadcrumbs": True, "breadcrumbs": [
                {"title": words["catalogue"], "url": "index.html", "last": False},
                {"title": title, "url": "index.html", "last": True}],
        }  # fmt: skip
        action = {"kind": "get", "title": words["get_course"], "url": "https://shop.example/knots",
                  "primary": True, "external": True}  # fmt: skip
        return {
            "page": head, "consent": {"asks": False, "data": None, "tags": []},
            "strings": words, "sealed": True, "preview": self.preview, "landing": "index.html",
            "portal": {"title": "Harbour", "url": "index.html", "logo": None},
            "header": {"links": [{"title": words["catalogue"], "url": "index.html",
                                  "current": False}], "search_url": None},
            "footer": {"has_links": False, "links": [], "cookie_settings": None, "note": None,
                       "copyright": "© 2026 Ada", "license": None, "generator": "Clevio"},
            "course": {"id": "knots", "title": title, "subtitle": None, "actions": [action],
                       "price": {"text": "39,00 €", "before": None, "until": None}},
            "sections": [{"title": SECTION[self.language], "lessons": rows[:3]},
                         {"title": None, "lessons": rows[3:]}],
            "data": json.dumps(data, ensure_ascii=False).replace("<", "\\u003c"),
        }  # fmt: skip


# A script of the portal that runs after the first; it sees what such scripts can see.
OBSERVER = """
"use strict";
const observed = {addresses: [], events: [], violations: []};
const observe = (list, ...values) => {
  observed[list].push(...values);
  document.documentElement.dataset.observed = JSON.stringify(observed);
};
const look = () => observe("addresses", location.href, document.URL, document.referrer,
  JSON.stringify([history.state, performance.getEntries()]),
  ...performance.getEntries().map(entry => entry.name),
  ...(window.navigation ? [navigation.currentEntry.url, navigation.activation?.entry.url,
    ...navigation.entries().map(entry => entry.url)] : []));
look();
addEventListener("clevio:lesson-shown", look);
new PerformanceObserver(list => observe("addresses", JSON.stringify(list.getEntries())))
  .observe({type: "navigation", buffered: true});
addEventListener("hashchange", event => observe("addresses", location.href, event.newURL));
for (const name of ["course-purchased", "unlocked", "lesson-shown"]) {
  addEventListener("clevio:" + name, event => observe("events", name + " " + event.detail.course));
}
addEventListener("securitypolicyviolation", event => observe("violations", event.blockedURI));
"""
SEARCHED = [
    "Right over left, left over right. It holds under strain.",
    "The rabbit comes out of the hole, round the tree. It holds well and never jams under strain.",
    "Strand by strand: the rope grows longer, and no thicker.",
    "Signs and words: 中文學習 and café.",
]


def article(title: str, body: str, more: str = "") -> str:
    return (
        f'<header class="page-header"><h1>{title}</h1><p class="facts"><span>5 min</span></p>'
        f'</header>{more}<article class="prose" data-content>{body}</article>'
    )


def reef_knot(title: str) -> str:
    return article(
        title,
        f'<p>Right over left, left over right. See <a href="basics/bowline.html#use">the bowline</a>'
        f' and <a href="#strain">below</a>.</p><p><img data-sealed="{PICTURE}" '
        f'data-type="image/png" data-parts="2" width="320" height="180" alt="A reef knot"></p>'
        '<div class="tabs"><div class="tab" data-title="Left"><p>Left first.</p></div>'
        '<div class="tab" data-title="Right"><p id="in-tab">Right first.</p></div></div>'
        '<figure class="code"><figcaption>Shell</figcaption><pre tabindex="0"><code>tie reef'
        '</code></pre></figure><h2 id="strain">Under strain <a class="anchor" href="#strain" '
        'aria-label="Link to this heading"></a></h2>' + "<p>It holds.</p>" * 30,
    )


def bowline(title: str) -> str:
    toc = (
        '<nav class="toc" aria-label="On this page"><details class="fold"><summary>On this page'
        '</summary><ol><li><a href="#use">Use</a></li><li><a href="#tie">Tie</a></li></ol>'
        "</details></nav>"
    )
    return article(
        title,
        "<p>The rabbit comes out of the hole.</p>" + "<p>Round the tree.</p>" * 20
        + '<h2 id="use">Use</h2>' + "<p>For boats.</p>" * 20 + '<h2 id="tie">Tie</h2><p>So.</p>',
        toc,
    )  # fmt: skip


def long_splice(title: str) -> str:
    downloads = (
        '<section class="downloads"><h2>Downloads</h2><ul><li><a data-sealed="'
        f'{TABLE}" data-type="text/csv" data-parts="1" download="knots.csv"><span class="icon '
        'icon-download" aria-hidden="true"></span><span>Strength of knots</span></a></li></ul></section>'
    )
    return (
        article(
            title,
            f'<audio controls data-sealed="{FILM}" data-type="audio/wav" data-parts="1"></audio>',
        )
        + downloads
    )


def words(title: str) -> str:
    return article(
        title.replace("&", "&amp;"),
        "<p>Signs and words.</p><script>document.documentElement.dataset.ran = 1</script>"
        '<img src="missing.png" alt="" width="1" height="1" hidden>',
    )


@cache
def png(width: int, height: int) -> bytes:
    """A picture with noise enough not to fit into one part."""
    rows = b"".join(
        b"\0" + bytes((x * y * 7 + c * 85) & 255 for x in range(width) for c in range(3))
        for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )  # fmt: skip


def wave() -> bytes:
    """A tenth of a second of silence."""
    sound = b"\x80" * 800
    return (
        b"RIFF" + struct.pack("<I", 36 + len(sound)) + b"WAVEfmt "
        + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8) + b"data"
        + struct.pack("<I", len(sound)) + sound
    )  # fmt: skip
