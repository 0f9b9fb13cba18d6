"""
Kill Footprint with SIGKILL, at every named point and at random moments: nothing lost or doubled.

The one thing that may happen twice is a message whose delivery we could not note any more: mail
offers no way to do better, and the repeat has the Message-ID of the first.
"""

import random
import re
import signal
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from datetime import timedelta
from io import StringIO
from itertools import count
from os import getpid
from pathlib import Path
from subprocess import Popen, TimeoutExpired

import pytest
import time_machine
from django.conf import LazySettings
from django.core.management import call_command
from django.utils.module_loading import autodiscover_modules
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoDbBlocker
from pytest_httpserver import HTTPServer

from footprint.inbox.jobs import receive_waiting
from footprint.inbox.models import Item
from footprint.incidents.jobs import remind_of_dates
from footprint.listening.jobs import fetch_due
from footprint.listening.models import Mention
from footprint.notices.actions import queue
from footprint.notices.jobs import send_waiting
from footprint.notices.models import Notice
from footprint.worker.periodic import tick
from tests.cast import NOW, Cast
from tests.killed.checks import check_messages, check_posts, check_records
from tests.killed.databases import Database, connected, drop_database, make_database
from tests.killed.mailbox import Mailbox, open_mailbox
from tests.killed.processes import LONGEST, ROOT, Footprint
from tests.killed.town import PAPERS, Press, answer, make_town, subscribe

CALLS = [
    call
    for path in (ROOT / "src" / "footprint").rglob("*.py")
    if "tests" not in path.parts
    for call in re.findall(r"(?<!def )\bfailpoint\([^)]*\)", path.read_text())
]
POINTS = {call.split('"')[1] for call in CALLS if '"' in call}
# Rooms that this town does not set up: nothing there is killed yet. Their own tests run each job
# twice; a town with registers and concerns is to come.
NOT_IN_THIS_TOWN = {
    "concerns.erased",
    "concerns.told",
    "connections.ended",
    "connections.reminded",
    "image_permissions.reminded",
    "incidents.looked_again",
    "publishing.expired",
    "publishing.take_downs_made",
}
NEEDED = {  # a new point is found by itself; one that somebody drops by accident is missed here
    "listening.fetched",
    "listening.storing",
    "listening.stored",
    "inbox.receiving",
    "inbox.recording",
    "inbox.received",
    "inbox.answering",
    "incidents.reminding",
    "incidents.reminded",
    "notices.leased",
    "notices.sent",
}
OF_A_PERSON = {"inbox.answering"}  # reached by somebody's click, not by the worker
REPEATING = {"notices.sent"}  # between the mail server's "250" and our mark
WORKER = ("worker", "--no-startup-delay", "--skip-checks")
CHAIN = (fetch_due, receive_waiting, remind_of_dates, send_waiting)
LATER = NOW + timedelta(minutes=10)  # by then every lease of a killed process is over
KILLS = 8
KILLED = -signal.SIGKILL
WAITING = 40
NUMBERS = count(1)


@pytest.fixture(scope="session")
def town(
    tmp_path_factory: pytest.TempPathFactory, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[Database, Cast]]:
    """The database that each case gets a copy of, and who is in it."""
    folder = tmp_path_factory.mktemp("killed")
    log = folder / "log"
    with django_db_blocker.unblock():
        database = make_database(f"killed_town_{getpid()}", folder / "town")
        footprint = Footprint(database, Mailbox(), "", log)
        assert footprint.run("migrate", at=NOW) == 0, log.read_text()
        with connected(database):
            cast = make_town()
        yield database, cast
        drop_database(database)


@pytest.fixture
def press(httpserver: HTTPServer) -> Press:
    """Two feeds: five posts about Oakfield, three about nobody."""
    press = Press()
    for paper in PAPERS:
        httpserver.expect_request(f"/{paper}").respond_with_handler(press.answer)
    press.print_ours("gazette", 3)
    press.print_nobodys("gazette", 2)
    press.print_nobodys("herald", 1)
    press.print_ours("herald", 2)
    return press


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    """A mail server for the processes of this test."""
    with open_mailbox() as opened:
        yield opened


@pytest.fixture
def footprint(
    town: tuple[Database, Cast],
    mailbox: Mailbox,
    httpserver: HTTPServer,
    tmp_path: Path,
    settings: LazySettings,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Footprint]:
    """An installation of one's own, listening to both papers; queries here go to its database."""
    like, cast = town
    place = f"{httpserver.host}:{httpserver.port}"
    settings.FETCH_ALLOW = frozenset({place})
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = mailbox.host, mailbox.port
    name = f"killed_{getpid()}_{next(NUMBERS)}"
    with django_db_blocker.unblock():
        database = make_database(name, tmp_path / "data", like=like)
        with connected(database):
            for paper in PAPERS:
                subscribe(cast, paper, httpserver.url_for(f"/{paper}"))
            yield Footprint(database, mailbox, place, tmp_path / "log")
        drop_database(database)


def enqueue_all() -> None:
    """Queue every job in the order of the flow."""
    for job in CHAIN:
        job.enqueue()


def work_until(point: str, footprint: Footprint) -> int:
    """Let a worker run every job; returns its exit status."""
    enqueue_all()
    return footprint.run(*WORKER, "--batch", at=NOW, failpoint=point)


