"""axe-core in every state of the reader, in two languages, light and dark, wide and narrow."""

import tempfile
from pathlib import Path

import places
from course import Course
from tabs import chromium_tab, seconds
from unlocking import OPEN

SEARCH = """() => {
  const field = document.getElementById("reader-query");
  field.value = "strain";
  field.dispatchEvent(new Event("input"));
}"""
FOUND = "() => document.querySelectorAll('[data-reader=found] a').length === 2"


def check_looks(browser, coverage) -> None:
    faults = []
    for language in ("en", "ar"):
        with tempfile.TemporaryDirectory(prefix="reader-") as folder:
            course = Course(language=language, loyal=["e-0001"], epoch=2)
            root = Path(folder) / "portal"
            course.build(root)
            with places.loopback(root) as address, chromium_tab(browser, coverage) as tab:
                for state, reach in STATES.items():
                    reach(tab, address, course)
                    faults += [f"{language} {state}: {fault}" for fault in tab.faults()]
    assert not faults, "\n  ".join(["", *faults[:20]])


def locked(tab, address, course) -> None:
    tab.goto(f"{address}#/basics/bowline")
    assert tab.wait("() => document.querySelector('h1').textContent !== ''")


def refused(tab, address, course) -> None:
    tab.paste("a.b.c")
    assert tab.wait("() => document.querySelector('main').dataset.state === 'refused'")


def unlocked(tab, address, course) -> None:
    tab.goto(address)
    tab.paste(course.author.licence(seconds()))
    assert tab.wait(OPEN)
    tab.click("[data-reader=done]")


def search(tab, address, course) -> None:
    tab.evaluate(SEARCH)
    assert tab.wait(FOUND)


def media(tab, address, course) -> None:
    tab.evaluate("() => { location.hash = '#/basics/long-splice'; }")
    assert tab.wait("() => !!document.querySelector('.sealed-play')")


STATES = {
    "locked": locked, "refused": refused, "unlocked": unlocked, "search": search, "media": media,
}  # fmt: skip


def check_without_scripts(browser) -> None:
    """The page says what it needs, lists the lessons, and leads to the landing page."""
    with tempfile.TemporaryDirectory(prefix="reader-") as folder:
        root = Path(folder) / "portal"
        Course().build(root)
        context = browser.new_context(java_script_enabled=False)
        with places.loopback(root) as address:
            page = context.new_page()
            page.goto(address)
            text = page.locator("main").inner_text()
            assert "JavaScript" in text and "I have bought this" not in text, text
            assert page.locator("noscript a, main p.empty a").first.get_attribute("href") == "index.html"
            assert page.locator(".outline-tree li li a").count() == 4
        context.close()
