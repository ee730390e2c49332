"""A learner takes a course: in order, with quizzes, again after a restart, and starts over."""

from harness.chromium import wait_until
from school import RIGHT

LESSON = "courses/knots/{}.html"
LOOK = """() => {
  const shows = (selector) => { const e = document.querySelector(selector); return !!e && e.checkVisibility({visibilityProperty: true}); };
  const says = (selector) => { const e = document.querySelector(selector); return e ? e.innerText.trim() : null; };
  const marks = (selector) => [...document.querySelectorAll(selector)].map(a => {
    const mark = a.closest("li").querySelector("[data-mark]");
    return (mark ? mark.dataset.mark : "-"); }).join(" ");
  return {
    text: shows("[data-content]"), gate: shows("[data-order-gate]") ? says("[data-order-gate]") : null,
    next: [...document.querySelectorAll("[data-order-gate] li:not(.is-done) a")].map(a => a.getAttribute("href")).join(" "),
    done: says(".lesson-done button"), count: says(".lesson-done [role=status]"),
    outline: marks(".outline-tree ol ol a"), rows: marks(".rows a"),
    start: says("[data-action=start]"), meter: says(".course-progress .progress"),
    way: says(".continue a"), trouble: says(".progress-trouble"),
    onward: shows(".lesson-done > a") ? says(".lesson-done > a") : null, out: shows(".quiz-over") ? says(".quiz-over") : null,
    buttons: "[" + [...document.querySelectorAll("[data-begin], [data-known]")].filter(e => e.checkVisibility()).map(e => e.innerText) + "]",
    result: says(".quiz-end-result"), focus: document.activeElement.className || document.activeElement.tagName,
  };
}"""
# What a learner does in the question of a kind, and what is then said there.
ANSWER = """([kind, deed]) => {
  const question = document.querySelector(`[data-kind=${kind}]`);
  const changed = (e) => e.dispatchEvent(new Event("change", {bubbles: true}));
  const box = (words) => [...question.querySelectorAll("label")].find(l => l.innerText.trim() === words).querySelector("input");
  const single = (words) => box(words).click();
  const several = (all) => all.forEach(single);
  const write = (words) => { question.querySelector("input").value = words; };
  const match = (rights) => rights.forEach((right, n) => {
    const select = question.querySelectorAll("select")[n];
    select.value = [...select.options].find(o => o.text === right).value; changed(select); });
  const words = () => [...question.querySelectorAll(".quiz-steps > li > span:first-child")].map(e => e.innerText.trim());
  const order = (wanted) => wanted.forEach((step, to) => {
    for (let at = words().indexOf(step); at > to; at -= 1)
      question.querySelectorAll(".quiz-steps > li")[at].querySelector("[data-move=up]").click(); });
  eval(deed);
}"""
VERDICTS = "() => [...document.querySelectorAll('.question')].map(q => { const r = q.querySelector('.quiz-result'); return r ? r.dataset.result : '-'; }).join(' ')"
HEAR = """() => { window.heard = []; for (const name of ["course-started", "course-midpoint", "course-completed", "lesson-completed", "quiz-answered"])
  document.addEventListener("clevio:" + name, e => window.heard.push(name)); }"""


class Learner:
    """Somebody with a browser on a portal."""

    def __init__(self, tab, home: str):
        self.tab, self.home = tab, home
        self.heard: list[str] = []

    def open(self, path: str) -> None:
        self.note()
        self.tab.go(self.home + path)
        self.tab.evaluate(HEAR)

    def lesson(self, name: str) -> None:
        self.open(LESSON.format(name))

    def note(self) -> None:
        """Keeps what the page told before it is left."""
        self.heard += self.tab.evaluate("() => window.heard || []")
        self.tab.evaluate("() => { window.heard = []; }")

    def look(self) -> dict:
        return self.tab.evaluate(LOOK)

    def sees(self, **wanted) -> None:
        """Waits until the page looks so."""

        def holds(seen: dict) -> bool:
            return all(
                value in (seen[key] or "") if isinstance(value, str) else seen[key] == value
                for key, value in wanted.items()
            )

        found = wait_until(lambda: holds(self.look()))
        seen = self.look()
        assert found, f"wanted {wanted}, saw { {key: seen[key] for key in wanted} }"

    def kept(self) -> list[str]:
        return sorted(self.tab.evaluate("() => Object.keys(localStorage)"))

    def answer(self, **deeds: str) -> None:
        assert self.tab.wait("() => document.querySelector('form.quiz[data-ready]') !== null")
        for kind, deed in deeds.items():
            self.tab.evaluate(ANSWER, [kind, deed])

    def check(self) -> None:
        """Lets the quiz be marked; the script for that comes with the first answer."""
        self.tab.click(".quiz-end [type=submit]")
        assert self.tab.wait("() => document.querySelector('.quiz-result') !== null")


