"""One tab of a real browser, as the scenarios use it."""

import base64
import os
import time
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from checks.axe import OPEN_DETAILS, OVERFLOW, RUN, SCHEMES, SETTLE, WIDTHS
from harness.chromium import wait_until
from harness.firefox import FirefoxError, firefox
from harness.tools import tool
from playwright.sync_api import Error as PageError
from playwright.sync_api import sync_playwright

# A name that is not this machine's own, though it answers.
HOST = "portal.test"
DROP = """([name, data]) => {
  const file = new File([Uint8Array.from(atob(data), c => c.charCodeAt(0))], name);
  const transfer = new DataTransfer();
  transfer.items.add(file);
  for (const type of ["dragover", "drop"]) {
    document.querySelector("[data-reader=drop]").dispatchEvent(
      new DragEvent(type, {bubbles: true, cancelable: true, dataTransfer: transfer}));
  }
}"""
# What a page did besides showing itself.
TRACES = """() => ({
  stored: [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie],
  asked: performance.getEntriesByType("resource").map(each => each.name),
  seen: JSON.parse(document.documentElement.dataset.observed || "null"),
})"""


class Tab:
    """What both browsers share; `evaluate`, `go`, `press` and `type` are their own."""

    name = ""

    def goto(self, address: str) -> None:
        """Opens a page anew, also where only the part behind `#` differs."""
        self.go("about:blank")
        self.go(address)

    def wait(self, function: str, argument=None, seconds: float = 8) -> bool:
        def holds():
            try:
                return self.evaluate(function, argument)
            except (PageError, FirefoxError):
                return None  # the page is on its way to the next

        return wait_until(holds, seconds)

    def click(self, part: str) -> None:
        self.evaluate("name => document.querySelector(name).click()", part)

    def drop(self, file: Path) -> None:
        self.evaluate(DROP, [file.name, base64.b64encode(file.read_bytes()).decode()])

    def paste(self, text: str) -> None:
        self.evaluate(
            "text => { const field = document.getElementById('reader-text');"
            " field.value = text; field.form.requestSubmit(); }", text,
        )  # fmt: skip

    def traces(self) -> dict:
        return self.evaluate(TRACES)


class ChromiumTab(Tab):
    name = "chromium"

    def __init__(self, page, coverage):
        self.page = page
        self.coverage = coverage
        self.said: list[str] = []
        page.on("console", lambda message: self.said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"error: {error}"))
        coverage.watch(page)

    def go(self, address: str) -> None:
        self.coverage.take()
        self.page.goto(address)

    def evaluate(self, function: str, argument=None):
        return self.page.evaluate(function, argument)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def choose(self, file: Path) -> None:
        self.page.set_input_files("[data-reader=file]", file)

    def back(self) -> None:
        self.page.go_back()

    def complaints(self) -> list[str]:
        """Errors and refused loads since the last call."""
        found, self.said = self.said, []
        return [line for line in found if line.startswith(("error", "warning"))]

    def faults(self) -> list[str]:
        """What axe-core finds on the page as it stands, light and dark, wide and narrow."""
        self.evaluate(f"() => {{ {(files('axe_playwright_python') / 'axe.min.js').read_text()} }}")
        found = []
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.evaluate(OPEN_DETAILS)
            overflow = self.evaluate(OVERFLOW)
            if overflow:
                found.append(f"{width} px scrolls sideways: {overflow}")
            for scheme in SCHEMES:
                self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                self.evaluate(SETTLE)
                for rule, _, nodes in self.evaluate(RUN):
                    found += [f"{width} px {scheme} {rule} {target}" for target, _ in nodes]
        if self.evaluate("() => document.querySelectorAll('h1').length") != 1:
            found.append("not one h1")
        return found


class FirefoxTab(Tab):
    name = "firefox"

    def __init__(self, browser):
        self.browser = browser

    def go(self, address: str) -> None:
        self.browser.goto(address)

    def evaluate(self, function: str, argument=None):
        return self.browser.evaluate(function, argument)

    def press(self, key: str) -> None:
        self.browser.press(key)

    def type(self, text: str) -> None:
        keys = [{"type": kind, "value": sign} for sign in text for kind in ("keyDown", "keyUp")]
        self.browser.command(
            "WebDriver:PerformActions",
            actions=[{"type": "key", "id": "keyboard", "actions": keys}],
        )

    def choose(self, file: Path) -> None:
        found = self.browser.command(
            "WebDriver:FindElement", using="css selector", value="[data-reader=file]"
        )
        self.browser.command(
            "WebDriver:ElementSendKeys", id=next(iter(found.values())), text=str(file)
        )

    def back(self) -> None:
        self.browser.command("WebDriver:Back")

    def complaints(self) -> list[str]:
        return [f"{kind}: {text}" for kind, _, text in self.browser.messages()]


@contextmanager
def chromium_browser():
    rules = f"MAP {HOST} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    arguments = ["--disable-gpu", f"--host-resolver-rules={rules}"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=tool("chromium", "chromium-browser"), args=arguments
        )
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def chromium_profile(coverage, profile: Path):
    """A tab of a browser whose profile outlives it."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=tool("chromium", "chromium-browser"),
            args=["--disable-gpu"] + (["--no-sandbox"] if os.geteuid() == 0 else []),
        )  # fmt: skip
        try:
            tab = ChromiumTab(context.pages[0], coverage)
            yield tab
            coverage.take()
        finally:
            coverage.leave()
            context.close()


@contextmanager
def chromium_tab(browser, coverage, **options):
    """A tab with a storage of its own."""
    defaults = {"ignore_https_errors": True, "service_workers": "block", "accept_downloads": True}
    context = browser.new_context(**{**defaults, **options})
    context.set_default_timeout(8000)
    try:
        tab = ChromiumTab(context.new_page(), coverage)
        yield tab
        coverage.take()
    finally:
        coverage.leave()
        context.close()


@contextmanager
def firefox_tab(profile: Path | None = None):
    """The one tab of a new browser; `HOST` answers although names are not asked for."""
    preferences = {"network.dns.localDomains": HOST, "network.dns.disabled": False}
    with firefox(preferences, {"acceptInsecureCerts": True}, profile) as browser:
        yield FirefoxTab(browser)


def seconds() -> int:
    return int(time.time())
