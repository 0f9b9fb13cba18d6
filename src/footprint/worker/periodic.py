"""
What `django_tasks_db` lacks: periodic jobs, retries with a pause, recovery after a killed worker.

Works alike on SQLite and PostgreSQL. Delivery is at least once: a worker that hangs longer than
`STALE` is presumed dead and its task runs again, so every job must bear being run twice.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from croniter import croniter
from django.db import close_old_connections, connections, transaction
from django.utils import timezone
from django_tasks.base import Task, TaskResultStatus
from django_tasks_db.models import DBTaskResult

from footprint.worker.models import Heartbeat, Schedule

logger = logging.getLogger(__name__)

BEAT_SECONDS = 5
STALE = timedelta(seconds=20)
FIRST_PAUSE = timedelta(seconds=5)
ATTEMPTS = 5


@dataclass(frozen=True)
class Periodic:
    """A job that runs by the clock: its cron line, in local time, and what it does."""

    task: Task[..., Any]
    line: str
    sentence: str


JOBS: dict[str, Periodic] = {}


def periodic(line: str, *, sentence: str) -> Callable[[Task[..., Any]], Task[..., Any]]:
    """Register a task to run by the clock; `sentence` says what it does in the reference."""

    def register(task: Task[..., Any]) -> Task[..., Any]:
        JOBS[task.module_path] = Periodic(task, line, sentence)
        return task

    return register


def tick(*, now: datetime) -> list[str]:
    """
    Enqueue the periodic jobs that are due. Missed runs are merged into one.

    Returns:
        the names of the jobs that this call enqueued.
    """
    return [name for name, job in JOBS.items() if _fire(name, job, now)]


def _fire(name: str, job: Periodic, now: datetime) -> bool:
    following = _next(job.line, now)
    row, made = Schedule.objects.get_or_create(
        job=name, defaults={"line": job.line, "next_run_at": following}
    )
    if row.line != job.line:
        Schedule.objects.filter(job=name).update(line=job.line, next_run_at=following)
        return False
    if made or row.next_run_at > now:
        return False
    with transaction.atomic():
        mine = Schedule.objects.filter(job=name, next_run_at=row.next_run_at)
        if not mine.update(next_run_at=following):  # another worker was first
            return False
        job.task.enqueue()
    return True


def _next(line: str, now: datetime) -> datetime:
    moment: datetime = croniter(line, timezone.localtime(now)).get_next(datetime)
    return moment


def recover(*, now: datetime) -> int:
    """
    Put back the tasks whose worker has died.

    Returns:
        how many will run again; those out of attempts are marked failed instead.
    """
    alive = set(
        Heartbeat.objects.filter(seen_at__gte=now - STALE).values_list("worker_id", flat=True)
    )
    lost = [
        row
        for row in DBTaskResult.objects.filter(
            status=TaskResultStatus.RUNNING, started_at__lt=now - STALE
        )
        if row.worker_ids and row.worker_ids[-1] not in alive
    ]
    return sum(put_back(row, now=now) for row in lost)


def put_back(row: "DBTaskResult[..., Any]", *, now: datetime) -> bool:
    """Make a failed or lost task ready again after a pause; False once its attempts are used up."""
    same = DBTaskResult.objects.filter(pk=row.pk, status=row.status)
    attempts = len(row.worker_ids)
    if attempts >= ATTEMPTS:
        same.update(
            status=TaskResultStatus.FAILED,
            finished_at=now,
            traceback=row.traceback or "The worker stopped while it ran this task.",
        )
        return False
    pause = FIRST_PAUSE * 2 ** (attempts - 1)
    changed = same.update(status=TaskResultStatus.READY, run_after=now + pause, finished_at=None)
    return bool(changed)


def beat(worker_id: str, *, now: datetime) -> None:
    """Say that this worker is alive, then do what any living worker does: tick and recover."""
    Heartbeat.objects.update_or_create(worker_id=worker_id, defaults={"seen_at": now})
    tick(now=now)
    recover(now=now)
    Heartbeat.objects.filter(seen_at__lt=now - timedelta(days=1)).delete()


def keep_beating(worker_id: str, stop: threading.Event) -> None:
    """The daemon thread of every worker. A failing beat is logged and tried again."""
    while not stop.is_set():
        try:
            close_old_connections()
            beat(worker_id, now=timezone.now())
        except Exception:
            logger.exception("the worker's heartbeat failed")
        stop.wait(BEAT_SECONDS)
    connections.close_all()
