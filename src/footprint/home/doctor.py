"""
Is everything well? Each check looks at one thing and says in plain words what to do about it.

A file of its own: the command prints these checks, and the Today page shows those that ail.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.timesince import timesince

from footprint.audit.verifying import verify
from footprint.listening.models import Source
from footprint.notices.models import Notice
from footprint.worker.models import Heartbeat

SILENT = timedelta(minutes=15)
LATE = timedelta(minutes=30)


@dataclass(frozen=True)
class Finding:
    """
    One check's answer.

    Args:
        subject: what was looked at, such as "Worker".
        well: False when somebody must do something.
        sentence: what was found, and what to do.
    """

    subject: str
    well: bool
    sentence: str


def examine(*, now: datetime) -> list[Finding]:
    """Run every check; one that breaks is itself a finding, and the others still run."""
    return [_run(subject, check, now) for subject, check in CHECKS.items()]


def _run(subject: str, check: Callable[[datetime], tuple[bool, str]], now: datetime) -> Finding:
    try:
        well, sentence = check(now)
    except Exception as error:  # whatever it is, the doctor reports it and goes on
        well, sentence = False, f"could not be checked: {type(error).__name__}: {error}"
    return Finding(subject, well, sentence)


def _database(now: datetime) -> tuple[bool, str]:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        return False, "Its tables are older than the program: run “footprint prepare”."
    return True, f"{connection.vendor} answers and is up to date."


def _worker(now: datetime) -> tuple[bool, str]:
    last = Heartbeat.objects.order_by("-seen_at").first()
    if last is None:
        return False, "No worker has ever run: start one with “footprint serve”."
    if now - last.seen_at > SILENT:
        ago = timesince(last.seen_at, now)
        return False, f"No worker for {ago}: nothing is fetched or sent. Start “footprint serve”."
    return True, "A worker is running."


def _mail(now: datetime) -> tuple[bool, str]:
    parked = Notice.objects.parked().count()
    if parked:
        return False, f"{parked} messages could not be sent: check FOOTPRINT_EMAIL_URL."
    late = Notice.objects.filter(
        sent_at__isnull=True, parked_at__isnull=True, created_at__lt=now - LATE
    ).count()
    if late:
        return False, f"{late} messages have waited for more than half an hour."
    return True, "No message is stuck."


def _sources(now: datetime) -> tuple[bool, str]:
    failing = Source.objects.filter(is_active=True).exclude(trouble="")
    if failing:
        names = ", ".join(source.label for source in failing[:5])
        return False, f"{len(failing)} sources could not be read: {names}."
    return True, "Every source that is switched on could be read."


def _audit(now: datetime) -> tuple[bool, str]:
    found = verify()
    if found.problems:
        return False, f"The audit trail does not hold: {found.problems[0]}"
    return True, f"All {found.events} events of the audit trail follow from one another."


CHECKS: dict[str, Callable[[datetime], tuple[bool, str]]] = {
    "Database": _database,
    "Worker": _worker,
    "Mail": _mail,
    "Sources": _sources,
    "Audit trail": _audit,
}