def take_course(tab, home: str) -> None:
    """From the first look to the last lesson; each event is told once."""
    learner = Learner(tab, home)
    learner.open("courses/knots/index.html")
    learner.sees(start="Start", meter=None, rows="- locked locked locked locked")
    learner.lesson("04-hitch".removeprefix("04-"))
    learner.sees(text=False, gate="Finish this first", next="test.html")
    assert learner.kept() == [], f"something is kept before a deed: {learner.kept()}"

    learner.lesson("rope")
    learner.sees(text=True, gate=None, done="Mark as done", outline="- locked locked locked locked")
    tab.click(".lesson-done button")
    learner.sees(done="Done", count="1 of 4", outline="done - locked locked locked")

    learner.lesson("test")
    take_quiz(learner)
    learner.sees(count="2 of 4", outline="done done - - locked")

    learner.lesson("hitch")
    learner.sees(text=True, gate=None, done="Mark as done")
    tab.evaluate("() => document.querySelector('.lesson-done').scrollIntoView()")
    learner.sees(done="Done", count="3 of 4")

    learner.open("courses/sailing/wind.html")
    learner.sees(text=False, gate="Knots")
    learner.lesson("last")
    learner.sees(onward=None)
    tab.click(".lesson-done button")
    learner.sees(done="Done", count="completed", onward="Certificate")
    learner.note()
    counts = {name: learner.heard.count(name) for name in sorted(set(learner.heard))}
    wanted = {"course-completed": 1, "course-midpoint": 1, "course-started": 1, "lesson-completed": 4,
              "quiz-answered": 2}  # fmt: skip
    assert counts == wanted, counts
    learner.open("courses/knots/index.html")
    learner.sees(start="Certificate", meter="completed")
    tab.click("[data-action=start]")
    assert tab.wait("() => location.pathname.endsWith('/knots/certificate.html')")
    tab.evaluate(HEAR)
    learner.open("courses/sailing/wind.html")
    learner.sees(text=True, gate=None)


def take_quiz(learner: Learner) -> None:
    tab = learner.tab
    learner.sees(done="", result="Pass mark: 80%")
    learner.check()
    learner.sees(focus="INPUT")
    assert tab.evaluate(VERDICTS) == "missing missing missing missing missing -", tab.evaluate(VERDICTS)
    learner.answer(**RIGHT)
    learner.answer(single="single('The bowline')", multiple="single('Figure eight')",
                   number="write('many')", text="write('knots')")  # fmt: skip
    learner.check()
    assert tab.evaluate("() => document.querySelector('[data-kind=number] .quiz-result').innerText") == "This is not a number."
    learner.answer(number="write('2')")
    learner.check()
    assert tab.evaluate(VERDICTS) == "wrong partly wrong wrong right right", tab.evaluate(VERDICTS)
    learner.sees(result="Not passed · 2 of 6 right · 33%", focus="quiz-end-result")
    feedback = tab.evaluate("() => document.querySelector('.quiz-choices .quiz-feedback').innerText")
    assert feedback == "That one is a loop.", feedback
    tab.click(".quiz-end button[type=button]")
    assert tab.evaluate(VERDICTS) == "- - - - - -"
    learner.answer(**RIGHT)
    learner.check()
    assert tab.evaluate(VERDICTS) == "right right right right right right", tab.evaluate(VERDICTS)
    learner.sees(result="Passed · 6 of 6 right · 100%")
    assert tab.evaluate("() => document.querySelectorAll('.quiz-answer[open]').length") == 6


