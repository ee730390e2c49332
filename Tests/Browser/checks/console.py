"""Every kind of page over http and from disk: no complaint, no stranger, no jump."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Error

from harness.chromium import at_own_address, chromium, new_page
from harness.options import Options
from harness.page import Page
from harness.portal import Portal
from harness.report import Report
from harness.shifts import ALLOWED, OBSERVE_SHIFTS
from harness.web import serving

# Playwright's own words when it keeps a service worker from starting.
BLOCKED_WORKER = "Service Worker registration blocked by Playwright"
# Chromium lets no page from disk read a caption file, and says so; the theme then takes the
# captions from the page.
REFUSED_CAPTIONS = re.compile(r"Unsafe attempt to load URL file:\S+\.vtt from frame ")
# A reader on the own machine looks for a licence beside it; a copy for nobody in particular has none.
LICENCE = "/entitlement.js"
# The signs of a heading and a button or two, in the language that takes most.
LABELS = 100
OBSERVE = OBSERVE_SHIFTS + """
window.clevioViolations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.clevioViolations.push(event.effectiveDirective + " " + event.blockedURI));
"""
SETTLE = """async () => {
  for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
  await new Promise(done => setTimeout(done, 80));
  return {shifts: window.clevioShifts, violations: window.clevioViolations};
}"""
# Closed details hide on purpose; a tenth may be hidden, for what only a script makes useful.
VISIBLE = """() => {
  const root = document.querySelector("[data-content], main article.prose") ||
    document.querySelector("main");
  if (!root) return {shown: 0, hidden: 0, sample: "no main"};
  const result = {shown: 0, hidden: 0, sample: ""};
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, parent = node.parentElement;
    const length = node.data.replace(/\\s+/g, "").length;
    if (!length || parent.closest("script, style, template, annotation, option, details:not([open])"))
      continue;
    const seen = parent.checkVisibility({visibilityProperty: true, opacityProperty: true});
    if (!seen && !result.sample) result.sample = node.data.trim().slice(0, 100);
    result[seen ? "shown" : "hidden"] += length;
  }
  return result;
}"""


def check(portal: Portal, options: Options, report: Report) -> None:
    pages = portal.sample()
    report.count("pages", len(pages))
    if not pages:
        return
    with serving(portal.root, options.base_path, "/") as server, chromium() as browser:
        http, disk = server.origin + options.base_path, portal.file_address("")
        for scripts in (True, False):
            visitor = Visitor(browser, scripts, (http, disk), report)
            for page in pages:
                if page.kind != "not-found":
                    visitor.visit(page, http + page.path)
                    visitor.visit(page, disk + page.path)
                elif portal.url:
                    # From here on, for its icon is asked for when the tab has moved on.
                    visitor.homes += (portal.url,)
                    visitor.visit(page, at_own_address(visitor.tab, portal))
                else:
                    visitor.homes += (server.origin,)
                    visitor.visit(page, f"{server.origin}/{page.path}")


class Visitor:
    """Opens pages one after the other in one tab and writes down what the browser says."""

    def __init__(self, browser, scripts: bool, homes: tuple[str, ...], report: Report):
        # All of them, for an icon is asked for late; no page can know the others' addresses.
        self.homes = homes
        self.scripts = scripts
        self.report = report
        self.page = ""
        self.kind = ""
        self.address = ""
        self.pending: set = set()
        self.tab = new_page(browser, java_script_enabled=scripts)
        if scripts:
            self.tab.add_init_script(OBSERVE)
        self.tab.on("console", self.heard)
        self.tab.on("pageerror", lambda error: self.add("page-error", error))
        self.tab.on("request", self.asked)
        self.tab.on("requestfinished", lambda request: self.pending.discard(request))
        self.tab.on("requestfailed", self.failed)
        self.tab.on("response", self.answered)

    def add(self, rule: str, excerpt: object) -> None:
        where = f"{urlsplit(self.address).scheme}, scripts {'on' if self.scripts else 'off'}"
        self.report.add(self.page, rule, where, excerpt)

    def heard(self, message) -> None:
        place = (message.location or {}).get("url", "")
        expected = (
            message.text == BLOCKED_WORKER
            or REFUSED_CAPTIONS.match(message.text)
            or place.endswith(LICENCE)
        )
        if message.type in ("error", "warning") and not expected:
            policy = "Content Security Policy" in message.text
            self.add("csp-violation" if policy else f"console-{message.type}", message.text)

    def asked(self, request) -> None:
        self.report.count("requests")
        self.pending.add(request)
        if urlsplit(request.url).scheme in ("data", "blob", "about"):
            return
        if not request.url.startswith(self.homes):
            self.add("request-outside-the-portal", request.url)

    def failed(self, request) -> None:
        self.pending.discard(request)
        refused_captions = request.failure == "origin" and request.url.endswith(".vtt")
        # The browser's own word for what it gave up because the tab moved on.
        expected = refused_captions or request.url.endswith(LICENCE)
        if request.failure != "net::ERR_ABORTED" and not expected:
            self.add("request-failed", f"{request.url} {request.failure}")

    def answered(self, response) -> None:
        if response.status >= 400 and not response.url.endswith(LICENCE):
            self.add("request-failed", f"{response.status} {response.url}")

    def visit(self, page: Page, address: str) -> None:
        self.page, self.kind, self.address = page.path, page.kind, address
        self.report.count("visits")
        try:
            self.tab.goto(address)
            if self.scripts:
                self.look_at_behaviour()
            else:
                self.look_at_text()
            self.wait_for_requests()
        except Error as error:
            self.add("did-not-open", error.message)

    def wait_for_requests(self) -> None:
        """So that what comes late, an icon say, is written down under its own page."""
        for _ in range(50):
            if not self.pending:
                return
            self.tab.wait_for_timeout(20)
        self.pending.clear()

    def look_at_behaviour(self) -> None:
        seen = self.tab.evaluate(SETTLE)
        for violation in seen["violations"]:
            self.add("csp-violation", violation)
        for value, nodes in seen["shifts"]:
            if value >= ALLOWED:
                self.add("layout-shift", f"{value:.4f} {nodes}")

    def look_at_text(self) -> None:
        text = self.tab.evaluate(VISIBLE)
        shown, hidden = text["shown"], text["hidden"]
        # What readers and certificates hide without scripts, nothing else could do. On other pages
        # the names of what a device keeps wait for scripts: a heading and a button or two.
        needs = self.kind in ("reader", "certificate")
        names = max(LABELS, 0.1 * (shown + hidden))
        if shown < 10 or (hidden > names and not needs):
            self.add("needs-scripts", f"{shown} characters shown, {hidden} not: {text['sample']}")
