"""A learner saves a course, reads it without a network, brings it up to date, and removes it."""

import shutil
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import school
from harness.web import Server, running
from school import RIGHT
from tabs import chromium_tab
from taking import Learner

COURSE = "courses/knots/index.html"
PANEL = ".course-offline"
SAYS = f"() => document.querySelector('{PANEL}').innerText"
KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) found.push(...(await (await caches.open(name)).keys()).map(({url}) => url));
  return found;
}"""
HELD = """async () => {
  const names = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const keys = (await cache.keys()).map(({url}) => url);
    const digests = new Set(keys.filter(url => url.includes("/contents/")).map(url => url.split("/").pop()));
    for (const url of keys.filter(each => each.includes("/pending/"))) {
      const {files} = await (await cache.match(url)).json();
      names.push(...files.filter(([, , digest]) => digests.has(digest)).map(([path]) => path));
    }
  }
  return names;
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
PRESS = """words => {
  const button = [...document.querySelectorAll('.course-offline button, .course-offline input')]
    .find(each => each.checkVisibility() && (each.innerText || each.parentElement.innerText).trim().startsWith(words));
  button.click();
}"""


class Host(Server):
    """Serves a portal, notes what was asked for, and may be down as a whole or for some files."""

    def __init__(self, root: Path):
        super().__init__(root, ("/school/",))
        self.asked: list[str] = []
        self.broken: set[str] = set()
        self.is_down = False

    def file(self, path: str) -> Path | None:
        name = path.removeprefix("/school/")
        if self.is_down or name in self.broken:
            raise ConnectionError(path)
        self.asked.append(name)
        return super().file(path)


def hosting(root: Path):
    return running(Host(root))


class Saver(Learner):
    """A learner with a browser that may keep a portal."""

    def __init__(self, tab, host: Host):
        super().__init__(tab, host.origin + "/school/")
        self.host = host

    def says(self, *words: str) -> None:
        found = self.tab.wait("([says, words]) => words.every(each => eval(says)().includes(each))", [SAYS, list(words)])
        assert found, f"wanted {words}, read {self.tab.evaluate(SAYS)!r}"

    def press(self, words: str) -> None:
        self.tab.evaluate(PRESS, words)

    def ask(self) -> None:
        self.open(COURSE)
        self.press("Save this course")
        self.says("will be saved on this device")

    def save(self) -> None:
        self.ask()
        self.press("Save")
        self.says("Saved on this device")

    def kept(self) -> list[str]:
        return self.tab.evaluate(KEPT)

    def held(self) -> list[str]:
        """The files that are there of a course of which others are missing."""
        return self.tab.evaluate(HELD)


def in_chromium(browser, coverage):
    """Savers in tabs of Chromium, each with a storage of its own."""

    @contextmanager
    def saver(root: Path):
        with hosting(root) as host, chromium_tab(browser, coverage, service_workers="allow") as tab:
            yield Saver(tab, host)

    return saver


def in_firefox(tab):
    """Savers in the one tab of Firefox; another port, and with it another storage, for each."""

    @contextmanager
    def saver(root: Path):
        with hosting(root) as host:
            yield Saver(tab, host)

    return saver


@contextmanager
def own_portal(root: Path):
    """A portal that a scenario may change."""
    with tempfile.TemporaryDirectory(prefix="saving-") as folder:
        yield Path(shutil.copytree(root, Path(folder) / "public"))


