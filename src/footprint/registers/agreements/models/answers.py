"""Who signed or declined which version of a text, how, when, and who recorded it."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.registers.agreements.models.texts import AgreementText
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class State(models.TextChoices):
    """What a person answered. Whoever declines is bound by the policy all the same."""

    SIGNED = "signed", _("Signed")
    DECLINED = "declined", _("Declined: the policy still applies")


class How(models.TextChoices):
    """The way by which the answer came."""

    LINK = "link", _("On screen, by one-time link")
    SIGNED_IN = "signed_in", _("On screen, signed in")
    PAPER = "paper", _("On paper")
    CLASS = "class", _("As a class, with the teacher")


class Ended(models.TextChoices):
    """Why an answer counts no more."""

    ANSWERED_ANEW = "answered_anew", _("Answered anew")
    MISTAKE = "mistake", _("Recorded by mistake")
    LEFT = "left", _("Left the school")


class SignatureQuerySet(models.QuerySet["Signature"]):
    def seen_by(self, user: User) -> SignatureQuerySet:
        return self.filter(text__school_id__in=schools_where(user, Permission.AGREEMENTS_READ))

    def of_school(self, school_id: int) -> SignatureQuerySet:
        return self.filter(text__school_id=school_id)

    def of_person(self, person: Person) -> SignatureQuerySet:
        return self.filter(person=person).select_related("text", "recorded_by", "ended_by")

    def current(self) -> SignatureQuerySet:
        return self.filter(ended_at__isnull=True)

    def that_count_for(self, text: AgreementText) -> SignatureQuerySet:
        """Current answers to this version or to one that differs from it in wording only."""
        return self.current().filter(
            text__school_id=text.school_id,
            text__audience=text.audience,
            text__number__gte=text.counts_from,
        )

    def of_leavers(self, on: date) -> SignatureQuerySet:
        """Current answers of people who are not here any more."""
        return self.current().filter(person__left_on__lte=on).select_related("text")


class Signature(models.Model):
    """
    One answer of one person to one version. Never changed: it ends, and another is added.

    `recorded_by` is empty only where the person answered by a one-time link.
    """

    text = models.ForeignKey(AgreementText, models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, models.PROTECT, related_name="signatures")
    state = models.CharField(max_length=10, choices=State)
    how = models.CharField(max_length=10, choices=How)
    signed_on = models.DateField()  # the day on the paper; else the day of recording
    signed_as = models.CharField(max_length=160, blank=True)  # the name as it was typed
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=20, choices=Ended, blank=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_reason = models.CharField(max_length=200, blank=True)

    objects = SignatureQuerySet.as_manager()

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        indexes = [models.Index(fields=["person", "text"])]
        constraints = [
            models.UniqueConstraint(
                name="one_current_answer_of_a_person_to_a_text",
                fields=["text", "person"],
                condition=Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="somebody_recorded_what_came_by_no_link",
                condition=Q(how="link", recorded_by__isnull=True)
                | (~Q(how="link") & Q(recorded_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="an_answer_ends_for_a_reason",
                condition=Q(ended_at__isnull=True, ended_why="", ended_by__isnull=True)
                | (Q(ended_at__isnull=False) & ~Q(ended_why="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.state} ({self.text})"
