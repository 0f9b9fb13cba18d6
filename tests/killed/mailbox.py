"""A mail server on this machine that remembers what it said "250" to."""

import asyncio
import socket
from collections import Counter
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from typing import Any

from aiosmtpd.controller import Controller


class Mailbox:
    """What was delivered: one (address, Message-ID) for each message taken."""

    def __init__(self, host: str = "", port: int = 0) -> None:
        self.host, self.port = host, port
        self.taken: list[tuple[str, str]] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        message_id = message_from_bytes(envelope.content)["Message-ID"]
        self.taken += [(address, message_id) for address in envelope.rcpt_tos]
        return "250 OK"

    @property
    def url(self) -> str:
        """As the settings of a process want it; "" where nobody listens."""
        return f"smtp://{self.host}:{self.port}" if self.host else ""

    @property
    def addresses(self) -> Counter[str]:
        """How many different messages each address got; a repeat has its first one's id."""
        return Counter(address for address, _ in set(self.taken))

    @property
    def repeats(self) -> int:
        """How many messages came that had come before."""
        return len(self.taken) - len(set(self.taken))


class _OnAnyPort(Controller):
    """The library wants the number of a free port; the system gives one only with the socket."""

    def __init__(self, mailbox: Mailbox, listener: socket.socket) -> None:
        self.listener = listener
        super().__init__(mailbox, hostname=mailbox.host, port=mailbox.port)

    def _create_server(self) -> Awaitable[asyncio.AbstractServer]:
        made: Awaitable[asyncio.AbstractServer] = self.loop.create_server(
            self._factory_invoker, sock=self.listener
        )
        return made


@contextmanager
def open_mailbox() -> Iterator[Mailbox]:
    """Listen while the block runs."""
    listener = socket.create_server(("127.0.0.1", 0))
    mailbox = Mailbox(*listener.getsockname())
    controller = _OnAnyPort(mailbox, listener)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()
