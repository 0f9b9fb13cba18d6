"""Whom the school asked for an answer, and whether one came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class Channel(models.TextChoices):
    """How somebody was asked."""

    MAIL = "mail", _("by e-mail")
    SHEET = "sheet", _("on a printed sheet")


class ImageRequestQuerySet(models.QuerySet["ImageRequest"]):
    def seen_by(self, user: User) -> ImageRequestQuerySet:
        return self.filter(giver__school_id__in=schools_where(user, Permission.IMAGES_READ))

    def of_school(self, school_id: int) -> ImageRequestQuerySet:
        return self.filter(giver__school_id=school_id)

    def to(self, giver: Person) -> ImageRequestQuerySet:
        return self.filter(giver=giver)

    def to_any(self, givers: Iterable[Person]) -> ImageRequestQuerySet:
        return self.filter(giver__in=list(givers)).select_related("giver", "asked_by")

    def open(self) -> ImageRequestQuerySet:
        return self.filter(answered_at__isnull=True, stopped_at__isnull=True)

    def stopped(self) -> ImageRequestQuerySet:
        return self.filter(stopped_at__isnull=False)

    def asked_before(self, moment: datetime) -> ImageRequestQuerySet:
        return self.filter(asked_at__lt=moment)

    def of_those_who_left(self, day: date) -> ImageRequestQuerySet:
        return self.filter(giver__left_on__lte=day)

    def for_reminding(self) -> ImageRequestQuerySet:
        return self.select_related("giver", "giver__school").order_by("pk")


class ImageRequest(models.Model):
    """
    One question to one giver, about all whom they answer for; at most one is open.

    It ends by an answer, or it stops: after the last reminder, or when nobody is left to ask for.
    """

    giver = models.ForeignKey(Person, models.CASCADE, related_name="image_requests")
    channel = models.CharField(max_length=10, choices=Channel)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    reminders = models.PositiveSmallIntegerField(default=0)
    reminded_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    stopped_at = models.DateTimeField(null=True)

    objects = ImageRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_giver_is_asked_once_at_a_time",
                fields=["giver"],
                condition=Q(answered_at__isnull=True, stopped_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_request_is_answered_or_stopped_not_both",
                condition=Q(answered_at__isnull=True) | Q(stopped_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_request_is_answered_after_it_was_asked",
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("asked_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver}, asked {self.asked_at:%d %B %Y}"
