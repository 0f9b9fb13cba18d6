"""Declared links and reports of attempts at Oakfield, for tests."""

from datetime import date
from typing import Any

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_adopted
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.models import (
    ConnectionAttempt,
    ConnectionException,
    How,
    LinkKind,
)
from footprint.registers.connection_exceptions.sides import Side
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Audience, ConnectionKind, Party, Platform
from footprint.rulebook.tests.factories import OAKFIELD
from footprint.users.models import User
from tests.cast import NOW, Cast

CANARY = "quetzalcoatlus"  # in the words of a report: must show for nobody outside its circle
TODAY = date(2026, 11, 16)
NEXT_YEAR = date(2027, 8, 31)


def adopted(cast: Cast, policy: Policy = OAKFIELD) -> PolicyVersion:
    """The invented policy in force."""
    return make_adopted(cast.oakfield, policy, cast.head)


def make_pupil(cast: Cast, **fields: Any) -> Person:
    """A pupil of Oakfield with an invented name."""
    named = {"given_name": "Wren", "family_name": "Thistlewood", "class_name": "4B", **fields}
    return make_person(cast.oakfield, Audience.PUPIL, **named)


def make_staff(cast: Cast, user: User, **fields: Any) -> Person:
    """The row of somebody who signs in, in the register of people."""
    first, last = user.name.split()
    named = {"given_name": first, "family_name": last, "user": user, **fields}
    return make_person(cast.oakfield, Audience.STAFF, **named)


def declared(
    cast: Cast,
    *,
    user: User | None = None,
    person: Person | None = None,
    other: Person | str = "Perrin Oakapple",
    party: Party = Party.STAFF,
    other_party: Party = Party.PUPIL,
    **changes: Any,
) -> ConnectionException:
    """A link of the teacher with a pupil, unless told otherwise."""
    account = None if person else user or cast.teacher
    given: dict[str, Any] = {
        "link": LinkKind.FAMILY,
        "platforms": [Platform.WHATSAPP],
        "kinds": [ConnectionKind.MESSAGE, ConnectionKind.GROUP],
        "note": "My sister's child.",
        **changes,
    }
    far = Side(other_party, other) if isinstance(other, Person) else Side(other_party, name=other)
    return actions.declare(
        school=cast.oakfield,
        declaration=actions.Declaration(own=Side(party, person, account), other=far, **given),
        how=How.SIGNED_IN,
        by=account or cast.office,
        now=NOW,
    )


def terms(**changes: Any) -> actions.Terms:
    """A family chat until the end of the school year."""
    given: dict[str, Any] = {
        "reason": "Close family",
        "limits": "Nothing about school",
        "starts_on": TODAY,
        "ends_on": NEXT_YEAR,
    }
    return actions.Terms(**{**given, **changes})


def allowed(cast: Cast, *, by: User | None = None, **changes: Any) -> ConnectionException:
    """A link that the head allowed."""
    dates = {key: changes.pop(key) for key in ("starts_on", "ends_on") if key in changes}
    connection = declared(cast, **changes)
    actions.allow(connection=connection, terms=terms(**dates), by=by or cast.head, now=NOW)
    return connection


def attempt_of(
    by: Side, to: Side, *, words: str = f"A friend request, {CANARY}"
) -> actions.Attempt:
    return actions.Attempt(
        by=by,
        to=to,
        kind=ConnectionKind.FRIEND_REQUEST,
        platform=Platform.INSTAGRAM,
        words=words,
        happened_on=TODAY,
    )


def reported(
    cast: Cast,
    *,
    by: Side | None = None,
    to: Side | None = None,
    reporter: User | None = None,
) -> ConnectionAttempt:
    """A child's request to the teacher, unless told otherwise; the keeper tells of it."""
    kept, _ruling = actions.report_attempt(
        school=cast.oakfield,
        attempt=attempt_of(
            by or Side(Party.PUPIL, name="Wren Thistlewood"),
            to or Side(Party.STAFF, user=cast.teacher),
        ),
        by=reporter or cast.keeper,
        now=NOW,
    )
    return kept


def by_staff(user: User) -> dict[str, Side]:
    """An attempt by this adult towards a child."""
    return {
        "by": Side(Party.STAFF, user=user),
        "to": Side(Party.PUPIL, name="Wren Thistlewood"),
    }
