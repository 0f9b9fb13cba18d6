"""Break-glass: one matter, opened by one person beyond its circle, for one hour."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class OpeningQuerySet(models.QuerySet["Opening"]):
    def of_user(self, user: User) -> OpeningQuerySet:
        return self.filter(user=user)

    def current(self) -> OpeningQuerySet:
        """By the database's clock: `seen_by` is asked in places that have none of their own."""
        return self.filter(ends_at__gt=Now())


class Opening(models.Model):
    """Who opened the matter in an emergency, and why. It stays in the matter for ever."""

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="openings")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    reason = SealedText()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    objects = OpeningQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="an_emergency_ends_after_it_began", condition=Q(ends_at__gt=F("opened_at"))
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} opened {self.incident}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal
