"""Looks at a post's address by the clock: what was found each time, and what proves it."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from footprint.rulebook.decisions.recheck import Earlier, Looked


class RecheckResult(models.TextChoices):
    """What a look found. "Could not look" is never "gone"."""

    GONE = Looked.GONE.value, _("Gone")
    STILL_THERE = Looked.STILL_THERE.value, _("Still there")
    COULD_NOT_LOOK = Looked.COULD_NOT_LOOK.value, _("Could not look")


class RecheckQuerySet(models.QuerySet["Recheck"]):
    def seen(self) -> RecheckQuerySet:
        return self.filter(result=RecheckResult.STILL_THERE)

    def first_gone(self) -> Recheck | None:
        """The first look that did not see it, since it was last seen."""
        last = self.seen().last()
        gone = self.gone().filter(on__gt=last.on) if last else self.gone()
        return gone.first()

    def gone(self) -> RecheckQuerySet:
        return self.filter(result=RecheckResult.GONE)


class Recheck(models.Model):
    """
    One look on one day. It keeps no word of the page: only what proves what was there.

    `digest` is the SHA-256 of the page's words; "" where there was no page to read.
    """

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="rechecks")
    on = models.DateField()  # in the school's own calendar
    at = models.DateTimeField()
    result = models.CharField(max_length=20, choices=RecheckResult)
    status = models.PositiveSmallIntegerField(null=True)  # None where nothing was answered
    digest = models.CharField(max_length=64, blank=True)
    sentence = models.CharField(max_length=200)  # of a closed list

    objects = RecheckQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]
        constraints = [models.UniqueConstraint(name="one_recheck_a_day", fields=["incident", "on"])]

    def __str__(self) -> str:
        return f"look at {self.incident} on {self.on}: {self.result}"

    @property
    def as_earlier(self) -> Earlier:
        return Earlier(self.on, Looked(self.result), self.status)
