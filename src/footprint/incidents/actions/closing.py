"""Nothing more to do about the post; and the record complete."""

from datetime import date, datetime
from enum import StrEnum

from django.db import transaction

from footprint.incidents.actions.taking import NotTold, take, write
from footprint.incidents.models import Incident
from footprint.rulebook.decisions.incident_steps import Need, check_may_follow, may_follow
from footprint.rulebook.terms import ClauseName, Outcome, Step
from footprint.users.models import User


class Missing(StrEnum):
    """What stands between an incident and its closing."""

    STEP = "step"  # the table of steps does not let it follow yet
    REQUEST = "request"  # a deletion request waits for its outcome
    SUPPORT = "support"


def missing(incident: Incident) -> tuple[Missing, ...]:
    """What has to be done first; empty when it may be closed."""
    found = []
    if not may_follow(step=Step.CLOSED, after=incident.stands_at):
        found.append(Missing.STEP)
    if incident.open_request:
        found.append(Missing.REQUEST)
    if not incident.support:
        found.append(Missing.SUPPORT)
    return tuple(found)


@transaction.atomic
def resolve(
    *,
    incident: Incident,
    reason: str,
    next_date: date,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Say that nothing more has to be done about the post.

    Args:
        next_date: by when the record is completed and closed.

    Raises:
        NotTold: the reason is missing.
        StepNotAllowed, ChangedMeanwhile.
    """
    if not reason.strip():
        raise NotTold("Say why nothing more has to be done.")
    take(Step.RESOLVED, incident, revision=revision, given={Need.REASON}, next_date=next_date)
    write(incident, action="resolved", text=reason.strip(), by=by, now=now)


@transaction.atomic
def close(
    *,
    incident: Incident,
    clause: ClauseName,
    reason: str,
    outcome: Outcome,
    lesson: str,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Close an incident: clause, reason, outcome, lesson, and support done or explained.

    Raises:
        StepNotAllowed: a step, or something that closing needs, is missing; the sentence lists it.
        NotTold: a deletion request waits for its outcome: no clock is left without an end.
        ChangedMeanwhile.
    """
    check_may_follow(step=Step.CLOSED, after=incident.stands_at)
    if incident.open_request:
        raise NotTold("A deletion request is still open. First say how it ended.")
    given = {Need.CLAUSE, Need.OUTCOME}
    given |= {Need.REASON} if reason.strip() else set()
    given |= {Need.SUPPORT} if incident.support else set()
    take(
        Step.CLOSED,
        incident,
        revision=revision,
        given=given,
        closed_at=now,
        closed_by=by,
        closed_clause=clause.value,
        closed_reason=reason.strip(),
        outcome=outcome.value,
        lesson=lesson.strip(),
    )
    write(
        incident,
        action="closed",
        text=reason.strip(),
        by=by,
        now=now,
        details={"clause": clause.value, "outcome": outcome.value},
    )
