"""How the services start, refuse to start, and end."""

import signal
import socket
import time
import unittest

from harness.academy import Academy
from harness.desk import DeskTestCase
from harness.http import request
from harness.program import ENVIRONMENT, Service, clevio, scratch


class ServeCheckTests(unittest.TestCase):
    def setUp(self):
        self.context = scratch()
        self.folder = self.context.__enter__()
        self.academy = Academy(self.folder)
        self.options = [
            "serve-check", "--key", self.academy.key, "--portal-folder", self.academy.site,
        ]  # fmt: skip

    def tearDown(self):
        self.context.__exit__(None, None, None)

    def test_signals_end_it_at_once_and_well(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            service = Service(*self.options, log=self.folder / "log")
            self.assertEqual(request(service.port, "/check").status, 403)
            with socket.create_connection(("127.0.0.1", service.port)):
                begin = time.monotonic()
                service.process.send_signal(number)
                self.assertEqual(service.process.wait(20), 0)
                self.assertLess(time.monotonic() - begin, 3)
            service.stop()

    def test_it_listens_on_this_machine_only(self):
        for host in ("0.0.0.0", "192.0.2.1", "::", "localhost.evil.example"):
            with self.subTest(host=host):
                message = clevio(*self.options, "--host", host, "--port", "0", expect=64).stderr
                self.assertRegex(message, "--allow-other-hosts|in numbers")
        service = Service(*self.options, "--host", "::1", log=self.folder / "log")
        self.assertTrue(service.address.startswith("http://[::1]:"))
        self.assertEqual(service.stop(), 0)

    def test_exit_codes_say_what_is_wrong(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = str(taken.getsockname()[1])
            self.assertIn("listen on", clevio(*self.options, "--port", port, expect=74).stderr)
        inside = self.academy.site / "author.jwk"
        inside.write_bytes(self.academy.key.read_bytes())
        site = ["--portal-folder", self.academy.site]
        for code, options in [
            (64, ["--key", self.academy.key]),
            (64, [*site]),
            (64, ["--key", self.academy.key, "--portal", "Not Good"]),
            (64, ["--key", self.academy.key, *site, "--port", "65536"]),
            (64, ["--key", self.academy.key, *site, "--cookie-path", "/;x"]),
            (1, ["--key", inside, *site]),
            (1, ["--key", self.academy.keys / "author.key.pem", *site]),
            (74, ["--key", self.folder / "nothing", *site]),
            (1, ["--key", self.academy.key, *site, "--portal", "other"]),
            (1, ["--key", self.academy.key, "--portal-folder", self.academy.keys]),
        ]:
            with self.subTest(options=options):
                clevio("serve-check", *options, expect=code)


class FulfilStartTests(DeskTestCase):
    def test_exit_codes_say_what_is_wrong(self):
        keys = ["--keys", self.academy.keys]
        wrong = self.environment | {"CLEVIO_PASSPHRASE": "wrong horse battery"}
        for code, environment, options in [
            (74, self.environment, [self.folder / "nothing.yml", *keys]),
            (64, self.environment, [self.settings, *keys, "--passphrase", "secret"]),
            (64, self.environment, [self.settings, *keys, "--mail-retry", "0"]),
            (1, wrong, [self.settings, *keys]),
            (1, ENVIRONMENT, [self.settings, *keys]),
            (1, self.environment, [self.settings, "--keys", self.folder / "none"]),
        ]:
            with self.subTest(options=options):
                clevio("fulfil", *options, expect=code, environment=environment)
        # The outbox holds what opens courses, so it may not lie where it is published.
        text = self.settings.read_text()
        self.settings.write_text(text.replace("outbox: outbox", "outbox: site/outbox"))
        message = clevio("fulfil", self.settings, *keys, expect=1, environment=self.environment)
        self.assertIn("[unsafe-place]", message.stderr)
        self.assertFalse((self.academy.site / "outbox").exists())


if __name__ == "__main__":
    unittest.main()
