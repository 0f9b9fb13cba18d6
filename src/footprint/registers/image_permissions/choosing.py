"""
Which people a page is about: by name, class, part, and what they answered.

A file of its own because the register, its export, asking and recording choose in the same way.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Exists, OuterRef, Q

from footprint.people.models import Person
from footprint.people.models.people import PersonQuerySet
from footprint.registers.image_permissions.circle import people_open_to
from footprint.registers.image_permissions.forms.listing import (
    ADULTS,
    ASKED,
    DISAGREE,
    LEFT,
    UNANSWERED,
)
from footprint.registers.image_permissions.givers import subjects
from footprint.registers.image_permissions.models import ImagePermission, ImageRequest, ImageUse
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.models import User
from footprint.users.permissions import Permission


def register_of(user: User, school: School, on: date) -> PersonQuerySet:
    """Everybody in the register whom this user may open: not their own family."""
    return subjects(school, on).filter(pk__in=_open_to(user).values("pk"))


def leavers_of(user: User, school: School, on: date) -> PersonQuerySet:
    """Those who have left and about whom there are answers."""
    left = _open_to(user).of_school(school.pk).left(on)
    return left.filter(image_permissions__isnull=False)


def _open_to(user: User) -> PersonQuerySet:
    return people_open_to(user, Permission.IMAGES_READ)


def classes_of(school: School, on: date) -> list[str]:
    """The names of the classes, once each."""
    here = Person.objects.of_school(school.pk).present(on).exclude(class_name="")
    return sorted(here.values_list("class_name", flat=True).order_by().distinct())


def people_named(school: School, keys: Iterable[int]) -> PersonQuerySet:
    """The people of this school with these keys, by name; keys of others find nobody."""
    named = Person.objects.of_school(school.pk).filter(pk__in=list(keys))
    return named.order_by("family_name", "given_name", "pk")


def chosen(people: PersonQuerySet, school: School, wanted: Mapping[str, str]) -> PersonQuerySet:
    """Those whom the filter lets through, by name."""
    found = people if wanted.get("show") == LEFT else _of_kind(people, wanted.get("who", ""))
    if wanted.get("words"):
        found = found.with_words(wanted["words"])
    if wanted.get("class_name"):
        found = found.in_class(wanted["class_name"])
    if wanted.get("show") == UNANSWERED:
        found = found.filter(_lacks_an_answer(school))
    if wanted.get("show") == ASKED:
        found = found.filter(_is_asked())
    if wanted.get("show") == DISAGREE:
        found = found.filter(pk__in=ImagePermission.objects.contested().values("person_id"))
    return found.distinct().order_by("family_name", "given_name", "pk")


def _of_kind(people: PersonQuerySet, who: str) -> PersonQuerySet:
    pupils = people.who_are(Audience.PUPIL)
    return people.exclude(pk__in=pupils.values("pk")) if who == ADULTS else pupils


def _lacks_an_answer(school: School) -> Q:
    lacks = Q(pk__in=[])
    for use in ImageUse.objects.of_school(school.pk).offered():
        answers = ImagePermission.objects.current().filter(person=OuterRef("pk"), use=use)
        lacks |= ~Q(Exists(answers))
    return lacks


def _is_asked() -> Q:
    asked = ImageRequest.objects.open().values("giver_id")
    return Q(relatives__relative__in=asked, relatives__may_give_permission=True) | Q(pk__in=asked)
