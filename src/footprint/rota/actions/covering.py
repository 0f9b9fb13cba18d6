"""Somebody is away: who looks in their place, and from when to when."""

from datetime import date, datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.people.models import Person
from footprint.rota.models import Cover
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.models import User


class CoverNotAllowed(Exception):
    """The two are the same person, or one of them is not on the staff of this school."""


@transaction.atomic
def add_cover(
    *,
    school: School,
    person: Person,
    by_person: Person,
    first_day: date,
    last_day: date,
    by: User,
    now: datetime,
) -> Cover:
    """
    Have `by_person` look in place of `person`, from the first to the last day, both counted.

    Raises:
        CoverNotAllowed: see there.
    """
    wanted = {person.pk, by_person.pk}
    staff = Person.objects.of_school(school.pk).present(first_day).who_are(Audience.STAFF)
    if staff.filter(pk__in=wanted).count() != 2 or last_day < first_day:
        raise CoverNotAllowed(person.pk)
    cover = Cover.objects.create(
        school=school,
        person=person,
        by_person=by_person,
        first_day=first_day,
        last_day=last_day,
        added_at=now,
        added_by=by,
    )
    _record("rota.cover_added", cover, by=by, now=now)
    return cover


@transaction.atomic
def withdraw_cover(*, cover: Cover, by: User, now: datetime) -> bool:
    """False when somebody else withdrew it before. It stays on record."""
    standing = Cover.objects.filter(pk=cover.pk, withdrawn_at__isnull=True)
    if not standing.update(withdrawn_at=now):
        return False
    _record("rota.cover_withdrawn", cover, by=by, now=now)
    return True


def _record(action: str, cover: Cover, *, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"cover:{cover.pk}",
        school_id=cover.school_id,
        now=now,
    )
