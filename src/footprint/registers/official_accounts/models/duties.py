"""Who is named for an account, and who was."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.users.models import User

if TYPE_CHECKING:
    from footprint.registers.official_accounts.models.accounts import OfficialAccount

FEWEST_KEEPERS = 2
MOST_APPROVERS = 3


class DutyKind(models.TextChoices):
    """What a named person does for an account."""

    KEEPER = "keeper", _("Keeps the account")
    APPROVER = "approver", _("Approves what goes out")


class DutyQuerySet(models.QuerySet["Duty"]):
    def current(self) -> DutyQuerySet:
        return self.filter(until__isnull=True).order_by("pk")

    def of_kind(self, kind: DutyKind) -> DutyQuerySet:
        return self.filter(kind=kind)

    def of_accounts(self, accounts: Iterable[OfficialAccount]) -> DutyQuerySet:
        return self.filter(account__in=list(accounts)).select_related("person")

    def of_people_here(self, on: date) -> DutyQuerySet:
        return self.filter(Q(person__left_on__isnull=True) | Q(person__left_on__gt=on))

    def of_leavers(self, on: date) -> DutyQuerySet:
        """Current duties of people who are not here any more."""
        return self.filter(until__isnull=True, person__left_on__lte=on)

    def of_user(self, user: User) -> DutyQuerySet:
        return self.filter(person__user=user)


class Duty(models.Model):
    """A person named for an account. Rows end, they are never overwritten: they are the history."""

    account = models.ForeignKey(
        "official_accounts.OfficialAccount", models.CASCADE, related_name="duties"
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="account_duties")
    kind = models.CharField(max_length=10, choices=DutyKind)
    since = models.DateField()
    named_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    named_at = models.DateTimeField()
    until = models.DateField(null=True)  # the first day on which it is not so
    ended_by = models.CharField(max_length=150, blank=True)  # a user's e-mail, or "system: <job>"
    ended_at = models.DateTimeField(null=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_person_has_a_duty_once_at_a_time",
                fields=["account", "person", "kind"],
                condition=Q(until__isnull=True),
            ),
            models.CheckConstraint(
                name="a_duty_ends_on_a_day_by_somebody",
                condition=Q(until__isnull=True, ended_at__isnull=True, ended_by="")
                | (Q(until__isnull=False, ended_at__isnull=False) & ~Q(ended_by="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.kind}"


def keepers_of(accounts: Iterable[OfficialAccount], *, on: date) -> dict[int, list[Person]]:
    """Account id -> who keeps it and is here on that day. One query, however many accounts."""
    return _people_of(accounts, DutyKind.KEEPER, on)


def approvers_of(accounts: Iterable[OfficialAccount], *, on: date) -> dict[int, list[Person]]:
    """Account id -> who approves what goes out there and is here on that day. One query."""
    return _people_of(accounts, DutyKind.APPROVER, on)


def _people_of(
    accounts: Iterable[OfficialAccount], kind: DutyKind, on: date
) -> dict[int, list[Person]]:
    asked = list(accounts)
    found: dict[int, list[Person]] = {account.pk: [] for account in asked}
    for duty in Duty.objects.current().of_accounts(asked).of_kind(kind).of_people_here(on):
        found[duty.account_id].append(duty.person)
    return found
