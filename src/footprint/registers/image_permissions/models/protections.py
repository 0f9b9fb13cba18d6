"""Whom the school never publishes. Why is for the safeguarding lead and the head alone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.registers.image_permissions.circle import people_open_to
from footprint.users.models import User
from footprint.users.permissions import Permission


class ProtectionReason(models.TextChoices):
    """Why somebody is protected. Only `Permission.PROTECTION_CHANGE` sees it."""

    LOOKED_AFTER = "looked_after", _("Looked after by the local authority")
    ADOPTED = "adopted", _("Adopted")
    COURT_ORDER = "court_order", _("A court order")
    OTHER = "other", _("Another reason")


class ProtectionQuerySet(models.QuerySet["Protection"]):
    def seen_by(self, user: User) -> ProtectionQuerySet:
        """With the reason; never one's own, nor that of one's family."""
        return self.filter(person__in=people_open_to(user, Permission.PROTECTION_CHANGE))

    def of_school(self, school_id: int) -> ProtectionQuerySet:
        return self.filter(person__school_id=school_id)

    def about(self, people: Iterable[Person]) -> ProtectionQuerySet:
        return self.filter(person__in=list(people))

    def current(self) -> ProtectionQuerySet:
        return self.filter(ended_at__isnull=True)

    def ended(self) -> ProtectionQuerySet:
        return self.filter(ended_at__isnull=False)

    def current_on(self, day: date) -> ProtectionQuerySet:
        """From its first day on; it ends at once on the day on which somebody ends it."""
        return self.filter(Q(until__isnull=True) | Q(until__gt=day), since__lte=day)

    def made_since(self, moment: datetime) -> ProtectionQuerySet:
        return self.filter(made_at__gte=moment)

    def to_review_by(self, day: date) -> ProtectionQuerySet:
        return self.current().filter(review_on__lte=day)

    def with_names(self) -> ProtectionQuerySet:
        return self.select_related("person", "made_by", "ended_by")


class Protection(models.Model):
    """
    A person of whom nothing is published, whatever anybody answered.

    It never ends by itself: on `review_on` somebody is asked to look at it.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="protections")
    reason = models.CharField(max_length=20, choices=ProtectionReason)
    note = models.CharField(max_length=500, blank=True)
    since = models.DateField()
    review_on = models.DateField(null=True)
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    until = models.DateField(null=True)  # the first day on which it does not hold
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = ProtectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_person_is_protected_once_at_a_time",
                fields=["person"],
                condition=Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_protection_that_ended_was_ended_by_somebody",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, until__isnull=True)
                | Q(
                    ended_at__gte=F("made_at"),
                    ended_by__isnull=False,
                    until__isnull=False,
                    until__gte=F("since"),
                ),
            ),
            models.CheckConstraint(
                name="another_reason_to_protect_is_written_down",
                condition=~Q(reason="other") | ~Q(note=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: do not publish"
