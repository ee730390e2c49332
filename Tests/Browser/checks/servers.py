"""nginx with its own types, at `/` and under a sub-path: right type, right bytes, a real 404."""

import http.client
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from harness.options import Options
from harness.portal import Portal
from harness.report import Report
from harness.tools import stop, tool

TYPES = {
    ".html": ("text/html",),
    ".css": ("text/css",),
    ".js": ("application/javascript", "text/javascript"),
    ".svg": ("image/svg+xml",),
    ".json": ("application/json",),
    ".xml": ("text/xml", "application/xml"),
}
LIMIT = 2000
# A socket file instead of a port: no two runs can meet. One process, ended by its id.
CONFIGURATION = """
daemon off;
master_process off;
pid {scratch}/nginx.pid;
error_log stderr warn;
events {{ worker_connections 64; }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {scratch}/body;
  proxy_temp_path {scratch}/proxy;
  fastcgi_temp_path {scratch}/fastcgi;
  uwsgi_temp_path {scratch}/uwsgi;
  scgi_temp_path {scratch}/scgi;
  charset utf-8;
  server {{
    listen unix:{scratch}/root.sock;
    root "{root}";
    error_page 404 /404.html;
  }}
  server {{
    listen unix:{scratch}/moved.sock;
    location {base_path} {{
      alias "{root}/";
      error_page 404 {base_path}404.html;
    }}
    location / {{ return 403; }}
  }}
}}
"""


class LocalConnection(http.client.HTTPConnection):
    def __init__(self, path: Path):
        super().__init__("localhost", timeout=10)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(self.path))

    def get(self, path: str) -> tuple[int, str, bytes]:
        self.request("GET", path)
        response = self.getresponse()
        kind = response.getheader("Content-Type", "").split(";")[0]
        return response.status, kind, response.read()


def check(portal: Portal, options: Options, report: Report) -> None:
    report.count("pages", len(portal.pages))
    if not portal.pages:
        return
    # Under its own path the not-found page must find its styles; else any path will do.
    base_path = portal.url_path if portal.url_path != "/" else options.base_path
    with nginx(portal, options, base_path) as (at_root, moved):
        for connection, mount in ((at_root, "/"), (moved, base_path)):
            look_at_files(portal, connection, mount, report)
            look_at_missing(portal, connection, mount, report)


def look_at_files(portal: Portal, connection: LocalConnection, mount: str, report: Report) -> None:
    files = [f for f in portal.files if Path(f).suffix.lower() in TYPES]
    for path in files[:LIMIT]:
        report.count("answers")
        status, kind, body = connection.get(mount + quote(path))
        if status != 200:
            report.add(path, "served-with-status", mount, status)
        elif kind not in TYPES[Path(path).suffix.lower()]:
            report.add(path, "served-as-type", mount, kind)
        elif body != portal.read(path):
            report.add(path, "served-other-bytes", mount, f"{len(body)} bytes")


def look_at_missing(
    portal: Portal, connection: LocalConnection, mount: str, report: Report
) -> None:
    page = portal.page("404.html")
    if not page:
        report.add("404.html", "not-found-page", mount, "there is none")
        return
    for missing in ("nothing.html", "courses/nothing/at-all.html"):
        status, _, body = connection.get(mount + missing)
        if status != 404 or body != page.data:
            report.add("404.html", "not-found-page", mount + missing, f"status {status}")
    if not portal.url or mount != portal.url_path:
        return
    asked_for = portal.url + "courses/nothing/at-all.html"
    for reference in page.references:
        address = urljoin(asked_for, reference.value)
        stays = reference.element == "meta" or reference.value.startswith("#")
        if stays or not address.startswith(portal.url):
            continue
        report.count("addresses of the not-found page")
        status, _, _ = connection.get(urlsplit(address).path)
        if status != 200:
            report.add("404.html", "not-found-address", reference.value, f"status {status}")


@contextmanager
def nginx(portal: Portal, options: Options, base_path: str):
    """Two hosts in one nginx: the portal at `/`, and under the path."""
    configuration = options.scratch / "nginx.conf"
    configuration.write_text(
        CONFIGURATION.format(scratch=options.scratch, root=portal.root, base_path=base_path)
    )
    log = options.scratch / "nginx.log"
    program = tool("nginx", "/usr/sbin/nginx")
    with log.open("wb") as output:
        process = subprocess.Popen(
            [program, "-p", str(options.scratch), "-c", str(configuration)],
            stdin=subprocess.DEVNULL, stdout=output, stderr=output,
        )  # fmt: skip
    try:
        connections = [
            LocalConnection(options.scratch / name) for name in ("root.sock", "moved.sock")
        ]
        for connection in connections:
            connect(connection, process, log)
        yield connections
    finally:
        stop(process)


def connect(connection: LocalConnection, process: subprocess.Popen, log: Path) -> None:
    for _ in range(200):
        try:
            return connection.connect()
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.05)
    raise RuntimeError(f"nginx did not start: {log.read_text(errors='replace')}")
