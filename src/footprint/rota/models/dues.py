"""A check that is due, and the looks that were taken: the looks are evidence, only ever added."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Exists, OuterRef, Q

from footprint.rota.models.channels import Channel
from footprint.rulebook.decisions.channel_check import DONE, CheckResult
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission

_DONE = sorted(each.value for each in DONE)


class DueQuerySet(models.QuerySet["Due"]):
    def seen_by(self, user: User) -> DueQuerySet:
        return self.filter(channel__school_id__in=schools_where(user, Permission.CHECKS_READ))

    def of_school(self, school_id: int) -> DueQuerySet:
        return self.filter(channel__school_id=school_id)

    def due_by(self, on: date) -> DueQuerySet:
        return self.filter(due_on__lte=on)

    def before(self, on: date) -> DueQuerySet:
        return self.filter(due_on__lt=on)

    def between(self, first: date, last: date) -> DueQuerySet:
        return self.filter(due_on__gte=first, due_on__lte=last)

    def not_done(self) -> DueQuerySet:
        return self.filter(done_on__isnull=True)

    def still_to_do(self) -> DueQuerySet:
        """Not done, and the next check is not due yet: after that it can only be missed."""
        later = Due.objects.filter(channel=OuterRef("channel"), due_on__gt=OuterRef("due_on"))
        return self.not_done().filter(~Exists(later))

    def missed(self) -> DueQuerySet:
        """Not done before the channel's next check was due."""
        later = Due.objects.filter(channel=OuterRef("channel"), due_on__gt=OuterRef("due_on"))
        return self.not_done().filter(Exists(later))

    def not_told_standin(self) -> DueQuerySet:
        return self.not_done().filter(standin_told_on__isnull=True)

    def not_told_leads(self) -> DueQuerySet:
        return self.not_done().filter(leads_told_on__isnull=True)

    def told_leads(self) -> DueQuerySet:
        return self.filter(leads_told_on__isnull=False)

    def going_on(self, on: date) -> DueQuerySet:
        """Of channels that are still on the rota."""
        open_ended = Q(channel__ended_on__isnull=True) | Q(channel__ended_on__gt=on)
        return self.filter(open_ended)

    def with_channels(self) -> DueQuerySet:
        channels = models.Prefetch("channel", Channel.objects.with_people())
        return self.prefetch_related(channels).order_by("due_on", "pk")

    def for_channels(self, channels: Iterable[Channel]) -> DueQuerySet:
        return self.filter(channel__in=list(channels))


class Due(models.Model):
    """
    One check that was due on a day.

    `done_on` is the day of the first look that counts. Who was told that it was not done, and on
    which day, stands here so that a job that runs twice tells once.
    """

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="dues")
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    standin_told_on = models.DateField(null=True)
    leads_told_on = models.DateField(null=True)

    objects = DueQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["channel", "-due_on"])]
        constraints = [
            models.UniqueConstraint(name="a_check_is_due_once_a_day", fields=["channel", "due_on"])
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.due_on}"


class LookQuerySet(models.QuerySet["Look"]):
    def of_school(self, school_id: int) -> LookQuerySet:
        return self.filter(channel__school_id=school_id)

    def seen_by(self, user: User) -> LookQuerySet:
        return self.filter(channel__school_id__in=schools_where(user, Permission.CHECKS_READ))

    def readable_by(self, user: User, *, all_results: bool) -> LookQuerySet:
        """Those of which this person may know the result: their own, or all."""
        return self if all_results else self.filter(by=user)

    def by_user(self, user: User) -> LookQuerySet:
        return self.filter(by=user)

    def since(self, day: date) -> LookQuerySet:
        return self.filter(at__date__gte=day)

    def standing(self) -> LookQuerySet:
        """Those that nobody put right."""
        return self.filter(corrected_by__isnull=True)

    def sightings(self) -> LookQuerySet:
        return self.filter(result=CheckResult.SIGHTING)

    def for_list(self) -> LookQuerySet:
        return self.select_related("channel", "by", "due", "corrects").order_by("-at", "-pk")


class Look(models.Model):
    """
    Who looked at what, when, and what they found. A mistake is put right by a further row.

    No text of what was seen: that is a sighting, which only some may read.
    """

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="looks")
    due = models.ForeignKey(Due, models.PROTECT, null=True, related_name="looks")
    result = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in CheckResult]
    )
    note = models.CharField(max_length=300, blank=True)
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrected_by")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = LookQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["channel", "-at"])]
        constraints = [
            models.CheckConstraint(
                name="a_correction_says_why", condition=Q(corrects__isnull=True) | ~Q(note="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel}: {self.result}"

    @property
    def is_done(self) -> bool:
        return self.result in _DONE