def read_without_network(saver, root: Path) -> None:
    """All of a saved course can be read and finished; nothing is kept before, and other pages say what to do."""
    with saver(root) as learner:
        learner.ask()
        assert learner.kept() == [] and learner.tab.evaluate(WORKERS) == 0, "something is kept unasked"
        learner.press("Save")
        learner.says("Saved on this device")
        assert all(url.startswith(learner.home) for url in learner.kept()), learner.kept()
        learner.host.is_down = True
        learner.lesson("rope")
        learner.sees(text=True, done="Mark as done")
        learner.tab.click(".lesson-done button")
        learner.sees(done="Done")
        learner.lesson("test")
        learner.sees(text=True)
        learner.answer(**RIGHT)
        learner.check()
        learner.sees(result="Passed")
        for name in ("hitch", "last"):
            learner.lesson(name)
            learner.sees(text=True)
            learner.tab.click(".lesson-done button")
            learner.sees(done="Done")
        learner.sees(count="completed")
        styled = learner.tab.evaluate("() => getComputedStyle(document.querySelector('.site-header')).display")
        assert styled != "inline", "the styles are missing"
        learner.open("index.html")
        learner.open("courses/knots/")
        learner.says("Saved on this device")
        learner.tab.go(learner.home + "courses/sailing/wind.html")
        found = learner.tab.wait("() => document.body.matches('.kind-offline') && document.querySelector('main').innerText.includes('Knots')")
        assert found, learner.tab.evaluate("() => document.body.innerText")
        again = learner.tab.evaluate("() => document.querySelector('[data-offline-again]').href")
        assert again == learner.home + "courses/sailing/wind.html", again
        assert learner.tab.evaluate("() => document.querySelector('main li a').href") == learner.home + COURSE


def see_news_at_once(saver, root: Path) -> None:
    """Whoever is online reads what the host has, not what was saved."""
    with own_portal(root) as portal, saver(portal) as learner:
        learner.save()
        for name in ("courses/knots/rope.html", "your-data.html", "index.html"):
            page = portal / name
            page.write_text(page.read_text().replace("<main", "<main data-news", 1))
            learner.tab.go(learner.home + name)
            assert learner.tab.evaluate("() => document.querySelector('main[data-news]') !== null"), name


def bring_up_to_date(saver, root: Path, program: str) -> None:
    """Only what changed is loaded again, and what is out of date goes."""
    with tempfile.TemporaryDirectory(prefix="saving-") as folder:
        portal = school.build(program, Path(folder))
        with saver(portal) as learner:
            learner.save()
            before = learner.kept()
            rope = Path(folder) / "courses/knots/01-rope.md"
            rope.write_text(rope.read_text() + "\nA rope has a standing part, too.\n")
            school.build(program, Path(folder), writes=False)
            learner.open(COURSE)
            learner.says("a newer version")
            learner.host.asked.clear()
            learner.press("Update")
            learner.says("Saved on this device")
            loaded = [name for name in learner.host.asked if not name.startswith("courses/knots/clevio-offline.js")]
            unchanged = ("assets/clevio.css", "courses/knots/hitch.html", "courses/knots/test.html")
            assert "courses/knots/rope.html" in loaded and not set(unchanged) & set(loaded), loaded
            assert len(learner.kept()) == len(before), "old files stay"
            learner.host.is_down = True
            learner.lesson("rope")
            assert "standing part" in learner.tab.evaluate("() => document.querySelector('main').innerText")


def go_on_after_a_break(saver, root: Path) -> None:
    """What was loaded stays when the connection goes, and only the rest is loaded later."""
    with saver(root) as learner:
        learner.host.broken = {"courses/knots/last.html"}
        learner.ask()
        learner.press("Save")
        learner.says("There is no connection", "are saved")
        learner.host.broken = set()
        learner.open(COURSE)
        learner.says("are saved")
        before = {name for name in learner.held() if name.endswith(".html")}
        learner.host.asked.clear()
        learner.press("Continue")
        learner.says("Saved on this device")
        assert "courses/knots/hitch.html" in before, "nothing stayed"
        assert "courses/knots/last.html" in learner.host.asked
        again = before & set(learner.host.asked)
        assert not again, f"loaded twice: {again}"


def hear_of_changes_meanwhile(saver, root: Path) -> None:
    """Files of two versions are never taken together."""
    with own_portal(root) as portal, saver(portal) as learner:
        learner.ask()
        page = portal / "courses/knots/last.html"
        whole = page.read_text()
        page.write_text(whole + "<!-- new -->")
        learner.press("Save")
        learner.says("The portal changed", "are saved")
        page.write_text(whole)
        learner.press("Continue")
        learner.says("Saved on this device")


