"""Ask a member of the school community to delete a post; look again; say how it ended."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.incidents.actions.taking import ChangedMeanwhile, NotTold, take, write
from footprint.incidents.advice import check_deletion, policy_of
from footprint.incidents.models import DeletionRequest, Finding, Incident, RequestOutcome
from footprint.rulebook.decisions.deadline import DeadlineRuling, due
from footprint.rulebook.decisions.incident_steps import Need, check_may_follow
from footprint.rulebook.terms import Step
from footprint.rulebook.writing.letters import british_date
from footprint.schools.calendars import calendar_of
from footprint.users.models import User

HOW = ("letter", "e-mail", "call", "in person")
IN_WRITING = frozenset({"letter", "e-mail"})


def rule_on_due(incident: Incident, *, asked_on: date) -> DeadlineRuling:
    """By when a request of this day is due, as the policy the incident began under says."""
    calendar = calendar_of(incident.school, around=asked_on)
    return due(policy=policy_of(incident), asked_on=asked_on, calendar=calendar)


@transaction.atomic
def request_deletion(
    *,
    incident: Incident,
    asked_how: str,
    letter: str,
    revision: int,
    by: User,
    now: datetime,
    due_date: date | None = None,
    due_reason: str = "",
) -> DeletionRequest:
    """
    Record that the school has asked the author to delete the post. Footprint sends nothing.

    Args:
        asked_how: one of `HOW`.
        letter: exactly what was sent; for a call or a talk, what was said (may be empty).
        due_date, due_reason: only where the policy gives no date; otherwise the policy's holds.

    Raises:
        NotOffered: a fair opinion, or not by a member of the school community.
        NotTold: the policy gives no date and none was given by hand; or the letter is missing.
        StepNotAllowed, ChangedMeanwhile.
    """
    check_may_follow(step=Step.DELETION_REQUESTED, after=incident.stands_at)
    check_deletion(incident)
    _check_asked(incident, asked_how, letter)
    last_day, reason = _due(incident, now, due_date, due_reason)
    take(
        Step.DELETION_REQUESTED,
        incident,
        revision=revision,
        given={Need.DUE_DATE},
        next_date=last_day,
    )
    request = incident.deletion_requests.create(
        asked_at=now,
        asked_by=by,
        asked_how=asked_how,
        letter=letter,
        due_date=last_day,
        due_reason=reason,
    )
    write(
        incident,
        action="deletion_requested",
        text=f"Asked by {asked_how} to delete the post by {british_date(last_day)}. {reason}",
        by=by,
        now=now,
        details={"request": request.pk, "due": last_day.isoformat(), "how": asked_how},
    )
    return request


def _check_asked(incident: Incident, asked_how: str, letter: str) -> None:
    if asked_how not in HOW:
        raise ValueError(f"not a way to ask: {asked_how}")
    if asked_how in IN_WRITING and not letter.strip():
        raise NotTold("Keep exactly what was sent: write or paste the letter.")
    if incident.open_request:
        raise NotTold("There is an open deletion request. First say how that one ended.")


def _due(
    incident: Incident, now: datetime, by_hand: date | None, by_hand_reason: str
) -> tuple[date, str]:
    today = timezone.localdate(now)
    ruling = rule_on_due(incident, asked_on=today)
    if ruling.due is not None:
        return ruling.due, ruling.reason.sentence
    if by_hand is None or not by_hand_reason.strip():
        raise NotTold("Your policy gives no date: say by when the post is to go, and why then.")
    if by_hand < today:
        raise NotTold("The date by which the post is to go lies in the past.")
    return by_hand, f"{ruling.reason.sentence} Given by hand: {by_hand_reason.strip()}"


@transaction.atomic
def record_outcome(
    *,
    deletion_request: DeletionRequest,
    outcome: RequestOutcome,
    note: str,
    next_date: date,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Say how a deletion request ended. The incident stays open: what follows is another step.

    Raises:
        ChangedMeanwhile: somebody said so already, or changed the incident.
        StepNotAllowed.
    """
    incident = deletion_request.incident
    take(Step.FOLLOWED_UP, incident, revision=revision, given={Need.FINDING}, next_date=next_date)
    waiting = DeletionRequest.objects.filter(pk=deletion_request.pk, outcome="")
    if not waiting.update(outcome=outcome, outcome_at=now, outcome_by=by):
        raise ChangedMeanwhile("Somebody else already said how this request ended.")
    write(
        incident,
        action="deletion_outcome",
        text=" ".join(part for part in (f"{outcome.label}.", note.strip()) if part),
        by=by,
        now=now,
        details={"request": deletion_request.pk, "outcome": outcome.value},
    )


@transaction.atomic
def follow_up(
    *,
    incident: Incident,
    finding: Finding,
    note: str,
    next_date: date,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Record that somebody looked again, or spoke with the people concerned.

    Raises:
        StepNotAllowed, ChangedMeanwhile.
    """
    take(Step.FOLLOWED_UP, incident, revision=revision, given={Need.FINDING}, next_date=next_date)
    write(
        incident,
        action=f"looked_{finding.value}",
        text=" ".join(part for part in (f"{finding.label}.", note.strip()) if part),
        by=by,
        now=now,
        details={"finding": finding.value},
    )
