"""Invite people in for a talk, and record what came of it."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.incidents.actions.taking import ChangedMeanwhile, NotTold, change, write
from footprint.incidents.advice import check_meeting
from footprint.incidents.models import Incident, Meeting, MeetingOutcome
from footprint.rulebook.writing.letters import british_date
from footprint.users.models import User
from footprint.vault.fields import sealed_values


@transaction.atomic
def invite(
    *, incident: Incident, invited: str, on: date, revision: int, by: User, now: datetime
) -> Meeting:
    """
    Record an invitation to a talk. A person invites; Footprint sends nothing.

    Args:
        invited: who, in words; roles are enough.
        on: the day of the talk; the incident's next date becomes that day.

    Raises:
        NotTold: nobody is named, the day lies in the past, or a talk waits for its end.
        NotOffered: somebody may have been harmed, so nobody is invited by this way.
        StepNotAllowed, ChangedMeanwhile.
    """
    check_meeting(incident)
    if not invited.strip():
        raise NotTold("Say who is invited; roles are enough.")
    if on < timezone.localdate(now):
        raise NotTold("The day of the talk lies in the past.")
    if incident.meetings.waiting().exists():
        raise NotTold("A talk has been arranged already. First say what came of it.")
    change(incident, revision=revision, next_date=on)
    made = Meeting.objects.create(
        incident=incident, invited=invited.strip(), invited_at=now, invited_by=by, on=on
    )
    write(
        incident,
        action="meeting_invited",
        text=f"Invited for {british_date(on)}: {made.invited}",
        by=by,
        now=now,
        details={"meeting": made.pk, "on": on.isoformat()},
    )
    return made


@transaction.atomic
def record_meeting(
    *,
    meeting: Meeting,
    outcome: MeetingOutcome,
    agreed: str,
    next_date: date,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Say what came of an invitation. The incident stays open.

    Raises:
        NotTold: they met, and what was agreed is missing.
        ChangedMeanwhile: somebody said so already, or changed the incident.
        StepNotAllowed.
    """
    if outcome is MeetingOutcome.HELD and not agreed.strip():
        raise NotTold("Write what was said and agreed.")
    incident = meeting.incident
    change(incident, revision=revision, next_date=next_date)
    words = sealed_values(meeting, {"agreed": agreed.strip()})
    waiting = Meeting.objects.waiting().filter(pk=meeting.pk)
    if not waiting.update(outcome=outcome, outcome_at=now, outcome_by=by, **words):
        raise ChangedMeanwhile("Somebody else already said what came of this talk.")
    write(
        incident,
        action=f"meeting_{outcome.value}",
        text=" ".join(part for part in (f"{outcome.label}.", agreed.strip()) if part),
        by=by,
        now=now,
        details={"meeting": meeting.pk, "outcome": outcome.value},
    )
