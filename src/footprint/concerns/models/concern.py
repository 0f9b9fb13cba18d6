"""Concern: what somebody told the school in private; and the words that went to and fro."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from footprint.incidents.models import Incident
from footprint.rulebook.terms import Matter, Role
from footprint.schools.models import School
from footprint.users.access import holders, only_seen_by
from footprint.users.models import User
from footprint.users.permissions import GRANTS, MATTERS, Permission
from footprint.vault.fields import Seal, SealedText, is_sealed

KEPT_AFTER_CLOSING = timedelta(days=90)


class Way(models.TextChoices):
    """By which door it came in."""

    PARENT = "parent", _("A parent’s concern")
    ANONYMOUS = "anonymous", _("An anonymous report")
    CHILD = "child", _("A child’s report")
    STAFF = "staff", _("Told by staff")


class ConcernQuerySet(models.QuerySet["Concern"]):
    def seen_by(self, user: User) -> ConcernQuerySet:
        return only_seen_by(self, user, Permission.INCIDENTS_READ)

    def of_school(self, school_id: int) -> ConcernQuerySet:
        return self.filter(school_id=school_id)

    def with_key(self, pk: int) -> ConcernQuerySet:
        return self.filter(pk=pk)

    def open(self) -> ConcernQuerySet:
        return self.filter(closed_on__isnull=True)

    def closed(self) -> ConcernQuerySet:
        return self.filter(closed_on__isnull=False)

    def apart(self, apart: bool) -> ConcernQuerySet:
        """Those that came in a flood, or the others."""
        return self.filter(kept_apart=apart)

    def urgent(self) -> ConcernQuerySet:
        return self.exclude(answers=[])

    def not_urgent(self) -> ConcernQuerySet:
        return self.filter(answers=[])

    def untold(self) -> ConcernQuerySet:
        """Those that nobody was told of yet."""
        return self.filter(told=False).select_related("school").order_by("pk")

    def with_receipt(self, digest: str) -> ConcernQuerySet:
        """By the SHA-256 of a receipt; what was erased is not found any more."""
        return self.filter(receipt=digest, erased_on__isnull=True).exclude(receipt="")

    def to_erase(self, today: date) -> ConcernQuerySet:
        """Reports without a name that were closed long enough ago."""
        nameless = self.filter(way__in=[Way.ANONYMOUS, Way.CHILD], erased_on__isnull=True)
        return nameless.filter(closed_on__lte=today - KEPT_AFTER_CLOSING)

    def shutting_out(self, user: User) -> ConcernQuerySet:
        return self.filter(shut_out=user)

    def first_without_incident(self) -> Concern | None:
        """The open one from which no incident was opened yet."""
        return self.open().filter(incident__isnull=True).first()

    def for_list(self) -> ConcernQuerySet:
        return self.select_related("school").order_by("-received_on", "-pk")


class Concern(models.Model):
    """
    What somebody told the school in private. Fast to write, hard to read.

    Of a report from outside nothing is kept that could trace it: no address, no device, no time of
    day. Its words are sealed whatever it is about. `shut_out` are those whom the reporter named as
    not to read it, and whoever was named later, with their families.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="concerns")
    way = models.CharField(max_length=10, choices=Way)
    matter = models.CharField(max_length=20, db_index=True)  # rulebook Matter
    answers = models.JSONField(default=list)  # SafetyQuestion values answered yes
    received_on = models.DateField()
    written_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # staff only
    about = SealedText(blank=True)
    words = SealedText()
    wish = SealedText(blank=True)
    reach = SealedText(blank=True)  # how to reach a parent who wants that
    seal_key = models.CharField(max_length=32)
    receipt = models.CharField(max_length=64, blank=True)  # the SHA-256 of its words
    kept_apart = models.BooleanField(default=False)
    told = models.BooleanField(default=False)  # its circle was sent a message
    shut_out = models.ManyToManyField(User, related_name="+", blank=True)
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="concerns")

    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    closed_reason = SealedText(blank=True)
    erased_on = models.DateField(null=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(fields=["school", "closed_on", "received_on"], name="concerns_by_day"),
            models.Index(fields=["told"], condition=Q(told=False), name="concerns_untold"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_concerns_words_cannot_be_read_without_its_key",
                condition=is_sealed("about")
                & is_sealed("words")
                & is_sealed("wish")
                & is_sealed("reach")
                & is_sealed("closed_reason"),
            ),
            models.CheckConstraint(
                name="a_closed_concern_says_who_closed_it_and_why",
                condition=Q(closed_on__isnull=True, closed_by__isnull=True, closed_reason="")
                | Q(closed_on__isnull=False, closed_by__isnull=False)
                & (~Q(closed_reason="") | Q(erased_on__isnull=False)),
            ),
            models.CheckConstraint(
                name="only_a_concern_of_staff_has_a_writer",
                condition=Q(way=Way.STAFF, written_by__isnull=False, receipt="")
                | (~Q(way=Way.STAFF) & Q(written_by__isnull=True) & ~Q(receipt="")),
            ),
            models.CheckConstraint(
                name="an_erased_concern_has_no_words",
                condition=Q(erased_on__isnull=True)
                | Q(about="", words="", wish="", reach="", closed_reason=""),
            ),
            models.UniqueConstraint(
                fields=["receipt"], condition=~Q(receipt=""), name="a_receipt_is_of_one_concern"
            ),
        ]

    def __str__(self) -> str:
        return f"concern {self.pk}"

    @property
    def seal(self) -> Seal:
        return Seal(self.seal_key, self.school_id)

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    def readers(self) -> QuerySet[User]:
        """Who may see it now, by name: the same answer as `seen_by`, from the other side."""
        roles = [
            role
            for role in Role
            if Matter(self.matter) in MATTERS[role] and Permission.INCIDENTS_READ in GRANTS[role]
        ]
        return holders(self.school_id, roles, but=self.shut_out.all())


class Message(models.Model):
    """Words between the school and whoever reported. `is_outcome`: what became of it."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="messages")
    written_on = models.DateField()
    written_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    is_outcome = models.BooleanField(default=False)
    text = SealedText(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="words_of_a_message_cannot_be_read_without_its_key",
                condition=is_sealed("text"),
            ),
            models.CheckConstraint(
                name="only_the_school_says_what_became_of_it",
                condition=Q(is_outcome=False) | Q(written_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"message {self.pk} of {self.concern}"

    @property
    def seal(self) -> Seal:
        return self.concern.seal
