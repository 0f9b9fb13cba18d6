"""Give a person a part in the school, and end one."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from footprint.audit.actions import record
from footprint.people.models import Part, Person
from footprint.rulebook.terms import Audience
from footprint.users.models import User


class HasThePart(Exception):
    """The person has this part already."""


class HasLeft(Exception):
    """The person has left; their return comes first."""


class PartEnded(Exception):
    """Somebody ended the part meanwhile."""


class OnlyPart(Exception):
    """It is the person's only part: whoever has none left is a leaver, and is recorded as one."""


@transaction.atomic
def give_part(
    *, person: Person, audience: Audience, since: date | None, by: User, now: datetime
) -> Part:
    """
    Give a person one more part: a parent becomes a governor too.

    Raises:
        HasThePart, HasLeft: see there.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.left_on:
        raise HasLeft(person.pk)
    try:
        with transaction.atomic():
            part = Part.objects.create(person=person, audience=audience.value, since=since)
    except IntegrityError:
        raise HasThePart(audience) from None
    _record("people.part_given", part, by, now)
    return part


@transaction.atomic
def end_part(*, part: Part, until: date, by: User, now: datetime) -> None:
    """
    End a part on the first day on which it is not so.

    Raises:
        PartEnded, OnlyPart: see there.
    """
    person = Person.objects.select_for_update().get(pk=part.person_id)
    ended = person.parts.current().filter(pk=part.pk).update(until=until)
    if not ended:
        raise PartEnded(part.pk)
    if not person.parts.current().exists():
        raise OnlyPart(part.pk)
    _record("people.part_ended", part, by, now)


def _record(action: str, part: Part, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"person:{part.person_id}",
        school_id=part.person.school_id,
        now=now,
        details={"part": part.audience},
    )