def work_on() -> None:
    """What the next worker does. Here, not in a process of its own: starting one takes seconds."""
    with time_machine.travel(LATER):
        for job in CHAIN:
            job.call()


def test_every_named_point_is_killed_at() -> None:
    """One whose name is not written where it is called would be missed by the tests below."""
    calls = [re.sub(r"\s", "", call) for call in CALLS]

    assert all(re.fullmatch(r'failpoint\("[a-z_]+\.[a-z_]+"\)', call) for call in calls)
    assert len(calls) == len(POINTS), "two points bear the same name, so one is never reached"
    assert POINTS >= NEEDED


@pytest.mark.parametrize("point", sorted(POINTS - OF_A_PERSON - NOT_IN_THIS_TOWN))
def test_killed_at_a_named_point_of_the_worker(
    point: str, footprint: Footprint, press: Press, mailbox: Mailbox
) -> None:
    answer()
    alerts = Notice.objects.count()

    assert work_until(point, footprint) == KILLED, footprint.log.read_text()
    work_on()

    check_posts(press)
    check_messages(mailbox, repeats=1 if point in REPEATING else 0)
    check_records()
    assert alerts > 1
    assert Notice.objects.count() == alerts + 1  # and the reminder of the incident

    press.print_ours("gazette", 1)  # the checkpoint must not have moved past what comes next
    call_command("listen", "--once", "--all", stdout=StringIO())
    receive_waiting.call()
    check_posts(press)


@pytest.mark.parametrize("point", sorted(OF_A_PERSON))
def test_killed_while_a_person_answers(
    point: str, footprint: Footprint, press: Press, mailbox: Mailbox, town: tuple[Database, Cast]
) -> None:
    answering = ("shell", "--no-imports", "-c", "from tests.killed.town import answer; answer()")

    assert footprint.run(*answering, at=NOW, failpoint=point) == KILLED, footprint.log.read_text()
    assert Item.objects.get().safety_at is None  # an answer without its alerts would alert nobody
    assert not Notice.objects.exists()

    answer()
    work_on()
    check_messages(mailbox, repeats=0)
    check_records()
    assert {town[1].dsl.email, town[1].deputy.email, town[1].head.email} <= set(mailbox.addresses)


def test_a_worker_killed_at_random_moments(
    footprint: Footprint, press: Press, mailbox: Mailbox
) -> None:
    seed = random.randrange(2**32)  # noqa: S311 (moments to kill at, not secrets)
    print(f"seed {seed}")  # noqa: T201 (shown when this test fails)
    dice = random.Random(seed)  # noqa: S311 (the same)
    wait_for_a_day(press)

    for number, left in enumerate(sorted(dice.sample(range(1, 3 * WAITING), KILLS), reverse=True)):
        with worker(footprint, number) as process:
            wait_for(left, process, footprint)
            with suppress(TimeoutExpired):
                process.wait(dice.uniform(0, 1 / 50))
            process.kill()
            assert process.wait(LONGEST) == KILLED, footprint.log.read_text()
            print(f"kill {number} with this left to do: {left_to_do()}")  # noqa: T201

    with worker(footprint, KILLS) as process:
        wait_for(0, process, footprint)
        process.terminate()
        assert process.wait(LONGEST) == 0, footprint.log.read_text()

    check_posts(press)
    check_messages(mailbox, repeats=KILLS)
    check_records()
    assert Notice.objects.count() == WAITING + 1


def wait_for_a_day(press: Press) -> None:
    """Forty posts to find, forty messages to send, and every job due since yesterday."""
    press.print_ours("gazette", WAITING - len(press.ours))
    for number in range(WAITING):
        address = f"reader{number}@oakfield.example"
        queue(key=f"news:{number}", to=address, subject="News", body="Some news.", now=NOW)
    autodiscover_modules("jobs")
    tick(now=NOW - timedelta(days=1))


def worker(footprint: Footprint, number: int) -> AbstractContextManager[Popen[bytes]]:
    """Start a worker some minutes after the one before it, so that its leases are over."""
    enqueue_all()  # by the clock alone, what one job leaves the next would wait a real minute for
    at = NOW + number * (LATER - NOW)
    name = f"worker-{number}"
    return footprint.started(*WORKER, "--interval", "0.1", "--worker-id", name, at=at)


def left_to_do() -> dict[str, int]:
    """What is not done yet, in the order of the flow; a killed worker's task is not done either."""
    mentions = Mention.objects.exclude(source=None)
    reminders = Notice.objects.filter(key__startswith="incident:")
    return {
        "to find": WAITING - mentions.count(),
        "to receive": WAITING - mentions.exclude(received_at=None).count(),
        "to remind of": 1 - reminders.count(),
        "to send": Notice.objects.filter(sent_at=None).count(),
        "to run again": DBTaskResult.objects.running().count(),
    }


def wait_for(left: int, process: Popen[bytes], footprint: Footprint) -> None:
    """Look again and again while the process lives, and not for ever, until no more is left."""
    for _ in range(LONGEST * 50):
        if sum(left_to_do().values()) <= left:
            return
        with suppress(TimeoutExpired):
            process.wait(1 / 50)
            break
    pytest.fail(f"{left_to_do()}\n{footprint.log.read_text()}")
