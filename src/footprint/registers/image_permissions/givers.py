"""
Who may answer for whom.

A file of its own because actions check it, pages list it, and reminders stop by it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from footprint.people.models import FamilyLink, Part, Person
from footprint.registers.image_permissions.answering import is_asked_for_own_view, is_of_age
from footprint.rulebook.terms import Audience


def answered_for(giver: Person, *, on: date) -> list[Person]:
    """
    The people for whom this person answers, by name: the pupils in their care, and themselves.

    Those who left are not asked about any more, and an adult's parents are not asked for them.
    """
    links = FamilyLink.objects.filter(relative=giver, may_give_permission=True)
    children = Person.objects.present(on).filter(
        pk__in=links.values("person_id"), school_id=giver.school_id
    )
    pupils = children.who_are(Audience.PUPIL).order_by("given_name", "family_name", "pk")
    found = [child for child in pupils if not is_of_age(child, on)]
    return [giver, *found] if _answers_themselves(giver, on) else found


def givers_for(people: Iterable[Person], *, on: date) -> dict[int, list[Person]]:
    """{the person's key: those who may answer for them}, parents first; in two queries."""
    asked = list(people)
    found: defaultdict[int, list[Person]] = defaultdict(list)
    pupils = _pupils(asked)
    links = FamilyLink.objects.filter(person__in=asked, may_give_permission=True)
    for link in links.select_related("relative").order_by("pk"):
        found[link.person_id].append(link.relative)
    for person in asked:
        if person.pk not in pupils or is_of_age(person, on):
            found[person.pk] = [person]
        elif is_asked_for_own_view(person):
            found[person.pk].append(person)
    return {person.pk: found[person.pk] for person in asked}


def _pupils(people: Iterable[Person]) -> set[int]:
    parts = Part.objects.current().filter(person__in=people, audience=Audience.PUPIL.value)
    return set(parts.values_list("person_id", flat=True))


def _answers_themselves(giver: Person, on: date) -> bool:
    if not giver.is_here(on):
        return False
    parts = set(Part.objects.current().filter(person=giver).values_list("audience", flat=True))
    if Audience.PUPIL.value in parts:
        return is_asked_for_own_view(giver) or is_of_age(giver, on)
    return bool(parts - {Audience.PARENT.value})
