"""A learner opens a packed course from a disk: all lessons, search, quizzes, and progress that lasts."""

import subprocess
import tempfile
import zipfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import school
from school import RIGHT
from tabs import chromium_profile, firefox_tab
from taking import ANSWER

TITLE = "title => { const h = document.querySelector('main h1'); return !!h && h.textContent === title; }"
FOUND = "() => [...document.querySelectorAll('[data-reader=found] a')].map(a => a.dataset.lesson).join(' ')"
ASK = "words => { const query = document.querySelector('[data-reader=query]'); query.value = words; query.dispatchEvent(new Event('input')); }"
DONE = "() => document.querySelector('[data-reader=progress]').textContent"
GATE = "() => { const gate = document.querySelector('[data-order-gate]'); return gate ? gate.innerText : ''; }"
# Words of each lesson, and the lesson that they lead to.
WORDS = {"two ends": "rope", "bowline": "test", "later": "more", "through": "hitch", "practise": "last"}


def pack(program: str, folder: Path, *options: str) -> Path:
    """The unpacked copy of the school's course."""
    archive = folder / "knots.zip"
    done = subprocess.run(
        [program, "pack", "knots", str(folder / "school"), "-o", str(archive), *options],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(archive) as file:
        assert file.testzip() is None
        file.extractall(folder / "stick")
    return folder / "stick" / "knots"


def address(copy: Path) -> str:
    return "file://" + quote(str(copy / "index.html"))


def at(tab, title: str) -> None:
    assert tab.wait(TITLE, title), f"{tab.evaluate('() => document.body.innerText')[:300]} instead of {title}"


def begin(tab, copy: Path) -> None:
    """Reads, searches, passes the quiz."""
    tab.go(address(copy))
    at(tab, "Rope")
    assert "reader.html" in tab.evaluate("() => location.pathname")
    for words, lesson in WORDS.items():
        tab.evaluate(ASK, words)
        assert tab.wait(f"lesson => ({FOUND})().split(' ').includes(lesson)", lesson), f"{words}: {tab.evaluate(FOUND)}"
    tab.evaluate(ASK, "")
    turn(tab, "last")
    at(tab, "Last")
    assert tab.wait(f"() => ({GATE})().includes('Hitch')"), tab.evaluate(GATE)
    turn(tab, "rope")
    at(tab, "Rope")
    tab.click("[data-reader=done]")
    assert tab.wait(f"() => ({DONE})().startsWith('1 of 4')"), tab.evaluate(DONE)
    tab.click("[data-reader=next]")
    at(tab, "Test")
    assert tab.wait("() => document.querySelector('form.quiz[data-ready]') !== null")
    for kind, deed in RIGHT.items():
        tab.evaluate(ANSWER, [kind, deed])
    tab.click(".quiz-end [type=submit]")
    assert tab.wait("() => document.querySelector('.quiz-end-result').innerText.includes('Passed')")
    assert tab.wait(f"() => ({DONE})().startsWith('2 of 4')"), tab.evaluate(DONE)
    assert not tab.evaluate("() => document.querySelector('.progress-trouble')"), "progress is said not to last"
    assert not tab.evaluate("() => document.querySelector('[data-reader=done]').checkVisibility()"), "a quiz done by hand"
    turn(tab, "hitch")
    at(tab, "Hitch")
    tab.evaluate("() => document.querySelector('[data-reader=done]').scrollIntoView()")
    assert tab.wait(f"() => ({DONE})().startsWith('3 of 4')"), tab.evaluate(DONE)
    turn(tab, "last")
    at(tab, "Last")
    assert tab.evaluate(GATE) == "", tab.evaluate(GATE)
    turn(tab, "test")
    at(tab, "Test")
    faults = [line for line in tab.complaints() if "entitlement.js" not in line]
    assert not faults, faults


def turn(tab, lesson: str) -> None:
    tab.evaluate("lesson => { location.hash = '#/' + lesson; }", lesson)


def come_back(tab, copy: Path) -> None:
    """After the browser was closed: where the learner was, with all marks."""
    tab.go(address(copy))
    at(tab, "Test")
    assert tab.wait(f"() => ({DONE})().startsWith('3 of 4')"), tab.evaluate(DONE)
    assert tab.wait("() => document.querySelector('.quiz-end').innerText.includes('100%')")
    asked = tab.evaluate("() => performance.getEntriesByType('resource').map(each => each.name)")
    assert all(name.startswith("file:") for name in asked), asked


@contextmanager
def copy_of(program: str):
    with tempfile.TemporaryDirectory(prefix="packed-") as name:
        folder = Path(name)
        school.write(folder / "school")
        yield pack(program, folder), folder


def take_in_chromium(coverage, program: str) -> None:
    with copy_of(program) as (copy, folder):
        for visit in (begin, come_back):
            with chromium_profile(coverage, folder / "chromium") as tab:
                visit(tab, copy)


def take_in_firefox(program: str) -> None:
    with copy_of(program) as (copy, folder):
        profile = folder / "firefox"
        profile.mkdir()
        for visit in (begin, come_back):
            with firefox_tab(profile) as tab:
                visit(tab, copy)


def look(coverage, program: str) -> None:
    """axe-core finds nothing, light and dark, wide and narrow; policies are at hand."""
    with copy_of(program) as (copy, folder):
        with chromium_profile(coverage, folder / "chromium") as tab:
            tab.go(address(copy))
            at(tab, "Rope")
            faults = tab.faults()
            assert not faults, "\n  ".join(["", *faults[:20]])
            links = tab.evaluate("() => [...document.querySelectorAll('.site-header a, .site-footer a')].map(a => a.href)")
            for link in links:
                path = link.removeprefix("file://").split("#")[0]
                assert Path(path).is_file(), f"{link} leads nowhere"


def same_bytes(program: str) -> None:
    """Two archives of the same sources are equal, and standard tools unpack them."""
    with tempfile.TemporaryDirectory(prefix="packed-") as name:
        folder = Path(name)
        school.write(folder / "school")
        archives = []
        for threads in ("1", "3"):
            archive = folder / f"{threads}.zip"
            line = [program, "pack", "knots", str(folder / "school"), "-o", str(archive), "--threads", threads]
            done = subprocess.run(line, capture_output=True, text=True)
            assert done.returncode == 0, done.stderr
            assert subprocess.run(line, capture_output=True).returncode == 1, "an archive was overwritten"
            archives.append([(i.filename.split("/", 1)[1], i.CRC, i.date_time, i.extra) for i in zipfile.ZipFile(archive).infolist()])
        assert archives[0] == archives[1]
        names = [each[0] for each in archives[0]]
        assert names == sorted(names) and all(not each[3] for each in archives[0])
        wrong = subprocess.run([program, "pack", "knot", str(folder / "school")], capture_output=True, text=True)
        assert wrong.returncode == 1 and 'did you mean "knots"?' in wrong.stderr, wrong.stderr
