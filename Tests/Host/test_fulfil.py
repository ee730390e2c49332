"""Orders by webhook: what is right is on disk before the answer, and what is wrong never is."""

import json
import re
import shutil
import socket
import stat
import subprocess
import time
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness import manual, nginx, shop
from harness.desk import SETTINGS, DeskTestCase
from harness.http import exchange, request
from harness.program import CLEVIO, ENVIRONMENT, clevio, free_port, wait_for_port


PAGE = "08-fulfil-orders.md"


class FulfilTests(DeskTestCase):
    def test_an_order_of_each_provider_becomes_an_entitlement_that_opens_its_course(self):
        port = self.start().port
        for provider, event, label in [
            ("stripe", shop.stripe(), "Order pi_1001"),
            ("paddle", shop.PADDLE, "Order 325-10566"),
            ("lemonsqueezy", shop.LEMON, "Order 1042"),
        ]:
            with self.subTest(provider=provider):
                before = set(self.files())
                answer = shop.send(port, provider, event)
                self.assertEqual((answer.status, answer.body), (200, b"fulfilled\n"))
                (made,) = set(self.files()) - before
                self.assertEqual(stat.S_IMODE(made.stat().st_mode), 0o600)
                clevio(
                    "entitlement", "check", made, "--keys", self.academy.keys,
                    "--site", self.academy.site, "--course", "knots",
                )  # fmt: skip
                claims = clevio("entitlement", "inspect", made, "--json").stdout
                self.assertIn(label, claims)
                text = made.with_suffix(".txt").read_text()
                link = "https://academy.example/courses/knots/reader.html#unlock="
                self.assertIn(link + made.read_text().strip(), text)
                self.assertIn(f'href="{link}', made.with_suffix(".html").read_text())
        log = self.log.read_text()
        for secret in [*shop.SECRETS.values(), "grace@", "eyJ", "correct horse"]:
            self.assertNotIn(secret, log)

    def test_a_bundle_opens_all_its_courses_until_its_end(self):
        port = self.start().port
        created = int(time.time()) - 60
        event = shop.stripe("pi_2", created, payment_link="plink_all_2", amount_total=9520)
        self.assertEqual(shop.send(port, "stripe", event).status, 200)
        (issued,) = self.events("issued")
        self.assertEqual(issued["courses"], ["knots", "rope"])
        self.assertEqual(issued["exp"], created + 365 * 86_400)

    def test_the_same_order_gives_the_same_bytes_also_after_a_restart(self):
        service = self.start()
        event = shop.stripe()
        self.assertEqual(shop.send(service.port, "stripe", event).status, 200)
        (file,) = self.files()
        first = file.read_bytes()
        again = shop.stripe(created=event["data"]["object"]["created"])
        again["id"] = "evt_other"
        again["type"] = "checkout.session.async_payment_succeeded"
        self.assertEqual(shop.send(service.port, "stripe", again).status, 200)
        self.assertEqual(service.stop(), 0)
        port = self.start().port
        self.assertEqual(shop.send(port, "stripe", event).status, 200)
        self.assertEqual(self.files(), [file])
        self.assertEqual(file.read_bytes(), first)
        # Whoever tidied up gets the very same file once more.
        file.unlink()
        self.assertEqual(shop.send(port, "stripe", event).status, 200)
        self.assertEqual(file.read_bytes(), first)
        self.assertEqual(len(self.events("issued")), 1)

    def test_many_deliveries_at_once_make_one_entitlement_an_order(self):
        port = self.start().port
        events = [shop.stripe(f"pi_{number}") for number in range(6)] * 5
        with ThreadPoolExecutor(30) as pool:
            answers = list(pool.map(lambda event: shop.send(port, "stripe", event).status, events))
        self.assertEqual(set(answers), {200})
        self.assertEqual(len(self.files()), 6)
        self.assertEqual(len(self.events("issued")), 6)

    def test_what_is_wrong_is_refused_and_leaves_nothing(self):
        port = self.start().port
        good = shop.stripe()
        body = json.dumps(good).encode()
        now = int(time.time())
        twice = body.replace(b'"livemode": true', b'"livemode": false, "livemode": true')
        cases = {
            "no signature": (401, "stripe", body, ""),
            "wrong secret": (401, "stripe", body, shop.signature("stripe", body, secret="whsec_x")),
            "late": (401, "stripe", body, shop.signature("stripe", body, now - 301)),
            "early": (401, "stripe", body, shop.signature("stripe", body, now + 400)),
            "late at Paddle": (
                401, "paddle", b"{}", shop.signature("paddle", b"{}", now - 301),
            ),
            "two times": (401, "stripe", body, f"t={now}," + shop.signature("stripe", body)),
            "another provider's": (401, "paddle", body, shop.signature("stripe", body)),
            "upper case": (401, "lemonsqueezy", b"{}", shop.signature("lemonsqueezy", b"{}").upper()),
            "no JSON": (400, "stripe", b"amount=4900", None),
            "two members": (400, "stripe", twice, None),
            "deep": (400, "stripe", b"[" * 5_000 + b"]" * 5_000, None),
            "test mode": (422, "stripe", shop.changed(good, "livemode", False), None),
            "no mode": (422, "stripe", shop.changed(good, "livemode", None), None),
            "float": (422, "stripe", shop.stripe(amount_total=4900.0), None),
            "float text": (
                422, "paddle", shop.changed(shop.PADDLE, "data/details/totals/total", "4900.00"), None,
            ),
            "too little": (422, "stripe", shop.stripe(amount_total=1), None),
            "too much": (422, "stripe", shop.stripe(amount_total=4901), None),
            "negative": (422, "stripe", shop.stripe(amount_total=-4900), None),
            "less than a bundle": (
                422, "stripe", shop.stripe(payment_link="plink_all", amount_total=7999), None,
            ),
            "currency": (422, "stripe", shop.stripe(currency="jpy"), None),
            "product": (422, "stripe", shop.stripe(payment_link="plink_other"), None),
            "subscription": (422, "stripe", shop.stripe(mode="subscription"), None),
            "two pieces": (422, "paddle", shop.changed(shop.PADDLE, "data/items/0/quantity", 2), None),
            "simulation": (422, "paddle", shop.changed(shop.PADDLE, "event_id", "ntfsimevt_1"), None),
            "test of a lemon": (422, "lemonsqueezy", shop.changed(shop.LEMON, "meta/test_mode", True), None),
            "of the future": (400, "stripe", shop.stripe(created=now + 90_000), None),
            "order's name": (400, "stripe", shop.stripe(order="pi/../x"), None),
        }  # fmt: skip
        for name, (status, provider, event, sign) in cases.items():
            with self.subTest(name):
                answer = shop.send(port, provider, event, sign)
                self.assertEqual(answer.status, status, answer.body)
                self.assertEqual(self.files("[!.]*.*"), [])
        edited = body.replace(b"plink_knots", b"plink_all  ")
        self.assertEqual(shop.send(port, "stripe", body, body=edited).status, 401)
        self.assertEqual(self.events("issued"), [])
        self.assertEqual(request(port, "/stripe").status, 405)
        self.assertEqual(request(port, "/gumroad", "POST", body=b"{}").status, 404)
        self.assertEqual(request(port, "/", "POST", body=b"{}").status, 404)

    def test_what_is_none_of_our_business_is_taken_and_does_nothing(self):
        port = self.start().port
        for provider, event in [
            ("stripe", shop.changed(shop.stripe(), "type", "payment_intent.created")),
            ("stripe", shop.stripe(payment_status="unpaid")),
            ("paddle", shop.changed(shop.PADDLE, "event_type", "customer.created")),
            ("lemonsqueezy", shop.changed(shop.LEMON, "data/attributes/status", "pending")),
        ]:
            answer = shop.send(port, provider, event)
            self.assertEqual((answer.status, answer.body), (200, b"ignored\n"))
        self.assertEqual(self.events("issued"), [])

    def test_refunds_and_disputes_revoke(self):
        port = self.start().port
        created = int(time.time()) - 60
        shop.send(port, "stripe", shop.stripe("pi_1", created))
        shop.send(port, "stripe", shop.stripe("pi_2", created, payment_link="plink_all", amount_total=8000))
        shop.send(port, "paddle", shop.PADDLE)
        shop.send(port, "lemonsqueezy", shop.LEMON)
        self.assertEqual(len(self.files()), 4)
        refund = {
            "type": "charge.refunded", "livemode": True,
            "data": {"object": {"payment_intent": "pi_1", "refunded": False}},
        }  # fmt: skip
        self.assertEqual(shop.send(port, "stripe", refund).body, b"ignored\n")
        adjustment = {
            "event_type": "adjustment.updated",
            "data": {
                "action": "refund", "status": "approved", "type": "full",
                "transaction_id": shop.PADDLE["data"]["id"],
            },
        }  # fmt: skip
        refunded = shop.changed(shop.LEMON, "meta/event_name", "order_refunded")
        refunded = shop.changed(refunded, "data/attributes/status", "refunded")
        dispute = {
            "type": "charge.dispute.created", "livemode": True,
            "data": {"object": {"payment_intent": "pi_2"}},
        }  # fmt: skip
        for provider, event in [
            ("stripe", shop.changed(refund, "data/object/refunded", True)),
            ("stripe", dispute),
            ("paddle", adjustment),
            ("lemonsqueezy", refunded),
        ] * 2:
            self.assertEqual(shop.send(port, provider, event).body, b"revoked\n")
        issued = {event["jti"] for event in self.events("issued")}
        revoked = [event["jti"] for event in self.events("revoked")]
        self.assertEqual((len(revoked), set(revoked)), (4, issued))
        self.assertIn("pi_1 is refunded", self.log.read_text())
        self.academy.sign()
        for file in self.files():
            clevio(
                "entitlement", "check", file, "--keys", self.academy.keys,
                "--site", self.academy.site, expect=1,
            )  # fmt: skip
        # A tidied outbox brings nothing back.
        for file in self.files():
            file.unlink()
        self.assertEqual(shop.send(port, "stripe", shop.stripe("pi_1", created)).body, b"ignored\n")
        self.assertEqual(self.files(), [])

    def test_an_order_that_was_refunded_before_it_came_is_not_fulfilled(self):
        port = self.start().port
        dispute = {
            "type": "charge.dispute.created", "livemode": True,
            "data": {"object": {"payment_intent": "pi_late"}},
        }  # fmt: skip
        self.assertEqual(shop.send(port, "stripe", dispute).body, b"ignored\n")
        self.assertEqual(shop.send(port, "stripe", shop.stripe("pi_late")).body, b"ignored\n")
        self.assertEqual((self.files(), self.events("issued"), self.events("revoked")), ([], [], []))

    def test_huge_and_slow_requests_hold_nobody_up(self):
        port = self.start().port
        huge = b"POST /stripe HTTP/1.1\r\nHost: x\r\nContent-Length: 900000000\r\n\r\n" + b"x" * 2_000
        self.assertIn(b" 413 ", exchange(port, huge))
        self.assertIn(b" 431 ", exchange(port, b"POST /stripe HTTP/1.1\r\nA: " + b"x" * 200_000))
        with socket.create_connection(("127.0.0.1", port)) as slow, socket.create_connection(
            ("127.0.0.1", port)
        ) as silent:
            slow.sendall(b"POST /stripe HTTP/1.1\r\nContent-Length: 100\r\n\r\n")
            begin = time.monotonic()
            self.assertEqual(shop.send(port, "stripe", shop.stripe()).status, 200)
            self.assertLess(time.monotonic() - begin, 5)
            slow.settimeout(30)
            received = b""
            try:
                for _ in range(60):
                    slow.sendall(b"x")
                    time.sleep(0.25)
            except OSError:
                pass
            try:
                while piece := slow.recv(4_096):
                    received += piece
            except OSError:
                pass
            self.assertLess(time.monotonic() - begin, 40)
            self.assertIn(b" 408 ", received)
            silent.settimeout(30)
            self.assertIn(b" 408 ", silent.recv(4_096))

    def test_killed_at_any_moment_it_goes_on_where_it_was(self):
        orders = [shop.stripe(f"pi_{number}") for number in range(40)]
        answered = set()

        def deliver(service, order) -> None:
            try:
                if shop.send(service.port, "stripe", order).status == 200:
                    answered.add(order["data"]["object"]["payment_intent"])
            except (OSError, AssertionError):
                pass

        for pause in (0.02, 0.1, 0.25):
            service = self.start()
            with ThreadPoolExecutor(8) as pool:
                for order in orders:
                    pool.submit(deliver, service, order)
                time.sleep(pause)
                service.kill()
            self.services.remove(service)
            # What was answered is on disk, whatever happened then.
            self.assertGreaterEqual(len(self.files()), len(answered))
        port = self.start().port
        for order in orders:
            self.assertEqual(shop.send(port, "stripe", order).status, 200)
        self.assertEqual(len(self.files()), 40)
        names = [event["jti"] for event in self.events("issued")]
        self.assertEqual((len(names), len(set(names))), (40, 40))
        for file in self.files()[:5]:
            clevio(
                "entitlement", "check", file, "--keys", self.academy.keys, "--portal", "harbour"
            )

    def test_a_full_or_broken_outbox_is_told_to_the_provider(self):
        port = self.start().port
        shutil.rmtree(self.outbox)
        answer = shop.send(port, "stripe", shop.stripe())
        self.assertEqual((answer.status, answer.body), (503, b"failed\n"))

    def test_settings_and_secrets_are_checked_at_the_start(self):
        def check(expect: int) -> str:
            return clevio(
                "fulfil", self.settings, "--check", expect=expect, environment=self.environment
            ).stderr

        self.assertIn("2 products", check(0))
        self.settings.write_text(SETTINGS.replace("portal:", "portl:").replace("49.00", "49.001"))
        message = check(1)
        self.assertIn('did you mean "portal"?', message)
        self.assertRegex(message, r"fulfil.yml:\d+:\d+: error: .*decimals")
        self.settings.write_text(SETTINGS)
        (self.folder / "stripe.secret").chmod(0o640)
        self.assertIn("others can read", check(1))
        (self.folder / "stripe.secret").unlink()
        self.assertIn("there is no file", check(1))
        self.settings.write_text(SETTINGS.replace("{secret_file: stripe.secret}", "{}"))
        self.assertIn("CLEVIO_STRIPE_SECRET", check(1))

    def test_gumroads_file_of_sales_becomes_entitlements(self):
        names = [
            "Purchase ID", "Purchase Email", "Purchase Date", "Sale Price ($)", "Fully Refunded?",
            "Disputed?", "Dispute Won?", "Recurring Charge?", "Free trial purchase?",
            "Pre-order authorization?", "Product ID", "Order Number", "Giftee Email", "Quantity",
            "Buyer Name",
        ]  # fmt: skip

        def row(order: str, price: str = "54.0", product: str = "knots-guide", refunded: int = 0) -> str:
            return (
                f"abc==,grace@buyer.example,2026-01-31,{price},{refunded},0,0,0,0,0,{product},"
                f'{order},,1,"Hopper, Grace ""Amazing"""'
            )

        def take(rows: list[str], expect: int) -> str:
            file = self.folder / "sales.csv"
            file.write_text("\n".join([",".join(names), *rows, "Totals" + "," * 14]) + "\n")
            return clevio(
                "fulfil", self.settings, "--keys", self.academy.keys, "--gumroad-csv", file,
                expect=expect, environment=self.environment,
            ).stderr  # fmt: skip

        take([row("9001"), row("9002", "54")], 0)
        self.assertEqual(len(self.files()), 2)
        message = take([row("9001", refunded=1), row("9002"), row("9003", "53.99"), row("9004", product="x")], 1)
        self.assertIn("sales.csv:2: gumroad: order 9001 is refunded", message)
        self.assertIn("5399 minor units", message)
        self.assertIn("no product is called x", message)
        # What was given back waits for nobody any longer.
        self.assertEqual(len(self.files()), 1)
        self.assertEqual(len(self.events("revoked")), 1)

    def test_a_second_one_on_the_same_outbox_says_why_it_does_not_start(self):
        service = self.start()
        sales = self.folder / "sales.csv"
        sales.write_text("Purchase ID\n")
        for options in [["--port", "0"], ["--gumroad-csv", sales]]:
            message = clevio(
                "fulfil", self.settings, "--keys", self.academy.keys, *options,
                expect=74, environment=self.environment,
            ).stderr  # fmt: skip
            self.assertIn("another clevio fulfil works with this outbox", message)
        self.assertEqual(shop.send(service.port, "stripe", shop.stripe()).status, 200)

    def test_nginx_hands_on_what_is_signed_to_the_byte(self):
        service = self.start()
        locations = manual.block(PAGE, "nginx")
        self.assertIn("127.0.0.1:8041", locations)
        port = free_port()
        server = nginx.start(
            self.folder, port, self.academy.site,
            locations.replace("127.0.0.1:8041", f"127.0.0.1:{service.port}"),
        )  # fmt: skip
        try:
            wait_for_port(port, server)
            for provider, event in [("stripe", shop.stripe()), ("paddle", shop.PADDLE)]:
                answer = shop.send(port, f"hooks/{provider}", event)
                self.assertEqual(answer.status, 200, answer.body)
            body = b" " * 260_000
            self.assertEqual(shop.send(port, "hooks/stripe", body).status, 413)
            self.assertEqual(shop.send(port, "hooks/gumroad", b"{}", "x").status, 404)
        finally:
            server.terminate()
            server.wait(20)
        self.assertEqual(len(self.files()), 2)

    def test_the_manuals_settings_are_right(self):
        self.settings.write_text(
            manual.block(PAGE, "yaml").replace("/var/lib/clevio/", str(self.folder) + "/")
        )
        message = clevio("fulfil", self.settings, "--check", expect=74, environment=self.environment).stderr
        self.assertIn(f"cannot read {self.folder}/msmtprc: No such file", message)
        (self.folder / "msmtprc").write_text("")
        message = clevio("fulfil", self.settings, "--check", environment=self.environment).stderr
        self.assertIn("2 products, nothing is wrong", message)

    def test_says_that_the_mail_program_is_not_there(self):
        program = self.folder / "sendmail"
        self.settings.write_text(SETTINGS + f"mail: {{from: ada@academy.example, program: {program}}}\n")
        message = clevio("fulfil", self.settings, "--check", expect=74, environment=self.environment).stderr
        self.assertIn(f"cannot start {program}: No such file", message)
        port = self.start().port
        self.assertEqual(shop.send(port, "stripe", shop.stripe()).status, 200)
        self.assertIn(f"warning: mails will wait: cannot start {program}", self.log.read_text())

    def test_a_machine_without_the_root_key_fulfils(self):
        clevio("key", "rotate", "--keys", self.academy.keys)
        self.academy.sign()
        (self.academy.keys / "author.key.pem").rename(self.folder / "author.key.pem")
        (self.academy.keys / "course-rope.root").rename(self.folder / "course-rope.root")
        one = SETTINGS[: SETTINGS.index("  - name: Everything")]
        self.settings.write_text(one)
        port = self.start().port
        self.assertEqual(shop.send(port, "stripe", shop.stripe()).status, 200)
        (file,) = self.files()
        clevio(
            "entitlement", "check", file, "--key", self.academy.key,
            "--site", self.academy.site, "--course", "knots",
        )  # fmt: skip

    def test_the_manuals_commands_bring_two_ledgers_together(self):
        desk = self.folder / ".config/clevio/keys"
        desk.parent.mkdir(parents=True)
        self.academy.keys.rename(desk)
        server = self.folder / "for-server"
        ssh = self.folder / "bin/ssh"
        ssh.parent.mkdir()
        ssh.write_text('#!/bin/sh\nshift\nexec sh -c "$*"\n')
        ssh.chmod(0o755)
        places = [str(ssh.parent), str(Path(CLEVIO).parent), ENVIRONMENT["PATH"]]
        environment = ENVIRONMENT | {"HOME": str(self.folder), "PATH": ":".join(places)}

        def run(text: str) -> None:
            """What comes before the building, which this portal cannot do."""
            own = text.split("clevio build")[0].replace("/var/lib/clevio/keys", str(server))
            subprocess.run(["sh", "-uc", own], cwd=self.folder, env=environment, capture_output=True)

        run(manual.block(PAGE, "sh", 1))
        self.academy.keys = server
        port = self.start().port
        self.assertEqual(shop.send(port, "stripe", shop.stripe()).status, 200)
        (file,) = self.files()
        for _ in range(2):
            run(manual.block(PAGE, "sh", 2))
            issued = [line for line in (desk / "ledger.jsonl").read_text().splitlines() if file.stem in line]
            self.assertEqual(len(issued), 1)
        told = clevio("entitlement", "revoke", file.stem, "--rekey", "--keys", desk).stderr
        self.assertIn("course knots: epoch 2", told)
        (warned,) = re.findall(r"^> ```sh\n(.*?)^> ```$", (manual.FOLDER / PAGE).read_text(), re.MULTILINE | re.DOTALL)
        run(warned.replace("\n> ", "\n").removeprefix("> "))
        self.assertEqual(shop.send(port, "stripe", shop.stripe(payment_intent="pi_2")).status, 200)
        (new,) = set(self.files()) - {file}
        self.assertIn('"ep": 2', clevio("entitlement", "inspect", new).stdout)


if __name__ == "__main__":
    unittest.main()
