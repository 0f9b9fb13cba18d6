"""Change an incident once, with one line on its timeline and one audit event."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import F

from footprint.audit.actions import record
from footprint.incidents.models import Entry, Incident
from footprint.rulebook.decisions.incident_steps import (
    Need,
    check_is_complete,
    check_may_follow,
    next_steps,
)
from footprint.rulebook.terms import Step
from footprint.users.models import User
from footprint.vault.fields import sealed_values


class ChangedMeanwhile(Exception):
    """Somebody else changed the incident since the page was shown."""


class CannotSee(Exception):
    """Whoever is to own an incident could not see it, or not take its steps."""


class NotTold(Exception):
    """Something that must be written down was not; the sentence says what."""


def take(
    step: Step, incident: Incident, *, revision: int, given: Collection[Need] = (), **fields: Any
) -> None:
    """
    Take a step, if the table lets it follow and nobody was faster. Call inside a transaction.

    Raises:
        StepNotAllowed: it may not follow, or something that it needs is not given.
        ChangedMeanwhile: the incident no longer stands at `revision`.
    """
    check_may_follow(step=step, after=incident.stands_at)
    check_is_complete(step=step, given=given)
    _set(incident, revision, step=step.value, **fields)


def change(incident: Incident, *, revision: int, **fields: Any) -> None:
    """
    Change fields of an open incident that stays where it stands. Call inside a transaction.

    Raises:
        StepNotAllowed: the incident is closed.
        ChangedMeanwhile: it no longer stands at `revision`.
    """
    if not next_steps(incident.stands_at):
        check_may_follow(step=Step.FOLLOWED_UP, after=incident.stands_at)
    _set(incident, revision, **fields)


def _set(incident: Incident, revision: int, **fields: Any) -> None:
    """Compare and set: of two people at once, the second is told."""
    same = Incident.objects.at_revision(incident.pk, revision).filter(step=incident.step)
    if not same.update(revision=F("revision") + 1, **sealed_values(incident, fields)):
        raise ChangedMeanwhile(
            "Somebody else changed this incident while you were writing. What you wrote is still "
            "here: look at what happened, then send it again if it still fits."
        )
    incident.refresh_from_db(fields=["revision", *fields])


def write(
    incident: Incident,
    *,
    action: str,
    text: str,
    by: User,
    now: datetime,
    happened_at: datetime | None = None,
    details: dict[str, Any] | None = None,
) -> Entry:
    """
    Put a line on the timeline and an event into the audit chain.

    Args:
        text: for those who may see the incident; it never goes into the audit chain.
        details: keys and words of closed lists, for the audit chain.
    """
    entry = Entry.objects.create(
        incident=incident,
        happened_at=happened_at or now,
        written_at=now,
        written_by=by,
        action=action,
        text=text,
    )
    record(
        by=by.username,
        action=f"incidents.{action}",
        target=f"incident:{incident.pk}",
        now=now,
        school_id=incident.school_id,
        details=details,
    )
    return entry
