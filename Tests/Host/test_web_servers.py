"""Real web servers with the configurations of the manual, and who tries to get round them."""

import subprocess
import unittest

from harness import manual, nginx
from harness.academy import KNOTS, ROPE, Academy
from harness.http import exchange, parse, request
from harness.program import Service, free_port, scratch, wait_for, wait_for_port

PAGE = "07-web-server-check.md"
# Ways to a file of the course rope; most pretend to lead to one of the course knots.
PROBES = [
    "/courses/knots/sealed/../../rope/sealed/basics/splice.js",
    "/courses/knots/../rope/sealed/basics/splice.js",
    "/courses/knots/sealed/%2e%2e/%2e%2e/rope/sealed/basics/splice.js",
    "/courses/knots/%2E%2E/rope/sealed/basics/splice.js",
    "/courses/knots/sealed/..%2f..%2frope/sealed/basics/splice.js",
    "/courses/knots/sealed/%2e%2e%2f%2e%2e%2frope%2fsealed%2fbasics%2fsplice.js",
    "//courses/rope/sealed/basics/splice.js",
    "/courses//rope/sealed/basics/splice.js",
    "/courses/rope//sealed/basics/splice.js",
    "/courses/rope/sealed//basics/splice.js",
    "/courses/./rope/./sealed/basics/splice.js",
    "/courses/rope/%73ealed/basics/splice.js",
    "/%63ourses/rope/sealed/basics/splice.js",
    "/courses/knots/sealed/basics/reef-knot.js/../../../../rope/sealed/basics/splice.js",
    "/courses/knots/sealed/basics/..;/..;/..;/rope/sealed/basics/splice.js",
    "/courses/knots/sealed/x?/../../../rope/sealed/basics/splice.js",
    "/courses/rope/sealed/basics/splice.js?course=knots",
    "/courses/rope/sealed/basics/splice.js#/courses/knots/sealed/",
    "/courses/rope%00knots/sealed/basics/splice.js",
    "/courses/rope/sealed/basics/splice.js%00",
    "/courses/ROPE/sealed/basics/splice.js",
    "/courses/rope/SEALED/basics/splice.js",
    "http://academy.example/courses/rope/sealed/basics/splice.js",
]


