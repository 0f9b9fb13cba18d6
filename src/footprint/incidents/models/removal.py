"""What was asked of the author and of the platform, and what came of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class RequestOutcome(models.TextChoices):
    """How a deletion request ended."""

    DELETED = "deleted", _("The post was deleted")
    REFUSED = "refused", _("The author refused")
    NO_ANSWER = "no_answer", _("No answer")
    WITHDRAWN = "withdrawn", _("We withdrew the request")


class DeletionRequest(models.Model):
    """A request to a member of the school community to delete a post."""

    incident = models.ForeignKey(
        "incidents.Incident", models.PROTECT, related_name="deletion_requests"
    )
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_how = models.CharField(max_length=20)  # "letter", "e-mail", "call", "in person"
    letter = SealedText(blank=True)  # exactly what was sent
    due_date = models.DateField()  # the last day to act, in school-local time
    due_reason = SealedText()
    reminded_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=RequestOutcome, blank=True)
    outcome_at = models.DateTimeField(null=True)
    outcome_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="deletion_request_outcome_has_a_time",
                condition=Q(outcome="", outcome_at__isnull=True)
                | (~Q(outcome="") & Q(outcome_at__isnull=False)),
            ),
            models.UniqueConstraint(
                name="one_open_deletion_request_per_incident",
                fields=["incident"],
                condition=Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return f"deletion request of {self.incident}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal


class Finding(models.TextChoices):
    """What somebody found who looked again. "Could not look" is never "gone"."""

    GONE = "gone", _("It is gone")
    STILL_THERE = "still_there", _("It is still there")
    COULD_NOT_LOOK = "could_not_look", _("I could not look")


class ReportAnswer(models.TextChoices):
    """What the platform did."""

    REMOVED = "removed", _("It removed the post")
    REFUSED = "refused", _("It refused")
    NO_ANSWER = "no_answer", _("No answer")


class PlatformReport(models.Model):
    """A report of a post to the platform that hosts it."""

    incident = models.ForeignKey(
        "incidents.Incident", models.PROTECT, related_name="platform_reports"
    )
    platform = models.CharField(max_length=20)
    route = models.CharField(max_length=200)  # the form or address that was used
    rule = models.CharField(max_length=200, blank=True)  # the platform's rule that it breaks
    reference = models.CharField(max_length=100, blank=True)
    reported_at = models.DateTimeField()
    reported_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=ReportAnswer, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_platform_answer_has_a_time",
                condition=Q(answer="", answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_at__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return f"platform report of {self.incident}"
