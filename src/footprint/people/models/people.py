"""
People of the school and the parts they have in it.

A person may have several parts at once: a teaching assistant whose child is in Year 3 is staff and
parent. There is no field for anybody's private profile on social media, and none may be added:
nobody is watched here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Count, F, Prefetch, Q

from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission

NURSERY, RECEPTION, OLDEST_YEAR = -1, 0, 13


class PersonQuerySet(models.QuerySet["Person"]):
    def seen_by(self, user: User) -> PersonQuerySet:
        """The register itself: contact details, family, account."""
        return self.filter(school_id__in=schools_where(user, Permission.PEOPLE_READ))

    def named_for(self, user: User) -> PersonQuerySet:
        """Whose name and class a member of staff may pick from a list; never more of them."""
        return self.filter(school_id__in=schools_where(user, Permission.PEOPLE_NAME))

    def of_school(self, school_id: int) -> PersonQuerySet:
        return self.filter(school_id=school_id)

    def present(self, on: date) -> PersonQuerySet:
        return self.filter(Q(left_on__isnull=True) | Q(left_on__gt=on))

    def left(self, on: date) -> PersonQuerySet:
        return self.filter(left_on__lte=on)

    def who_are(self, audience: Audience) -> PersonQuerySet:
        """Those who have this part now: pupils, staff, ..."""
        return self.filter(parts__audience=audience.value, parts__until__isnull=True).distinct()

    def who_are_or_were(self, audience: Audience) -> PersonQuerySet:
        return self.filter(parts__audience=audience.value).distinct()

    def of_user(self, user: User) -> PersonQuerySet:
        return self.filter(user=user)

    def with_key(self, external_id: str) -> PersonQuerySet:
        return self.filter(external_id=external_id)

    def but(self, person: Person | None) -> PersonQuerySet:
        return self.exclude(pk=person.pk) if person else self

    def in_class(self, name: str) -> PersonQuerySet:
        return self.filter(class_name=name)

    def with_words(self, words: str) -> PersonQuerySet:
        """Those whose name or class holds every word."""
        found = self
        for word in words.split()[:8]:
            named = Q(given_name__icontains=word) | Q(family_name__icontains=word)
            found = found.filter(named | Q(known_as__icontains=word) | Q(class_name__iexact=word))
        return found

    def with_current_parts(self) -> PersonQuerySet:
        """Those who are something here now."""
        return self.filter(parts__until__isnull=True, parts__isnull=False).distinct()

    def with_keys(self, keys: Iterable[int]) -> PersonQuerySet:
        return self.filter(pk__in=list(keys))

    def without(self, people: Iterable[Person]) -> PersonQuerySet:
        return self.exclude(pk__in=[person.pk for person in people])

    def account_keys(self) -> list[int | None]:
        """Which accounts are linked."""
        return list(self.order_by().values_list("user_id", flat=True))

    def classes(self) -> list[tuple[int | None, str, int]]:
        """(year, class, how many pupils), in the order of the school."""
        rows = self.who_are(Audience.PUPIL).order_by().values_list("year_group", "class_name")
        counted = rows.annotate(number=Count("pk", distinct=True))
        return sorted(counted, key=lambda row: (row[0] is None, row[0] or 0, row[1]))

    def in_group(self, year_group: int | None, class_name: str) -> PersonQuerySet:
        """The pupils of one class in one year."""
        return self.filter(year_group=year_group, class_name=class_name)

    def for_list(self) -> PersonQuerySet:
        return (
            self.select_related("user")
            .prefetch_related(Prefetch("parts", Part.objects.current(), to_attr="parts_now"))
            .order_by("family_name", "given_name", "pk")
        )


class Person(models.Model):
    """
    One person of one school, with or without an account here.

    `external_id` is the key of the school's own system, so that the next import knows them again.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="people")
    external_id = models.CharField(max_length=80, blank=True)
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    known_as = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    born_on = models.DateField(null=True, blank=True)  # pupils only: retention counts from it
    year_group = models.SmallIntegerField(null=True, blank=True)  # -1 nursery, 0 reception, 1-13
    class_name = models.CharField(max_length=40, blank=True)
    user = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="people_here"
    )
    joined_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)  # the first day on which they are not here

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["family_name", "given_name", "pk"]
        indexes = [models.Index(fields=["school", "family_name", "given_name"])]
        constraints = [
            models.UniqueConstraint(
                name="an_external_id_once_in_a_school",
                fields=["school", "external_id"],
                condition=~Q(external_id=""),
            ),
            models.UniqueConstraint(
                name="an_account_is_one_person_in_a_school",
                fields=["school", "user"],
                condition=Q(user__isnull=False),
            ),
            models.CheckConstraint(
                name="a_year_group_is_nursery_to_year_13",
                condition=Q(year_group__isnull=True)
                | Q(year_group__gte=NURSERY, year_group__lte=OLDEST_YEAR),
            ),
            models.CheckConstraint(
                name="a_person_leaves_after_joining",
                condition=Q(left_on__isnull=True)
                | Q(joined_on__isnull=True)
                | Q(left_on__gte=F("joined_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What they are called here, with the family name."""
        return f"{self.known_as or self.given_name} {self.family_name}"

    def is_here(self, on: date) -> bool:
        return self.left_on is None or self.left_on > on


class PartQuerySet(models.QuerySet["Part"]):
    def current(self) -> PartQuerySet:
        return self.filter(until__isnull=True)

    def of_school(self, school_id: int) -> PartQuerySet:
        return self.filter(person__school_id=school_id)

    def seen_by(self, user: User) -> PartQuerySet:
        return self.filter(person__in=Person.objects.seen_by(user))

    def counts(self, on: date) -> dict[str, int]:
        """{audience: how many are it now}, in one query."""
        here = Q(person__left_on__isnull=True) | Q(person__left_on__gt=on)
        rows = self.current().filter(here).order_by().values_list("audience")
        return dict(rows.annotate(number=Count("person", distinct=True)))


class Part(models.Model):
    """What a person is in the school: pupil, parent, staff, governor, volunteer, contractor."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="parts")
    audience = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Audience]
    )
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)  # the first day on which it is not so

    objects = PartQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_person_has_a_part_once_at_a_time",
                fields=["person", "audience"],
                condition=Q(until__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.audience}"
