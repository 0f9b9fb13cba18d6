"""
The people of an invented school, as the file that its own system would give out.

A file of its own because it writes a table, and the product's import reads it: what the
demonstration shows has come in the way that a school's own people do.
"""

import csv
import random
from collections.abc import Iterator
from datetime import date, datetime
from io import StringIO

from django.utils import timezone

from footprint.people import actions
from footprint.people.importing.columns import guess_columns
from footprint.people.importing.preview import plan_of, table_of
from footprint.people.models import PeopleImport
from footprint.rulebook.terms import Audience, Role
from footprint.sample_school.names import ADULTS, FAMILIES, GIVEN
from footprint.schools.models import School
from footprint.users.models import Membership, User

YEARS = ("R", "1", "2", "3", "4", "5", "6")
HEADINGS = (
    "UPN", "Forename", "Surname", "DOB", "Year", "Class",
    "Parent 1", "Parent 1 email", "Parent 1 relationship", "Parent 1 PR",
    "Parent 2", "Parent 2 email", "Parent 2 relationship", "Parent 2 PR",
)  # fmt: skip
STAFF_HEADINGS = ("Name", "Role", "Email")
NOT_HERE = frozenset({Role.TRUST_LEAD, Role.OPERATOR, Role.DATA_PROTECTION_OFFICER})
_GOVERNING = frozenset({Role.GOVERNOR, Role.CHAIR})


def take_in_pupils(school: School, *, classes: int, size: int, by: User, now: datetime) -> None:
    """
    Import pupils and their parents.

    Args:
        classes: in each year.
        size: of each class.
    """
    rows = _pupils(school, classes, size, timezone.localdate(now))
    _take_in(school, _table(HEADINGS, rows), "pupils.csv", Audience.PUPIL, by, now)


def take_in_staff(school: School, *, by: User, now: datetime) -> None:
    """Import those who sign in here, so that each account is a person of the register."""
    here = Membership.objects.filter(school=school).select_related("user").order_by("pk")
    rows = [_adult(each.user, Role(each.role)) for each in here if Role(each.role) not in NOT_HERE]
    _take_in(school, _table(STAFF_HEADINGS, rows), "staff.csv", None, by, now)


def _pupils(school: School, classes: int, size: int, today: date) -> Iterator[list[str]]:
    """Brothers and sisters share a family name and parents; one in five has one parent here."""
    chance = random.Random(school.pk)  # noqa: S311 (no secret: the same school every time)
    number = 0
    started = today.year if today.month >= 9 else today.year - 1
    for place, year in enumerate(YEARS):
        for letter in "ABCDEFGH"[:classes]:
            for _ in range(size):
                number += 1
                family = FAMILIES[number * 11 % len(FAMILIES)]
                born = date(started - 5 - place, chance.randint(1, 8), chance.randint(1, 28))
                yield [
                    f"{school.pk:02}{number:04}",
                    chance.choice(GIVEN),
                    family,
                    f"{born:%d/%m/%Y}",
                    year,
                    f"{year}{letter}",
                    *_parents(family, number, alone=chance.random() < 0.2),
                ]


def _parents(family: str, number: int, *, alone: bool) -> list[str]:
    key = number * 11 % len(FAMILIES)
    first, second = ADULTS[key % len(ADULTS)], ADULTS[(key + 11) % len(ADULTS)]
    cells = [f"{first} {family}", f"{first}.{family}@families.example".lower(), "Mother", "yes"]
    if alone:
        return [*cells, "", "", "", ""]
    email = f"{second}.{family}@families.example".lower()
    return [*cells, f"{second} {family}", email, "Father", "yes"]


def _adult(user: User, role: Role) -> list[str]:
    return [user.name, "Governor" if role in _GOVERNING else "Staff", user.email]


def _table(headings: tuple[str, ...], rows: Iterator[list[str]] | list[list[str]]) -> bytes:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(headings)
    writer.writerows(rows)
    return out.getvalue().encode()


def _take_in(
    school: School, data: bytes, name: str, audience: Audience | None, by: User, now: datetime
) -> PeopleImport:
    """As somebody of the office does it: choose the file, confirm the columns, say yes."""
    waiting = actions.take_in_file(school=school, data=data, file_name=name, by=by, now=now)
    if waiting.columns is None:
        columns = guess_columns(table_of(waiting).headings)
        actions.confirm_columns(waiting=waiting, columns=columns, audience=audience, by=by, now=now)
    plan = plan_of(waiting, on=timezone.localdate(now), by_pk=by.pk)
    return actions.write_file(
        waiting=waiting, seen=plan.digest, without_the_rest=False, leavers=(), by=by, now=now
    )
