"""Somebody tried to connect with somebody: a matter, seen only by those whom it concerns."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.policies.models import PolicyVersion
from footprint.registers.connection_exceptions.models.links import PARTIES
from footprint.rulebook.terms import ConnectionKind, Matter, Role
from footprint.schools.models import School
from footprint.users.access import holders, only_seen_by
from footprint.users.models import User
from footprint.users.permissions import GRANTS, MATTERS, Permission
from footprint.vault.fields import Seal, SealedText, is_sealed


class AttemptOutcome(models.TextChoices):
    """What became of a report."""

    DEALT_WITH = "dealt_with", _("Dealt with")
    NO_ACTION = "no_action", _("Nothing to do")
    INCIDENT = "incident", _("Opened as an incident")


class ConnectionAttemptQuerySet(models.QuerySet["ConnectionAttempt"]):
    def seen_by(self, user: User) -> ConnectionAttemptQuerySet:
        """By the class of matter, without whoever is part of it and their family."""
        return only_seen_by(self, user, Permission.INCIDENTS_READ)

    def of_school(self, school_id: int) -> ConnectionAttemptQuerySet:
        return self.filter(school_id=school_id)

    def with_key(self, pk: int) -> ConnectionAttemptQuerySet:
        return self.filter(pk=pk)

    def open(self) -> ConnectionAttemptQuerySet:
        return self.filter(outcome="")

    def settled(self) -> ConnectionAttemptQuerySet:
        return self.exclude(outcome="")

    def reported_before(self, moment: datetime) -> ConnectionAttemptQuerySet:
        return self.filter(reported_at__lt=moment)

    def shutting_out(self, user: User) -> ConnectionAttemptQuerySet:
        return self.filter(shut_out=user)

    def for_list(self) -> ConnectionAttemptQuerySet:
        return self.select_related("school").order_by("-reported_at", "-pk")


class ConnectionAttempt(models.Model):
    """
    A report that somebody tried to connect with somebody. Fast to write, hard to read.

    `shut_out` are the people of both sides who sign in here, and their families: they get no sign
    of it, whatever their role. Where the headteacher tried, the class alone keeps it from them.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="connection_attempts")
    matter = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Matter], db_index=True
    )
    by_party = models.CharField(max_length=20, choices=PARTIES)
    by_name = SealedText(blank=True)  # empty where nobody knows
    by_person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    by_user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    to_party = models.CharField(max_length=20, choices=PARTIES)
    to_name = SealedText(blank=True)
    to_person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    to_user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    kind = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in ConnectionKind]
    )
    platform = models.CharField(max_length=20)  # rulebook Platform
    words = SealedText()
    happened_on = models.DateField(null=True)
    reported_at = models.DateTimeField()
    reported_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    told = models.CharField(max_length=20)  # rulebook Role: by the policy, or as suggested
    told_by_policy = models.BooleanField()
    reasons = models.JSONField(default=list)  # [{"sentence", "quote"}]
    policy_version = models.ForeignKey(PolicyVersion, models.PROTECT, null=True, related_name="+")
    seal_key = models.CharField(max_length=32)  # every report is sealed: it names people
    shut_out = models.ManyToManyField(User, related_name="+", blank=True)

    outcome = models.CharField(max_length=20, choices=AttemptOutcome, blank=True)
    outcome_at = models.DateTimeField(null=True)
    outcome_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    outcome_reason = SealedText(blank=True)
    incident_number = models.BigIntegerField(null=True)  # incidents live in a room above this one

    objects = ConnectionAttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-reported_at", "-pk"]
        indexes = [
            models.Index(fields=["school", "outcome", "reported_at"], name="attempts_by_outcome"),
        ]
        constraints = [
            models.CheckConstraint(
                name="an_attempts_outcome_has_person_and_time",
                condition=Q(outcome="", outcome_at__isnull=True, outcome_by__isnull=True)
                | (~Q(outcome="") & Q(outcome_at__isnull=False, outcome_by__isnull=False)),
            ),
            models.CheckConstraint(
                name="an_attempt_that_is_an_incident_has_its_number",
                condition=Q(outcome=AttemptOutcome.INCIDENT, incident_number__isnull=False)
                | (~Q(outcome=AttemptOutcome.INCIDENT) & Q(incident_number__isnull=True)),
            ),
            models.CheckConstraint(
                name="an_attempts_words_cannot_be_read_without_its_key",
                condition=is_sealed("by_name")
                & is_sealed("to_name")
                & is_sealed("words")
                & is_sealed("outcome_reason"),
            ),
        ]

    def __str__(self) -> str:
        return f"attempt {self.pk}"

    @property
    def seal(self) -> Seal:
        return Seal(self.seal_key, self.school_id)

    def readers(self) -> QuerySet[User]:
        """Who may see it now, by name: the same answer as `seen_by`, from the other side."""
        return readers_of(self.school_id, Matter(self.matter), but=self.shut_out.all())

    def desk(self) -> QuerySet[User]:
        """Of them, those who hold the role that is told."""
        desk = holders(self.school_id, [Role(self.told)])
        return self.readers().filter(pk__in=desk.values("pk"))


def readers_of(
    school_id: int, matter: Matter, *, but: QuerySet[User] | set[User]
) -> QuerySet[User]:
    """Who may see a matter of this class at the school, without these people."""
    roles = [
        role
        for role in Role
        if matter in MATTERS[role] and Permission.INCIDENTS_READ in GRANTS[role]
    ]
    return holders(school_id, roles, but=but)
