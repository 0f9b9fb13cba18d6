"""Somebody is away, and somebody else looks in their place."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from footprint.people.models import Person
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class CoverQuerySet(models.QuerySet["Cover"]):
    def seen_by(self, user: User) -> CoverQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.CHECKS_READ))

    def of_school(self, school_id: int) -> CoverQuerySet:
        return self.filter(school_id=school_id)

    def standing(self) -> CoverQuerySet:
        """Those that nobody withdrew."""
        return self.filter(withdrawn_at__isnull=True).select_related("person", "by_person__user")

    def on_day(self, on: date) -> CoverQuerySet:
        return self.standing().filter(first_day__lte=on, last_day__gte=on)

    def not_over(self, on: date) -> CoverQuerySet:
        return self.standing().filter(last_day__gte=on)


class Cover(models.Model):
    """From the first to the last day, both counted, `by_person` looks in place of `person`."""

    school = models.ForeignKey(School, models.CASCADE, related_name="covers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="covered")
    by_person = models.ForeignKey(Person, models.PROTECT, related_name="covers")
    first_day = models.DateField()
    last_day = models.DateField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = CoverQuerySet.as_manager()

    class Meta:
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_cover_ends_after_it_begins", condition=Q(last_day__gte=F("first_day"))
            ),
            models.CheckConstraint(
                name="nobody_covers_for_themselves", condition=~Q(person=F("by_person"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_person} for {self.person}"
