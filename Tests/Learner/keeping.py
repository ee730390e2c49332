"""A learner keeps something: notes, bookmarks, a certificate."""

import json

from taking import Learner

SHOWN = "part => { const e = document.querySelector(`[data-part=${part}]`); return !!e && !e.hidden; }"
FINISH = "() => Promise.all(['rope', 'test', 'hitch', 'last'].map(name => clevio.course.finish('knots', name)))"
# What is kept once all is done.
DONE = json.dumps({
    "version": 1, "started": 1, "completed": 1_795_000_000_000,
    "done": dict.fromkeys(("rope", "test", "hitch", "last"), 1_795_000_000_000),
    "quizzes": {"test#quiz": {"attempts": 2, "score": 33, "best": 83, "passed": 1}},
})  # fmt: skip
# Writes as somebody with a keyboard does, without leaving the field.
WRITE = """text => {
  const field = document.querySelector(".lesson-notes textarea");
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", {bubbles: true}));
}"""
NOTES = """() => ({
  bookmark: document.querySelector("[data-bookmark]").ariaPressed,
  filled: document.querySelector(".lesson-notes details").hasAttribute("data-filled"),
  text: document.querySelector(".lesson-notes textarea").value,
})"""
LISTED = """() => [...document.querySelectorAll(".course-notes li")].map(item =>
  item.querySelector("a").getAttribute("href").split("/").at(-1) + (item.querySelector("[role=img]") ? " *" : "")
  + (item.querySelector(".note-text") ? " " + item.querySelector(".note-text").innerText : "")).join(" | ")"""
SHEET = "() => document.querySelector('.certificate').innerText"


def open_notes(learner: Learner) -> None:
    learner.tab.evaluate("() => { document.querySelector('.lesson-notes details').open = true; }")
    assert learner.tab.wait("() => Boolean(document.querySelector('.lesson-notes textarea').oninput)")


def write(learner: Learner, text: str) -> None:
    """Writes a note on the lesson, and waits until it is kept, or is said not to be."""
    open_notes(learner)
    learner.tab.evaluate(WRITE, text)
    kept = "() => document.querySelector('.lesson-notes [role=status]').textContent || document.querySelector('.progress-trouble')"
    assert learner.tab.wait(f"() => Boolean(({kept})())"), "nothing said that the note is kept"


def sign(learner: Learner, name: str) -> None:
    learner.tab.evaluate(
        "name => { const field = document.getElementById('certificate-name'); field.value = name; field.form.requestSubmit(); }",
        name,
    )
    assert learner.tab.wait(SHOWN, "made"), "no certificate"


def take_notes(tab, home: str) -> None:
    """Notes and bookmarks are there again, on the lesson and on the course's page, and go when they are taken back."""
    learner = Learner(tab, home)
    learner.lesson("rope")
    tab.click("[data-bookmark]")
    assert tab.wait(f"() => ({NOTES})().bookmark === 'true'")
    learner.lesson("last")
    write(learner, "Two ends.\nOr more?")
    assert learner.kept() == ["clevio:notes:knots"], learner.kept()
    learner.lesson("last")
    open_notes(learner)
    seen = tab.evaluate(NOTES)
    assert seen == {"bookmark": "false", "filled": True, "text": "Two ends.\nOr more?"}, seen
    learner.open("courses/knots/index.html")
    listed = "rope.html * | last.html Two ends.\nOr more?"
    assert tab.wait(f"wanted => ({LISTED})() === wanted", listed), tab.evaluate(LISTED)
    learner.lesson("last")
    write(learner, "")
    learner.lesson("rope")
    tab.click("[data-bookmark]")
    assert tab.wait("() => Object.keys(localStorage).length === 0"), learner.kept()


def earn_certificate(tab, home: str) -> None:
    """What is missing is said; then it is made with a name, and is there again with the same number."""
    learner = Learner(tab, home)
    page = "courses/knots/certificate.html"
    learner.open(page)
    assert tab.wait(SHOWN, "missing")
    tasks = tab.evaluate("() => [...document.querySelectorAll('[data-part=lessons] a')].map(a => a.getAttribute('href')).join(' ')")
    assert tasks == " ".join(f"../../courses/knots/{name}.html" for name in ("rope", "test", "hitch", "last")), tasks
    tab.evaluate("kept => localStorage.setItem('clevio:progress:knots', kept)", DONE)
    learner.open(page)
    assert tab.wait(SHOWN, "form")
    sign(learner, "  Grace Hopper ")
    assert tab.wait("() => document.activeElement.matches('.certificate')"), "the sheet has not the focus"
    sheet = tab.evaluate(SHEET)
    for words in ("Grace Hopper", "Knots", "83%", "Ada Rope", "Knot School", "Nobody has checked it."):
        assert words in sheet, f"no {words!r} in {sheet!r}"
    number = tab.evaluate("() => document.querySelector('[data-part=number]').textContent")
    assert number.startswith("knots-20") and len(number) == 21, number
    learner.open(page)
    assert tab.wait(SHOWN, "made")
    tab.click("[data-part=change]")
    assert tab.wait(SHOWN, "form")
    sign(learner, "Admiral Hopper")
    again = tab.evaluate(SHEET)
    assert number in again and "Admiral Hopper" in again, again
