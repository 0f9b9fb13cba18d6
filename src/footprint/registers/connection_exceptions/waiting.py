"""
What waits here for one person: links to decide, links to review, reports to settle.

A file of its own because the page "Today" and the page of the registers ask in the same way; both
only show what this answers, and nothing is counted that the person may not read.
"""

from dataclasses import dataclass
from datetime import date

from footprint.registers.connection_exceptions.models import (
    ConnectionAttempt,
    ConnectionAttemptQuerySet,
    ConnectionException,
    ConnectionExceptionQuerySet,
)
from footprint.rulebook.terms import Role
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission


@dataclass(frozen=True)
class Waiting:
    """
    Rows that wait, oldest first; each can be counted or sliced.

    Args:
        for_chair: the links are of the headteacher: their pages are the chair's own.
    """

    to_decide: ConnectionExceptionQuerySet
    to_review: ConnectionExceptionQuerySet
    reports: ConnectionAttemptQuerySet
    for_chair: bool

    def count(self) -> int:
        return self.to_decide.count() + self.to_review.count() + self.reports.count()


def waiting_for(user: User, school_id: int, *, on: date) -> Waiting:
    """What this person has to do at this school on a day."""
    decides = may(user, Permission.CONNECTIONS_DECIDE, school_id)
    for_chair = not decides and may(user, Permission.CONNECTIONS_DECIDE_HEAD, school_id)
    links = ConnectionException.objects.of_school(school_id)
    if decides:
        desk = links.seen_by(user).on_desk(Role.HEADTEACHER)
    elif for_chair:
        desk = links.of_the_head(user)
    else:
        desk = links.none()
    reports = ConnectionAttempt.objects.seen_by(user).of_school(school_id).open()
    return Waiting(
        to_decide=desk.waiting().order_by("declared_at", "pk"),
        to_review=desk.due_for_review(on).order_by("looked_at_on", "pk"),
        reports=reports.order_by("reported_at", "pk"),
        for_chair=for_chair,
    )
