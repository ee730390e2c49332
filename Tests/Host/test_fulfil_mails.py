"""What buyers get by mail, through msmtp."""

import email
import email.policy
import re
import shutil
import unittest

from harness import shop
from harness.desk import SETTINGS, DeskTestCase
from harness.mail import Inbox
from harness.program import wait_for

MAIL = """
mail:
  from: Ada Lovelace <ada@academy.example>
  configuration: msmtprc
"""


class MailTests(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.inbox = Inbox()
        self.settings.write_text(SETTINGS + MAIL + f"  program: {shutil.which('msmtp')}\n")
        (self.folder / "msmtprc").write_text(
            f"defaults\nauth off\ntls off\naccount default\nhost 127.0.0.1\nport {self.inbox.port}\n"
            "from ada@academy.example\n"
        )

    def tearDown(self):
        super().tearDown()
        self.inbox.stop()

    def test_the_buyer_gets_a_mail_with_the_link_and_the_file(self):
        port = self.start().port
        self.assertEqual(shop.send(port, "stripe", shop.stripe()).status, 200)
        wait_for(lambda: self.inbox.mails, what="the mail")
        ((recipients, content),) = self.inbox.mails
        self.assertEqual(recipients, ["grace@buyer.example"])
        mail = email.message_from_bytes(content, policy=email.policy.default)
        self.assertEqual(mail["From"], "Ada Lovelace <ada@academy.example>")
        self.assertEqual(mail["Subject"], "Knots for sailors: your order pi_1001")
        self.assertEqual([part.defects for part in mail.walk()], [[]] * 5)
        (file,) = self.files()
        token = file.read_text()
        plain = mail.get_body(("plain",)).get_content()
        page = mail.get_body(("html",)).get_content()
        link = "https://academy.example/courses/knots/reader.html#unlock=" + token.strip()
        self.assertIn(f"\n{link}\n", plain)
        self.assertIn(f'href="{link}"', page)
        (attachment,) = mail.iter_attachments()
        self.assertEqual(attachment.get_filename(), "harbour-knots.clevio")
        self.assertEqual(attachment.get_content(), token.encode())
        self.assertTrue(all(len(line) <= 998 for line in content.splitlines()))
        wait_for(lambda: not self.files("waiting/*"), what="the end of the waiting")
        # Told of it again, nobody is written to again.
        shop.send(port, "stripe", shop.stripe())
        shop.send(port, "stripe", shop.stripe("pi_other"))
        wait_for(lambda: len(self.inbox.mails) == 2, what="the second mail")
        self.assertNotIn("grace", self.log.read_text())

    def test_mails_that_cannot_be_sent_wait_and_are_tried_again(self):
        self.inbox.refusal = "451 try again later"
        service = self.start("--mail-retry", "1")
        self.assertEqual(shop.send(service.port, "stripe", shop.stripe()).status, 200)
        wait_for(lambda: "tried again" in self.log.read_text(), what="the failure")
        self.assertEqual(service.stop(), 0)
        self.assertEqual(len(self.files("waiting/*.eml")), 1)
        self.inbox.refusal = None
        self.start("--mail-retry", "1")
        wait_for(lambda: self.inbox.mails, what="the mail after a restart")
        wait_for(lambda: not self.files("waiting/*"), what="the end of the waiting")
        self.assertEqual(len(self.inbox.mails), 1)

    def test_an_address_that_would_be_a_second_field_gets_no_mail(self):
        port = self.start("--mail-retry", "1").port
        for number, address in enumerate(
            ["x@y.example\nBcc: all@z.example", "a@b.example, c@d.example", "-t@x.example", "nobody", ""]
        ):
            event = shop.stripe(f"pi_{number}", customer_details={"email": address})
            self.assertEqual(shop.send(port, "stripe", event).status, 200)
        self.assertEqual(len(self.files()), 5)
        self.assertEqual(self.files("waiting/*"), [])
        self.assertEqual(len(re.findall("to be handed on", self.log.read_text())), 5)


if __name__ == "__main__":
    unittest.main()
