"""Whole classes at once: a year on, or out of the school."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.people.actions.leaving import record_leavings
from footprint.people.models import Person
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.models import User


class ClassChanged(Exception):
    """A class has another number of pupils than the preview showed. Nothing was changed."""


@dataclass(frozen=True)
class Move:
    """
    What becomes of one class.

    Args:
        year_group, class_name: as they are now.
        pupils: how many the preview showed.
        to_year, to_class: where they go; ignored where they leave.
        leaves_on: the first day on which they are not here; None for those who stay.
    """

    year_group: int | None
    class_name: str
    pupils: int
    to_year: int | None = None
    to_class: str = ""
    leaves_on: date | None = None


@transaction.atomic
def move_classes(*, school: School, moves: Iterable[Move], by: User, now: datetime) -> int:
    """
    Move classes, all at once or none: 3B to 4B while 4B goes to 5B, and nobody goes twice.

    Returns:
        how many pupils.

    Raises:
        ClassChanged: see there.
        AlreadyLeft, LeavesBeforeJoining: see `record_leaving`.
    """
    planned = [(move, _pupils(school, move, now)) for move in moves]
    moved = left = 0
    for move, keys in planned:
        if len(keys) != move.pupils:
            raise ClassChanged(move.class_name)
        people = Person.objects.with_keys(keys)
        if move.leaves_on:
            left += record_leavings(
                people=people.select_related("user"), on=move.leaves_on, by=by, now=now
            )
        else:
            moved += people.update(year_group=move.to_year, class_name=move.to_class)
    record(
        by=by.username,
        action="people.classes_moved",
        target=f"school:{school.pk}",
        school_id=school.pk,
        now=now,
        details={"classes": len(planned), "moved": moved, "left": left},
    )
    return moved + left


def _pupils(school: School, move: Move, now: datetime) -> list[int]:
    """Read before anything moves: who comes into a class later is not moved with it."""
    here = Person.objects.of_school(school.pk).present(timezone.localdate(now))
    pupils = here.who_are(Audience.PUPIL).in_group(move.year_group, move.class_name)
    return list(pupils.values_list("pk", flat=True))
