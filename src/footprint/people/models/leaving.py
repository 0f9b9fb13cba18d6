"""Who left, when that was recorded, and what was taken away with it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone

from footprint.people.models.people import Person
from footprint.users.models import User


class LeavingQuerySet(models.QuerySet["Leaving"]):
    def standing(self) -> LeavingQuerySet:
        """Neither undone nor followed by a return."""
        return self.filter(undone_at__isnull=True, returned_on__isnull=True)

    def due(self, on: date) -> LeavingQuerySet:
        """The day has come, and parts and access have not ended yet."""
        return self.standing().filter(on__lte=on, ended_at__isnull=True)

    def seen_by(self, user: User) -> LeavingQuerySet:
        return self.filter(person__in=Person.objects.seen_by(user)).select_related(
            "person", "person__user", "recorded_by"
        )

    def of_school(self, school_id: int) -> LeavingQuerySet:
        return self.filter(person__school_id=school_id)

    def of_person(self, person: Person) -> LeavingQuerySet:
        return self.filter(person=person).select_related("recorded_by", "undone_by")


class Leaving(models.Model):
    """
    One leaving of one person. A return or a mistake ends the row; it is never written over.

    `parts_ended`, `account_off` and `roles_taken` say what the leaving took away, so that undoing
    it gives back exactly that.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="leavings")
    on = models.DateField()  # the first day on which they are not here
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)  # when parts and access were ended
    parts_ended = models.JSONField(default=list)
    account_off = models.BooleanField(default=False)
    roles_taken = models.JSONField(default=list)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    undone_reason = models.CharField(max_length=200, blank=True)
    returned_on = models.DateField(null=True)

    objects = LeavingQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_person_has_left_once_at_a_time",
                fields=["person"],
                condition=Q(undone_at__isnull=True, returned_on__isnull=True),
            ),
            models.CheckConstraint(
                name="a_leaving_is_undone_by_somebody_for_a_reason",
                condition=Q(undone_at__isnull=True, undone_by__isnull=True, undone_reason="")
                | (Q(undone_at__isnull=False, undone_by__isnull=False) & ~Q(undone_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} leaves on {self.on}"

    def may_be_undone(self, now: datetime) -> bool:
        """On the day it was recorded, or before the day it speaks of."""
        today = timezone.localdate(now)
        return timezone.localdate(self.recorded_at) == today or self.on > today
