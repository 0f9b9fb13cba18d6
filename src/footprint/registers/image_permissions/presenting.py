"""
The register as it is shown: rows with a word for each use, and one person with all that was said.

A file of its own because the page, the export and the class sheet show the same rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.people.models import Person
from footprint.registers.image_permissions.answering import may_use
from footprint.registers.image_permissions.givers import givers_for
from footprint.registers.image_permissions.models import ImagePermission, ImageUse
from footprint.registers.image_permissions.wording import COLOURS, in_a_word
from footprint.rulebook.decisions.permission import PermissionRuling
from footprint.schools.models import School


@dataclass(frozen=True)
class Cell:
    """One person and one use."""

    use: ImageUse
    ruling: PermissionRuling

    @property
    def word(self) -> str:
        return in_a_word(self.ruling)

    @property
    def colour(self) -> str:
        return COLOURS[self.ruling.may]


@dataclass(frozen=True)
class Row:
    """One person of the register."""

    person: Person
    cells: list[Cell]


def rows_of(
    *, school: School, people: Iterable[Person], uses: Iterable[ImageUse], on: date
) -> list[Row]:
    """A row for each of these people, in a constant number of queries."""
    asked, offered = list(people), list(uses)
    keys = [use.key for use in offered]
    rulings = may_use(school=school, people=asked, uses=keys, on=on)
    return [
        Row(person, [Cell(use, rulings[person.pk, use.key]) for use in offered]) for person in asked
    ]


@dataclass(frozen=True)
class Voice:
    """One of those who may answer for a person, and what they say now about each use."""

    giver: Person
    is_own: bool
    answers: list[ImagePermission | None]


def voices_of(person: Person, uses: Iterable[ImageUse], *, on: date) -> list[Voice]:
    """Those who may answer for this person today, parents first."""
    current = {
        (row.giver_id, row.use_id): row
        for row in ImagePermission.objects.about([person]).current().with_names()
    }
    return [
        Voice(
            giver,
            giver.pk == person.pk,
            [current.get((giver.pk, use.pk)) for use in uses],
        )
        for giver in givers_for([person], on=on)[person.pk]
    ]
