"""What the worker calls each morning about declared links and reports of attempts."""

from collections import defaultdict
from datetime import date, timedelta

from django.utils import timezone
from django_tasks import task

from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.models import (
    ConnectionAttempt,
    ConnectionException,
    ConnectionExceptionQuerySet,
    EndReason,
)
from footprint.rulebook.facts import SchoolCalendar
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.worker.failpoints import failpoint
from footprint.worker.periodic import periodic

FAR = timedelta(days=62)  # ten school days before the first day of term lie before the summer
ENDING = "system: end_connections"
PLACING = "system: place_connections"


@periodic(
    "20 0 * * *",
    sentence="Ends declared links whose last day has passed, or one of whose people has left.",
)
@task()
def end_connections() -> int:
    """End what is over; returns how many. Run twice, it ends them once."""
    now = timezone.now()
    today = timezone.localdate(now)
    everything = ConnectionException.objects.for_list()
    count = _end_all(everything.of_leavers(today), EndReason.PERSON_LEFT)
    return count + _end_all(everything.past_their_end(today), EndReason.DATE_PASSED)


def _end_all(rows: ConnectionExceptionQuerySet, why: EndReason) -> int:
    now = timezone.now()
    count = 0
    for connection in rows:
        try:
            actions.end(connection=connection, why=why, by_words=ENDING, now=now)
        except actions.AlreadyEnded:
            continue
        count += 1
        failpoint("connections.ended")
    return count


@periodic(
    "30 6 * * *",
    sentence="Moves waiting links to the chair where the headteacher has become part of them.",
)
@task()
def place_connections() -> int:
    """Heads and families change; returns how many links were moved to another desk."""
    now = timezone.now()
    waiting = ConnectionException.objects.waiting().for_list()
    return sum(
        actions.place_again(connection=connection, by_words=PLACING, now=now)
        for connection in waiting
    )


@periodic(
    "10 7 * * *",
    sentence="Tells the headteacher from September on which allowed links wait for their review, "
    "and reminds people of end dates that near.",
)
@task()
def remind_of_connections() -> int:
    """Queue this morning's messages; returns how many. Run twice, it queues them once."""
    now = timezone.now()
    today = timezone.localdate(now)
    calendars: dict[int, SchoolCalendar] = {}
    count = 0
    by_school: dict[School, list[ConnectionException]] = defaultdict(list)
    for connection in ConnectionException.objects.due_for_review(today).for_list():
        by_school[connection.school].append(connection)
    for school, due in by_school.items():
        calendar = _calendar(calendars, school, today)
        count += actions.remind_of_review(school=school, due=due, calendar=calendar, now=now)
    for connection in ConnectionException.objects.ending_by(today + FAR).for_list():
        calendar = _calendar(calendars, connection.school, today)
        count += actions.remind_of_end(connection=connection, calendar=calendar, now=now)
        failpoint("connections.reminded")
    return count


@periodic(
    "15 7 * * *",
    sentence="Tells everybody who may see a report of an attempt that nobody has settled it yet.",
)
@task()
def remind_of_attempts() -> int:
    """Queue the messages about reports of an earlier day; returns how many."""
    now = timezone.now()
    today = timezone.localdate(now)
    calendars: dict[int, SchoolCalendar] = {}
    return sum(
        actions.remind_of_attempt(
            attempt=attempt, calendar=_calendar(calendars, attempt.school, today), now=now
        )
        for attempt in ConnectionAttempt.objects.open().select_related("school")
    )


def _calendar(known: dict[int, SchoolCalendar], school: School, today: date) -> SchoolCalendar:
    if school.pk not in known:
        known[school.pk] = calendar_of(school, around=today)
    return known[school.pk]