def come_back(tab, home: str) -> None:
    """What was done is there on another day, and leads on; starting over forgets it."""
    learner = Learner(tab, home)
    learner.lesson("rope")
    tab.click(".lesson-done button")
    learner.sees(done="Done")
    learner.lesson("test")
    learner.sees(text=True)
    learner.open("index.html")
    learner.sees(way="Continue: Test")
    meter = "() => document.querySelector('.card-progress').innerText.trim()"
    assert tab.wait(f"() => ({meter})() === '1 of 4'"), tab.evaluate(meter)
    learner.open("courses/knots/index.html")
    learner.sees(start="Continue: Test", meter="1 of 4 lessons done", rows="done - locked locked locked")
    tab.click("[data-action=start]")
    assert tab.wait("() => location.pathname.endsWith('/knots/test.html')")
    tab.evaluate(HEAR)
    learner.open("courses/knots/index.html")
    learner.sees(meter="1 of 4 lessons done")
    tab.click(".course-progress .link-button")
    tab.click(".course-progress .offer button")
    learner.sees(start="Start", meter=None, rows="- locked locked locked locked")
    assert learner.kept() == [], learner.kept()


def take_back(tab, home: str) -> None:
    """Done is not for ever: what is taken back counts no more, and its events are not told again."""
    learner = Learner(tab, home)
    learner.lesson("rope")
    for wanted in ("Done", "Mark as done", "Done"):
        tab.click(".lesson-done button")
        learner.sees(done=wanted)
    learner.note()
    assert learner.heard == ["course-started", "lesson-completed"], learner.heard


def wait_for_days(tab, home: str) -> None:
    """What opens some days after the start says so before, and names the day after."""
    learner = Learner(tab, home)
    learner.open("courses/sailing/water.html")
    learner.sees(text=False, gate="7 days after you start")
    learner.sees(buttons="[Start the course,I know this already]")
    tab.click("[data-known]")
    learner.sees(buttons="[Start the course]", gate="Done")
    tab.click("[data-begin]")
    learner.sees(text=False, gate="This lesson opens on", buttons="[]")
    learner.open("courses/sailing/wind.html")
    learner.sees(text=True)


def spend_attempts(tab, home: str) -> None:
    """After the last attempt the answers are shown, also on another visit."""
    learner = Learner(tab, home)
    learner.lesson("rope")
    tab.evaluate("() => localStorage.setItem('clevio:progress:knots', JSON.stringify("
                 "{started: 5, done: {rope: 6, test: 7, hitch: 8}}))")
    learner.lesson("last")
    learner.sees(text=True, result="Attempts left: 1")
    learner.answer(single="single('No')")
    learner.check()
    assert tab.evaluate(VERDICTS) == "wrong"
    learner.sees(focus="quiz-end-result")
    learner.lesson("last")
    learner.sees(result="No attempts are left")
    assert tab.evaluate("() => document.querySelector('.quiz-answer').open")
    for answer, out in (("No", "start the course over"), ("Yes", None)):
        tab.evaluate("() => localStorage.setItem('clevio:progress:sailing', JSON.stringify("
                     "{started: 5, known: true, done: {wind: 6, water: 7}}))")
        learner.open("courses/sailing/exam.html")
        learner.sees(text=True, result="Attempts left: 1", out=None)
        learner.answer(single=f"single('{answer}')")
        learner.check()
        learner.sees(result="Not passed" if out else "Passed", out=out)
        learner.open("courses/sailing/exam.html")
        learner.sees(result="No attempts are left", out=out)


def be_told_of_trouble(tab, home: str) -> None:
    """Where each page has a store of its own, the first deed says so, and nothing is locked."""
    learner = Learner(tab, home)
    learner.lesson("hitch")
    learner.sees(text=True, gate=None)
    learner.lesson("rope")
    tab.click(".lesson-done button")
    learner.sees(done="Done", trouble="for each page alone")
