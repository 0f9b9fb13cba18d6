"""Incident, its deletion requests, platform reports, referrals and timeline."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from footprint.evidence.models import Capture
from footprint.listening.models import Mention
from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import Matter, Outcome, Poster, PostKind, Step
from footprint.schools.models import School
from footprint.users.access import only_seen_by
from footprint.users.models import User
from footprint.users.permissions import Permission


def _choices(terms: type[StrEnum]) -> list[tuple[str, str]]:
    return [(term.value, term.value) for term in terms]


class IncidentQuerySet(models.QuerySet["Incident"]):
    def seen_by(self, user: User) -> IncidentQuerySet:
        return only_seen_by(self, user, Permission.INCIDENTS_READ)

    def of_school(self, school_id: int) -> IncidentQuerySet:
        return self.filter(school_id=school_id)

    def open(self) -> IncidentQuerySet:
        return self.exclude(step=Step.CLOSED.value)

    def closed(self) -> IncidentQuerySet:
        return self.filter(step=Step.CLOSED.value).order_by("-closed_at", "-pk")

    def due_by(self, day: date) -> IncidentQuerySet:
        return self.open().filter(next_date__lte=day)

    def overdue(self, day: date) -> IncidentQuerySet:
        return self.open().filter(next_date__lt=day)

    def owned_by(self, user: User) -> IncidentQuerySet:
        return self.filter(owner=user)

    def at_step(self, step: str) -> IncidentQuerySet:
        return self.filter(step=step)

    def with_words(self, words: str) -> IncidentQuerySet:
        """Those whose number it is, or whose title holds every word. Never the post's own text."""
        number = words.strip().lstrip("#")
        if number.isdigit() and len(number) < 10:
            return self.filter(pk=int(number))
        found = self
        for word in words.split()[:8]:
            found = found.filter(title__icontains=word)
        return found

    def of_mention(self, mention: Mention) -> IncidentQuerySet:
        return self.filter(mention=mention)

    def at_revision(self, pk: int, revision: int) -> IncidentQuerySet:
        """The incident if it still stands where a page showed it; a write begins here."""
        return self.filter(pk=pk, revision=revision)

    def with_clocks_by(self, day: date) -> IncidentQuerySet:
        """Open ones whose next date, or an unanswered deletion request, is due by that day."""
        asked = DeletionRequest.objects.filter(outcome="", due_date__lte=day)
        due = Q(next_date__lte=day) | Q(pk__in=asked.values("incident"))
        return self.open().filter(due).select_related("owner", "school").order_by("pk")

    def for_list(self) -> IncidentQuerySet:
        return self.select_related("owner")


