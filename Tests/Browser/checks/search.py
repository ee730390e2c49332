"""A word typed into the portal's search finds its page; closed lessons' words are nowhere."""

from harness.chromium import chromium, new_page
from harness.options import Options
from harness.portal import Portal
from harness.report import Report
from harness.searching import ChromiumTab, ask, questions
from harness.web import serving


def check(portal: Portal, options: Options, report: Report) -> None:
    asked = questions(portal)
    report.count("questions", len(asked))
    if options.closed_words:
        look_for_closed_words(portal, options, report)
    if not asked:
        return
    with serving(portal.root, options.base_path) as server, chromium() as browser:
        for home in (server.origin + options.base_path, portal.file_address("")):
            tab = new_page(browser)
            for question in asked:
                ask(ChromiumTab(tab), home, question, report)
            tab.context.close()


def look_for_closed_words(portal: Portal, options: Options, report: Report) -> None:
    """Looks at the bytes of every file and at its name, in any case of ASCII letters."""
    lines = options.closed_words.read_bytes().splitlines()
    closed = [line.strip() for line in lines if line.strip()]
    report.count("closed words", len(closed))
    report.count("files", len(portal.files))
    for path in portal.files:
        data = portal.read(path).lower()
        name = path.encode("utf-8", "surrogateescape").lower()
        for word in closed:
            at = data.find(word.lower())
            if at >= 0 or word.lower() in name:
                excerpt = data[max(0, at - 40) : at + 60].decode("utf-8", "replace")
                report.add(path, "closed-word", word.decode("utf-8", "replace"), excerpt)
