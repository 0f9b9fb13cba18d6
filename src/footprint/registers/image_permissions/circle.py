"""
Whose answers a member of staff may open: everybody's at their school but their own family's.

A file of its own because answers and protections ask it alike: whoever works at the school and is
a parent there must not read what the other parent said, nor why somebody is protected.
"""

from collections.abc import Iterable

from footprint.people.family import relatives_of
from footprint.people.models import Person
from footprint.people.models.people import PersonQuerySet
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


def people_open_to(user: User, permission: Permission) -> PersonQuerySet:
    """The people of the schools where the user may do this, without their own family."""
    places = schools_where(user, permission)
    mine = [pk for school in _schools(places) for pk in _family(user, school)]
    return Person.objects.filter(school_id__in=places).exclude(pk__in=mine)


def _schools(places: Iterable[int]) -> Iterable[School]:
    return School.objects.filter(pk__in=list(places))


def _family(user: User, school: School) -> list[int]:
    """Their family's keys, and their own."""
    own = Person.objects.of_school(school.pk).of_user(user).values_list("pk", flat=True)
    return [*own, *relatives_of(user, school).values_list("pk", flat=True)]
