"""The outbox against a real SMTP server: once for each key, never lost, folded when repeated."""

import email
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings

from footprint.notices.actions import LEASE, TRIES, queue, send_next
from footprint.notices.jobs import send_waiting
from footprint.notices.models import Notice
from tests.cast import NOW

MINUTE = timedelta(minutes=1)
ROOT = Path(__file__).resolve().parents[4]


class Mailbox:
    """What the server took; while `refuses` is set it takes nothing."""

    def __init__(self) -> None:
        self.messages: list[EmailMessage] = []
        self.refuses = ""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.refuses:
            return self.refuses
        data = envelope.content
        assert isinstance(data, bytes)
        found = email.message_from_bytes(data, policy=policy.default)
        assert isinstance(found, EmailMessage)
        self.messages.append(found)
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def mailbox(settings: Settings) -> Iterator[Mailbox]:
    box, port = Mailbox(), free_port()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_TIMEOUT = 10
    yield box
    controller.stop()


def put(key: str = "incident:12:due", **fields: str) -> bool:
    message = {"to": "head@oakfield.example", "subject": "Due today", "body": "Look.", **fields}
    return queue(
        key=key, to=message["to"], subject=message["subject"], body=message["body"], now=NOW
    )


@pytest.mark.django_db
def test_a_message_is_queued_once_for_each_key() -> None:
    assert put()
    assert not put(body="Another text.")
    assert put("incident:13:due")
    assert [notice.body for notice in Notice.objects.all()] == ["Look.", "Look."]


@pytest.mark.django_db
def test_a_message_is_undone_with_the_change_that_caused_it() -> None:
    def change_that_fails() -> None:
        put()
        raise RuntimeError("the change did not go through")

    with pytest.raises(RuntimeError), transaction.atomic():
        change_that_fails()
    assert not Notice.objects.exists()


@pytest.mark.django_db
def test_what_is_queued_arrives_and_is_marked(mailbox: Mailbox) -> None:
    put(subject="Fällig – today", body="Löschfrist: £5\n.\nEnd")

    notice = send_next(now=NOW)

    assert notice is not None
    notice.refresh_from_db()
    assert notice.sent_at == NOW
    message = mailbox.messages[0]
    assert message["To"] == "head@oakfield.example"
    assert message["Subject"] == "Fällig – today"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content().splitlines() == ["Löschfrist: £5", ".", "End"]
    assert send_next(now=NOW) is None
    assert len(mailbox.messages) == 1


@pytest.mark.django_db
def test_a_message_sent_twice_carries_the_same_id(mailbox: Mailbox) -> None:
    put()
    put("incident:13:due")
    send_next(now=NOW)
    Notice.objects.filter(key="incident:12:due").update(sent_at=None)  # the mark was lost

    send_next(now=NOW)
    send_next(now=NOW)

    ids = [str(message["Message-ID"]) for message in mailbox.messages]
    assert ids[0] == ids[1]
    assert ids[2] != ids[0]


@pytest.mark.django_db
@pytest.mark.parametrize("answer", ["451 later please", "550 no such person"])
def test_a_server_that_refuses_puts_off_longer_each_time_then_parks(
    mailbox: Mailbox, answer: str
) -> None:
    mailbox.refuses = answer
    put()
    moment = NOW
    for number in range(1, TRIES):
        assert send_next(now=moment) is not None
        notice = Notice.objects.get()
        assert notice.lease_until == moment + 2**number * MINUTE
        assert send_next(now=moment + 2**number * MINUTE - MINUTE / 60) is None
        moment += 2**number * MINUTE + MINUTE / 60
    send_next(now=moment)

    notice = Notice.objects.get()
    assert notice.parked_at == moment
    assert notice.tries == TRIES
    assert answer[4:] in notice.trouble
    assert send_next(now=moment + timedelta(days=30)) is None


