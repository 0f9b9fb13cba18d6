"""
Who may answer for whom.

A file of its own because actions check it, pages list it, and reminders stop by it.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from footprint.people.models import FamilyLink, Part, Person
from footprint.people.models.people import PersonQuerySet
from footprint.registers.image_permissions.answering import is_asked_for_own_view, is_of_age
from footprint.registers.image_permissions.models import Answer, ImagePermission, ImageUse
from footprint.rulebook.terms import Audience
from footprint.schools.models import School


def answered_for(giver: Person, *, on: date) -> list[Person]:
    """The people for whom one person answers; see `answered_for_each`."""
    return answered_for_each([giver], on=on)[giver.pk]


def answered_for_each(givers: Iterable[Person], *, on: date) -> dict[int, list[Person]]:
    """
    {the giver's key: those for whom they answer}: themselves, then the pupils in their care.

    Those who left are not asked about any more, and an adult's parents are not asked for them.
    But where a yes still stands it can be taken back, however long ago somebody left: a picture
    may be out there yet. A constant number of queries.
    """
    asked = list(givers)
    parts = _parts_of(asked)
    agreed = set(
        ImagePermission.objects.current()
        .filter(giver__in=asked, answer=Answer.YES)
        .values_list("giver_id", "person_id")
    )
    found = {
        giver.pk: [giver]
        if _answers_themselves(giver, parts[giver.pk], on) or (giver.pk, giver.pk) in agreed
        else []
        for giver in asked
    }
    links = FamilyLink.objects.filter(relative__in=asked, may_give_permission=True)
    children = list(links.select_related("person").order_by("person__given_name", "person_id"))
    keys = {link.person_id for link in children}
    pupils = set(Person.objects.present(on).who_are(Audience.PUPIL).in_bulk(keys))
    for link in children:
        is_asked = link.person_id in pupils and not is_of_age(link.person, on)
        if is_asked or (link.relative_id, link.person_id) in agreed:
            found[link.relative_id].append(link.person)
    return found


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


def open_givers(*, school: School, on: date, among: Iterable[Person] | None = None) -> set[int]:
    """
    The keys of those from whom an answer is still wanted; a constant number of queries.

    One parent's answer to a use answers it: the other is not chased. A pupil's own view is wanted
    beside it. Whoever is protected is asked all the same: a missing question would tell.

    Args:
        among: about these people only; None for everybody who is here.
    """
    people = list(subjects(school, on)) if among is None else list(among)
    uses = set(ImageUse.objects.of_school(school.pk).offered().values_list("pk", flat=True))
    said: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    rows = ImagePermission.objects.about(people).current()
    for person_id, giver_id, use_id in rows.values_list("person_id", "giver_id", "use_id"):
        said[person_id, giver_id].add(use_id)
    found = set()
    for person_id, givers in givers_for(people, on=on).items():
        others = {giver.pk for giver in givers} - {person_id}
        by_others = set().union(*(said[person_id, giver_id] for giver_id in others))
        if uses - by_others:
            found |= others
        if len(others) < len(givers) and uses - said[person_id, person_id]:
            found.add(person_id)
    return found


def subjects(school: School, on: date) -> PersonQuerySet:
    """Everybody here of whom pictures are taken: all but those who are parents only."""
    others = [each.value for each in Audience if each is not Audience.PARENT]
    parts = Part.objects.current().filter(audience__in=others)
    return Person.objects.of_school(school.pk).present(on).filter(pk__in=parts.values("person_id"))


def _pupils(people: Iterable[Person]) -> set[int]:
    return {key for key, parts in _parts_of(people).items() if Audience.PUPIL.value in parts}


def _parts_of(people: Iterable[Person]) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    parts = Part.objects.current().filter(person__in=list(people))
    for person_id, audience in parts.values_list("person_id", "audience"):
        found[person_id].add(audience)
    return found


def _answers_themselves(giver: Person, parts: set[str], on: date) -> bool:
    if not giver.is_here(on):
        return False
    if Audience.PUPIL.value in parts:
        return is_asked_for_own_view(giver) or is_of_age(giver, on)
    return bool(parts - {Audience.PARENT.value})
