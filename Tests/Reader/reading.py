"""Reading an open course."""

import json
import subprocess
from pathlib import Path

from course import PICTURE, Course
from harness.tools import tool
from tabs import Tab, seconds
from unlocking import EVENTS, OPEN

FETCH = "() => fetch('reader.html').then(() => 'read', () => 'refused')"
TITLE = "title => document.title.startsWith(title) && document.querySelector('main h1').textContent"
FOCUS = "() => document.activeElement.textContent.trim()"
HERE = "() => document.querySelector('[data-reader=outline] [aria-current=page] span').textContent"
STORED = "() => JSON.stringify(Object.entries(localStorage))"


def opened(tab: Tab, address: str, root: Path, route: str = "") -> Course:
    course = Course(is_observed=True)
    course.build(root)
    tab.goto(address + route)
    tab.paste(course.author.licence(seconds()))
    assert tab.wait(OPEN), "the course did not open"
    return course


def at(tab: Tab, title: str) -> None:
    assert tab.wait(TITLE, title), f"{tab.evaluate('() => document.title')} instead of {title}"


def check_strictness(tab: Tab, place: str, address: str, root: Path) -> None:
    """A browser that lets a file read its neighbour would prove nothing."""
    Course().build(root)
    tab.goto(address.replace("reader.html", "index.html"))
    assert tab.evaluate(FETCH) == ("refused" if place == "file" else "read")
    assert tab.evaluate("() => isSecureContext")
    tab.complaints()


def check_reading(tab: Tab, address: str, root: Path) -> None:
    opened(tab, address, root, "#/basics/reef-knot")
    assert tab.evaluate(FOCUS) == "Reef knot", "the heading has the focus"
    assert tab.evaluate(HERE) == "Reef knot"
    status = "() => document.querySelector('[data-reader=status]').textContent"
    assert tab.evaluate(status) == "Lesson 1 of 4"
    assert tab.evaluate("() => document.querySelector('[data-reader=previous]').hidden")
    assert tab.evaluate("() => document.querySelectorAll('.copy, [role=tab]').length") == 3
    tab.click("a[href$='#in-tab'], [data-reader=lesson] a[href*='#strain']")
    assert tab.wait("() => location.hash === '#/basics/reef-knot#strain' && scrollY > 0")
    tab.evaluate("() => { location.hash = '#/basics/reef-knot#in-tab'; }")
    assert tab.wait("() => !document.getElementById('in-tab').parentElement.hidden"), "the tab opens"
    tab.click("[data-reader=lesson] a[href*='bowline']")
    at(tab, "Bowline")
    assert tab.evaluate("() => location.hash") == "#/basics/bowline#use"
    assert tab.wait("() => Math.abs(document.getElementById('use').getBoundingClientRect().top) < 200")
    tab.click(".toc a[href$='#tie']")
    assert tab.wait("() => location.hash === '#/basics/bowline#tie'")
    tab.click("[data-reader=next]")
    at(tab, "Long splice")
    assert tab.evaluate("() => scrollY") == 0 and tab.evaluate(FOCUS) == "Long splice"
    tab.click("[data-reader=previous]")
    at(tab, "Bowline")
    tab.click("[data-reader=outline] a[data-lesson=words]")
    at(tab, "Words & signs")
    assert tab.evaluate(HERE) == "Words & signs"
    assert tab.evaluate("() => document.querySelector('[data-reader=next]').hidden")
    assert tab.evaluate("() => !document.documentElement.dataset.ran"), "a script of a lesson ran"
    tab.evaluate("() => { location.hash = '#/no/such/lesson'; }")
    at(tab, "Reef knot")
    tab.back()
    at(tab, "Words & signs")
    seen = tab.traces()["seen"]
    assert not seen["violations"], seen["violations"]
    tab.complaints()


