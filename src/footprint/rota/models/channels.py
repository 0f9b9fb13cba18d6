"""A channel on the rota, and who looks at it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import F, Prefetch, Q

from footprint.people.models import Person
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.rulebook.decisions.channel_check import CheckEvery, Plan
from footprint.rulebook.terms import Platform
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission

FRIDAY = 4


class CheckerQuerySet(models.QuerySet["Checker"]):
    def current(self) -> CheckerQuerySet:
        return self.filter(until__isnull=True).order_by("pk")


class ChannelQuerySet(models.QuerySet["Channel"]):
    def seen_by(self, user: User) -> ChannelQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.CHECKS_READ))

    def of_school(self, school_id: int) -> ChannelQuerySet:
        return self.filter(school_id=school_id)

    def going_on(self, on: date) -> ChannelQuerySet:
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on))

    def for_account(self, account: OfficialAccount) -> ChannelQuerySet:
        return self.filter(account=account)

    def with_words(self, words: str) -> ChannelQuerySet:
        """Those in whose name, or the names of whose checkers, each word stands."""
        found = self
        for word in words.split()[:8]:
            person = Q(checkers__until__isnull=True) & (
                Q(checkers__person__family_name__icontains=word)
                | Q(checkers__person__given_name__icontains=word)
            )
            found = found.filter(Q(name__icontains=word) | person)
        return found.distinct()

    def with_people(self) -> ChannelQuerySet:
        """Each with those who look at it: one query more, however many rows."""
        named = Prefetch("checkers", Checker.objects.select_related("person__user"))
        related = self.select_related("account", "standin__user")
        return related.prefetch_related(named)


class Channel(models.Model):
    """
    One place that is looked at: an official account, or a public place under its own name.

    What it is and how often it is looked at never changes afterwards: another rhythm is a new row,
    so that what was due in the past stays what it was.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="checked_channels")
    account = models.ForeignKey(
        OfficialAccount, models.PROTECT, null=True, related_name="checked_as"
    )
    name = models.CharField(max_length=120)  # "Mumsnet", "Puddleford parents (Facebook group)"
    platform = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Platform]
    )
    address = models.URLField(max_length=1000, blank=True)
    every = models.CharField(
        max_length=12, choices=[(each.value, each.value) for each in CheckEvery]
    )
    weekday = models.PositiveSmallIntegerField(default=0)  # 0 for Monday to 4 for Friday
    begins_on = models.DateField()
    ended_on = models.DateField(null=True)  # the first day on which nothing is due any more
    standin = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="stands_in_for"
    )  # told first when a check was not done
    made_until = models.DateField(null=True)  # due checks were made up to this day
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = ChannelQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_channel_is_on_the_rota_once",
                fields=["school", "name"],
                condition=Q(ended_on__isnull=True),
            ),
            models.CheckConstraint(
                name="a_channel_is_looked_at_on_a_school_day",
                condition=Q(weekday__gte=0, weekday__lte=FRIDAY),
            ),
            models.CheckConstraint(
                name="a_channel_ends_after_it_began",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("begins_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def plan(self) -> Plan:
        return Plan(CheckEvery(self.every), self.weekday, self.begins_on, self.ended_on)

    @property
    def is_listing(self) -> bool:
        """Google shows no reviews of schools: what is checked there is the listing."""
        return self.platform == Platform.GOOGLE_REVIEWS

    @property
    def named(self) -> list[Person]:
        """Who looks at it now, those who have left the school too."""
        return [checker.person for checker in self.checkers.all() if checker.until is None]


class Checker(models.Model):
    """Somebody who looks at a channel. Rows end; they are the history."""

    channel = models.ForeignKey(Channel, models.CASCADE, related_name="checkers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="checks_channels")
    since = models.DateField()
    until = models.DateField(null=True)

    objects = CheckerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_person_looks_at_a_channel_once",
                fields=["channel", "person"],
                condition=Q(until__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.channel}"