class WebServerTests:
    """What is asked of each web server."""

    @classmethod
    def setUpClass(cls):
        cls.context = scratch()
        cls.folder = cls.context.__enter__()
        cls.academy = Academy(cls.folder)
        cls.log = cls.folder / "check.log"
        cls.check = Service(
            "serve-check", "--key", cls.academy.key, "--portal-folder", cls.academy.site,
            log=cls.log,
        )  # fmt: skip
        cls.knots = cls.academy.token("knots", "e-knots")
        cls.rope = cls.academy.token("rope", "e-rope")
        cls.port = free_port()
        cls.server = cls.start()
        wait_for_port(cls.port, cls.server)

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait(20)
        cls.check.stop()
        cls.context.__exit__(None, None, None)

    def get(self, path: str, token: str | None = None, **headers: str):
        if token:
            headers["Authorization"] = f"Bearer {token}"
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        return request(self.port, path, headers=fields)

    def assertGets(self, answer, course: str):
        self.assertEqual(answer.status, 200)
        self.assertIn(f'clevioLesson("{course}"'.encode(), answer.body)
        self.assertEqual(answer.headers["cache-control"], "private, no-store")

    def test_open_pages_need_nothing(self):
        answer = self.get("/courses/knots/index.html")
        self.assertEqual((answer.status, answer.body), (200, b"<p>knots"))

    def test_sealed_files_need_an_entitlement_of_their_course(self):
        for path, token, status, reason in [
            (KNOTS, None, 401, "no-token"),
            (KNOTS, self.rope, 403, "wrong-course"),
            (ROPE, self.knots, 403, "wrong-course"),
            (KNOTS, "x", 403, "malformed"),
            (KNOTS, self.knots[:-4] + "AAAA", 403, "bad-signature"),
        ]:
            with self.subTest(path=path, status=status):
                answer = self.get("/" + path, token)
                self.assertEqual(answer.status, status)
                self.assertNotIn(b"clevioLesson", answer.body)
                self.assertIn("no-store", answer.headers["cache-control"])
        self.assertGets(self.get("/" + KNOTS, self.knots), "knots")
        self.assertGets(self.get("/" + ROPE, self.rope), "rope")

    def test_a_cookie_from_the_unlock_page_lets_in(self):
        answer = request(
            self.port, "/clevio/unlock", "POST",
            {"Content-Type": "application/x-www-form-urlencoded"},
            f"return=/courses/knots/index.html&token={self.knots}".encode(),
        )  # fmt: skip
        self.assertEqual((answer.status, answer.headers["location"][-24:]), (303, "courses/knots/index.html"))
        cookie = answer.headers["set-cookie"]
        for part in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age="):
            self.assertIn(part, cookie)
        # The test's server speaks no https, and says so.
        self.assertNotIn("Secure", cookie)
        pair = cookie.split(";")[0]
        self.assertGets(self.get("/" + KNOTS, Cookie=f"theme=dark; {pair}; x=y"), "knots")
        self.assertEqual(self.get("/" + ROPE, Cookie=pair).status, 403)
        gone = request(self.port, "/clevio/logout", "POST", body=b"")
        self.assertEqual(gone.status, 204)
        self.assertIn("clevio=; Path=/; Max-Age=0", gone.headers["set-cookie"])

    def test_the_unlock_page_has_a_form(self):
        answer = self.get("/clevio/unlock?return=/courses/knots/index.html")
        self.assertEqual(answer.status, 200)
        self.assertIn(b'name="return" value="/courses/knots/index.html"', answer.body)
        for place in ("//evil.example/", "https://evil.example/", "/\\evil.example"):
            self.assertNotIn(b"evil", self.get(f"/clevio/unlock?return={place}").body)

    def test_hostile_paths_get_no_file_of_another_course(self):
        secret = b'clevioLesson("rope"'
        for path in PROBES:
            with self.subTest(path=path):
                self.assertNotIn(secret, self.get(path, self.knots).body)
                self.assertNotIn(secret, self.get(path).body)

    def test_made_up_fields_change_nothing(self):
        for headers in [
            {"X_Clevio_Course": "knots"},
            {"x_clevio_course": "knots"},
            {"X_Original_URI": "/" + KNOTS},
            {"X_Original_URL": "/" + KNOTS},
            {"X_Rewrite_URL": "/" + KNOTS},
            {"X_Forwarded_Uri": "/" + KNOTS},
            {"X_Forwarded_Prefix": "/courses/knots/sealed/"},
            {"X_HTTP_Method_Override": "OPTIONS"},
            {"Connection": "X-Clevio-Course, close"},
        ]:
            with self.subTest(headers=headers):
                answer = self.get("/" + ROPE, self.knots, **headers)
                self.assertEqual(answer.status, 403)
        raw = (
            f"GET /{ROPE} HTTP/1.1\r\nHost: academy.example\r\nConnection: close\r\n"
            f"X_Clevio_Course: knots\r\nX-Clevio-Course: knots\r\nX-Clevio-Course: knots\r\n"
            f"Authorization: Bearer {self.knots}\r\n\r\n"
        )
        self.assertEqual(parse(exchange(self.port, raw.encode())).status, 403)

    def test_other_methods_get_no_more(self):
        for method in ("HEAD", "POST", "PUT", "OPTIONS", "PROPFIND"):
            with self.subTest(method=method):
                answer = request(self.port, "/" + KNOTS, method, body=b"")
                self.assertNotEqual(answer.status, 200)
        chunked = (
            f"GET /{ROPE} HTTP/1.1\r\nHost: academy.example\r\nConnection: close\r\n"
            f"Transfer-Encoding: chunked\r\nAuthorization: Bearer {self.knots}\r\n\r\n"
            "2e\r\nGET /check HTTP/1.1\r\nX-Clevio-Course: knots\r\n\r\n0\r\n\r\n"
        )
        self.assertNotIn(b"clevioLesson", exchange(self.port, chunked.encode()))

    def test_the_internal_address_cannot_be_asked(self):
        for path in ("/_clevio", "/_clevio/", "/check", "/clevio/check", "/_clevio?x"):
            with self.subTest(path=path):
                headers = {"X-Clevio-Course": "knots", "Authorization": f"Bearer {self.knots}"}
                self.assertEqual(request(self.port, path, headers=headers).status, 404)

    def test_no_token_stands_in_a_log(self):
        self.get("/" + KNOTS, self.knots)
        self.get("/" + KNOTS, self.knots[:-4] + "AAAA")
        logged = "".join(file.read_text() for file in self.folder.glob("*.log"))
        self.assertNotIn(self.knots[:40], logged)

    def test_without_an_answer_nothing_is_handed_out(self):
        check = Service(
            "serve-check", "--key", self.academy.key, "--portal", "harbour",
            log=self.folder / "other.log",
        )  # fmt: skip
        port = free_port()
        server = self.start(port, check.port)
        try:
            wait_for_port(port, server)
            headers = {"Authorization": f"Bearer {self.knots}"}
            self.assertEqual(request(port, "/" + KNOTS, headers=headers).status, 200)
            self.assertEqual(check.stop(), 0)
            answer = request(port, "/" + KNOTS, headers=headers)
            self.assertGreaterEqual(answer.status, 500)
            self.assertNotIn(b"clevioLesson", answer.body)
        finally:
            server.terminate()
            server.wait(20)

    def test_revoking_counts_as_soon_as_the_portal_is_signed(self):
        token = self.academy.token("knots", "e-gone")
        self.assertGets(self.get("/" + KNOTS, token), "knots")
        self.academy.revoke("e-gone")
        answer = wait_for(
            lambda: (found := self.get("/" + KNOTS, token)).status == 403 and found,
            what="the refusal of what was revoked",
        )
        self.assertNotIn(b"clevioLesson", answer.body)
        # What breaks the head brings nothing back.
        head = self.academy.site / "clevio-head.jws"
        whole = head.read_bytes()
        head.write_bytes(whole[:-4] + b"AAAA")
        self.assertEqual(self.get("/" + KNOTS, token).status, 403)
        self.assertGets(self.get("/" + KNOTS, self.knots), "knots")
        head.write_bytes(whole)


