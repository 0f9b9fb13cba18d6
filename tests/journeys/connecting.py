"""
Declared links and reports of attempts at Oakfield, one for each state that a page can show.

A file of its own because the walk over all pages and the journey about a new teacher need them.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from footprint.people.actions import add_person, make_link
from footprint.people.details import Details
from footprint.people.models import Person
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.models import (
    AttemptOutcome,
    ConnectionAttempt,
    ConnectionException,
    How,
    LinkKind,
)
from footprint.registers.connection_exceptions.sides import Side
from footprint.registers.connection_exceptions.views.by_link import PURPOSE
from footprint.rulebook.terms import Audience, ConnectionKind, Party, Platform
from footprint.schools.models import School
from footprint.users.models import User


@dataclass(frozen=True)
class Connections:
    """The rows that addresses need."""

    waiting: ConnectionException
    allowed: ConnectionException
    of_head: ConnectionException
    attempt: ConnectionAttempt
    settled: ConnectionAttempt
    token: str


def make_connections(
    school: School, *, teacher: User, head: User, keeper: User, now: datetime
) -> Connections:
    """Fill the register through its own actions."""
    details = Details("Wilfred", "Ashcombe-Pike", year_group=3, class_name="3B")
    pupil = add_person(school=school, details=details, parts=[Audience.PUPIL], by=head, now=now)
    allowed = _declared(school, teacher, "Hetty Ashcombe-Pike", now)
    end = date(now.year + 1, 8, 31)
    terms = actions.Terms("Close family", "Nothing about school", now.date(), end)
    actions.allow(connection=allowed, terms=terms, by=head, now=now)
    # allowed a year ago, so that the September review has something to show
    year_ago = now.date() - timedelta(days=366)
    ConnectionException.objects.filter(pk=allowed.pk).update(looked_at_on=year_ago)
    of_head = _declared(school, head, "Ned Ashcombe-Pike", now)
    child = Side(Party.PUPIL, pupil)
    settled = _reported(school, child, keeper, teacher, now)
    actions.settle_attempt(
        attempt=settled,
        outcome=AttemptOutcome.DEALT_WITH,
        reason="Talked with the child and with home",
        by=head,
        now=now,
    )
    return Connections(
        waiting=_declared(school, teacher, pupil, now),
        allowed=allowed,
        of_head=of_head,
        attempt=_reported(school, child, teacher, keeper, now),
        settled=settled,
        token=make_link(person=pupil, purpose=PURPOSE, by="the test", now=now),
    )


def _declared(
    school: School, user: User, other: Person | str, now: datetime
) -> ConnectionException:
    name = "" if isinstance(other, Person) else other
    person = other if isinstance(other, Person) else None
    declaration = actions.Declaration(
        own=Side(Party.STAFF, None, user),
        other=Side(Party.PUPIL, person, None, name),
        link=LinkKind.FAMILY,
        platforms=[Platform.WHATSAPP],
        kinds=[ConnectionKind.MESSAGE, ConnectionKind.GROUP],
        note="The child of my sister; the family has a group",
    )
    return actions.declare(
        school=school, declaration=declaration, how=How.SIGNED_IN, by=user, now=now
    )


def _reported(
    school: School, child: Side, adult: User, reporter: User, now: datetime
) -> ConnectionAttempt:
    attempt = actions.Attempt(
        by=child,
        to=Side(Party.STAFF, None, adult),
        kind=ConnectionKind.FRIEND_REQUEST,
        platform=Platform.INSTAGRAM,
        words="A friend request on Sunday evening. It was not accepted.",
    )
    kept, _ruling = actions.report_attempt(school=school, attempt=attempt, by=reporter, now=now)
    return kept
