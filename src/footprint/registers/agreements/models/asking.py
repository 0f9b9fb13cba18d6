"""Who was asked to sign which text, and how often the school wants people reminded."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.registers.agreements.models.texts import AgreementText
from footprint.schools.models import School
from footprint.users.models import User

MOST_REMINDERS = 5
LONGEST_WAIT = 20


class Channel(models.TextChoices):
    """How the request reached the person."""

    EMAIL = "email", _("E-mail")
    SHEET = "sheet", _("Printed link")


class SigningRequestQuerySet(models.QuerySet["SigningRequest"]):
    def that_ask_for(self, text: AgreementText) -> SigningRequestQuerySet:
        """For this version, or for one that differs from it in wording only."""
        return self.filter(
            text__school_id=text.school_id,
            text__audience=text.audience,
            text__number__gte=text.counts_from,
        )

    def of_person(self, person: Person) -> SigningRequestQuerySet:
        return self.filter(person=person).select_related("text", "asked_by")

    def reminders(self) -> SigningRequestQuerySet:
        return self.filter(asked_by__isnull=True)

    def to_be_sent(self) -> SigningRequestQuerySet:
        waiting = self.filter(channel=Channel.EMAIL, sent_at__isnull=True).order_by("pk")
        return waiting.select_related("person", "person__user", "text", "text__school")


class SigningRequest(models.Model):
    """
    One asking of one person: by somebody of the school, or, without `asked_by`, as a reminder.

    A person is asked at most once a day in each way, so that a button pressed twice asks once.
    """

    text = models.ForeignKey(AgreementText, models.PROTECT, related_name="requests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="signing_requests")
    channel = models.CharField(max_length=10, choices=Channel)
    asked_on = models.DateField()
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True)  # when the message was put into the outbox

    objects = SigningRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_on", "-pk"]
        indexes = [
            models.Index(fields=["person", "text"]),
            models.Index(
                fields=["id"],
                condition=Q(channel="email", sent_at__isnull=True),
                name="signing_requests_waiting",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                name="a_person_is_asked_once_a_day",
                fields=["text", "person", "channel", "asked_on"],
            ),
            models.CheckConstraint(
                name="a_reminder_to_sign_goes_by_email",
                condition=Q(asked_by__isnull=False) | Q(channel="email"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} asked on {self.asked_on} ({self.text})"

    @property
    def is_reminder(self) -> bool:
        return self.asked_by_id is None


class ReminderPlanQuerySet(models.QuerySet["ReminderPlan"]):
    def active(self) -> ReminderPlanQuerySet:
        return self.filter(most__gt=0).select_related("school").order_by("school_id")

    def of_school(self, school_id: int) -> ReminderPlan | None:
        return self.filter(school_id=school_id).first()


class ReminderPlan(models.Model):
    """The school's own number of reminders. Without a row nobody is reminded."""

    school = models.OneToOneField(School, models.CASCADE, related_name="reminder_plan")
    most = models.PositiveSmallIntegerField()  # reminders for each person; 0 means none
    school_days = models.PositiveSmallIntegerField()  # between one message and the next
    set_on = models.DateField()
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = ReminderPlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="reminders_to_sign_stop",
                condition=Q(most__lte=MOST_REMINDERS)
                & Q(school_days__gte=1, school_days__lte=LONGEST_WAIT),
            )
        ]

    def __str__(self) -> str:
        return f"{self.school}: {self.most}"