def check_media(tab: Tab, address: str, root: Path) -> None:
    opened(tab, address, root)
    shown = "() => { const image = document.querySelector('[data-reader=lesson] img');" \
        " return image.src.startsWith('blob:') && image.complete && image.naturalWidth; }"
    assert tab.wait(shown) and tab.evaluate(shown) == 320
    assert tab.wait("() => !!document.querySelector('.zoom img')"), "it can be seen large"
    source = tab.evaluate("() => document.querySelector('[data-reader=lesson] img').src")
    assert source.startswith("blob:"), source
    tab.evaluate("() => { location.hash = '#/basics/long-splice'; }")
    at(tab, "Long splice")
    gone = "source => new Promise(done => { const image = new Image();" \
        " image.onerror = () => done(true); image.onload = () => done(false); image.src = source + '#again'; })"
    assert tab.evaluate(gone, source), "the picture's memory was not given up"
    tab.click(".sealed-play")
    assert tab.wait("() => document.querySelector('audio').duration > 0.05"), "the sound is there"
    assert tab.evaluate("() => !document.querySelector('.sealed-play')")
    download(tab)
    (root / f"courses/knots/sealed/media/{PICTURE}.2.js").unlink()
    tab.evaluate("() => { location.hash = '#/basics/reef-knot'; }")
    assert tab.wait("() => !!document.querySelector('.media-failed')"), "a missing part is told"
    seen = tab.traces()["seen"]
    assert not seen["violations"], seen["violations"]
    tab.complaints()


def download(tab: Tab) -> None:
    link = ".downloads a"
    if tab.name == "chromium":
        with tab.page.expect_download() as waiting:
            tab.page.click(link)
        assert waiting.value.suggested_filename == "knots.csv"
        assert Path(waiting.value.path()).read_text() == "knot,strength\nreef,45\n"
    else:
        tab.click(link)
        assert tab.wait("() => document.querySelector('.downloads a').ariaBusy === 'false'")
        assert tab.evaluate("() => !document.querySelector('.media-failed')")


def check_progress(tab: Tab, address: str, root: Path) -> None:
    course = opened(tab, address, root)
    done = "[data-reader=done]"
    told = "() => document.querySelector('[data-reader=progress]').textContent"
    assert tab.evaluate(told) == "0 of 4 done" and tab.evaluate(STORED) == "[]"
    tab.click("[data-reader=next]")
    at(tab, "Bowline")
    assert tab.evaluate(STORED) == "[]", "stored before the learner asked for it"
    tab.click(done)
    assert tab.evaluate(told) == "1 of 4 done"
    assert tab.evaluate(f"() => document.querySelector('{done}').ariaPressed") == "true"
    tick = "() => document.querySelector('[data-lesson=\"basics/bowline\"] .icon-tick').ariaLabel"
    assert tab.evaluate(tick) == "Done"
    tab.click("[data-reader=next]")
    at(tab, "Long splice")
    tab.goto(address)
    tab.paste(course.author.licence(seconds()))
    at(tab, "Long splice")
    assert tab.evaluate(told) == "1 of 4 done"
    seen = tab.traces()["seen"]["events"]
    assert seen == EVENTS, "the licence was known"
    finish_all(tab)
    tab.evaluate("() => localStorage.setItem('clevio:progress:knots', '{\"done\":7,\"last\":[]}')")
    tab.goto(address)
    tab.paste(course.author.licence(seconds()))
    at(tab, "Reef knot")
    assert tab.evaluate(told) == "0 of 4 done"
    tab.complaints()


def finish_all(tab: Tab) -> None:
    """Marks what is left, and takes one mark back."""
    done, told = "[data-reader=done]", "() => document.querySelector('[data-reader=progress]').textContent"
    for lesson in ("basics/long-splice", "words", "basics/reef-knot"):
        tab.evaluate("id => { location.hash = '#/' + id; }", lesson)
        assert tab.wait("id => document.querySelector('[data-reader=lesson]').dataset.lesson === id", lesson)
        tab.click(done)
    assert tab.evaluate(told) == "Course completed"
    tab.click(done)
    assert tab.evaluate(told) == "3 of 4 done"
    kept = json.loads(json.loads(tab.evaluate(STORED))[0][1])
    assert kept["licences"] == ["e-0001"] and kept["last"] == "basics/reef-knot", kept
    assert [bool(kept["done"][id]) for id in sorted(kept["done"])] == [True, True, False, True], kept


