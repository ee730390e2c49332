"""What a page costs beside its own text."""

import gzip
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

from harness.options import Options
from harness.page import Page
from harness.portal import Portal
from harness.report import Report

KIB = 1024
LESSON_FRAME_LIMIT = 14 * KIB
STYLE_LIMIT = 12 * KIB
# A sheet for paper comes on top of what every page loads.
STYLE_LIMITS = {"certificate": 14 * KIB}
SCRIPT_LIMIT = 8 * KIB
# Where somebody is asked for consent, the banner's script comes on top, within a limit of its own.
BANNER = "assets/clv-privacy.js"
# What a page loads by itself, without being asked, although no tag names it.
LOADED = {b'<form class="quiz"': "assets/quiz.js"}


def check(portal: Portal, options: Options, report: Report) -> None:
    lessons = [page for page in portal.pages if page.kind == "lesson"]
    report.count("lessons", len(lessons))
    sizes: dict[str, int] = {}
    for lesson in lessons:
        frame = len(lesson.data) - lesson.content_size
        if frame > LESSON_FRAME_LIMIT:
            excerpt = f"{frame} bytes beside the text, {LESSON_FRAME_LIMIT} allowed"
            report.add(lesson.path, "heavy-lesson-frame", excerpt=excerpt)
        scripts = sum(size_of(portal, path, sizes) for path in scripts_of(portal, lesson))
        if any(sign in lesson.data for sign in LOADED):
            report.count("lessons with a quiz")
        if scripts > SCRIPT_LIMIT:
            excerpt = f"{scripts} bytes compressed, {SCRIPT_LIMIT} allowed"
            report.add(lesson.path, "heavy-scripts", excerpt=excerpt)
    for page in portal.pages:
        styles = styles_of(portal, page)
        total = sum(size_of(portal, path, sizes) for path in styles)
        limit = STYLE_LIMITS.get(page.kind, STYLE_LIMIT)
        if total > limit:
            excerpt = f"{total} bytes compressed, {limit} allowed: {', '.join(sorted(styles))}"
            report.add(page.path, "heavy-styles", excerpt=excerpt)
    report.count("style sheets", sum(path.endswith(".css") for path in portal.files))


def styles_of(portal: Portal, page: Page) -> set[str]:
    return {
        path
        for path in (own_file(page, address) for address in page.addresses("stylesheet"))
        if (portal.root / path).is_file()
    }


def own_file(page: Page, address: str) -> str:
    return normpath(join(dirname(page.path), urlsplit(address).path))


def scripts_of(portal: Portal, page: Page) -> set[str]:
    """The portal's scripts that the page loads at once."""
    found = {path for sign, path in LOADED.items() if sign in page.data and (portal.root / path).is_file()}
    for reference in page.references:
        if reference.element == "script" and reference.attribute == "src":
            path = own_file(page, reference.value)
            if path != BANNER and (portal.root / path).is_file():
                found.add(path)
    return found


def size_of(portal: Portal, path: str, sizes: dict[str, int]) -> int:
    """Bytes after gzip at its best."""
    if path not in sizes:
        sizes[path] = len(gzip.compress(portal.read(path), 9, mtime=0))
    return sizes[path]
