"""Pages that arrive slowly, piece by piece: what has been shown stays where it is."""

from harness.chromium import chromium, new_page
from harness.options import Options
from harness.portal import Portal
from harness.report import Report
from harness.shifts import ALLOWED, OBSERVE_SHIFTS
from harness.web import serving

# Less than one packet, so that every part of a page is cut somewhere.
PIECE = 500
SIZES = ((1280, 720), (375, 700))


def check(portal: Portal, options: Options, report: Report) -> None:
    pages = [page for page in portal.sample() if page.kind not in ("not-found", "redirect")]
    report.count("pages", len(pages))
    with serving(portal.root, options.base_path, "/", piece=PIECE) as server, chromium() as browser:
        for width, height in SIZES:
            tab = new_page(browser, viewport={"width": width, "height": height})
            tab.add_init_script(OBSERVE_SHIFTS)
            for page in pages:
                tab.goto(server.origin + options.base_path + page.path)
                shifts = tab.evaluate("() => window.clevioShifts")
                if sum(value for value, _ in shifts) >= ALLOWED:
                    for value, nodes in shifts:
                        report.add(page.path, "layout-shift", f"{width} px", f"{value:.4f} {nodes}")
