"""Incident: what the school does after a post that breaks its policy."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from django.db import models
from django.db.models import Q

from footprint.evidence.models import Capture
from footprint.incidents.models.emergency import Opening
from footprint.incidents.models.removal import DeletionRequest
from footprint.listening.models import Mention
from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import (
    SEALED_MATTERS,
    Matter,
    Outcome,
    Poster,
    PostKind,
    Step,
)
from footprint.schools.models import School
from footprint.users.access import only_seen_by
from footprint.users.models import User
from footprint.users.permissions import Permission
from footprint.vault.fields import Seal, SealedText, is_sealed


def _choices(terms: type[StrEnum]) -> list[tuple[str, str]]:
    return [(term.value, term.value) for term in terms]


class IncidentQuerySet(models.QuerySet["Incident"]):
    def seen_by(self, user: User) -> IncidentQuerySet:
        opened = Opening.objects.of_user(user).current().values("incident")
        return only_seen_by(self, user, Permission.INCIDENTS_READ, also=Q(pk__in=opened))

    def of_school(self, school_id: int) -> IncidentQuerySet:
        return self.filter(school_id=school_id)

    def low_level(self) -> IncidentQuerySet:
        return self.filter(matter=Matter.LOW_LEVEL.value)

    def but_low_level(self) -> IncidentQuerySet:
        """Low-level concerns about adults are kept apart, on a page of their own."""
        return self.exclude(matter=Matter.LOW_LEVEL.value)

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
        wanted = words.lower().split()[:8]
        found = self.filter(seal_key="")
        for word in wanted:
            found = found.filter(title__icontains=word)
        sealed = [
            row.pk
            for row in self.exclude(seal_key="")
            if all(word in row.title.lower() for word in wanted)
        ]
        return self.filter(Q(pk__in=found.values("pk")) | Q(pk__in=sealed))

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

    def to_look_at(self) -> IncidentQuerySet:
        """
        Open ones whose removal was asked for and whose post has an address.

        Never one where a picture of a child or harm is in question: nothing of it is fetched.
        """
        asked = Q(deletion_requests__isnull=False) | Q(platform_reports__isnull=False)
        found = self.open().filter(asked, capture__isnull=False).exclude(no_pictures=True)
        found = found.exclude(matter__in=SEALED_MATTERS).exclude(rechecks__result="gone")
        related = ("school", "owner", "capture", "mention")
        return found.distinct().select_related(*related).order_by("pk")

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
    seal_key = models.CharField(max_length=32, blank=True)  # "" where the class is not sensitive
    title = SealedText()  # no names: it may be read over a shoulder
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
    support = SealedText(blank=True)  # what was offered to the person targeted, or why not
    shut_out = models.ManyToManyField(User, related_name="+", blank=True)
    # words only, whatever the picture: the matter is about a nude or sexual image of a child
    no_pictures = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)  # two people at once: the second is told

    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_clause = models.CharField(max_length=40, blank=True)  # rulebook ClauseName
    closed_reason = SealedText(blank=True)
    outcome = models.CharField(max_length=30, choices=_choices(Outcome), blank=True)
    lesson = SealedText(blank=True)

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
            models.CheckConstraint(
                name="an_incident_under_a_seal_holds_no_plain_words",
                condition=Q(seal_key="")
                | (
                    is_sealed("title")
                    & is_sealed("support")
                    & is_sealed("closed_reason")
                    & is_sealed("lesson")
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
    def seal(self) -> Seal | None:
        return Seal(self.seal_key, self.school_id) if self.seal_key else None

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