class NginxTests(WebServerTests, unittest.TestCase):
    @classmethod
    def start(
        cls, port: int | None = None, check: int | None = None, without: str = "nothing"
    ) -> subprocess.Popen:
        locations = manual.block(PAGE, "nginx").replace(
            "127.0.0.1:8040", f"127.0.0.1:{check or cls.check.port}"
        )
        return nginx.start(
            cls.folder, port or cls.port, cls.academy.site, locations.replace(without, "")
        )

    def test_the_probes_would_find_an_open_door(self):
        port = free_port()
        server = self.start(port, without="auth_request /_clevio;")
        try:
            wait_for_port(port, server)
            found = [path for path in PROBES if b'"rope"' in request(port, path).body]
            self.assertGreaterEqual(len(found), 10)
        finally:
            server.terminate()
            server.wait(20)


class CaddyTests(WebServerTests, unittest.TestCase):
    @classmethod
    def start(cls, port: int | None = None, check: int | None = None) -> subprocess.Popen:
        port = port or cls.port
        home = cls.folder / f"caddy-{port}"
        home.mkdir()
        text = manual.block(PAGE, "caddyfile")
        for old, new in {
            "academy.example": f"http://:{port}",
            "/srv/academy/public": str(cls.academy.site),
            "127.0.0.1:8040": f"127.0.0.1:{check or cls.check.port}",
        }.items():
            if old not in text:
                raise AssertionError(f"the manual's Caddyfile has no {old}")
            text = text.replace(old, new)
        file = home / "Caddyfile"
        file.write_text(
            "{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n" + text
        )
        with (cls.folder / f"caddy-{port}.log").open("wb") as log:
            return subprocess.Popen(
                ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"],
                stderr=log,
                env={"PATH": "/usr/bin:/bin", "HOME": str(home)},
            )


if __name__ == "__main__":
    unittest.main()
