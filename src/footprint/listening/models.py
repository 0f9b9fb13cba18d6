"""Where we listen, what was found there, and what was counted but not kept."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q

from footprint.rulebook.terms import Platform
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class SourceQuerySet(models.QuerySet["Source"]):
    def seen_by(self, user: User) -> SourceQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.LISTENING_READ))

    def due_by(self, now: datetime) -> SourceQuerySet:
        """Switched on, due, and not being fetched at this moment."""
        free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
        return self.filter(free, is_active=True, next_fetch_at__lte=now).order_by("next_fetch_at")


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
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

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
    title = models.CharField(max_length=500, blank=True)
    author = models.CharField(max_length=200, blank=True)  # the name as published
    text = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)
    found_at = models.DateTimeField()
    matched = models.CharField(max_length=500, blank=True)  # why we think it names this school
    received_at = models.DateTimeField(null=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "platform", "external_id"], name="a_mention_is_kept_once"
            )
        ]
        indexes = [
            models.Index(
                fields=["id"], condition=Q(received_at__isnull=True), name="mentions_not_received"
            )
        ]

    def __str__(self) -> str:
        return f"{self.platform} {self.external_id[:40]}"


class DroppedCount(models.Model):
    """How many posts of a source were looked at and not kept, by day and reason. No texts."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="dropped")
    day = models.DateField()
    reason = models.CharField(max_length=30)  # "no_school" or "another_school"
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["source", "day", "reason"], name="a_dropped_count_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.count} {self.reason}"
