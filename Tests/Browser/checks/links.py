"""Lychee at `/`, under a sub-path and on `file:`; and addresses that would not survive a move."""

import json
import re
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from harness.options import Options
from harness.page import Page, Reference
from harness.portal import Portal
from harness.report import Report
from harness.tools import run, tool

NOT_FOUND = "404.html"


def check(portal: Portal, options: Options, report: Report) -> None:
    report.count("pages", len(portal.pages))
    movable = [page.path for page in portal.pages if page.path != NOT_FOUND]
    if not movable:
        report.count("links", 0)
        return
    everything = [page.path for page in portal.pages]
    follow_links(portal, everything, mounted(portal, options, "home", portal.url_path), report)
    follow_links(portal, movable, mounted(portal, options, "moved", options.base_path), report)
    follow_links(portal, movable, None, report)
    for page in portal.pages:
        for reference in page.references:
            report.count("addresses")
            look_at(portal, page, reference, report)
    for path in portal.files:
        if path.endswith(".css"):
            look_at_style(portal, path, report)


def mounted(portal: Portal, options: Options, name: str, base_path: str) -> tuple[Path, Path]:
    """A folder that plays the host's root, and the portal's place in it."""
    host = options.scratch / name
    place = host / base_path.strip("/")
    if place == host:
        return portal.root, portal.root
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(portal.root, target_is_directory=True)
    return host, place


def follow_links(
    portal: Portal, paths: list[str], mount: tuple[Path, Path] | None, report: Report
) -> None:
    """Without a mount the pages are opened from disk: there is no root for `/x` to start from."""
    command = [tool("lychee"), "--offline", "--no-progress", "--include-fragments",
               "--format", "json", "--files-from", "-"]  # fmt: skip
    place = portal.root
    if mount:
        host, place = mount
        command += ["--root-dir", str(host)]
    if portal.url:
        command += ["--remap", f"^{re.escape(portal.url)}([^?#]*) file://{place}/$1"]
    inputs = "\n".join(str(place / path) for path in paths)
    result = run(command, input=inputs)
    if result.returncode not in (0, 2):
        report.add("-", "lychee-failed", excerpt=result.stderr)
        return
    summary = json.loads(result.stdout)
    report.count("links", summary["total"])
    for source, errors in summary["error_map"].items():
        for error in errors:
            reason = error["status"].get("details") or error["status"]["text"]
            line = error.get("span", {}).get("line", "?")
            target = error["url"].replace(f"file://{place}/", "")
            page = source.removeprefix(f"{place}/")
            report.add(page, "broken-link", f"line {line}", f"{target}: {reason}")


def look_at(portal: Portal, page: Page, reference: Reference, report: Report) -> None:
    value = reference.value
    where = f'{reference.element}[{reference.attribute}="{value}"]'
    if page.path == NOT_FOUND or may_be_absolute(reference):
        return
    if value.startswith("/"):
        report.add(page.path, "address-from-the-root", where)
    elif portal.url and value.startswith(portal.url.rstrip("/")):
        report.add(page.path, "own-absolute-address", where)
    elif reference.element in ("a", "area"):
        target = target_of(page.path, value)
        if target is not None and (portal.root / target).is_dir():
            report.add(page.path, "link-to-a-folder", where, "file: shows a listing there")


def may_be_absolute(reference: Reference) -> bool:
    """Canonical and Open Graph addresses, and translations (`hreflang`), are absolute by nature."""
    kinds = reference.link_kind.lower().split()
    return reference.element == "meta" or (
        reference.element == "link" and ("canonical" in kinds or "alternate" in kinds)
    )


def look_at_style(portal: Portal, path: str, report: Report) -> None:
    text = re.sub(r"/\*.*?\*/", "", portal.read(path).decode("utf-8", "replace"), flags=re.S)
    for match in re.finditer(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", text):
        report.count("style addresses")
        value = (match[1] or match[2]).strip()
        target = target_of(path, value)
        if value.startswith("/"):
            report.add(path, "address-from-the-root", excerpt=value)
        elif target is not None and not (portal.root / target).is_file():
            report.add(path, "broken-link", excerpt=value)


def target_of(source: str, value: str) -> str | None:
    """The portal path a relative address names; nothing for other addresses."""
    parts = urlsplit(value)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
        return None
    return normpath(join(dirname(source), unquote(parts.path)))
