"""Invented people of a school, for tests."""

from itertools import count
from typing import Any

from footprint.people.models import FamilyLink, Part, Person, Relation
from footprint.rulebook.terms import Audience
from footprint.schools.models import School

_numbers = count(1)


def make_person(
    school: School, audience: Audience | None = Audience.PUPIL, **fields: Any
) -> Person:
    """A person with one current part; `audience=None` gives none."""
    number = next(_numbers)
    person = Person.objects.create(
        school=school,
        **{"given_name": "Tolly", "family_name": f"Applegarth-{number}", **fields},
    )
    if audience:
        Part.objects.create(person=person, audience=audience.value)
    return person


def make_parent(*, of: Person, may_give_permission: bool = True, **fields: Any) -> Person:
    """A parent of a pupil, at the pupil's school."""
    parent = make_person(of.school, Audience.PARENT, **{"given_name": "Marnie", **fields})
    FamilyLink.objects.create(
        person=of,
        relative=parent,
        relation=Relation.PARENT,
        may_give_permission=may_give_permission,
    )
    return parent
