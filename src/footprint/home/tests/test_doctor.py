"""The doctor notices each part that ails, and says what to do."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.management import call_command

from footprint.audit.actions import record
from footprint.audit.models import Event
from footprint.home.doctor import examine
from footprint.home.tests.test_today import make_source
from footprint.notices.actions import queue
from footprint.notices.models import Notice
from footprint.worker.models import Heartbeat
from tests.cast import NOW, Cast


def ill(cast: Cast) -> set[str]:
    return {found.subject for found in examine(now=NOW) if not found.well}


@pytest.fixture
def healthy(cast: Cast) -> Cast:
    Heartbeat.objects.create(worker_id="one", seen_at=NOW)
    return cast


def test_a_healthy_installation_is_well(healthy: Cast) -> None:
    assert ill(healthy) == set()


def no_worker(cast: Cast) -> None:
    Heartbeat.objects.all().delete()


def silent_worker(cast: Cast) -> None:
    Heartbeat.objects.update(seen_at=NOW - timedelta(minutes=16))


def parked_mail(cast: Cast) -> None:
    queue(key="1", to="a@b.example", subject="s", body="b", now=NOW)
    Notice.objects.update(parked_at=NOW)


def late_mail(cast: Cast) -> None:
    queue(key="1", to="a@b.example", subject="s", body="b", now=NOW - timedelta(hours=1))


def sick_source(cast: Cast) -> None:
    make_source(cast.oakfield, cast.head, trouble="gone")


def broken_audit(cast: Cast) -> None:
    record(by=cast.head.email, action="a.b", target="c:1", now=NOW)
    Event.objects.update(action="something.else")


@pytest.mark.parametrize(
    ("harm", "subject"),
    [
        (no_worker, "Worker"),
        (silent_worker, "Worker"),
        (parked_mail, "Mail"),
        (late_mail, "Mail"),
        (sick_source, "Sources"),
        (broken_audit, "Audit trail"),
    ],
)
def test_each_part_that_ails_is_named(
    healthy: Cast, harm: Callable[[Cast], None], subject: str
) -> None:
    harm(healthy)

    assert ill(healthy) == {subject}


def test_a_check_that_breaks_is_itself_a_finding(
    healthy: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(now: object) -> tuple[bool, str]:
        raise OSError("the disk is gone")

    monkeypatch.setitem(examine.__globals__["CHECKS"], "Mail", breaks)

    assert ill(healthy) == {"Mail"}


def test_the_command_exits_with_one_when_something_ails(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        call_command("doctor")

    assert stopped.value.code == 1
    assert "Worker: ILL" in capsys.readouterr().out
