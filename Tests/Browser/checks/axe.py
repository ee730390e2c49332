"""axe-core in Chromium, light and dark, wide and narrow; and what axe does not see."""

from importlib.resources import files

from harness.chromium import at_own_address, chromium, new_page
from harness.options import Options
from harness.page import Page
from harness.portal import Portal
from harness.report import Report
from harness.web import serving

WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")
RUN = """async () => {
  const result = await axe.run(document, {resultTypes: ["violations"]});
  return result.violations.map(rule => [rule.id, rule.help,
    rule.nodes.map(node => [node.target.flat().join(" "), node.failureSummary])]);
}"""
SETTLE = """() => Promise.race([
  Promise.all(document.getAnimations().map(a => a.finished.catch(() => null))),
  new Promise(done => setTimeout(done, 500))])"""
OPEN_DETAILS = """() => {
  const closed = [...document.querySelectorAll("details:not([open])")];
  for (const element of closed) element.open = true;
  return closed.length;
}"""
OVERFLOW = """() => {
  const scroller = document.scrollingElement;
  if (scroller.scrollWidth <= scroller.clientWidth) return null;
  const wide = [...document.body.querySelectorAll("*")]
    .filter(element => element.getBoundingClientRect().right > scroller.clientWidth + 0.5)
    .map(element => element.tagName.toLowerCase() +
      [...element.classList].map(name => "." + name).join(""));
  return scroller.scrollWidth + " px: " + wide.slice(0, 4).join(", ");
}"""
HEADINGS = "() => document.querySelectorAll('h1').length"
# Where the question about services stands first, the way past the header comes after it.
ANSWER = """() => {
  const no = document.querySelector(".clv-notice [data-clv-action=reject]");
  if (!no || !no.checkVisibility()) return;
  no.click();
  document.querySelector(".clv-notice [data-clv-action=hide]").click();
}"""
FIRST_STOP = """() => {
  const stop = document.activeElement, href = stop.getAttribute("href") || "";
  const target = href.startsWith("#") ? document.getElementById(href.slice(1)) : null;
  const box = stop.getBoundingClientRect();
  const main = document.querySelector("main");
  return {
    element: stop.outerHTML.slice(0, 120),
    skips: !!target && !!main && (target === main || main.contains(target)),
    seen: box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0 &&
      box.right <= innerWidth && box.bottom <= innerHeight,
  };
}"""


def check(portal: Portal, options: Options, report: Report) -> None:
    pages = portal.sample()
    report.count("pages", len(pages))
    report.count("page kinds", len({page.kind for page in pages}))
    if not pages:
        return
    axe = (files("axe_playwright_python") / "axe.min.js").read_text()
    with serving(portal.root, options.base_path, "/") as server, chromium() as browser:
        tab = new_page(browser, reduced_motion="reduce")
        for page in pages:
            address = server.origin + options.base_path + page.path
            if page.kind == "not-found":
                deep = at_own_address(tab, portal) if portal.url else ""
                address = deep or f"{server.origin}/{page.path}"
            look_at(tab, address, page, axe, report)


def look_at(tab, address: str, page: Page, axe: str, report: Report) -> None:
    for width in WIDTHS:
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme="light", reduced_motion="reduce")
        tab.goto(address)
        if width == WIDTHS[0]:
            look_at_keyboard(tab, page, report)
        else:
            look_at_width(tab, page, report)
            if tab.evaluate(OPEN_DETAILS):
                look_at_width(tab, page, report)
        tab.evaluate(f"() => {{ {axe} }}")
        for scheme in SCHEMES:
            tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            tab.evaluate(SETTLE)
            report.count("axe runs")
            for rule, text, nodes in tab.evaluate(RUN):
                for target, summary in nodes:
                    excerpt = f"{width} px, {scheme}: {text}: {summary}"
                    report.add(page.path, f"axe {rule}", target, excerpt)


def look_at_width(tab, page: Page, report: Report) -> None:
    overflow = tab.evaluate(OVERFLOW)
    if overflow:
        report.add(page.path, "scrolls-sideways", excerpt=overflow)


def look_at_keyboard(tab, page: Page, report: Report) -> None:
    headings = tab.evaluate(HEADINGS)
    if headings != 1:
        report.add(page.path, "one-h1", excerpt=f"{headings} h1 elements")
    tab.evaluate(ANSWER)
    tab.keyboard.press("Tab")
    stop = tab.evaluate(FIRST_STOP)
    if not stop["skips"]:
        report.add(page.path, "skip-link-first", excerpt=stop["element"])
    elif not stop["seen"]:
        report.add(page.path, "skip-link-seen", excerpt=stop["element"])
