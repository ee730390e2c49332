"""Debian's Firefox ESR, driven by raw Marionette: no patched browser, no package."""

import json
import os
import re
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager, nullcontext
from pathlib import Path

from harness.tools import stop, tool

# A session starts late on a busy machine.
TIMEOUT = 60
PREFERENCES = {
    # Automation would relax the origin of file: addresses, and a portal that fetches would pass.
    "remote.prefs.recommended": False,
    "marionette.port": 0,
    "network.dns.disabled": True,
    "network.proxy.type": 0,
    "devtools.console.stdout.content": True,
    "browser.startup.page": 0,
    "browser.startup.homepage": "about:blank",
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.region.update.enabled": False,
    "app.update.enabled": False,
    "app.normandy.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "privacy.reduceTimerPrecision": False,
    "ui.prefersReducedMotion": 1,
}
# What the browser's own parts and the standard's dull notices say is no fault of the page.
QUIET_CATEGORIES = frozenset({"DOM Core", "addons.xpi"})
EXPECTED = (
    # No page from disk may read a caption file; the theme then takes captions from the page.
    re.compile(r"Security Error: Content at file:\S+ may not load data from file:\S+\.vtt"),
    # Which codecs a machine has is not the portal's matter; a missing file is told otherwise.
    re.compile(r"Media resource \S+ could not be decoded"),
    # A reader on the own machine looks for a licence beside it; most copies have none.
    re.compile(r"Loading failed for the <script> with source .\S+/entitlement\.js"),
)
MESSAGES = """
const found = [];
for (const message of Services.console.getMessageArray()) {
  if (!(message instanceof Ci.nsIScriptError)) continue;
  const kind = message.flags & Ci.nsIScriptError.infoFlag ? "info"
    : message.flags & Ci.nsIScriptError.warningFlag ? "warning" : "error";
  found.push([kind, message.category, message.sourceName, message.errorMessage]);
}
Services.console.reset();
return found;
"""


class FirefoxError(Exception):
    """Firefox refused a command."""


class Firefox:
    """One session; `console_log` receives what pages print."""

    def __init__(self, connection: socket.socket, console_log: Path, capabilities: dict):
        self._connection = connection
        self._buffer = b""
        self._sent = 0
        self._console_log = console_log
        self._console_read = 0
        self._receive()
        self.command("WebDriver:NewSession", **capabilities)

    def command(self, name: str, **arguments):
        self._sent += 1
        message = json.dumps([0, self._sent, name, arguments]).encode()
        self._connection.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise FirefoxError(f"{name}: {error.get('message', error)}")
        return result.get("value") if isinstance(result, dict) else result

    def _receive(self):
        while b":" not in self._buffer:
            self._more()
        length, self._buffer = self._buffer.split(b":", 1)
        while len(self._buffer) < int(length):
            self._more()
        message, self._buffer = self._buffer[: int(length)], self._buffer[int(length) :]
        return json.loads(message)

    def _more(self) -> None:
        piece = self._connection.recv(65536)
        if not piece:
            raise FirefoxError("the connection closed")
        self._buffer += piece

    def goto(self, address: str) -> None:
        self.command("WebDriver:Navigate", url=address)

    def evaluate(self, function: str, argument: object = None, privileged: bool = False):
        """Calls a JavaScript function in the page; privileged code may read any style sheet."""
        return self.command(
            "WebDriver:ExecuteScript",
            script=f"return ({function})(arguments[0]);",
            args=[argument],
            sandbox="system" if privileged else "default",
        )

    def press(self, key: str) -> None:
        """Presses one key by its WebDriver code; a control chord is `Control+a`."""
        codes = {"Tab": "\ue004", "Enter": "\ue007", "Delete": "\ue017", "Control": "\ue009",
                 "Escape": "\ue00c"}  # fmt: skip
        keys = [codes.get(part, part) for part in key.split("+")]
        actions = [{"type": "keyDown", "value": k} for k in keys]
        actions += [{"type": "keyUp", "value": k} for k in reversed(keys)]
        self.command(
            "WebDriver:PerformActions",
            actions=[{"type": "key", "id": "keyboard", "actions": actions}],
        )

    def type(self, text: str) -> None:
        for character in text:
            self.press(character)

    def messages(self) -> list[tuple[str, str, str]]:
        """Kind, place and text of errors and warnings since the last call."""
        self.command("Marionette:SetContext", value="chrome")
        try:
            raw = self.command("WebDriver:ExecuteScript", script=MESSAGES, args=[])
        finally:
            self.command("Marionette:SetContext", value="content")
        found = [
            (kind, source, text)
            for kind, category, source, text in raw
            if kind != "info"
            and category not in QUIET_CATEGORIES
            and not any(pattern.match(text) for pattern in EXPECTED)
            and not source.startswith(("chrome:", "resource:", "about:"))
        ]
        return found + self._printed()

    def _printed(self) -> list[tuple[str, str, str]]:
        with self._console_log.open("rb") as log:
            log.seek(self._console_read)
            text = log.read()
        self._console_read += len(text)
        found = []
        for line in text.decode("utf-8", "replace").splitlines():
            for kind in ("error", "warn"):
                if line.startswith(f"console.{kind}: "):
                    found.append(("error" if kind == "error" else "warning", "", line))
        return found


@contextmanager
def firefox(
    preferences: dict | None = None, capabilities: dict | None = None, profile: Path | None = None
):
    """`preferences` and `capabilities` are added to the usual ones; a `profile` outlives the browser.

    That browser is closed as people close it: one that is killed may not have written all yet.
    """
    outlives = profile is not None
    temporary = tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
    with temporary if profile is None else nullcontext(str(profile)) as folder:
        profile = Path(folder)
        (profile / "MarionetteActivePort").unlink(missing_ok=True)
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});"
            for name, value in {**PREFERENCES, **(preferences or {})}.items()
        ]
        (profile / "user.js").write_text("\n".join(lines))
        log = profile / "console.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [tool("firefox-esr", "firefox"), "--headless", "--no-remote", "--marionette",
                 "--remote-allow-system-access", "--profile", folder],
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL,
                env={**os.environ, "MOZ_HEADLESS_WIDTH": "1280", "MOZ_HEADLESS_HEIGHT": "900"},
            )  # fmt: skip
        try:
            port = port_of(process, profile)
            with socket.create_connection(("127.0.0.1", port), TIMEOUT) as link:
                link.settimeout(TIMEOUT)
                browser = Firefox(link, log, capabilities or {})
                yield browser
                if outlives:
                    browser.command("Marionette:Quit", flags=["eAttemptQuit"])
                    process.wait(TIMEOUT)
        finally:
            stop(process)


def port_of(process: subprocess.Popen, profile: Path, seconds: float = 40) -> int:
    """The free port that Firefox chose and wrote into its profile."""
    written = profile / "MarionetteActivePort"
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise FirefoxError(f"firefox ended with {process.returncode} before it was ready")
        if written.exists() and written.read_text().strip():
            return int(written.read_text())
        time.sleep(0.05)
    raise FirefoxError("firefox opened no port")
