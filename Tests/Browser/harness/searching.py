"""Searching a portal as a person at a keyboard would, in any browser."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Protocol

from harness.chromium import wait_until
from harness.page import Page
from harness.portal import Portal
from harness.report import Report

NONSENSE = "zqxvkjwy"
TAB_STOPS = 80
FEW = 5
AT_FIELD = """() => document.activeElement.matches(
  'input[type=search], [role=searchbox], input[role=combobox]')"""
FIELD_TEXT = "() => document.activeElement.value"
AT_ADDRESS = "address => location.href.split(/[?#]/)[0] === address"
LOADED = "() => document.readyState === 'complete'"
SHOWN = """address => [...document.querySelectorAll("a[href]")].some(link =>
  link.href.split(/[?#]/)[0] === address && !link.closest("header, footer, nav") &&
  link.checkVisibility())"""
NOT_SHOWN = f"address => !({SHOWN})(address)"
AT_LINK = """address => document.activeElement.matches("a[href]") &&
  document.activeElement.href.split(/[?#]/)[0] === address"""


class Browser(Protocol):
    """What a search needs of a browser."""

    def goto(self, address: str) -> None: ...
    def evaluate(self, function: str, argument: object = None): ...
    def press(self, key: str) -> None: ...
    def type(self, text: str) -> None: ...


class ChromiumTab:
    """A Playwright page as a `Browser`."""

    def __init__(self, tab):
        self.tab = tab

    def goto(self, address: str) -> None:
        self.tab.goto(address)

    def evaluate(self, function: str, argument: object = None):
        return self.tab.evaluate(function, argument)

    def press(self, key: str) -> None:
        self.tab.keyboard.press(key)

    def type(self, text: str) -> None:
        self.tab.keyboard.type(text)


@dataclass(frozen=True)
class Question:
    """A word, and the page that holds it; asked on a search page of the same language."""

    search_page: str
    word: str
    answer: str


def questions(portal: Portal) -> list[Question]:
    """For each language words of texts and of a title that few pages have."""
    owners: Counter[str] = Counter()
    for page in portal.pages:
        owners.update(set(words(page.visible_text)))
    found = []
    for search_page in (page for page in portal.pages if page.kind == "search"):
        lessons = [
            page
            for page in portal.pages
            if page.kind == "lesson" and page.has_content and not page.not_indexed
            and page.language == search_page.language
        ]  # fmt: skip
        for lesson in spread(lessons, 2):
            found += asked(search_page, lesson, rare(words(lesson.prose), owners))
        for lesson in spread(lessons, 1):
            found += asked(search_page, lesson, rare(words(lesson.heading), owners))
    return found


def rare(candidates: list[str], owners: Counter[str]) -> list[str]:
    """The words with the fewest owners, by length; none if even those would find a crowd."""
    fewest = min((owners[word] for word in candidates), default=FEW + 1)
    found = {word for word in candidates if owners[word] == fewest and fewest <= FEW}
    return sorted(found, key=lambda word: (len(word), word))


def asked(search_page: Page, lesson: Page, candidates: list[str]) -> list[Question]:
    """A word of middling length: the longest are often no words."""
    word = candidates[len(candidates) // 2 :][:1]
    return [Question(search_page.path, w, lesson.path) for w in word]


def words(text: str) -> list[str]:
    """Lower-case words of five letters and more, as one would type them."""
    found = [word.lower() for word in re.findall(r"[^\W\d_]{5,}", text)]
    return [word[:12] if is_unspaced(word) else word for word in found]


def is_unspaced(word: str) -> bool:
    """Chinese and Japanese put no spaces between words."""
    return any("\u3040" <= letter <= "\u9fff" for letter in word)


def spread(pages: list[Page], number: int) -> list[Page]:
    """That many pages from all over the list."""
    step = max(1, len(pages) // (number + 1))
    return pages[step - 1 :: step][:number] if pages else []


def ask(browser: Browser, home: str, question: Question, report: Report) -> None:
    """Finds the page with the keyboard alone; a word nobody wrote must not find it."""
    place = home.split(":")[0]
    page = question.search_page
    answer = home + question.answer

    def add(rule: str) -> None:
        report.add(page, rule, place, f"“{question.word}” for {question.answer}")

    report.count("searches")
    browser.goto(home + page)
    if not tab_to(browser, AT_FIELD):
        return add("search-field-not-reached")
    browser.type(NONSENSE)
    browser.press("Enter")
    if not wait_until(lambda: holds(browser, NOT_SHOWN, answer), 3):
        return add("search-finds-everything")
    if not browser.evaluate(AT_FIELD) and not tab_to(browser, AT_FIELD):
        return add("search-field-not-reached")
    browser.press("Control+a")
    browser.press("Delete")
    browser.type(question.word)
    if browser.evaluate(FIELD_TEXT) != question.word:
        return add("search-field-not-typed")
    if not wait_until(lambda: holds(browser, SHOWN, answer), 1):
        browser.press("Enter")
        if not wait_until(lambda: holds(browser, SHOWN, answer), 5):
            return add("search-finds-nothing")
    if not tab_to(browser, AT_LINK, answer):
        return add("search-result-not-reached")
    browser.press("Enter")
    if not wait_until(lambda: holds(browser, AT_ADDRESS, answer), 5):
        add("search-result-not-opened")


def tab_to(browser: Browser, condition: str, argument: object = None) -> bool:
    for _ in range(TAB_STOPS):
        if browser.evaluate(condition, argument):
            return True
        browser.press("Tab")
    return False


def holds(browser: Browser, condition: str, argument: object = None) -> bool:
    """False also while one page gives way to the next."""
    try:
        return browser.evaluate(LOADED) and browser.evaluate(condition, argument)
    except Exception:
        return False
