"""A shop that sells two products, and the program that fulfils its orders."""

import json
import unittest

from . import shop
from .academy import Academy
from .program import ENVIRONMENT, Service, scratch

SETTINGS = """
portal: harbour
url: https://academy.example/
outbox: outbox
label: Order {order}
providers:
  stripe: {secret_file: stripe.secret}
  paddle: {}
  lemonsqueezy: {}
  gumroad: {}
products:
  - name: Knots for sailors
    courses: [knots]
    price: [49.00 EUR, 54.00 USD]
    stripe: plink_knots
    paddle: pri_knots
    lemonsqueezy: 555
    gumroad: knots-guide
  - name: Everything
    courses: [rope, knots]
    price: 80 EUR
    or_more: true
    valid: P365D
    stripe: [plink_all, plink_all_2]
"""


class DeskTestCase(unittest.TestCase):
    def setUp(self):
        self.context = scratch()
        self.folder = self.context.__enter__()
        self.academy = Academy(self.folder)
        self.outbox = self.folder / "outbox"
        self.log = self.folder / "fulfil.log"
        self.settings = self.folder / "fulfil.yml"
        self.settings.write_text(SETTINGS)
        secret = self.folder / "stripe.secret"
        secret.write_text(f"whsec_old\n{shop.SECRETS['stripe']}\n")
        secret.chmod(0o600)
        self.environment = ENVIRONMENT | {
            "CLEVIO_PADDLE_SECRET": shop.SECRETS["paddle"],
            "CLEVIO_LEMONSQUEEZY_SECRET": "lemon-old " + shop.SECRETS["lemonsqueezy"],
        }
        self.services = []

    def tearDown(self):
        for service in self.services:
            if service.process.poll() is None:
                self.assertEqual(service.stop(), 0)
        self.context.__exit__(None, None, None)

    def start(self, *options) -> Service:
        service = Service(
            "fulfil", self.settings, "--keys", self.academy.keys, *options,
            log=self.log, environment=self.environment,
        )  # fmt: skip
        self.services.append(service)
        return service

    def files(self, pattern: str = "*.clevio") -> list:
        return sorted(self.outbox.glob(pattern))

    def ledger(self) -> list[dict]:
        return [json.loads(line) for line in (self.academy.keys / "ledger.jsonl").open()]

    def events(self, kind: str) -> list[dict]:
        return [event for event in self.ledger() if event["event"] == kind]
