"""Where we listen, what was found there, and what was counted but not kept."""

from __future__ import annotations

from datetime import date, datetime

from django.db import models
from django.db.models import Count, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from footprint.rulebook.terms import Platform
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission
from footprint.vault.fields import Seal, SealedText, is_sealed


class SourceQuerySet(models.QuerySet["Source"]):
    def seen_by(self, user: User) -> SourceQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.LISTENING_READ))

    def of_school(self, school_id: int) -> SourceQuerySet:
        return self.filter(school_id=school_id)

    def in_trouble(self) -> SourceQuerySet:
        """Could not be read last time, those that were switched off for it too."""
        return self.exclude(trouble="")

    def free_at(self, now: datetime) -> SourceQuerySet:
        """Switched on, and not being fetched at this moment."""
        free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
        return self.filter(free, is_active=True).order_by("next_fetch_at", "pk")

    def due_by(self, now: datetime) -> SourceQuerySet:
        """Switched on, due, and not being fetched at this moment."""
        return self.free_at(now).filter(next_fetch_at__lte=now)

    def with_counts(self, *, since: datetime, since_day: date) -> SourceQuerySet:
        """Each with `kept`, `no_school` and `another_school`: posts of these last days."""
        return self.annotate(
            kept=_kept_since(since),
            no_school=_dropped_since(since_day, Reason.NO_SCHOOL),
            another_school=_dropped_since(since_day, Reason.ANOTHER_SCHOOL),
        )


class Source(models.Model):
    """
    One place that is listened to for one school.

    `trouble` is the sentence for staff of why it could not be read last time; empty when it could.
    "Could not look" is never "nothing there": `succeeded_at` says when it was last read whole.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="sources")
    kind = models.CharField(max_length=30)  # a key of connectors.registry
    label = models.CharField(max_length=100)
    address = models.URLField(max_length=1000)
    platform = models.CharField(max_length=20, default=Platform.WEB.value)
    is_active = models.BooleanField(default=True)
    every_minutes = models.PositiveIntegerField(default=30)
    checkpoint = models.JSONField(default=dict)
    next_fetch_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    succeeded_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)  # in a row
    trouble = models.TextField(blank=True)
    problems = models.JSONField(default=list)  # broken items of the last fetch, as sentences
    counted = models.JSONField(default=list)  # short hashes of posts not kept, to count each once
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)  # two people at once: the second is told

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["label"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "kind", "address"], name="a_school_listens_to_an_address_once"
            )
        ]

    def __str__(self) -> str:
        return self.label


class MentionQuerySet(models.QuerySet["Mention"]):
    def sighted_by(self, user: User) -> MentionQuerySet:
        """What this person reported themselves: their own words, so they may read them again."""
        return self.filter(seen_by_user=user)

    def not_received(self) -> MentionQuerySet:
        """Stored, but no item made of it yet: what the inbox pulls next."""
        return self.filter(received_at__isnull=True).order_by("pk")


class Mention(models.Model):
    """
    A public post that names the school.

    `received_at` is set by the inbox in the transaction that makes the item, so that a crash
    between the two stages leaves it to be pulled again, and never twice.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="mentions")
    source = models.ForeignKey(Source, models.SET_NULL, null=True, related_name="mentions")
    seen_by_user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    platform = models.CharField(max_length=20)
    external_id = models.CharField(max_length=300)
    url = models.URLField(max_length=2000, blank=True)
    title = SealedText(blank=True)
    author = SealedText(blank=True)  # the name as published
    text = SealedText(blank=True)
    seal_key = models.CharField(max_length=32, blank=True)  # "" where the matter is not sensitive
    published_at = models.DateTimeField(null=True)
    found_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)  # a sighting: when the person says they saw it
    matched = models.CharField(max_length=500, blank=True)  # why we think it names this school
    received_at = models.DateTimeField(null=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "platform", "external_id"], name="a_mention_is_kept_once"
            ),
            models.CheckConstraint(
                name="a_mention_under_a_seal_holds_no_plain_words",
                condition=Q(seal_key="")
                | (is_sealed("title") & is_sealed("author") & is_sealed("text")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=Q(received_at__isnull=True), name="mentions_not_received"
            )
        ]

    def __str__(self) -> str:
        return f"{self.platform} {self.external_id[:40]}"

    @property
    def seal(self) -> Seal | None:
        return Seal(self.seal_key, self.school_id) if self.seal_key else None

    def holds_words(self, words: list[str]) -> bool:
        """Whether every one of the words is in the post, its title or its author."""
        text = f"{self.text}\n{self.title}\n{self.author}".lower()
        return all(word.lower() in text for word in words)


class Reason(models.TextChoices):
    """Why a post was looked at and not kept."""

    NO_SCHOOL = "no_school", _("names no school of ours")
    ANOTHER_SCHOOL = "another_school", _("is about another school")


class DroppedCount(models.Model):
    """How many posts of a source were looked at and not kept, by day and reason. No texts."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="dropped")
    day = models.DateField()
    reason = models.CharField(max_length=30, choices=Reason)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "day", "reason"], name="a_dropped_count_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.count} {self.reason}"


class UploadQuerySet(models.QuerySet["Upload"]):
    def seen_by(self, user: User) -> UploadQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.LISTENING_READ))

    def of_school(self, school_id: int) -> UploadQuerySet:
        return self.filter(school_id=school_id)


class Upload(models.Model):
    """
    A spreadsheet of posts that somebody put in, and what became of its rows.

    The file itself is not kept: rows that name no school of ours must not be.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="uploads")
    file_name = models.CharField(max_length=200)
    kept = models.PositiveIntegerField()
    already = models.PositiveIntegerField()  # here before this upload
    no_school = models.PositiveIntegerField()
    another_school = models.PositiveIntegerField()
    problems = models.JSONField(default=list)  # rows that could not be read, as sentences
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = UploadQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def read(self) -> int:
        """How many rows could be read."""
        return self.kept + self.already + self.no_school + self.another_school


def _kept_since(since: datetime) -> Coalesce:
    found = Mention.objects.filter(source=OuterRef("pk"), found_at__gte=since).order_by()
    counted = found.values("source").annotate(total=Count("pk")).values("total")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def _dropped_since(since: date, reason: Reason) -> Coalesce:
    rows = DroppedCount.objects.filter(source=OuterRef("pk"), day__gte=since, reason=reason)
    counted = rows.order_by().values("source").annotate(total=Sum("count")).values("total")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
