"""What leaves the device, and that everything that stays there is the learner's own."""

import json
import tempfile
from pathlib import Path

import keeping
from harness.chromium import wait_until
from tabs import chromium_tab
from taking import Learner

SIGNAL = "Object.defineProperty(navigator, 'globalPrivacyControl', {value: true});"
# The keys that the page lists, and those that the browser holds.
LISTED = """() => [...document.querySelectorAll("[data-device-keys] pre")].flatMap(pre => Object.keys(JSON.parse(pre.textContent || "{}"))).sort().join(" ")"""
HELD = """async () => [
  ...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...document.cookie.split("; ").filter(Boolean).map(each => each.split("=")[0]),
  ...(await indexedDB.databases()).map(each => each.name), ...(await caches.keys())].sort().join(" ")"""
# What a later part of the portal might keep.
STORE_MORE = """async () => {
  await new Promise(resolve => { indexedDB.open("clevio-test").onsuccess = ({target}) => resolve(target.result.close()); });
  await (await caches.open("clevio-test-cache")).put("index.html", new Response("x"));
  sessionStorage.setItem("clevio:test", "1");
}"""


def do(learner: Learner, *lessons: str) -> None:
    """Finishes lessons, as their pages do."""
    for name in lessons:
        learner.lesson(name)
        learner.tab.evaluate("name => clevio.course.finish('knots', name)", name)


def settled(learner: Learner) -> None:
    """Waits until the device holds nothing more to be sent."""
    queue = "() => (JSON.parse(localStorage.getItem('clevio:xapi')) || {queue: []}).queue.length"
    assert learner.tab.wait(f"() => ({queue})() === 0"), "something waits to be sent"


def tell_nobody(browser, coverage, home: str, receiver) -> None:
    """Before a choice, after a no, and against the browser's signal nothing is sent or kept for it."""
    for choice, script in ((None, ""), ("reject", ""), ("accept", SIGNAL)):
        receiver.requests = 0
        with chromium_tab(browser, coverage) as tab:
            if script:
                tab.page.add_init_script(script)
            learner = Learner(tab, home)
            learner.open("index.html")
            if choice:
                tab.click(f"[data-clv-action={choice}]")
            do(learner, "rope", "test")
            learner.open("courses/knots/index.html")
            assert "clevio:xapi" not in learner.kept(), f"{choice}: {learner.kept()}"
            assert receiver.requests == 0, f"{choice}: {receiver.requests} requests"


def tell_once(browser, coverage, home: str, receiver) -> None:
    """After a yes each event is sent once, what happened before is not, and after taking it back nothing is."""
    with chromium_tab(browser, coverage) as tab:
        learner = Learner(tab, home)
        do(learner, "rope")
        tab.click("[data-clv-action=accept]")
        assert tab.wait("() => typeof clevioXAPI === 'function'")
        do(learner, "test", "hitch", "last")
        settled(learner)
        learner.open("courses/knots/index.html")
        wanted = ["completed hitch.html", "completed knots", "completed last.html", "completed test.html", "progressed knots"]
        assert wait_until(lambda: sorted(receiver.told) == wanted), receiver.told
        assert len({each["id"] for each in receiver.statements}) == len(wanted)
        assert len({each["actor"]["account"]["name"] for each in receiver.statements}) == 1
        assert not [line for line in tab.complaints() if "Content Security" in line]

        tab.evaluate("() => { window.isOld = true; clevio.consent.withdraw(); }")
        assert tab.wait("() => !window.isOld"), "what runs was not stopped"
        before = receiver.requests
        learner.lesson("more")
        tab.evaluate("() => clevio.course.finish('knots', 'more')")
        learner.open("index.html")
        assert "clevio:xapi" not in learner.kept(), learner.kept()
        assert receiver.requests == before, "something was sent after taking back"


def wait_for_a_store(browser, coverage, home: str, receiver) -> None:
    """What a store could not take is sent when it can, once."""
    receiver.status = 503
    with chromium_tab(browser, coverage) as tab:
        learner = Learner(tab, home)
        learner.open("courses/knots/rope.html")
        tab.click("[data-clv-action=accept]")
        assert tab.wait("() => typeof clevioXAPI === 'function'")
        do(learner, "rope")
        assert wait_until(lambda: receiver.requests > 0)
        assert receiver.told == []
        receiver.status = 200
        learner.open("index.html")
        settled(learner)
        assert sorted(receiver.told) == ["completed rope.html", "initialized knots"], receiver.told


def own_everything(browser, coverage, home: str, receiver) -> None:
    """All that the browser holds is listed, goes to another browser by a file, and is gone when it is erased."""
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "my-data.json"
        with chromium_tab(browser, coverage) as tab:
            learner = Learner(tab, home)
            leave_traces(learner)
            learner.open("your-data.html")
            held = tab.evaluate(HELD)
            for name in ("clevio:progress:knots", "clevio:notes:knots", "clevio:certificate:knots", "clevio:scheme",
                         "clevio:xapi", "clv_consent", "clevio-test", "clevio-test-cache", "clevio:test"):  # fmt: skip
                assert name in held.split(), f"{name} is not kept: {held}"
            assert tab.wait(f"held => ({LISTED})() === held", held), f"{tab.evaluate(LISTED)}, but held {held}"
            with tab.page.expect_download() as waiting:
                tab.click("[data-device-action=save]")
            waiting.value.save_as(saved)
            kept = tab.evaluate("() => ({...localStorage})")
            tab.page.on("dialog", lambda dialog: dialog.accept())
            tab.click("[data-device-action=erase-all]")
            assert tab.wait(f"async () => (await ({HELD})()) === ''"), tab.evaluate(HELD)
            assert tab.page.context.cookies() == []
        assert json.loads(saved.read_text())["items"] == kept
        with chromium_tab(browser, coverage) as tab:
            learner = Learner(tab, home)
            learner.open("your-data.html")
            tab.page.set_input_files("[data-device] input[type=file]", saved)
            assert tab.wait("kept => JSON.stringify(Object.entries({...localStorage}).sort()) === kept",
                            json.dumps(sorted(map(list, kept.items())), separators=(",", ":"), ensure_ascii=False))  # fmt: skip
            learner.open("courses/knots/index.html")
            learner.sees(meter="2 of 4")
            assert "Right over left" in tab.evaluate(keeping.LISTED)
            learner.lesson("hitch")
            learner.sees(text=True, gate=None)
            tab.click(".lesson-done button")
            learner.sees(count="3 of 4")


def leave_traces(learner: Learner) -> None:
    tab = learner.tab
    learner.lesson("rope")
    tab.click("[data-clv-action=accept]")
    assert tab.wait("() => typeof clevioXAPI === 'function'")
    tab.click(".lesson-done button")
    learner.sees(done="Done")
    tab.click("[data-bookmark]")
    keeping.write(learner, "Right over left")
    tab.evaluate(
        "() => { const select = document.querySelector('.scheme-select'); select.value = 'dark'; select.dispatchEvent(new Event('change')); }"
    )
    tab.evaluate("() => clevio.course.answer('knots', 'test', 'q', {score: 90, passed: true, right: 9, total: 10, questions: []})")
    tab.evaluate("() => clevio.course.finish('knots', 'test')")
    tab.evaluate("() => clevio.progress.keep('clevio:certificate:knots', {version: 1, name: 'Ada', number: 'knots-1'})")
    settled(learner)
    tab.evaluate(STORE_MORE)
