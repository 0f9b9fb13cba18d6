"""Links by which somebody without an account answers one question once."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import F, Q

from footprint.people.models.people import Person


class OneTimeLinkQuerySet(models.QuerySet["OneTimeLink"]):
    def usable(self, now: datetime) -> OneTimeLinkQuerySet:
        return self.filter(used_at__isnull=True, withdrawn_at__isnull=True, ends_at__gt=now)

    def for_purpose(self, purpose: str) -> OneTimeLinkQuerySet:
        return self.filter(purpose=purpose).select_related("person", "person__school")


class OneTimeLink(models.Model):
    """
    A link by which one person, without an account, answers one question once.

    Only the SHA-256 of its token is kept: who reads the database cannot answer for a parent.
    """

    purpose = models.CharField(max_length=30)  # the register that asks: "agreements", "images"
    person = models.ForeignKey(Person, models.CASCADE, related_name="one_time_links")
    about = models.CharField(max_length=80, blank=True)  # that register's own key of the question
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    objects = OneTimeLinkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_link_ends_after_it_was_made", condition=Q(ends_at__gt=F("made_at"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.purpose}: {self.person}"
