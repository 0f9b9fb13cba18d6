"""A talk with the people concerned: who was invited, when, and what came of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class MeetingOutcome(models.TextChoices):
    """What came of an invitation."""

    HELD = "held", _("We met")
    DECLINED = "declined", _("They do not want to meet")
    NO_ANSWER = "no_answer", _("They did not come, or did not answer")


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def waiting(self) -> "MeetingQuerySet":
        return self.filter(outcome="")


class Meeting(models.Model):
    """One invitation to a talk, and its end. One waits at most."""

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="meetings")
    invited = SealedText()  # who, in words: roles are enough
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()  # in the school's own calendar
    outcome = models.CharField(max_length=10, choices=MeetingOutcome, blank=True)
    outcome_at = models.DateTimeField(null=True)
    outcome_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    agreed = SealedText(blank=True)  # what was said and agreed

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_meeting_that_ended_says_when_and_by_whom",
                condition=Q(outcome="", outcome_at__isnull=True, outcome_by__isnull=True)
                | (~Q(outcome="") & Q(outcome_at__isnull=False, outcome_by__isnull=False)),
            ),
            models.UniqueConstraint(
                name="one_waiting_meeting_of_an_incident",
                fields=["incident"],
                condition=Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return f"meeting about {self.incident}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal
