"""Takes pictures of a built portal, light and dark, wide and narrow.

    python Tests/Browser/screenshots.py --portal DIR --out DIR [--pictures] [--full]

Writes `<page>-<light|dark>-<1280|320>.png` for home, course, lesson, locked, quiz, search and
not-found. With `--pictures` only `light.png` and `dark.png`: the first lesson, for the README.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness.chromium import at_own_address, chromium, new_page, wait_until
from harness.page import Page
from harness.portal import Portal
from harness.searching import questions
from harness.web import serving

HEIGHTS = {1280: 900, 320: 700}
SCHEMES = ("light", "dark")
RESULTS = "() => document.querySelectorAll('main a[href]').length"


def subjects(portal: Portal) -> dict[str, Page]:
    """The page that stands for each subject; what the portal has none of is left out."""
    lessons = [page for page in portal.pages if page.kind == "lesson"]
    open_lessons = [page for page in lessons if page.has_content]

    def first(pages: list[Page], holds: Callable[[Page], bool] = lambda page: True) -> Page | None:
        return next((page for page in pages if holds(page)), None)

    def of_kind(kind: str) -> list[Page]:
        return [page for page in portal.pages if page.kind == kind]

    chosen = {
        "home": portal.page("index.html"),
        "course": first(of_kind("course")),
        "lesson": first(open_lessons, is_rich) or first(open_lessons),
        "locked": first(lessons, lambda page: not page.has_content),
        "quiz": first(lessons, is_quiz),
        "search": first(of_kind("search")),
        "not-found": portal.page("404.html"),
    }
    return {name: page for name, page in chosen.items() if page}


def is_rich(page: Page) -> bool:
    """Shows code and enough text to fill a picture."""
    return "pre" in page.features and len(page.prose) > 1200


def is_quiz(page: Page) -> bool:
    return bool({"fieldset", "input-radio", "input-checkbox"} & page.features)


class Photographer:
    """Opens pages of a served portal in one tab."""

    def __init__(self, tab, portal: Portal, home: str, out: Path):
        self.tab, self.portal, self.home, self.out = tab, portal, home, out

    def take(self, page: Page, scheme: str, width: int, name: str, full: bool = False) -> None:
        self.tab.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        self.tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        if page.kind == "not-found" and self.portal.url:
            self.tab.goto(at_own_address(self.tab, self.portal))
        else:
            self.tab.goto(self.home + page.path)
        if page.kind == "search":
            self.search(page)
        self.tab.screenshot(path=self.out / name, full_page=full)
        print(self.out / name)

    def search(self, page: Page) -> None:
        """Shows results instead of an empty field."""
        asked = [q for q in questions(self.portal) if q.search_page == page.path]
        if asked:
            before = self.tab.evaluate(RESULTS)
            self.tab.locator("main input[type=search]").first.fill(asked[-1].word)
            self.tab.keyboard.press("Enter")
            wait_until(lambda: self.tab.evaluate(RESULTS) > before, 3)


def main() -> int:
    parser = argparse.ArgumentParser(description="Takes pictures of a built portal.")
    parser.add_argument("--portal", required=True, help="the folder of the built portal")
    parser.add_argument("--out", required=True, help="the folder for the pictures")
    parser.add_argument("--pictures", action="store_true", help="only the README's two")
    parser.add_argument("--full", action="store_true", help="whole pages, not one window")
    arguments = parser.parse_args()
    portal, out = Portal(Path(arguments.portal)), Path(arguments.out)
    out.mkdir(parents=True, exist_ok=True)
    chosen = subjects(portal)
    if "lesson" not in chosen:
        print(f"{portal.root} has no open lesson", file=sys.stderr)
        return 1
    with serving(portal.root, portal.url_path) as server, chromium() as browser:
        home = server.origin + portal.url_path
        photographer = Photographer(new_page(browser), portal, home, out)
        for scheme in SCHEMES:
            if arguments.pictures:
                photographer.take(chosen["lesson"], scheme, 1280, f"{scheme}.png")
                continue
            for name, page in chosen.items():
                for width in HEIGHTS:
                    picture = f"{name}-{scheme}-{width}.png"
                    photographer.take(page, scheme, width, picture, arguments.full)
    return 0


if __name__ == "__main__":
    sys.exit(main())
