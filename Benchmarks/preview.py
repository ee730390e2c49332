"""From saving a lesson to a browser that shows it."""

import os
import pathlib
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bench import Bench
from builds import middle_lesson, save

SAVES = 50
MOST_SECONDS = 60
# Tells of each frame that is about to be painted which save it shows.
WATCH = """(() => {
  let last = null;
  const look = () => {
    const found = /Saved (\\d+) times/.exec(document.querySelector("main")?.textContent ?? "");
    if (found && found[1] !== last) clevioShown(Number(last = found[1]), Date.now());
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""


def serve(bench: Bench) -> dict:
    source = bench.portal(bench.lessons)
    lesson = middle_lesson(source)
    page_path = f"courses/{lesson.parent.name}/{lesson.stem.split('-', 1)[1]}.html"
    pauses = random.Random(1)
    taken = []
    with previewing(bench, source) as home, watched(home + page_path) as (page, shown):
        for number in range(SAVES + 1):
            start = time.time()
            save(lesson, number)
            while number not in shown:
                if time.time() - start > MOST_SECONDS:
                    raise SystemExit(f"save {number} was not shown in {MOST_SECONDS} s")
                page.wait_for_timeout(2)
            if number:
                taken.append(shown[number] - start * 1000)
            # People do not save in step with anything.
            page.wait_for_timeout(pauses.uniform(150, 350))
    return {"lessons": bench.lessons, "milliseconds": [round(each, 1) for each in taken]}


@contextmanager
def previewing(bench: Bench, source: pathlib.Path) -> Iterator[str]:
    """A preview of a folder; gives its address."""
    command = [bench.clevio, "serve", str(source), "--port", "0", "--quiet"]
    command += ["--threads", str(bench.threads)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        home = process.stdout.readline().strip()
        if not home.startswith("http://"):
            raise SystemExit(f"clevio serve gave no address, but {home!r}")
        yield home
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


@contextmanager
def watched(address: str) -> Iterator[tuple]:
    """A page in Chromium, and when it showed each save first, in milliseconds of the clock."""
    # Only here, because what this process takes counts as the least of each that it starts.
    from playwright.sync_api import sync_playwright

    shown: dict[int, float] = {}
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        page = browser.new_page()
        page.expose_function("clevioShown", lambda number, time: shown.setdefault(number, time))
        page.add_init_script(WATCH)
        page.goto(address)
        yield page, shown
        browser.close()
