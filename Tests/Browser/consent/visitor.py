"""A visitor in Chromium: opens pages, presses buttons, and tells what the browser wrote down."""

from contextlib import contextmanager
from urllib.parse import urlsplit

from harness.chromium import TIMEOUT, wait_until
from harness.shifts import ALLOWED, OBSERVE_SHIFTS

OBSERVE = OBSERVE_SHIFTS + """
window.violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.violations.push(event.effectiveDirective + " " + event.blockedURI));
"""
SIGNAL = "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true});"
STORES = """() => {
  const all = store => { try { return Object.keys(store()); } catch { return []; } };
  return {
    cookies: document.cookie.split("; ").filter(Boolean).map(each => each.split("=")[0]).sort(),
    local: all(() => localStorage).sort(), session: all(() => sessionStorage).sort(),
  };
}"""
NOTHING = {"cookies": [], "local": [], "session": []}
SHOWN = "selector => { const e = document.querySelector(selector); return !!e && e.checkVisibility(); }"


class Visitor:
    """One profile of a browser, with one tab or more."""

    def __init__(self, context, home: str):
        self.context = context
        self.home = home
        self.requests: set[str] = set()
        self.complaints: list[str] = []
        context.on("request", self._asked)
        self.tab = self.new_tab()

    def _asked(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and not request.url.startswith(self.home):
            self.requests.add((parts.hostname or "").removesuffix(".test"))

    def new_tab(self):
        tab = self.context.new_page()
        tab.on("console", self._heard)
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        return tab

    def _heard(self, message) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def open(self, path: str = "courses/birds/start/songs.html", tab=None) -> None:
        tab = tab or self.tab
        tab.goto(self.home + path)
        tab.wait_for_timeout(250)

    def leave(self, network) -> None:
        """To no page at all, and forgets what the last one still had on its way."""
        self.tab.goto("about:blank")
        self.tab.wait_for_timeout(250)
        network.forget()
        self.requests.clear()

    def press(self, action: str, within: str = "", tab=None) -> None:
        (tab or self.tab).locator(f"{within} [data-clv-action={action}]:visible").first.click()

    def shifts(self) -> list:
        """What moved by itself, too much to be a letter's width."""
        moves = self.tab.evaluate("() => window.clevioShifts")
        return moves if sum(value for value, _ in moves) >= ALLOWED else []

    def is_shown(self, selector: str, tab=None) -> bool:
        return (tab or self.tab).evaluate(SHOWN, selector)

    def shows(self, selector: str) -> bool:
        """Whether it is there now, or soon: what is seldom wanted is loaded first."""
        return self.settle(lambda: self.is_shown(selector))

    def stores(self, tab=None) -> dict:
        return (tab or self.tab).evaluate(STORES)

    def scroll(self) -> None:
        """So that what is loaded lazily is loaded."""
        for part in (0.3, 0.6, 1):
            self.tab.evaluate(f"() => scrollTo(0, document.body.scrollHeight * {part})")
            self.tab.wait_for_timeout(200)

    def asks(self, tab=None) -> bool:
        return self.is_shown(".clv-ask", tab)

    def comes(self, read, wanted):
        """What is read once it is what is wanted, or at last."""
        self.settle(lambda: read() == wanted)
        return read()

    def settle(self, condition, seconds: float = 5) -> bool:
        return wait_until(lambda: self.tab.wait_for_timeout(30) or condition(), seconds)


@contextmanager
def visitor(browser, network, home: str, signal: bool = False, **options):
    context = browser.new_context(
        proxy={"server": network.address, "bypass": "<-loopback>"}, reduced_motion="reduce", **options
    )
    context.set_default_timeout(TIMEOUT)
    if options.get("java_script_enabled", True):
        context.add_init_script(OBSERVE)
        if signal:
            context.add_init_script(SIGNAL)
    network.forget()
    try:
        yield Visitor(context, home)
    finally:
        context.close()