def have_no_room(saver, root: Path) -> None:
    """A full device is told of in words, and some room later the rest follows."""
    with saver(root) as learner:
        session = learner.tab.page.context.new_cdp_session(learner.tab.page)
        learner.ask()
        session.send("Storage.overrideQuotaForOrigin", {"origin": learner.host.origin, "quotaSize": 60_000})
        learner.press("Save")
        learner.says("There is no room left")
        session.send("Storage.overrideQuotaForOrigin", {"origin": learner.host.origin})
        learner.press("Continue")
        learner.says("Saved on this device")


def remove(saver, root: Path) -> None:
    """Removing leaves nothing, neither files nor the worker; so does erasing on "Your data"."""
    with saver(root) as learner:
        learner.save()
        other = learner.tab.page.context.new_page()
        other.goto(learner.home + COURSE)
        saved = other.locator(PANEL, has_text="Saved on this device")
        saved.wait_for()
        learner.press("Remove")
        learner.says("is removed", "will be saved")
        other.locator(PANEL, has_text="will be saved").wait_for()
        assert learner.kept() == [] and learner.tab.evaluate(WORKERS) == 0
        learner.press("Save")
        learner.says("Saved on this device")
        saved.wait_for()
        learner.tab.page.on("dialog", lambda dialog: dialog.accept())
        learner.tab.go(learner.home + "your-data.html")
        row = "[data-device-keys='clevio-offline:']"
        assert learner.tab.wait("row => document.querySelector(row + ' pre').textContent.includes('Knots')", row)
        learner.tab.click(row + " button")
        assert learner.tab.wait("row => document.querySelector(row).hasAttribute('data-empty')", row)
        assert learner.kept() == [] and learner.tab.evaluate(WORKERS) == 0


def stop_and_go_on(saver, root: Path) -> None:
    """Saving can be stopped, and continued later."""
    with saver(root) as learner:
        held = threading.Event()
        serve = learner.host.file

        def slowly(path: str):
            if path.endswith("last.html"):
                held.wait(20)
            return serve(path)

        learner.host.file = slowly
        learner.ask()
        learner.press("Save")
        learner.says("Saving:", "Stop")
        learner.press("Stop")
        learner.says("are saved", "Continue")
        held.set()
        learner.press("Continue")
        learner.says("Saved on this device")


def nothing_from_a_disk(browser, coverage, root: Path) -> None:
    """Where no worker may run, nothing is offered."""
    with chromium_tab(browser, coverage, service_workers="allow") as tab:
        tab.go("file://" + str(root / COURSE))
        assert not tab.evaluate(f"() => document.querySelector('{PANEL}').checkVisibility()")
    context = browser.new_context(java_script_enabled=False)
    try:
        with hosting(root) as host:
            page = context.new_page()
            page.goto(host.origin + "/school/" + COURSE)
            assert not page.locator(PANEL).is_visible()
    finally:
        context.close()


def axe(saver, root: Path) -> None:
    """No finding in any state of saving, light and dark, wide and narrow."""
    faults = []
    with saver(root) as learner:
        learner.host.broken = {"courses/knots/last.html"}
        learner.ask()
        faults += learner.tab.faults()
        learner.press("Save")
        learner.says("are saved")
        faults += learner.tab.faults()
        learner.host.broken = set()
        learner.press("Continue")
        learner.says("Saved on this device")
        faults += learner.tab.faults()
        learner.host.is_down = True
        learner.tab.go(learner.home + "courses/sailing/wind.html")
        assert learner.tab.wait("() => document.querySelector('main li a') !== null")
        faults += learner.tab.faults()
    assert not faults, "\n  ".join(["", *faults[:20]])


EVERYWHERE = (read_without_network, see_news_at_once, go_on_after_a_break, hear_of_changes_meanwhile, stop_and_go_on)
IN_CHROMIUM = (have_no_room, remove, axe)
