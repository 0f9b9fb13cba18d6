"""One look at one source: take it, keep what was found, say how it went."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from footprint.audit.actions import record
from footprint.connectors.base import Batch, ConnectorError, Problem
from footprint.listening.actions.keeping import Stored, keep_posts
from footprint.listening.models import Source
from footprint.worker.failpoints import failpoint

LEASE = timedelta(minutes=5)  # longer than any fetch: a batch renews it
LONGEST_PAUSE = timedelta(hours=24)
LONGEST_WAIT = timedelta(days=7)  # what a source may ask for at most
MOST_PROBLEMS = 50
LISTENER = "system: listening"


class LeaseLost(Exception):
    """Another worker has this source now, or a person changed it: what was read is not stored."""


def take_lease(*, source: Source, now: datetime) -> bool:
    """
    Take a source for one look. Compare and set: of two workers at once, one gets it.

    Returns:
        whether it is ours; `source.lease_until` then says until when.
    """
    until = now + LEASE
    taken = Source.objects.free_at(now).filter(pk=source.pk)
    if not taken.update(lease_until=until, tried_at=now):
        return False
    source.lease_until, source.tried_at = until, now
    return True


@transaction.atomic
def store_batch(*, source: Source, batch: Batch, now: datetime) -> Stored:
    """
    Keep the posts of a batch that name the source's school, count the others, move on.

    One transaction: the checkpoint never passes a post that was not looked at. Storing the same
    batch twice keeps and counts nothing twice.

    Raises:
        LeaseLost: nothing was stored; whoever has the source now reads the posts again.
    """
    stored = keep_posts(school=source.school, source=source, posts=batch.posts, now=now)
    failpoint("listening.storing")
    checkpoint = dict(batch.checkpoint)
    _renew(source, now, checkpoint=checkpoint, counted=stored.marks)
    source.checkpoint, source.counted = checkpoint, stored.marks
    if stored.kept:
        record(
            by=LISTENER,
            action="listening.mentions_kept",
            target=f"source:{source.pk}",
            school_id=source.school_id,
            now=now,
            details={"kept": stored.kept},
        )
    return stored


def record_success(
    *, source: Source, problems: tuple[Problem, ...] | None = None, now: datetime
) -> None:
    """
    The source was read whole: trouble is over, and the next look is due after its usual pause.

    Args:
        problems: of single items; None where the source had nothing new, so that what is known
            of the items it holds stays true.

    Raises:
        LeaseLost: see `store_batch`.
    """
    sentences = [problem.sentence for problem in (problems or ())[:MOST_PROBLEMS]]
    _finish(
        source,
        succeeded_at=now,
        failures=0,
        trouble="",
        problems=source.problems if problems is None else sentences,
        next_fetch_at=now + timedelta(minutes=source.every_minutes),
    )


@transaction.atomic
def record_failure(*, source: Source, error: ConnectorError, now: datetime) -> None:
    """
    The source could not be read, or not to its end. Says so, and when to try again.

    The pause doubles with each failure in a row, up to a day, and is never shorter than the
    source asked for. A permanent failure switches the source off, with the reason shown.

    Raises:
        LeaseLost: see `store_batch`.
    """
    _finish(
        source,
        failures=F("failures") + 1,
        trouble=error.message,
        next_fetch_at=now + _pause(source, error),
        is_active=not error.permanent,
        revision=F("revision") + (1 if error.permanent else 0),
    )
    if error.permanent:
        record(
            by=LISTENER,
            action="listening.source_switched_off",
            target=f"source:{source.pk}",
            school_id=source.school_id,
            now=now,
            details={"reason": error.message},
        )


def _pause(source: Source, error: ConnectorError) -> timedelta:
    doublings = min(source.failures, 10)  # beyond that the day is reached whatever the pause
    own = min(timedelta(minutes=source.every_minutes << doublings), LONGEST_PAUSE)
    return max(own, min(error.retry_after or timedelta(0), LONGEST_WAIT))


def _renew(source: Source, now: datetime, **changes: object) -> None:
    until = source.lease_until and now + LEASE
    _set(source, lease_until=until, **changes)
    source.lease_until = until


def _finish(source: Source, **changes: object) -> None:
    _set(source, lease_until=None, **changes)
    source.refresh_from_db()


def _set(source: Source, **changes: object) -> None:
    """Compare and set: only whoever holds the lease may say what became of the source."""
    mine = Source.objects.filter(pk=source.pk, lease_until=source.lease_until)
    if not mine.update(**changes):
        raise LeaseLost(source.pk)
