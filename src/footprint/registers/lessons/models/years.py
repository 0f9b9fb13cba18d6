"""The years that a school says it has, while its register of people does not say it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from footprint.people.models import NURSERY, OLDEST_YEAR
from footprint.schools.models import School
from footprint.users.models import User


class ChosenYearsQuerySet(models.QuerySet["ChosenYears"]):
    def of_school(self, school_id: int) -> ChosenYears | None:
        return self.filter(school_id=school_id).first()


class ChosenYears(models.Model):
    """The first and the last year group. It counts only while no pupil has a year group."""

    school = models.OneToOneField(School, models.CASCADE, related_name="chosen_years")
    first = models.SmallIntegerField()
    last = models.SmallIntegerField()
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = ChosenYearsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="chosen_years_are_in_order",
                condition=Q(first__gte=NURSERY, last__lte=OLDEST_YEAR, first__lte=F("last")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.school}: {self.first} to {self.last}"
