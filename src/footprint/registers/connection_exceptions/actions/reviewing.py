"""Each September: does every allowed link still stand? And the reminders before an end date."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.registers.connection_exceptions.actions.telling import (
    deciders,
    page_for,
    tell,
    write,
)
from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.registers.connection_exceptions.models.links import september_before
from footprint.registers.connection_exceptions.sides import close_to, sides_of
from footprint.rulebook.decisions.deadline import add_school_days
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.writing.letters import british_date
from footprint.schools.models import School
from footprint.users.models import User

AHEAD = 10  # school days before the last day on which people are told
AGAIN = 10  # school days into the review after which whoever still owes it is told again


@transaction.atomic
def confirm(*, connections: Iterable[ConnectionException], by: User, now: datetime) -> int:
    """
    Say of each that it still stands; nobody confirms their own or their family's.

    Returns:
        how many were confirmed; those that changed meanwhile, or are their own, are passed over.
    """
    today = timezone.localdate(now)
    count = 0
    for connection in connections:
        if by in close_to(sides_of(connection), connection.school):
            continue
        due = ConnectionException.objects.with_key(connection.pk).due_for_review(today)
        if due.update(looked_at_on=today):
            write(connection, action="reviewed", by=by, now=now)
            count += 1
    return count


@transaction.atomic
def remind_of_review(
    *, school: School, due: Iterable[ConnectionException], calendar: SchoolCalendar, now: datetime
) -> int:
    """
    Tell whoever decides that the September review waits, and once more after some school days.

    Returns:
        how many messages this call queued; none on a closed day.
    """
    today = timezone.localdate(now)
    if not calendar.is_working_day(today):
        return 0
    began = september_before(today)
    again = today > add_school_days(began, AGAIN, calendar)
    people = {user for connection in due for user in deciders(connection)}
    of_chair = {
        user for each in due if page_for(each) != "show_connection" for user in deciders(each)
    }
    return sum(
        tell(
            [user],
            key=f"connections:review:{school.pk}:{began.year}:{'again' if again else 'first'}",
            subject="declared links wait for their yearly review",
            sentence="It is time to say of each allowed link whether it still stands.",
            page="list_head_connections" if user in of_chair else "review_connections",
            school_id=school.pk,
            now=now,
        )
        for user in sorted(people, key=lambda user: user.pk)
    )


@transaction.atomic
def remind_of_end(
    *, connection: ConnectionException, calendar: SchoolCalendar, now: datetime
) -> int:
    """
    Tell whoever declared it and whoever decides that the end date nears; once for each date.

    Returns:
        how many messages this call queued; none on a closed day or while it is further off.
    """
    today = timezone.localdate(now)
    ends_on = connection.ends_on
    if (
        ends_on is None
        or not calendar.is_working_day(today)
        or not _nears(ends_on, today, calendar)
    ):
        return 0
    sentence = f"An allowed link ends after {british_date(ends_on)}."
    shared = {
        "key": f"connection:{connection.pk}:ends:{ends_on.isoformat()}",
        "subject": "an allowed link ends soon",
        "pk": connection.pk,
        "school_id": connection.school_id,
        "now": now,
    }
    own = [connection.user] if connection.user and connection.user.is_active else []
    count = tell(own, sentence=sentence, page="show_mine", **shared)  # type: ignore[arg-type]
    count += tell(
        [user for user in deciders(connection) if user not in own],
        sentence=sentence,
        page=page_for(connection),
        **shared,  # type: ignore[arg-type]
    )
    return count


def _nears(ends_on: date, today: date, calendar: SchoolCalendar) -> bool:
    return today <= ends_on <= add_school_days(today, AHEAD, calendar)
