"""How the question, the dialogs and the placeholders look, read and answer to the keyboard."""

from importlib.resources import files
from pathlib import Path

from checks.axe import RUN
from consent.choices import SONGS
from consent.visitor import NOTHING, visitor

SIZES = ((1280, 800), (320, 256))
WIDTHS = (320, 640, 768, 900, 1000, 1280)
SCHEMES = ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"})
LESSONS = {"en": SONGS, "ar": "courses/طيور/start/songs.html"}
INSIDE = """selector => {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).map(e => {
    const box = e.getBoundingClientRect();
    return [e.textContent.trim(), box.left >= 0, box.right <= width, box.top >= 0, box.bottom <= innerHeight];
  }).filter(each => each.includes(false));
}"""
SMALL = """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility())
  .map(e => [e.textContent.trim(), e.getBoundingClientRect().height]).filter(([, height]) => height < 43.9)"""
PLACES = """() => {
  const buttons = [...document.querySelectorAll(".clv-ask button")];
  return ["offsetTop", "offsetWidth"].map(side => new Set(buttons.map(button => button[side])).size);
}"""
FOCUSED = """() => {
  const e = document.activeElement;
  return e.dataset.clvAction || e.className || e.id || e.getAttribute("href") || e.localName;
}"""


def accessible(score, browser, network, home: str, pictures: Path | None) -> None:
    axe = (files("axe_playwright_python") / "axe.min.js").read_text()
    for language, lesson in LESSONS.items():
        for width, height in SIZES:
            size = {"width": width, "height": height}
            with visitor(browser, network, home, viewport=size) as person:
                for scheme in SCHEMES:
                    person.tab.emulate_media(**{"color_scheme": "light", "forced_colors": "none", **scheme})
                    name = f"{language}-{width}-{'-'.join(scheme.values())}"
                    examine(score, person, lesson, name, axe, pictures)


def examine(score, person, lesson: str, name: str, axe: str, pictures: Path | None) -> None:
    def look(what: str) -> None:
        if pictures:
            person.tab.screenshot(path=pictures / f"{what}-{name}.png")
        person.tab.evaluate(f"() => {{ {axe} }}")
        found = person.tab.evaluate(RUN)
        score.equal(f"axe {what} {name}", [[rule, nodes] for rule, _, nodes in found], [])
        over = person.tab.evaluate(
            "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth")
        score.equal(f"no sideways scrolling: {what} {name}", over, 0)

    person.context.clear_cookies()
    person.open(lesson)
    look("banner")
    score.equal(f"buttons in view: {name}", person.tab.evaluate(INSIDE, ".clv-ask button"), [])
    score.equal(f"buttons large enough: {name}", person.tab.evaluate(SMALL, ".clv-notice button"), [])
    person.press("open")
    person.tab.locator("#clv-choices").wait_for()
    look("dialog")
    score.equal(f"dialog's buttons in view: {name}", person.tab.evaluate(INSIDE, "#clv-choices button.button"), [])
    person.press("reject", "#clv-choices")
    look("said")
    person.press("hide")
    person.tab.locator("[data-clv-svc=tube]").scroll_into_view_if_needed()
    look("placeholder")
    score.equal(f"placeholder's buttons: {name}", person.tab.evaluate(SMALL, ".embed button"), [])


def alike(score, browser, network, home: str) -> None:
    """No answer stands alone in a row, or is larger than another."""
    for lesson in LESSONS.values():
        with visitor(browser, network, home) as person:
            for width in WIDTHS:
                person.tab.set_viewport_size({"width": width, "height": 800})
                person.open(lesson)
                score.equal(f"rows and widths of buttons at {width} px", person.tab.evaluate(PLACES), [1, 1])


def by_keyboard(score, browser, network, home: str) -> None:
    with visitor(browser, network, home) as person:
        person.open()
        score.equal("focus is not taken", person.tab.evaluate(FOCUSED), "kind-lesson")
        walked = []
        for _ in range(8):
            person.tab.keyboard.press("Tab")
            walked.append(person.tab.evaluate(FOCUSED))
        wanted = ["clv-words", "cookies.html", "privacy.html", "reject", "accept", "open", "skip"]
        score.equal("Tab walks the question first, then the page", [
            each.rsplit("/", 1)[-1] for each in walked[:7]], wanted)
        person.tab.locator(".clv-notice [data-clv-action=open]").focus()
        person.tab.keyboard.press("Enter")
        person.tab.locator("#clv-choices").wait_for()
        seen = set()
        for _ in range(60):
            person.tab.keyboard.press("Tab")
            place = person.tab.evaluate(
                "() => document.activeElement.closest('#clv-choices') ? 'in' : document.activeElement.localName")
            seen.add(place)
        score.expect("the dialog holds the focus, but for the browser's own", seen <= {"in", "body"}, seen)
        person.tab.keyboard.press("Escape")
        score.equal("Esc gives the focus back", person.tab.evaluate(FOCUSED), "open")
        score.expect("Esc is no answer", person.asks())
        score.equal("Esc stores nothing", person.stores(), NOTHING)
        person.tab.locator(".clv-notice [data-clv-action=reject]").focus()
        person.tab.keyboard.press("Enter")
        score.equal("an answer moves the focus to what it did", person.tab.evaluate(FOCUSED), "clv-said")
        person.tab.locator("[data-cookie-settings]").focus()
        person.tab.keyboard.press("Enter")
        person.tab.locator("#clv-choices").wait_for()
        person.tab.locator("[data-clv-service=tube]").focus()
        person.tab.keyboard.press("Space")
        person.press("save", "#clv-choices")
        score.expect("Space switches a service", person.tab.evaluate("() => clevio.consent.has('tube')"))


def all_of_them(score, browser, network, home: str, pictures: Path | None) -> None:
    by_keyboard(score, browser, network, home)
    alike(score, browser, network, home)
    accessible(score, browser, network, home, pictures)
