"""A keeper or approver has gone: what must be done before the account is safe again."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.registers.official_accounts.models.accounts import OfficialAccount
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class Why(models.TextChoices):
    """Why somebody does not look after an account any more."""

    LEFT = "left", _("has left the school")
    REPLACED = "replaced", _("is not named for it any more")


class Step(models.TextChoices):
    """What is done, in this order; the last one signs the others off."""

    ACCESS = "access", _("Remove their access")
    RECOVERY = "recovery", _("Change the recovery address and phone")
    KEEPER = "keeper", _("Name somebody new")
    SIGNED_OFF = "signed_off", _("Sign off")


TASKS = (Step.ACCESS, Step.RECOVERY, Step.KEEPER)


class HandoverQuerySet(models.QuerySet["Handover"]):
    def seen_by(self, user: User) -> HandoverQuerySet:
        places = schools_where(user, Permission.ACCOUNTS_CHANGE)
        return self.filter(account__school_id__in=places)

    def of_school(self, school_id: int) -> HandoverQuerySet:
        return self.filter(account__school_id=school_id)

    def open(self) -> HandoverQuerySet:
        return self.filter(signed_off_at__isnull=True)

    def for_list(self) -> HandoverQuerySet:
        related = self.select_related("account", "person").prefetch_related("steps__by")
        return related.order_by("opened_at", "pk")


class Handover(models.Model):
    """The task list of one person who looked after one account."""

    account = models.ForeignKey(OfficialAccount, models.CASCADE, related_name="handovers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="account_handovers")
    why = models.CharField(max_length=10, choices=Why)
    opened_at = models.DateTimeField()
    signed_off_at = models.DateTimeField(null=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["opened_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_open_handover_of_a_person_for_an_account",
                fields=["account", "person"],
                condition=Q(signed_off_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.account}"


class HandoverStep(models.Model):
    """A step that somebody took. Only ever added."""

    handover = models.ForeignKey(Handover, models.CASCADE, related_name="steps")
    step = models.CharField(max_length=10, choices=Step)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_step_of_a_handover_is_taken_once", fields=["handover", "step"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.handover}: {self.step}"
