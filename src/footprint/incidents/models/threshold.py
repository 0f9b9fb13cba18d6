"""The four questions about an adult, as somebody answered them."""

from __future__ import annotations

from django.db import models

from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class HarmThresholdQuerySet(models.QuerySet["HarmThreshold"]):
    def latest_first(self) -> HarmThresholdQuerySet:
        return self.select_related("by").order_by("-pk")


class HarmThreshold(models.Model):
    """Answers to the four; answered again they are a new row, and the last one holds."""

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="thresholds")
    answers = models.JSONField()  # {HarmQuestion: HarmAnswer}, all four
    is_met = models.BooleanField()
    reason = SealedText(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = HarmThresholdQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"harm threshold of {self.incident}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal
