"""The clock of jobs: each fires once, missed ones are merged, lost tasks come back, and end."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from footprint.worker import periodic
from footprint.worker.models import Heartbeat, Schedule
from footprint.worker.periodic import ATTEMPTS, STALE, Periodic, beat, put_back, recover, tick
from tests.cast import NOW

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@task()
def sweep() -> None:
    """A job of the tests."""


NAME = sweep.module_path


@pytest.fixture(autouse=True)
def only_our_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(periodic, "JOBS", {NAME: Periodic(sweep, "0 * * * *", "Sweeps.")})


def queued() -> int:
    return DBTaskResult.objects.filter(task_path=NAME).count()


def test_a_new_job_is_planned_and_not_run_at_once() -> None:
    assert tick(now=NOW) == []
    assert Schedule.objects.get().next_run_at == NOW + HOUR
    assert queued() == 0


def test_a_due_job_is_queued_once_however_often_the_clock_is_read() -> None:
    tick(now=NOW)
    for _ in range(3):
        tick(now=NOW + HOUR)
    assert queued() == 1


def test_of_two_workers_that_read_the_same_row_one_queues_the_job(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tick(now=NOW)
    row = Schedule.objects.get()
    tick(now=NOW + HOUR)
    # the second worker read the row before the first one moved the date
    monkeypatch.setattr(Schedule.objects, "get_or_create", lambda **_: (row, False))

    assert tick(now=NOW + HOUR) == []
    assert queued() == 1


def test_runs_missed_while_nothing_ran_are_merged_into_one() -> None:
    tick(now=NOW)
    assert tick(now=NOW + 72 * HOUR) == [NAME]
    assert tick(now=NOW + 72 * HOUR + timedelta(minutes=5)) == []
    assert queued() == 1
    assert Schedule.objects.get().next_run_at == NOW + 73 * HOUR


def test_a_changed_line_is_planned_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    tick(now=NOW)
    monkeypatch.setattr(periodic, "JOBS", {NAME: Periodic(sweep, "30 2 * * *", "Sweeps.")})

    assert tick(now=NOW + HOUR) == []

    local = timezone.localtime(Schedule.objects.get().next_run_at)
    assert (local.hour, local.minute) == (2, 30)
    assert queued() == 0


def test_two_in_the_morning_is_two_in_the_morning_in_summer_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(periodic, "JOBS", {NAME: Periodic(sweep, "0 2 * * *", "Sweeps.")})
    tick(now=NOW.replace(month=7))
    assert timezone.localtime(Schedule.objects.get().next_run_at).hour == 2


def running(*, workers: int = 1, started: timedelta = -2 * STALE) -> Any:
    """A task that a worker named w1, w2 ... took and did not finish."""
    sweep.enqueue()
    row = DBTaskResult.objects.get()
    row.status = TaskResultStatus.RUNNING
    row.started_at = NOW + started
    row.worker_ids = [f"w{number}" for number in range(1, workers + 1)]
    row.save()
    return row


def state() -> str:
    return DBTaskResult.objects.get().status


def test_a_task_whose_worker_is_dead_runs_again_after_a_pause() -> None:
    running()
    Heartbeat.objects.create(worker_id="w1", seen_at=NOW - STALE - timedelta(seconds=1))

    assert recover(now=NOW) == 1

    row = DBTaskResult.objects.get()
    assert row.status == TaskResultStatus.READY
    assert row.run_after == NOW + timedelta(seconds=5)


def test_a_task_of_a_living_worker_is_left_alone() -> None:
    running()
    Heartbeat.objects.create(worker_id="w1", seen_at=NOW)
    assert recover(now=NOW) == 0
    assert state() == TaskResultStatus.RUNNING


def test_a_task_just_begun_is_left_alone_even_without_a_heartbeat() -> None:
    running(started=timedelta(seconds=-1))
    assert recover(now=NOW) == 0


def test_the_last_worker_counts_not_an_earlier_one() -> None:
    running(workers=2)
    Heartbeat.objects.create(worker_id="w1", seen_at=NOW)
    assert recover(now=NOW) == 1


def test_pauses_double() -> None:
    row = running(workers=3)
    assert put_back(row, now=NOW)
    assert DBTaskResult.objects.get().run_after == NOW + timedelta(seconds=20)


def test_attempts_end_and_the_task_says_why() -> None:
    running(workers=ATTEMPTS)

    assert recover(now=NOW) == 0

    row = DBTaskResult.objects.get()
    assert row.status == TaskResultStatus.FAILED
    assert row.finished_at == NOW
    assert "worker stopped" in row.traceback


def test_of_two_that_recover_the_same_task_one_puts_it_back() -> None:
    row = running()
    assert put_back(row, now=NOW)
    assert not put_back(row, now=NOW)


def test_a_beat_says_alive_and_forgets_those_long_gone() -> None:
    Heartbeat.objects.create(worker_id="old", seen_at=NOW - timedelta(days=2))

    beat("w1", now=NOW)
    beat("w1", now=NOW + timedelta(seconds=5))

    assert list(Heartbeat.objects.values_list("worker_id", "seen_at")) == [
        ("w1", NOW + timedelta(seconds=5))
    ]
