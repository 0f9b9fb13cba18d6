"""A second person's word on removing what, as assessed, is a fair opinion."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class OverrideAnswer(models.TextChoices):
    """What the second person said."""

    AGREED = "agreed", _("Agreed: removal may be asked for")
    REFUSED = "refused", _("Refused: it stays a fair opinion")


class OpinionOverrideQuerySet(models.QuerySet["OpinionOverride"]):
    def waiting(self) -> "OpinionOverrideQuerySet":
        return self.filter(answer="")

    def agreed(self) -> "OpinionOverrideQuerySet":
        return self.filter(answer=OverrideAnswer.AGREED)


class OpinionOverride(models.Model):
    """
    One question whether removal may be asked for although the post is a fair opinion.

    Whoever asks never answers: the database refuses it too.
    """

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="overrides")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reason = SealedText()
    answer = models.CharField(max_length=10, choices=OverrideAnswer, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_reason = SealedText(blank=True)

    objects = OpinionOverrideQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="an_override_is_decided_with_a_reason",
                condition=Q(answer="", decided_by__isnull=True, decided_at__isnull=True)
                | (
                    ~Q(answer="")
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                    & ~Q(decided_reason="")
                ),
            ),
            models.CheckConstraint(
                name="an_override_is_decided_by_another_person",
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")),
            ),
            models.UniqueConstraint(
                name="one_waiting_override_of_an_incident",
                fields=["incident"],
                condition=Q(answer=""),
            ),
        ]

    def __str__(self) -> str:
        return f"override of {self.incident}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal
