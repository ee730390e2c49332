"""Every kind of page in Firefox ESR, from disk and over http, with a user's own settings."""

from harness.chromium import wait_until
from harness.firefox import Firefox, FirefoxError, firefox
from harness.options import Options
from harness.page import Page
from harness.portal import Portal
from harness.report import Report
from harness.searching import ask, questions
from harness.web import serving

STATE = """() => ({
  ready: document.readyState,
  title: document.title,
  heading: [...document.querySelectorAll("h1")].map(h => h.textContent).join(" "),
  sheets: [...document.querySelectorAll('link[rel~="stylesheet"]')].map(link => {
    try { return [link.href, link.sheet.cssRules.length]; } catch { return [link.href, 0]; }
  }),
})"""
FETCH = """
const done = arguments[0];
fetch("sibling.txt").then(() => done("read"), () => done("refused"));
"""


def check(portal: Portal, options: Options, report: Report) -> None:
    pages = portal.sample()
    report.count("pages", len(pages))
    if not pages:
        return
    with serving(portal.root, options.base_path, portal.url_path) as server, firefox() as browser:
        prove_strict_files(browser, options, report)
        http, disk = server.origin + options.base_path, portal.file_address("")
        for page in pages:
            if page.kind != "not-found":
                look_at(browser, disk, page, report)
                look_at(browser, http, page, report)
            elif not is_bound_to_its_host(page, portal):
                look_at(browser, server.origin + portal.url_path, page, report)
        asked = questions(portal)[:1]
        report.count("questions", len(asked))
        for question in asked:
            ask(browser, disk, question, report)
            ask(browser, http, question, report)


def is_bound_to_its_host(page: Page, portal: Portal) -> bool:
    """Whether its style has a full address, which only that host could answer."""
    return bool(portal.url) and any(
        address.startswith(portal.url) for address in page.addresses("stylesheet")
    )


def prove_strict_files(browser: Firefox, options: Options, report: Report) -> None:
    """Under a user's settings a page from disk cannot read its neighbour."""
    (options.scratch / "sibling.txt").write_text("neighbour")
    (options.scratch / "strict.html").write_text("<!doctype html><title>strict</title>")
    browser.goto(f"file://{options.scratch}/strict.html")
    result = browser.command("WebDriver:ExecuteAsyncScript", script=FETCH, args=[])
    if result != "refused":
        report.add("-", "files-not-strict", excerpt=f"fetch of a sibling: {result}")
    browser.messages()


def look_at(browser: Firefox, home: str, page: Page, report: Report) -> None:
    place = home.split(":")[0]
    report.count("visits")
    try:
        browser.goto(home + page.path)
    except FirefoxError as error:
        report.add(page.path, "firefox-did-not-open", place, error)
        return
    state = browser.evaluate(STATE, privileged=True)
    if state["ready"] != "complete":
        report.add(page.path, "firefox-not-complete", place, state["ready"])
    if " ".join(state["title"].split()) != page.title or not page.title:
        report.add(page.path, "firefox-title", place, state["title"])
    if not state["heading"].strip():
        report.add(page.path, "firefox-heading", place, "no h1")
    if not state["sheets"]:
        report.add(page.path, "firefox-style", place, "no style sheet")
    for sheet, rules in state["sheets"]:
        if not rules:
            report.add(page.path, "firefox-style", place, f"{sheet} has no rules")
    # Messages of scripts that run after load arrive a moment later.
    wait_until(lambda: False, 0.05)
    for kind, source, text in browser.messages():
        report.add(page.path, f"firefox-console-{kind}", place, f"{text} {source}")
