"""A loopback web server for browsers: files only, no clever redirects."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".vtt": "text/vtt; charset=utf-8",
    ".mp4": "video/mp4",
}

# Seconds from one picture on a screen to the next.
FRAME = 1 / 60


class Server(ThreadingHTTPServer):
    """Serves `root` under each of `mounts` (paths that begin and end with a slash).

    With `piece`, pages arrive that many bytes at a time, a frame of the screen apart.
    """

    daemon_threads = True
    # Browsers open many connections at once; one that has to wait is tried again after a second only.
    request_queue_size = 128

    def __init__(self, root: Path, mounts: tuple[str, ...], piece: int | None = None):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.piece = piece
        self.root = root.resolve()
        self.mounts = sorted(set(mounts), key=len, reverse=True)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def file(self, path: str) -> Path | None:
        for mount in self.mounts:
            if path.startswith(mount):
                name = path[len(mount) :]
                found = self.root / (name + "index.html" if not name or name[-1] == "/" else name)
                inside = found.resolve().is_relative_to(self.root)
                return found if inside and found.is_file() else None
        return None

    def handle_error(self, request, client_address) -> None:
        """A browser that closes a connection early is no fault of the portal."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20
    server: Server

    def do_GET(self) -> None:
        found = self.server.file(unquote(urlsplit(self.path).path))
        status = 200 if found else 404
        missing = self.server.root / "404.html"
        body = found.read_bytes() if found else missing.read_bytes() if missing.is_file() else b""
        kind = TYPES.get(found.suffix.lower() if found else ".html", "application/octet-stream")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "GET":
            return
        if self.server.piece and kind == TYPES[".html"]:
            for start in range(0, len(body), self.server.piece):
                self.wfile.write(body[start : start + self.server.piece])
                time.sleep(FRAME)
        else:
            self.wfile.write(body)

    do_HEAD = do_GET

    def log_message(self, format, *args) -> None:
        """Silent: findings tell what matters."""


@contextmanager
def running(server: ThreadingHTTPServer):
    """The server while it answers; at the end its thread is gone, too."""
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def serving(root: Path, *mounts: str, piece: int | None = None):
    return running(Server(root, mounts, piece))
