"""The review of a version's clauses, and what a person made of each."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.policies.models.versions import PolicyVersion
from footprint.users.models import User


class Decision(models.TextChoices):
    """What a person made of one clause as it was read."""

    CONFIRMED = "confirmed", _("Confirmed as read")
    CORRECTED = "corrected", _("Corrected")
    NOT_IN_POLICY = "not_in_policy", _("Our policy does not say this")
    KEPT = "kept", _("Kept as our own")
    WRITTEN = "written", _("Written by us")


class ClauseReviewQuerySet(models.QuerySet["ClauseReview"]):
    def undecided(self) -> ClauseReviewQuerySet:
        return self.filter(decision="").order_by("position")

    def waiting_after(self, position: int) -> ClauseReview | None:
        """The next undecided clause, from the beginning again once the end is reached."""
        waiting = self.undecided()
        return waiting.filter(position__gt=position).first() or waiting.first()


class ClauseReview(models.Model):
    """One clause of one version: as it was read, and what a person decided."""

    version = models.ForeignKey(PolicyVersion, models.CASCADE, related_name="reviews")
    name = models.CharField(max_length=40)  # rulebook ClauseName
    position = models.PositiveSmallIntegerField()  # in the order of the catalogue
    as_read = models.JSONField()  # rulebook.policy.clause_to_json
    decision = models.CharField(max_length=20, choices=Decision, blank=True)
    as_confirmed = models.JSONField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    objects = ClauseReviewQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "name"], name="a_clause_once_in_a_version"),
            models.CheckConstraint(
                name="a_decided_clause_has_a_person_and_a_time",
                condition=Q(
                    decision="",
                    decided_by__isnull=True,
                    decided_at__isnull=True,
                    as_confirmed__isnull=True,
                )
                | (
                    ~Q(decision="")
                    & Q(
                        decided_by__isnull=False,
                        decided_at__isnull=False,
                        as_confirmed__isnull=False,
                    )
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.version}"
