"""Every way in, from every place; and what stays behind."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from course import IDS, TITLES, Course
from tabs import Tab, seconds

OPEN = "() => document.querySelector('main').dataset.state === 'open' && !!document.querySelector('[data-reader=lesson] h1')"
SHOWN = """() => ({
  heading: [...document.querySelectorAll("h1")].map(each => each.textContent).join("|"),
  label: document.querySelector("[data-reader=label]").textContent,
  title: document.title, address: location.href,
})"""
REMEMBER_SHOWN = "() => !document.querySelector('[data-reader=remember]').hidden"
KEPT = ["clevio:licence:knots", "clevio:progress:knots"]
EVENTS = ["unlocked knots", "lesson-shown knots"]
WAYS = ("link", "beside", "memory", "file", "drop", "paste")


def unlock(tab: Tab, way: str, address: str, root: Path, token: str) -> None:
    """Goes one way in; the page is then on its way to being open."""
    file = root.parent / "order 1001.clevio"
    file.write_text(token + "\n")
    if way == "link":
        tab.goto(f"{address}#unlock={token}")
    elif way == "beside":
        (root / "courses/knots/entitlement.js").write_text(f'clevioEntitlement("{token}");\n')
        tab.goto(address)
    elif way == "memory":
        tab.goto(address)
        tab.paste(token)
        assert tab.wait(OPEN), "not opened before remembering"
        tab.click("[data-reader=remember]")
        tab.goto(address)
    else:
        tab.goto(address)
        if way == "file":
            tab.choose(file)
        elif way == "drop":
            tab.drop(file)
        else:
            tab.paste(f"{address}#unlock={token}")

ABANDONED = re.compile(r"warning: Loading failed for the <script> .*/sealed/media/")


def check_way(tab: Tab, way: str, place: str, address: str, root: Path) -> None:
    course = Course(is_observed=True)
    course.build(root)
    token = course.author.licence(seconds())
    unlock(tab, way, address, root, token)
    state = "() => document.querySelector('main').dataset.state + ' ' + document.querySelector('[data-reader=refusalText]')?.textContent"
    assert tab.wait(OPEN), tab.evaluate(state)
    shown = tab.evaluate(SHOWN)
    assert shown["heading"] == TITLES["en"][0], shown
    assert shown["label"] == "Licensed to order 1001", shown
    assert shown["title"].startswith(TITLES["en"][0] + " · "), shown
    assert shown["address"] == f"{address}#/{IDS[0]}", shown
    check_traces(tab, way, place, address, token)
    check_complaints(tab, place)
    if way == "link":
        check_history(tab, address)


def check_traces(tab: Tab, way: str, place: str, address: str, token: str) -> None:
    traces = tab.traces()
    local, session, cookie = traces["stored"]
    remembers = way == "memory"
    assert sorted(local) == (KEPT if remembers else []), f"stored {local}"
    assert not session and not cookie, f"stored {session} {cookie}"
    assert tab.evaluate(REMEMBER_SHOWN) == (place == "https"), "remembering is offered"
    home = address.rsplit("/courses/", 1)[0]
    others = [each for each in traces["asked"] if not each.startswith((home, "blob:", "data:"))]
    assert not others, f"asked for {others}"
    seen = traces["seen"]
    assert token not in "".join(seen["addresses"]), "a later script saw the licence in the address"
    assert not seen["violations"], seen["violations"]
    expected = [] if way in ("beside", "memory") else ["course-purchased knots"]
    assert seen["events"] == [*expected, *EVENTS], seen["events"]


def check_complaints(tab: Tab, place: str) -> None:
    """The one thing that may be missing is a licence beside the page, on this machine."""
    lines = [line for line in tab.complaints() if "entitlement.js" not in line]
    # Firefox tells so, and late, of parts that a page no longer waits for when it is left.
    lines = [line for line in lines if not ABANDONED.match(line)]
    assert not tab.evaluate("() => document.querySelector('.media-failed')"), "a part is missing"
    if place != "https":
        refused = [line for line in lines if "Failed to load resource" in line]
        assert len(refused) <= 2, refused
        lines = [line for line in lines if line not in refused]
    assert not lines, lines


def check_history(tab: Tab, address: str) -> None:
    """Neither going back nor forward brings the licence into the address again."""
    tab.evaluate("() => { location.hash = '#/words'; }")
    assert tab.wait("() => document.title.startsWith('Words')"), "the next lesson"
    tab.back()
    assert tab.wait("() => document.title.startsWith('Reef')"), "the lesson before"
    seen = tab.evaluate("() => location.href")
    assert urlsplit(seen).fragment == f"/{IDS[0]}", seen


def check_forgetting(tab: Tab, address: str, root: Path) -> None:
    """Remembering is asked for, and ends when it is asked for."""
    course = Course()
    course.build(root)
    token = course.author.licence(seconds(), courses=[("knots", 1), ("splices", 1)])
    tab.goto(address)
    tab.paste(token)
    assert tab.wait(OPEN)
    tab.click("[data-reader=remember]")
    stored = "() => Object.keys(localStorage).sort().join()"
    assert tab.evaluate(stored) == ",".join([KEPT[0], "clevio:licence:splices", KEPT[1]])
    tab.click("[data-reader=remember]")
    assert tab.evaluate(stored) == KEPT[1]
    tab.click("[data-reader=remember]")
    tab.goto(address)
    assert tab.wait(OPEN), "remembered"
    tab.click("[data-reader=forget]")
    assert tab.wait("() => document.querySelector('main')?.dataset.state === 'locked'"), "locked again"
    assert tab.evaluate(stored) == KEPT[1]
    tab.evaluate("() => localStorage.setItem('clevio:licence:knots', 'a.b.c')")
    tab.goto(address)
    assert tab.wait("() => document.querySelector('main').dataset.state === 'refused'")
    tab.click("[data-reader=forgetRefused]")
    assert tab.wait("() => document.querySelector('main')?.dataset.state === 'locked'")
    assert tab.evaluate(stored) == KEPT[1]
    tab.complaints()


def check_second_link(tab: Tab, address: str, root: Path) -> None:
    """A link that is opened in the same tab, where only the part behind `#` changes."""
    course = Course(is_observed=True)
    course.build(root)
    tab.goto(address)
    token = course.author.licence(seconds())
    tab.evaluate("hash => { location.hash = hash; }", f"#unlock={token}")
    assert tab.wait(OPEN)
    assert token not in tab.evaluate("() => location.href")
    seen = tab.traces()["seen"]
    assert token not in "".join(seen["addresses"]), "a later script saw the licence in the address"
    tab.complaints()
