"""Writes a course beside a preview of it, and looks at what browsers show.

    python Tests/Preview/run.py --program CLEVIO [--browsers chromium,firefox] [--only WORD]

The last line is `N passed, M failed`; exit code 1 if any failed.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "Browser"), str(HERE.parent / "Reader")]

from harness.chromium import wait_until
from harness.tools import stop
from scenarios import Run
from tabs import ChromiumTab, chromium_browser, firefox_tab

FILM = bytes(range(256)) * 64
SOURCES = {
    "clevio.yml": "title: Harbour\nid: harbour\noperator: Ada Rope\nstrict: true\n",
    "courses/knots/01-reef.md": "# Reef\n\n" + "A line of rope.\n\n" * 120 + "The end of the rope.\n",
    "courses/knots/02-hitch.md": "---\nvisibility: draft\n---\n# Hitch\n\nNot ready.\n",
    "courses/knots/03-film.md": "# Film\n\n[The film](film.mp4)\n",
    "courses/sails/index.md": "---\nvisibility: draft\n---\n# Sails\n",
    "courses/sails/01-jib.md": "# Jib\n\nOf cloth.\n",
    "courses/paid/index.md": "---\nprice: 9 EUR\ncheckout_url: https://shop.example/\n---\n# Paid\n",
    "courses/paid/01-secret.md": "# Secret\n\nOnly buyers read this.\n",
}
REEF = "courses/knots/01-reef.md"
PANEL = "() => { const host = document.querySelector('clevio-preview'); return host ? host.shadowRoot.querySelector('.panel').innerText : ''; }"
# The build that the page is of.
BUILD = "() => document.querySelector('script[data-build]').dataset.build"


class Author:
    """Somebody who writes in a folder, with a preview of it."""

    def __init__(self, folder: Path, address: str, tab):
        self.folder, self.home, self.tab = folder, address, tab

    def write(self, path: str, text: str) -> None:
        """Saves as editors do: beside the file, then in its place."""
        place = self.folder / path
        new = place.with_name("." + place.name + ".new")
        new.write_text(text)
        os.replace(new, place)

    def text(self, path: str) -> str:
        return (self.folder / path).read_text()

    def open(self, path: str) -> None:
        self.tab.go(self.home + path)

    def sees(self, words: str) -> None:
        found = self.tab.wait("words => document.body.innerText.includes(words)", words)
        assert found, f"wanted {words!r}, read {self.tab.evaluate('() => document.body.innerText')[:300]!r}"

    def is_told(self, *words: str) -> None:
        found = self.tab.wait(f"words => words.every(each => ({PANEL})().includes(each))", list(words))
        assert found, f"wanted {words}, was told {self.tab.evaluate(PANEL)!r}"

    def is_told_nothing(self) -> None:
        assert self.tab.wait(f"() => ({PANEL})() === ''"), self.tab.evaluate(PANEL)


@contextmanager
def previewing(program: str, *options: str, said=None):
    """A folder, and the address of its preview; what it reports goes to `said`."""
    with tempfile.TemporaryDirectory(prefix="preview-") as name:
        folder = Path(name)
        for path, text in SOURCES.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text)
        (folder / "courses/knots/film.mp4").write_bytes(FILM)
        process = subprocess.Popen(
            [program, "serve", name, "--port", "0", *([] if said else ["--quiet"]), *options],
            stdout=subprocess.PIPE, stderr=said or subprocess.DEVNULL, text=True,
        )
        try:
            address = process.stdout.readline().strip()
            assert address.startswith("http://127.0.0.1:"), f"no address: {address!r}"
            yield folder, address
        finally:
            stop(process)


def follow_what_is_written(author: Author) -> None:
    """A saved lesson is on the page, which stays where it was read; so is a change of settings."""
    author.open("courses/knots/reef.html")
    author.sees("The end of the rope.")
    author.tab.evaluate("() => scrollTo(0, 1500)")
    author.write(REEF, author.text(REEF).replace("The end", "The other end"))
    author.sees("The other end of the rope.")
    assert author.tab.wait("() => Math.abs(scrollY - 1500) < 3"), author.tab.evaluate("() => scrollY")
    author.write("clevio.yml", author.text("clevio.yml").replace("Harbour", "Haven"))
    author.sees("Haven")
    author.is_told_nothing()


def search_follows(author: Author) -> None:
    """What is searched follows a saved text, and the page that shows the text already is not loaded again for that."""
    author.open("courses/knots/reef.html")
    author.sees("The end of the rope.")
    for word in ("marlinspike", "bosun"):
        author.write(REEF, author.text(REEF) + f"\nHere is a {word}.\n")
        author.sees(word)
    assert author.tab.wait(f"() => ({BUILD})().endsWith('-3')"), author.tab.evaluate(BUILD)
    terms = lambda part: urllib.request.urlopen(f"{author.home}search/en/t{part}-0.js").read()
    assert wait_until(lambda: b"bosun" in terms(0), 20), "the search has no new word"
    assert b"marlinspike" in terms(2)
    time.sleep(0.3)
    assert author.tab.evaluate(BUILD).endswith("-3"), author.tab.evaluate(BUILD)


def save_while_all_is_built(author: Author) -> None:
    """Of saves in two courses, close upon each other, none is lost, whatever is being built."""
    author.open("courses/knots/reef.html")
    author.sees("A line of rope.")
    for number in range(12):
        path = REEF if number % 3 else "courses/sails/01-jib.md"
        author.write(path, author.text(path) + f"\nSaved {number}.\n")
        time.sleep(0.07 * (number % 4))
    author.sees("Saved 11.")
    jib = author.home + "courses/sails/jib.html"
    assert wait_until(lambda: b"Saved 9." in urllib.request.urlopen(jib).read(), 20)
    author.is_told_nothing()


def be_told_of_mistakes(author: Author) -> None:
    """A mistake is told with its place on the page, and the last good portal stays until it is mended."""
    author.open("courses/knots/reef.html")
    author.sees("A line of rope.")
    good = author.text(REEF)
    author.write(REEF, "---\nvisibilty: draft\n---\n" + good.replace("A line", "One line"))
    author.is_told("1 error", REEF + ":2:1", "visibility")
    author.sees("A line of rope.")
    author.open("index.html")
    author.is_told("1 error", "the last portal without errors")
    author.open("courses/knots/reef.html")
    author.write(REEF, good.replace("A line", "One line"))
    author.sees("One line of rope.")
    author.is_told_nothing()
    author.write(REEF, good + "\n[Nowhere](nowhere.md)\n")
    author.is_told("1 warning")
    # At an address that stands for no text, too.
    author.open("%ff.html")
    author.is_told("1 warning")
    author.tab.complaints()


def know_drafts(author: Author) -> None:
    """What the public would not get says so, on its page and where links lead to it."""
    author.open("courses/knots/hitch.html")
    author.is_told("Draft")
    author.open("courses/sails/jib.html")
    author.is_told("Draft")
    author.open("courses/knots/reef.html")
    author.sees("A line of rope.")
    author.is_told_nothing()
    author.open("courses/knots/index.html")
    marked = "() => [...document.querySelectorAll('main a[data-clevio-unpublished]')].map(each => each.pathname).join(' ')"
    assert author.tab.wait(f"() => ({marked})().includes('/courses/knots/hitch.html')"), author.tab.evaluate(marked)
    assert "reef" not in author.tab.evaluate(marked)
    author.open("index.html")
    author.is_told("2 not public")
    author.tab.evaluate("() => document.querySelector('clevio-preview').shadowRoot.querySelector('summary').click()")
    author.is_told("courses/sails", "courses/knots/hitch.html")


def read_what_is_sold(author: Author) -> None:
    """A paid course opens for its author as it does for a buyer."""
    author.open("courses/paid/reader.html#/secret")
    author.sees("Only buyers read this.")
    author.open("courses/paid/secret.html")
    assert "Only buyers" not in author.tab.evaluate("() => document.body.innerText")


def add_and_rename(author: Author) -> None:
    """New files and folders are there, and what is gone is not found."""
    author.open("courses/knots/index.html")
    (author.folder / "courses/knots/04-new").mkdir()
    (author.folder / "courses/knots/04-new/01-bend.md").write_text("# Bend\n\nFor two ropes.\n")
    author.sees("Bend")
    os.rename(author.folder / "courses/knots/04-new", author.folder / "courses/knots/04-more")
    assert author.tab.wait("() => document.querySelector('main a[href$=\"more/bend.html\"]') !== null")
    assert status(author.home + "courses/knots/new/bend.html") == 404
    assert status(author.home + "courses/knots/more/bend.html") == 200


EVERYWHERE = (
    follow_what_is_written, search_follows, save_while_all_is_built, be_told_of_mistakes, know_drafts, read_what_is_sold,
    add_and_rename,
)


def status(address: str, **fields: str) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=fields)) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def give_files(program: str) -> None:
    """Films in parts, nothing but the portal's files, nothing for names that are not this machine's."""
    with previewing(program) as (folder, home):
        assert ready(home)
        film = next(folder.glob("courses/knots/*.mp4")).name
        request = urllib.request.Request(f"{home}courses/knots/{film}", headers={"Range": "bytes=256-511"})
        with urllib.request.urlopen(request) as answer:
            assert answer.status == 206 and answer.read() == bytes(range(256)), answer.headers
            assert answer.headers["Content-Range"] == f"bytes 256-511/{len(FILM)}"
        for path in ("clevio.yml", "courses/knots/01-reef.md", "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd"):
            assert status(home + path) == 404, path
        assert status(home, Host="evil.example") == 421
        assert not (folder / "public").exists() and not (folder / ".clevio").exists(), "something was written"


def hide_drafts(program: str) -> None:
    with previewing(program, "--published") as (_, home):
        assert ready(home)
        assert status(home + "courses/sails/jib.html") == 404
        assert status(home + "courses/knots/hitch.html") == 404


def look_now_and_then(program: str) -> None:
    """Without notices of the system, changes are found by looking."""
    with previewing(program, "--poll") as (folder, home):
        assert ready(home)
        (folder / REEF).write_text("# Reef\n\nFound by looking.\n")
        page = home + "courses/knots/reef.html"
        assert wait_until(lambda: b"Found by looking" in urllib.request.urlopen(page).read(), 10)


def say_what_was_saved(program: str) -> None:
    """A text that was shown before the rest was built is no report of nothing."""
    with tempfile.TemporaryFile() as said, previewing(program, said=said) as (folder, home):
        assert ready(home)
        with (folder / REEF).open("a") as text:
            text.write("\nAnother rope.\n")
        # A reading that moves the place in the file would move the program's, too.
        told = lambda: os.pread(said.fileno(), 10_000, 0).decode()
        assert wait_until(lambda: told().count(" s\n") == 2, 20), told()
        assert "nothing changed" not in told(), told()


def take_no_port_twice(program: str) -> None:
    with previewing(program) as (folder, home):
        port = re.search(r":(\d+)/", home).group(1)
        done = subprocess.run(
            [program, "serve", str(folder), "--port", port], capture_output=True, text=True, timeout=30
        )
        assert done.returncode == 74 and port in done.stderr, (done.returncode, done.stderr)
    done = subprocess.run([program, "serve", str(folder)], capture_output=True, text=True, timeout=30)
    assert done.returncode == 74 and str(folder) in done.stderr, (done.returncode, done.stderr)


def ready(home: str) -> bool:
    return wait_until(lambda: status(home) == 200, 10)


def run_in(run: Run, name: str, program: str, tab) -> None:
    for scenario in EVERYWHERE:

        def body() -> None:
            with previewing(program) as (folder, home):
                assert ready(home), "no portal"
                scenario(Author(folder, home, tab))
                tab.go("about:blank")

        run.check(f"{name} {scenario.__name__}", body)


class NoCoverage:
    """Scripts of previews are no part of the theme, whose coverage is counted."""

    def watch(self, page) -> None: ...

    def take(self) -> None: ...

    def leave(self) -> None: ...


def main() -> int:
    parser = argparse.ArgumentParser(description="Looks at previews.")
    parser.add_argument("--program", required=True)
    parser.add_argument("--browsers", default="chromium,firefox")
    parser.add_argument("--only", default="", help="a part of the scenarios' names")
    arguments = parser.parse_args()
    run = Run(arguments.only)
    program = str(Path(arguments.program).resolve())
    for scenario in (give_files, hide_drafts, look_now_and_then, say_what_was_saved, take_no_port_twice):
        run.check(scenario.__name__, lambda: scenario(program))
    if "chromium" in arguments.browsers:
        with chromium_browser() as browser:
            tab = ChromiumTab(browser.new_context(service_workers="block").new_page(), NoCoverage())
            run_in(run, "chromium", program, tab)

            def says_nothing() -> None:
                complaints = [line for line in tab.complaints() if "/.clevio/events" not in line]
                assert not complaints, complaints

            run.check("chromium without complaints", says_nothing)
    if "firefox" in arguments.browsers:
        with firefox_tab() as tab:
            run_in(run, "firefox", program, tab)
    print(f"{run.passed} passed, {run.failed} failed")
    return 1 if run.failed or not run.passed else 0


if __name__ == "__main__":
    sys.exit(main())
