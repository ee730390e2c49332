"""What a learner's pages look like in every state, and where something is missing."""

import re

import keeping
from harness.shifts import ALLOWED, OBSERVE_SHIFTS
from school import RIGHT
from tabs import chromium_tab
from taking import Learner

BLOCK = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }});"


LONG = """word => {
  const places = ".brand span, .site-nav a, .site-footer a, .breadcrumbs a, h1, h2, h3, .lead, main li > a, .pager span, " +
    ".outline-tree span, .toc a, .quiz-choices span, .quiz-pairs label > span, .quiz-steps span, .tags a, main p";
  for (const place of document.querySelectorAll(places))
    for (const node of place.childNodes) if (node.nodeType === 3 && node.data.trim()) node.data = word;
}"""
TOO_WIDE = "() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
WORD_GAPS = """() => {
  const boxes = [...document.querySelector(".tasks label").childNodes].slice(1).map(node => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return range.getBoundingClientRect();
  });
  return boxes.slice(1).map((box, index) => box.left - boxes[index].right);
}"""
ROOM = """() => {
  const [one, two] = [...document.querySelectorAll(".own > p")].map(text => text.getBoundingClientRect());
  return two.top - one.bottom;
}"""
BOXES = """() => [...document.querySelectorAll(".quiz-choices input")]
  .map(box => [box.checked, getComputedStyle(box).backgroundColor])"""


def two_tabs(browser, coverage, home: str) -> None:
    """What is done in one tab shows in the other."""
    with chromium_tab(browser, coverage) as tab:
        one = Learner(tab, home)
        one.lesson("test")
        one.sees(text=False)
        other = tab.page.context.new_page()
        other.goto(home + "courses/knots/rope.html")
        other.locator(".lesson-done button").click()
        one.sees(text=True, gate=None, outline="done - locked")


def blocked_storage(browser, coverage, home: str) -> None:
    """Nothing breaks, nothing is locked, and the page says once that nothing is kept."""
    with chromium_tab(browser, coverage) as tab:
        tab.page.add_init_script(BLOCK)
        learner = Learner(tab, home)
        learner.lesson("hitch")
        learner.sees(text=True, gate=None)
        tab.evaluate("() => document.querySelector('.lesson-done button').click()")
        learner.sees(done="Done", trouble="keeps nothing")
        tab.click(".lesson-done button")
        count = tab.evaluate("() => document.querySelectorAll('.progress-trouble').length")
        assert count == 1, f"said {count} times"
        assert tab.complaints() == [], tab.complaints()


def without_scripts(browser, coverage, home: str) -> None:
    """Everything can be read, answers too, and no button is dead."""
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        for name in ("test", "hitch", "last"):
            page.goto(f"{home}courses/knots/{name}.html")
            assert page.locator("[data-content]").is_visible(), name
            assert not page.locator("main button:visible").count(), f"{name} has a dead button"
        page.goto(home + "courses/knots/test.html")
        page.locator(".quiz-answer summary").first.click()
        right, wrong = (page.locator(f".quiz-answer li.{each}").first for each in ("right", "wrong"))
        assert right.get_by_role("img", name="Right", exact=True).is_visible()
        assert wrong.get_by_role("img", name="Not right").is_visible()
        starts = [item.evaluate("item => getComputedStyle(item).textAlign") for item in (right, wrong)]
        assert starts[0] == starts[1] and starts[0] in ("start", "left"), f"answers are set {starts}"
    finally:
        context.close()


def nothing_moves(browser, coverage, home: str) -> None:
    """Neither for a new learner nor for one who comes back."""
    for width, height in ((1280, 720), (375, 700)):
        size = {"width": width, "height": height}
        with chromium_tab(browser, coverage, viewport=size) as tab:
            learner = Learner(tab, home)
            faults = shifts(tab, home, "new")
            learner.lesson("rope")
            tab.click(".lesson-done button")
            learner.sees(done="Done")
            keeping.write(learner, "Right over left")
            learner.lesson("test")
            faults += shifts(tab, home, "begun")
            assert not faults, "\n  ".join(["", f"{width} px", *faults])


def long_words(browser, coverage, home: str) -> None:
    """Words longer than a phone is wide go on in the next line, wherever authors write."""
    with chromium_tab(browser, coverage, viewport={"width": 320, "height": 700}) as tab:
        learner = Learner(tab, home)
        learner.lesson("rope")
        tab.click(".lesson-done button")
        for path in ("index.html", "courses/knots/index.html", "courses/knots/rope.html", "courses/knots/test.html",
                     "courses/knots/certificate.html", "search.html", "authors/ada.html"):  # fmt: skip
            learner.open(path)
            tab.page.wait_for_timeout(200)
            tab.evaluate(LONG, "Rechtsschutzversicherungsgesellschaftsgründungsversammlung")
            assert tab.evaluate(TOO_WIDE) <= 0, path


def written(browser, coverage, home: str) -> None:
    """A task's words follow each other as in any line, what is in an author's box has room between, and keys
    stop where there is something to scroll."""
    with chromium_tab(browser, coverage) as tab:
        Learner(tab, home).open("text.html")
        words = tab.evaluate(WORD_GAPS)
        assert words and max(words) < 8, f"{words} px between the parts of a task"
        marks = tab.evaluate("() => [...document.querySelectorAll('.tasks > li')].map(e => getComputedStyle(e).listStyleType)")
        assert marks == ["none", "disc"], marks
        room = tab.evaluate(ROOM)
        assert room >= 16, f"{room} px between paragraphs"
        stops = "() => [...document.querySelectorAll('.table, pre, math')].map(box => box.tabIndex).join()"
        assert tab.wait(f"() => ({stops})() === '-1,0,-1,0,-1,0'"), f"stops for the keyboard: {tab.evaluate(stops)}"
        tab.page.set_viewport_size({"width": 320, "height": 700})
        assert tab.evaluate(TOO_WIDE) <= 0, "a formula within a line makes the page scroll"