@pytest.mark.django_db
def test_a_server_that_is_not_there_is_told_of_and_tried_again(
    mailbox: Mailbox, settings: Settings
) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, free_port()
    put()
    send_next(now=NOW)
    assert "ConnectionRefusedError" in Notice.objects.get().trouble

    settings.EMAIL_PORT = port
    send_next(now=NOW + 3 * MINUTE)

    assert Notice.objects.get().sent_at
    assert Notice.objects.get().trouble == ""


@pytest.mark.django_db
def test_one_bad_message_does_not_hold_up_the_others(mailbox: Mailbox) -> None:
    put("bad", to="no address at all\nBcc: x@y.example")
    put("good")

    tried = send_waiting.call()

    assert tried == 2
    assert [str(message["To"]) for message in mailbox.messages] == ["head@oakfield.example"]


@pytest.mark.django_db
def test_a_line_break_in_a_subject_writes_no_header(mailbox: Mailbox) -> None:
    put(subject="Due\r\nBcc: thief@elsewhere.example\r\n\r\nBody")

    send_next(now=NOW)

    message = mailbox.messages[0]
    assert message["Bcc"] is None
    assert message["Subject"] == "Due Bcc: thief@elsewhere.example Body"


@pytest.mark.django_db
def test_of_two_workers_with_the_same_message_one_sends_it(
    mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    put()
    read_before = Notice.objects.get()
    send_next(now=NOW)
    Notice.objects.update(sent_at=None, lease_until=NOW + LEASE)  # the first is still sending
    monkeypatch.setattr("django.db.models.QuerySet.first", lambda rows: read_before)

    assert send_next(now=NOW + MINUTE) is None
    assert len(mailbox.messages) == 1


@pytest.mark.django_db
def test_a_message_is_sent_or_parked_never_both() -> None:
    put()
    with pytest.raises(IntegrityError), transaction.atomic():
        Notice.objects.update(sent_at=NOW, parked_at=NOW)


QUEUE = """
from django.core.management import call_command
call_command("migrate", "notices", verbosity=0)
queue(key="incident:12:due", to="head@oakfield.example", subject="Due", body="Look.", now=NOW)
"""
SEND = "send_next(now=NOW)"
SEND_AFTER_THE_LEASE = """
assert send_next(now=NOW + LEASE / 2) is None, "still leased by the dead one"
send_next(now=NOW + LEASE * 2)
assert Notice.objects.get().sent_at == NOW + LEASE * 2
"""
BEGIN = """
import django
django.setup()
from footprint.notices.actions import LEASE, queue, send_next
from footprint.notices.models import Notice
from tests.cast import NOW
"""


def run(code: str, *, data: Path, port: int, failpoint: str = "") -> int:
    """Run this as another process with a database of its own; its exit status."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "DJANGO_SETTINGS_MODULE": "footprint.config.settings_for_tests",
        "FOOTPRINT_DATA": str(data),
        "FOOTPRINT_EMAIL_URL": f"smtp://127.0.0.1:{port}",
        "FOOTPRINT_TEST_FAILPOINT": failpoint,
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.run(
        [sys.executable, "-c", BEGIN + code], env=environment, check=False
    ).returncode


@pytest.mark.parametrize(("point", "arrived"), [("notices.leased", 1), ("notices.sent", 2)])
def test_a_sender_that_is_killed_loses_nothing_and_what_it_repeats_is_the_same(
    mailbox: Mailbox, settings: Settings, tmp_path: Path, point: str, arrived: int
) -> None:
    port = settings.EMAIL_PORT
    assert run(QUEUE, data=tmp_path, port=port) == 0

    assert run(SEND, data=tmp_path, port=port, failpoint=point) == -signal.SIGKILL
    assert run(SEND_AFTER_THE_LEASE, data=tmp_path, port=port) == 0

    assert len(mailbox.messages) == arrived
    assert len({str(message["Message-ID"]) for message in mailbox.messages}) == 1