def check_search(tab: Tab, address: str, root: Path) -> None:
    opened(tab, address, root)
    ask = "text => { const field = document.getElementById('reader-query'); field.value = text;" \
        " field.dispatchEvent(new Event('input')); }"
    told = "() => document.querySelector('[data-reader=count]').textContent"
    found = "() => [...document.querySelectorAll('[data-reader=found] b')].map(e => e.textContent).join()"
    for query, count, titles in (
        ("strain", 2, "Reef knot,Bowline"), ("BOW", 1, "Bowline"), ("rope thicker", 1, "Long splice"),
        ("學習", 1, "Words & signs"), ("cafe", 1, "Words & signs"), ("train", 0, ""),
    ):  # fmt: skip
        tab.evaluate(ask, query)
        expected = f"Results: {count}" if count else "Nothing found. Try fewer or other words."
        shown = f"([count, titles]) => ({told})() === count && ({found})() === titles"
        assert tab.wait(shown, [expected, titles]), (query, tab.evaluate(told), tab.evaluate(found))
    tab.evaluate(ask, "thicker")
    assert tab.wait("() => document.querySelector('[data-reader=found] mark')?.textContent === 'thicker'")
    tab.click("[data-reader=found] a")
    at(tab, "Long splice")
    tab.evaluate("() => document.getElementById('reader-query').focus()")
    tab.press("Escape")
    assert tab.wait("() => document.querySelector('[data-reader=results]').hidden")
    assert tab.evaluate("() => !document.querySelector('[data-reader=tree]').hidden")
    opened(tab, address, root)
    (root / "courses/knots/sealed/search.js").unlink()
    tab.evaluate(ask, "rope")
    assert tab.wait(f"() => ({told})().startsWith('The lesson could not be loaded')")
    tab.complaints()


def check_keyboard(tab: Tab, address: str, root: Path) -> None:
    """From the skip link to the second lesson without a mouse."""
    course = Course()
    course.build(root)
    tab.goto(address)
    stop = "() => document.activeElement.dataset.reader || ''"

    def tab_to(part: str) -> None:
        for _ in range(40):
            tab.press("Tab")
            if tab.evaluate(stop) == part:
                ring = "() => !!document.querySelector(':focus-visible')"
                assert tab.evaluate(ring), "the focus is not seen"
                return
        raise AssertionError(f"{part} was not reached")

    tab_to("file")
    tab_to("text")
    tab.press("Enter")
    assert tab.evaluate("() => document.querySelector('main').dataset.state") == "locked"
    tab.type(course.author.licence(seconds()))
    tab.press("Enter")
    assert tab.wait(OPEN)
    assert tab.evaluate(FOCUS) == "Reef knot"
    tab_to("done")
    tab.press("Enter")
    tab_to("next")
    tab.press("Enter")
    at(tab, "Bowline")
    assert tab.evaluate(FOCUS) == "Bowline"
    tab_to("forget")
    tab.complaints()


VERIFY = """
"use strict";
const bytes = text => Uint8Array.from(text.match(/../g) || [], pair => parseInt(pair, 16));
(async () => {
  let wrong = [];
  for (const [key, signature, message, expected] of vectors) {
    const verify = async () => crypto.subtle.verify("Ed25519",
      await crypto.subtle.importKey("raw", bytes(key), "Ed25519", false, ["verify"]),
      bytes(signature), bytes(message));
    if (await verify().catch(() => false) !== expected) wrong.push(key + " " + message);
  }
  document.title = "right: " + (vectors.length - wrong.length) + ", wrong: " + wrong.length;
})();
"""


def check_vectors(tab: Tab, address: str, root: Path) -> None:
    """This browser's Ed25519 says what RFC 8032, RFC 8037 and Wycheproof say."""
    script = Path(__file__).with_name("vectors.js")
    vectors = subprocess.run([tool("node"), script], capture_output=True, check=True, text=True).stdout
    Course().build(root)
    folder = root / "courses/knots"
    (folder / "vectors.js").write_text(f"const vectors = {vectors};{VERIFY}")
    (folder / "vectors.html").write_text('<!doctype html><script src="vectors.js"></script>')
    tab.goto(address.replace("reader.html", "vectors.html"))
    assert tab.wait("() => document.title.startsWith('right')")
    assert tab.evaluate("() => document.title") == f"right: {len(json.loads(vectors))}, wrong: 0"
    tab.complaints()
