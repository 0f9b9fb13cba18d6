"""
Remind people of dates: the school day before, on the day, and one school day too late.

What is due is worked out from where the calendar stands, not from what was sent yesterday, so a
missed morning is caught up at the next one, and each message goes once.
"""

from datetime import date, datetime, timedelta
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from footprint.incidents.actions.telling import tell
from footprint.incidents.circle import Member, circle, find
from footprint.incidents.models import DeletionRequest, Incident
from footprint.rulebook.decisions.deadline import follow_up_on, next_school_day
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.terms import Role
from footprint.rulebook.writing.letters import british_date
from footprint.users.models import User
from footprint.worker.failpoints import failpoint

AHEAD = timedelta(days=62)  # the day before the first day of term lies before the summer
_SAFEGUARDING = frozenset({Role.DSL, Role.DEPUTY_DSL})


class Stage(StrEnum):
    """How near a date is."""

    BEFORE = "before"
    DUE = "due"
    OVERDUE = "overdue"


def stage_on(*, today: date, due: date, calendar: SchoolCalendar) -> Stage | None:
    """
    Where a date stands this morning; None while it is further off than the next school day.

    A date on a closed day counts as the next school day: nobody is there to act before.
    """
    on = next_school_day(due, calendar)
    if today >= follow_up_on(due=on, calendar=calendar):
        return Stage.OVERDUE
    if today >= on:
        return Stage.DUE
    return Stage.BEFORE if follow_up_on(due=today, calendar=calendar) >= on else None


@transaction.atomic
def remind(*, incident: Incident, calendar: SchoolCalendar, now: datetime) -> int:
    """
    Queue the messages about this incident's dates that are due; none on a closed day.

    Returns:
        how many were queued by this call: 0 when it is run again.
    """
    today = timezone.localdate(now)
    if not calendar.is_working_day(today) or incident.is_closed:
        return 0
    request = incident.open_request
    count = 0
    if request is not None:
        what = f"request:{request.pk}:{request.due_date.isoformat()}"
        sentence = "a deletion request"
        count += _remind(incident, what, sentence, request.due_date, calendar, now)
        _mark(request, today, calendar, now)
    if request is None or incident.next_date != request.due_date:
        what = f"next:{incident.next_date.isoformat()}"
        count += _remind(incident, what, "the next step", incident.next_date, calendar, now)
    failpoint("incidents.reminding")
    return count


def _remind(
    incident: Incident, what: str, words: str, due: date, calendar: SchoolCalendar, now: datetime
) -> int:
    stage = stage_on(today=timezone.localdate(now), due=due, calendar=calendar)
    if stage is None:
        return 0
    subject = {
        Stage.BEFORE: f"Footprint: incident {incident.pk} is due soon",
        Stage.DUE: f"Footprint: incident {incident.pk} is due",
        Stage.OVERDUE: f"Footprint: incident {incident.pk} is overdue",
    }[stage]
    verb = "was" if stage is Stage.OVERDUE else "is"
    sentence = f"Incident {incident.pk}: {words} {verb} due on {british_date(due)}."
    return sum(
        tell(
            incident,
            person,
            about=f"{what}:{stage.value}",
            subject=subject,
            sentence=sentence,
            now=now,
        )
        for person in _told(incident, stage)
    )


def _told(incident: Incident, stage: Stage) -> list[User]:
    """The owner; when it is late, or the owner has gone, also those who watch over such matters."""
    seeing = circle(incident)
    owner = find(seeing, incident.owner)
    if owner is not None and stage is not Stage.OVERDUE:
        return [owner.user]
    told = [owner.user] if owner is not None else []
    others = [member for member in seeing if member.user != incident.owner]
    return told + [member.user for member in _watching(others)]


def _watching(others: list[Member]) -> list[Member]:
    """The safeguarding leads; where none of them may see it, everybody else who may."""
    return [member for member in others if member.roles & _SAFEGUARDING] or others


def _mark(request: DeletionRequest, today: date, calendar: SchoolCalendar, now: datetime) -> None:
    if stage_on(today=today, due=request.due_date, calendar=calendar) is not None:
        DeletionRequest.objects.filter(pk=request.pk, reminded_at__isnull=True).update(
            reminded_at=now
        )
