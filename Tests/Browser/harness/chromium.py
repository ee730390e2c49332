"""Debian's Chromium, driven by Playwright."""

import os
import time
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

from harness.portal import Portal
from harness.tools import tool

TIMEOUT = 15_000


# The browser of this process while one is open.
_running: list[Browser] = []


@contextmanager
def chromium():
    """The one browser of this process; every network name but loopback fails to resolve."""
    if _running:
        try:
            yield _running[0]
        finally:
            for page_context in _running[0].contexts:
                page_context.close()
        return
    arguments = ["--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=tool("chromium", "chromium-browser"), args=arguments
        )
        _running.append(browser)
        try:
            yield browser
        finally:
            _running.clear()
            browser.close()


def new_page(browser: Browser, **options):
    """A page in a context of its own; service workers would hide requests from the log."""
    page_context = browser.new_context(service_workers="block", **options)
    page_context.set_default_timeout(TIMEOUT)
    return page_context.new_page()


def at_own_address(tab, portal: Portal) -> str:
    """Answers for the portal's configured host, and gives an address deep in it that is missing.

    The not-found page may name its files by full addresses, since it is shown at any depth. Its
    status is 200 here: browsers complain of every other, and nginx proves the 404.
    """

    def answer(route) -> None:
        path = portal.path_of(route.request.url)
        found = path and (portal.root / path).is_file()
        route.fulfill(path=portal.root / (path if found else "404.html"))

    tab.route(f"{portal.url}**", answer)
    return portal.url + "courses/nothing/at-all.html"


def wait_until(condition, seconds: float = 5) -> bool:
    """Asks again until the condition holds; for pages whose CSP forbids waiting inside them."""
    end = time.monotonic() + seconds
    while True:
        if condition():
            return True
        if time.monotonic() > end:
            return False
        time.sleep(0.03)
