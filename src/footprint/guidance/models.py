"""What a school says instead of the pack: its own value, with a reason, and until when it held."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Q

from footprint.guidance.fact import Fact, in_words
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class FactOverrideQuerySet(models.QuerySet["FactOverride"]):
    def seen_by(self, user: User) -> FactOverrideQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.POLICIES_READ))

    def of_school(self, school_id: int) -> FactOverrideQuerySet:
        return self.filter(school_id=school_id).select_related("by", "ended_by")

    def current(self) -> FactOverrideQuerySet:
        return self.filter(ended_at__isnull=True)

    def held_on(self, day: date) -> FactOverrideQuerySet:
        """Those that the school went by at the end of that day."""
        begun = self.filter(at__date__lte=day)
        return begun.filter(Q(ended_at__isnull=True) | Q(ended_at__date__gt=day))

    def about(self, key: str) -> FactOverrideQuerySet:
        return self.filter(key=key)


class FactOverride(models.Model):
    """
    A school's own value beside a fact of the pack. At most one is current for each fact.

    Kept after it ended: a deadline of last year was counted with the value of last year.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="fact_overrides")
    key = models.CharField(max_length=100)
    value = models.JSONField()  # a number, true or false, or a text, as the fact's kind asks
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = FactOverrideQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_current_value_of_a_school_for_a_fact",
                fields=["school", "key"],
                condition=Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_schools_own_value_has_a_reason", condition=~Q(reason="")
            ),
            models.CheckConstraint(
                name="a_schools_own_value_ends_after_it_began_by_somebody",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__gte=F("at"), ended_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"

    def in_words(self, fact: Fact) -> str:
        """The value in words, in the unit of the fact that it stands beside."""
        return in_words(self.value, fact.kind, fact.unit)
