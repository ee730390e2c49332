"""One HTML page of a portal, read without a browser."""

import re
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()
)
# Elements whose presence asks for a page of its own in a sample.
TELLING = frozenset(
    "pre math table form fieldset select video audio details dialog figure iframe dl svg textarea "
    "blockquote noscript".split()
)
PROSE = frozenset("p li h2 h3 h4 h5 h6".split())
NOT_PROSE = frozenset("pre code math form script style template svg details table".split())


@dataclass(frozen=True)
class Reference:
    """An address in an attribute; `link_kind` is the `rel` of a `link` or the name of a `meta`."""

    element: str
    attribute: str
    value: str
    link_kind: str


class Page:
    """`path` is relative to the portal, with `/`."""

    def __init__(self, path: str, data: bytes):
        self.path = path
        self.data = data

    @cached_property
    def text(self) -> str:
        return self.data.decode("utf-8", "surrogateescape")

    @cached_property
    def _read(self) -> "_PageReader":
        reader = _PageReader(self.text)
        reader.feed(self.text)
        reader.close()
        return reader

    @property
    def kind(self) -> str:
        """`data-page` or `class=kind-…` of the body; else `redirect` or `unmarked`."""
        if self._read.kind:
            return self._read.kind
        return "redirect" if self._read.redirects else "unmarked"

    @property
    def language(self) -> str:
        return self._read.language

    @property
    def title(self) -> str:
        return " ".join(self._read.title.split())

    @property
    def heading(self) -> str:
        return " ".join(self._read.heading.split())

    @property
    def references(self) -> list[Reference]:
        return self._read.references

    @property
    def features(self) -> frozenset[str]:
        return frozenset(self._read.features)

    @property
    def linked_data(self) -> list[str]:
        """The texts of the JSON-LD scripts."""
        return self._read.linked_data

    @property
    def not_indexed(self) -> bool:
        return self._read.not_indexed

    @property
    def prose(self) -> str:
        """The running text of the content element, without code, formulas and forms."""
        return "".join(self._read.prose)

    @property
    def visible_text(self) -> str:
        return "".join(self._read.visible_text)

    @property
    def content_size(self) -> int:
        """Bytes of `[data-content]` or `main article.prose`, tags included; 0 without one."""
        span = self._read.content_span
        return len(self.text[span[0] : span[1]].encode("utf-8", "surrogateescape")) if span else 0

    @property
    def has_content(self) -> bool:
        return self._read.content_span is not None

    def addresses(self, rel: str) -> list[str]:
        """`href` of the `link` elements of that `rel`."""
        return [
            r.value
            for r in self.references
            if r.element == "link" and rel in r.link_kind.lower().split()
        ]


class _PageReader(HTMLParser):
    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.source = text
        self.line_starts = [0] + [m.end() for m in re.finditer("\n", text)]
        self.kind = ""
        self.redirects = False
        self.not_indexed = False
        self.language = ""
        self.title = ""
        self.heading = ""
        self.references: list[Reference] = []
        self.features: set[str] = set()
        self.linked_data: list[str] = []
        self.prose: list[str] = []
        self.visible_text: list[str] = []
        self.content_span: tuple[int, int] | None = None
        self._content: tuple[str, int, int] | None = None
        self._open: dict[str, int] = {}
        self._in_linked_data = False

    def position(self) -> int:
        line, column = self.getpos()
        return self.line_starts[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._note(tag, attributes)
        for name, value in attributes.items():
            self._refer(tag, name, value, attributes)
        if tag in VOID:
            return
        self._open[tag] = self._open.get(tag, 0) + 1
        if self._content and tag == self._content[0]:
            self._content = (tag, self._content[1], self._content[2] + 1)
        elif self._begins_content(tag, attributes) and not self.content_span and not self._content:
            self._content = (tag, self.position(), 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # In HTML a slash does not close an element; in MathML and SVG it does.
        self.handle_starttag(tag, attrs)
        if tag not in VOID and (self._open.get("svg") or self._open.get("math")):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self._open[tag] = max(0, self._open.get(tag, 0) - 1)
        if tag == "script":
            self._in_linked_data = False
        if tag in PROSE:
            self.prose.append("\n")
        if self._content and tag == self._content[0]:
            name, start, depth = self._content
            self._content = (name, start, depth - 1)
            if depth == 1:
                self.content_span = (start, self.source.index(">", self.position()) + 1)
                self._content = None

    def handle_data(self, data: str) -> None:
        if self._in_linked_data:
            self.linked_data[-1] += data
        if self._open.get("script") or self._open.get("style"):
            return
        if self._open.get("title") and not self._open.get("svg"):
            self.title += data
        self.visible_text.append(data + " ")
        if self._open.get("h1"):
            self.heading += data
        in_prose = any(self._open.get(tag) for tag in PROSE)
        if self._content and in_prose and not any(self._open.get(tag) for tag in NOT_PROSE):
            self.prose.append(data)

    def _begins_content(self, tag: str, attributes: dict[str, str]) -> bool:
        prose = tag == "article" and "prose" in attributes.get("class", "").split()
        return "data-content" in attributes or (prose and bool(self._open.get("main")))

    def _note(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "html":
            self.language = attributes.get("lang", "")
            self.features.add(f"dir={attributes.get('dir', 'ltr')}")
        if tag == "body":
            marked = re.search(r"(?:^|\s)kind-(\S+)", attributes.get("class", ""))
            self.kind = attributes.get("data-page") or (marked[1] if marked else "")
        if tag == "meta":
            self.redirects |= attributes.get("http-equiv", "").lower() == "refresh"
            robots = attributes.get("name", "").lower() == "robots"
            self.not_indexed |= robots and "noindex" in attributes.get("content", "").lower()
        if tag == "script" and attributes.get("type", "").lower() == "application/ld+json":
            self.linked_data.append("")
            self._in_linked_data = True
        if tag in TELLING and self._open.get("main"):
            self.features.add(tag)
        if tag == "input" and self._open.get("main"):
            self.features.add(f"input-{attributes.get('type', 'text')}")
        self.features |= {name for name in attributes if name.startswith("data-")}

    def _refer(self, tag: str, name: str, value: str, attributes: dict[str, str]) -> None:
        kind = attributes.get("rel", "")
        if tag == "meta":
            kind = attributes.get("property") or attributes.get("name", "")
            if name == "content" and re.match(r"(og|twitter):(url|image|video|audio)", kind):
                self.references.append(Reference(tag, name, value, kind))
        elif name in ("href", "src", "action", "formaction", "poster", "cite", "data"):
            if name != "data" or tag == "object":
                self.references.append(Reference(tag, name, value.strip(), kind))
        elif name in ("srcset", "imagesrcset"):
            for candidate in re.split(r",\s+", value):
                if candidate.strip():
                    self.references.append(Reference(tag, name, candidate.split()[0], kind))


