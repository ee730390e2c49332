"""A built portal on disk."""

import re
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from harness.page import Page

PAGES_PER_KIND = 3


class Portal:
    def __init__(self, root: Path):
        self.root = root.resolve()

    @cached_property
    def files(self) -> list[str]:
        """Every file, relative to the portal, sorted."""
        return sorted(
            p.relative_to(self.root).as_posix() for p in self.root.rglob("*") if p.is_file()
        )

    @cached_property
    def pages(self) -> list[Page]:
        return [Page(f, self.read(f)) for f in self.files if f.endswith(".html")]

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def page(self, path: str) -> Page | None:
        return next((p for p in self.pages if p.path == path), None)

    @cached_property
    def url(self) -> str:
        """The configured address with a slash at its end, told by the home page; else empty."""
        home = self.page("index.html")
        canonical = home.addresses("canonical") if home else []
        if not canonical or not urlsplit(canonical[0]).scheme:
            return ""
        return canonical[0].removesuffix("index.html").rstrip("/") + "/"

    @property
    def url_path(self) -> str:
        """The path of the configured address, `/` without one."""
        return urlsplit(self.url).path or "/"

    def path_of(self, address: str) -> str | None:
        """The file that an absolute address of this portal names."""
        if not self.url or not address.startswith(self.url.rstrip("/")):
            return None
        path = unquote(re.split("[?#]", address[len(self.url) :])[0])
        return path + "index.html" if path == "" or path.endswith("/") else path

    def file_address(self, path: str) -> str:
        return "file://" + quote(f"{self.root}/{path}")

    def sample(self) -> list[Page]:
        """Up to three pages of every kind, and every feature of every kind at least once.

        Pages that show more new features come first, so that quizzes, code, formulas, tables and
        right-to-left pages are in the sample wherever they are in the portal.
        """
        chosen: list[Page] = []
        kinds: dict[str, list[Page]] = {}
        for page in self.pages:
            if page.kind != "redirect":
                kinds.setdefault(page.kind, []).append(page)
        for kind in sorted(kinds):
            rest = kinds[kind]
            seen: set[str] = set()
            taken = 0
            while rest:
                best = max(rest, key=lambda page: len(page.features - seen))
                if taken >= PAGES_PER_KIND and not best.features - seen:
                    break
                chosen.append(best)
                seen |= best.features
                taken += 1
                rest = [page for page in rest if page is not best]
        return chosen