class Incident(models.Model):
    """
    What the school does after a post that breaks its policy.

    It keeps the policy version it began under. Every open incident has an owner and a next date.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="incidents")
    matter = models.CharField(max_length=20, choices=_choices(Matter))
    step = models.CharField(max_length=30, choices=_choices(Step), default=Step.OPENED.value)
    title = models.CharField(max_length=150)  # no names: it may be read over a shoulder
    capture = models.ForeignKey(Capture, models.PROTECT, null=True, related_name="incidents")
    mention = models.ForeignKey(Mention, models.SET_NULL, null=True, related_name="incidents")
    policy_version = models.ForeignKey(
        PolicyVersion, models.PROTECT, null=True, related_name="incidents"
    )
    poster = models.CharField(max_length=20, choices=_choices(Poster), blank=True)
    potentially_illegal = models.BooleanField(default=False)
    dangerous = models.BooleanField(default=False)
    kind = models.CharField(max_length=20, choices=_choices(PostKind), blank=True)
    flags = models.JSONField(default=list)  # Flag values
    conduct = models.JSONField(default=list)  # ConductTag values
    owner = models.ForeignKey(User, models.PROTECT, related_name="owned_incidents")
    next_date = models.DateField()
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    support = models.TextField(blank=True)  # what was offered to the person targeted, or why not
    shut_out = models.ManyToManyField(User, related_name="+", blank=True)
    revision = models.PositiveIntegerField(default=1)  # two people at once: the second is told

    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_clause = models.CharField(max_length=40, blank=True)  # rulebook ClauseName
    closed_reason = models.TextField(blank=True)
    outcome = models.CharField(max_length=30, choices=_choices(Outcome), blank=True)
    lesson = models.TextField(blank=True)

    objects = IncidentQuerySet.as_manager()

    class Meta:
        ordering = ["next_date", "pk"]
        constraints = [
            models.CheckConstraint(
                name="a_closed_incident_says_why",
                condition=(
                    ~Q(step=Step.CLOSED.value) & Q(closed_at__isnull=True, closed_by__isnull=True)
                )
                | (
                    Q(step=Step.CLOSED.value, closed_at__isnull=False, closed_by__isnull=False)
                    & ~Q(closed_clause="")
                    & ~Q(closed_reason="")
                    & ~Q(outcome="")
                ),
            ),
            models.UniqueConstraint(
                fields=["mention"],
                condition=Q(mention__isnull=False),
                name="one_incident_of_a_mention",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "step", "next_date"], name="incidents_by_next_date")
        ]

    def __str__(self) -> str:
        return f"Incident {self.pk}"

    @property
    def stands_at(self) -> Step:
        return Step(self.step)

    @property
    def is_closed(self) -> bool:
        return self.stands_at is Step.CLOSED

    @property
    def open_request(self) -> DeletionRequest | None:
        """The deletion request that waits for its outcome; there is one at most."""
        return self.deletion_requests.filter(outcome="").first()


class RequestOutcome(models.TextChoices):
    """How a deletion request ended."""

    DELETED = "deleted", _("The post was deleted")
    REFUSED = "refused", _("The author refused")
    NO_ANSWER = "no_answer", _("No answer")
    WITHDRAWN = "withdrawn", _("We withdrew the request")


class DeletionRequest(models.Model):
    """A request to a member of the school community to delete a post."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="deletion_requests")
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_how = models.CharField(max_length=20)  # "letter", "e-mail", "call", "in person"
    letter = models.TextField(blank=True)  # exactly what was sent
    due_date = models.DateField()  # the last day to act, in school-local time
    due_reason = models.TextField()
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

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="platform_reports")
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


class ReferredTo(models.TextChoices):
    """Who can be asked to help or to take over."""

    HELPLINE = "helpline", _("Helpline for professionals")
    POLICE = "police", _("Police")
    LADO = "lado", _("Local authority designated officer (LADO)")
    PREVENT = "prevent", _("Local Prevent team")
    SOCIAL_CARE = "social_care", _("Children's social care")
    BEHAVIOUR = "behaviour", _("Behaviour policy")
    STAFF_CODE = "staff_code", _("Staff code of conduct")


class Referral(models.Model):
    """The matter handed on: a pointer to where it now is, never a copy of another system's file."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="referrals")
    to = models.CharField(max_length=20, choices=ReferredTo)
    reason = models.TextField()
    reference = models.CharField(max_length=100, blank=True)
    referred_at = models.DateTimeField()
    referred_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"referral of {self.incident} to {self.to}"


class Entry(models.Model):
    """
    One line of an incident's timeline. Append only: a correction is another entry.

    An entry about an earlier time (`happened_at` before `written_at`'s day) is placed there and
    marked as back-dated.
    """

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="entries")
    happened_at = models.DateTimeField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    action = models.CharField(max_length=60)  # "note", "opened", "deletion_requested" ...
    text = models.TextField()

    class Meta:
        ordering = ["happened_at", "pk"]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.action} of {self.incident}"

    @property
    def is_back_dated(self) -> bool:
        """Written on a later day than the one it tells of, in the school's own calendar."""
        return timezone.localdate(self.happened_at) < timezone.localdate(self.written_at)
