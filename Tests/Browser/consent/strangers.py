"""The rest of the network: a proxy that every request of a browser goes through, and writes it down."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from harness.web import TYPES, running

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d4944415478da63"
    "fcffff3f0300050001ff5c9bd1d00000000049454e44ae426082".replace(" ", "")
)
SCRIPTS = {
    "stats": """
document.cookie = "_st_visit=1; Max-Age=86400; Path=/";
document.cookie = "_st_user=1; Max-Age=86400; Path=/; Domain=school.test";
try { localStorage.setItem("stats.queue", "[]"); sessionStorage.setItem("stats-visit", "1"); } catch {}
window.statsRuns = (window.statsRuns || 0) + 1;
addEventListener("pagehide", () => { document.cookie = "_st_left=1; Max-Age=86400; Path=/"; });
fetch("http://stats.test/collect").catch(() => {});
""",
    "heat": "new Image().src = 'http://heat.test/heat.png';",
    "ads": "document.cookie = '_ads=1; Max-Age=86400; Path=/';",
    "pixel": "new Image().src = 'http://pixel.test/pixel.png';",
    "taste": "window.taste = 1;",
    "chat": "window.chat = 1;",
}


class Network(ThreadingHTTPServer):
    """A proxy on loopback: the portal's own host is a folder, all others are strangers."""

    daemon_threads = True

    def __init__(self, own: str):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.own = own
        self.root = Path("/nonexistent")
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def strangers(self) -> set[str]:
        """The hosts of others that were asked for something."""
        names = {urlsplit(url).hostname or url for url in self.asked}
        return {name.removesuffix(".test") for name in names if name.endswith(".test")} - {
            self.own.removesuffix(".test")
        }

    def forget(self) -> None:
        self.asked.clear()

    def handle_error(self, request, client_address) -> None:
        """A browser that closes a connection early is no fault."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20
    server: Network

    def do_CONNECT(self) -> None:
        host = self.path.rsplit(":", 1)[0]
        self.server.asked.append(f"https://{host}/")
        self.send_error(502)

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        host = address.hostname or self.headers.get("Host", "").split(":")[0]
        if host == self.server.own:
            found = self.server.root / unquote(address.path).lstrip("/")
            if address.path.endswith("/"):
                found = found / "index.html"
            if found.is_file():
                return self.answer(200, TYPES.get(found.suffix, "application/octet-stream"), found.read_bytes())
            return self.answer(404, "text/plain", b"")
        self.server.asked.append(f"http://{host}{address.path}")
        name = host.removesuffix(".test")
        if address.path.endswith(".js"):
            return self.answer(200, "text/javascript", SCRIPTS.get(name, "window.ran = 1;").encode())
        if address.path.endswith(".css"):
            return self.answer(200, "text/css", b"* { color: red }")
        if address.path.endswith(".png"):
            return self.answer(200, "image/png", PIXEL)
        self.answer(200, "text/html", b"<!doctype html><title>stranger</title><p>Hello")

    do_POST = do_GET
    do_HEAD = do_GET
    do_OPTIONS = do_GET

    def answer(self, status: int, kind: str, body: bytes) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Cache-Control", "no-store" if self.server.own not in self.path else "max-age=0")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format, *args) -> None:
        """Silent: `asked` tells what matters."""


def network(own: str):
    return running(Network(own))
