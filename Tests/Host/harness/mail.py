"""A mail server of a test's own."""

from aiosmtpd.controller import Controller

from .program import free_port


class Inbox:
    """Takes mails, or refuses them as long as it is told to."""

    def __init__(self):
        self.mails: list[tuple[list[str], bytes]] = []
        self.refusal: str | None = None
        self.controller = Controller(self, hostname="127.0.0.1", port=free_port())
        self.controller.start()

    @property
    def port(self) -> int:
        return self.controller.port

    async def handle_DATA(self, server, session, envelope) -> str:
        if self.refusal:
            return self.refusal
        self.mails.append((envelope.rcpt_tos, envelope.content))
        return "250 OK"

    def stop(self) -> None:
        self.controller.stop()