def choices(browser, coverage, home: str) -> None:
    """What was chosen differs from what was not, also once it is marked and in forced colours."""
    with chromium_tab(browser, coverage) as tab:
        learner = Learner(tab, home)
        learner.lesson("rope")
        tab.click(".lesson-done button")
        learner.lesson("test")
        learner.answer(**RIGHT)
        for state in ("given", "marked"):
            for forced in ("none", "active"):
                tab.page.emulate_media(forced_colors=forced, reduced_motion="reduce")
                boxes = tab.evaluate(BOXES)
                chosen, left = ({colour for is_chosen, colour in boxes if is_chosen is which} for which in (True, False))
                assert chosen and left and not chosen & left, f"{state}, forced colours {forced}: {boxes}"
            learner.check()


def shifts(tab, home: str, state: str) -> list[str]:
    tab.page.add_init_script(OBSERVE_SHIFTS)
    found = []
    for path in ("index.html", "courses/knots/index.html", "courses/knots/rope.html",
                 "courses/knots/test.html", "courses/knots/hitch.html", "courses/sailing/water.html",
                 "courses/knots/certificate.html"):  # fmt: skip
        tab.go(home + path)
        tab.page.wait_for_timeout(300)
        moves = tab.evaluate("() => window.clevioShifts")
        if sum(value for value, _ in moves) >= ALLOWED:
            found += [f"{state} {path} {value:.4f} {what}" for value, what in moves]
    return found


def axe(browser, coverage, home: str) -> None:
    """No finding in any state that a learner meets, light and dark, wide and narrow."""
    faults = []
    with chromium_tab(browser, coverage) as tab:
        learner = Learner(tab, home)
        for state in (locked, unanswered, missing, judged, passed, begun, catalogue, unearned, noted, listed,
                      completed, earned, signed):  # fmt: skip
            state(learner)
            faults += [f"{state.__name__}: {fault}" for fault in tab.faults()]
    assert not faults, "\n  ".join(["", *faults[:20]])


def locked(learner: Learner) -> None:
    learner.lesson("hitch")
    learner.sees(text=False)


def unanswered(learner: Learner) -> None:
    learner.lesson("rope")
    learner.tab.click(".lesson-done button")
    learner.sees(done="Done")
    learner.lesson("test")
    learner.sees(text=True, outline="done - locked")


def missing(learner: Learner) -> None:
    learner.check()


def judged(learner: Learner) -> None:
    learner.answer(**{**RIGHT, "single": "single('The bowline')", "text": "write('no')"})
    learner.check()
    learner.sees(result="Not passed")


def passed(learner: Learner) -> None:
    learner.tab.click(".quiz-end button[type=button]")
    learner.answer(**RIGHT)
    learner.check()
    learner.sees(result="Passed", count="2 of 4")


def begun(learner: Learner) -> None:
    learner.open("courses/knots/index.html")
    learner.sees(meter="2 of 4")


def catalogue(learner: Learner) -> None:
    learner.open("index.html")
    learner.sees(way="Continue")


def completed(learner: Learner) -> None:
    learner.lesson("last")
    learner.tab.evaluate("() => Promise.all(['hitch', 'last'].map(name => clevio.course.finish('knots', name)))")
    learner.sees(count="completed")


def unearned(learner: Learner) -> None:
    learner.open("courses/knots/certificate.html")
    assert learner.tab.wait("() => document.querySelector('[data-part=lessons] a') !== null")


def noted(learner: Learner) -> None:
    learner.lesson("rope")
    learner.tab.click("[data-bookmark]")
    keeping.write(learner, "Right over left")


def listed(learner: Learner) -> None:
    learner.open("courses/knots/index.html")
    assert learner.tab.wait("() => !document.querySelector('.course-notes').hidden")


def earned(learner: Learner) -> None:
    learner.open("courses/knots/certificate.html")
    assert learner.tab.wait(keeping.SHOWN, "form")


def signed(learner: Learner) -> None:
    keeping.sign(learner, "Ada Rope")


def paper(browser, coverage, home: str) -> None:
    """A certificate is one page of A4 or Letter, upright or not, with a long name and on a dark screen, too."""
    with chromium_tab(browser, coverage, color_scheme="dark") as tab:
        learner = Learner(tab, home)
        learner.open("courses/knots/certificate.html")
        learner.tab.evaluate(keeping.FINISH)
        earned(learner)
        keeping.sign(learner, "Maria Theresia Walburga " * 3)
        grounds = tab.evaluate("() => getComputedStyle(document.querySelector('.certificate')).backgroundColor")
        assert grounds == "rgb(255, 255, 255)", grounds
        for size in ("A4", "Letter"):
            for landscape in (False, True):
                pdf = tab.page.pdf(format=size, landscape=landscape, prefer_css_page_size=True)
                pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
                assert pages == 1, f"{size}, landscape {landscape}: {pages} pages"
        for path in ("courses/knots/rope.html", "courses/knots/index.html"):
            learner.open(path)
            tab.page.emulate_media(media="print")
            assert "Knots" in tab.page.locator(".breadcrumbs").inner_text(), f"{path} does not say of what it is on paper"
            assert not tab.page.locator("button:visible, .button:visible").count(), f"{path} has buttons on paper"
