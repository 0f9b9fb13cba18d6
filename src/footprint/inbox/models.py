"""Item: a mention on somebody's desk. What is suggested stands beside what a person then did."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.incidents.models import Incident
from footprint.listening.models import Mention
from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import Matter, PostKind, Role
from footprint.schools.models import School
from footprint.users.access import only_seen_by
from footprint.users.models import User
from footprint.users.permissions import Permission


def _choices(terms: type[Matter] | type[PostKind] | type[Role]) -> list[tuple[str, str]]:
    return [(term.value, term.value) for term in terms]


class Decided(models.TextChoices):
    """What a person did with an item."""

    REPLIED = "replied", _("Replied")
    NO_ACTION = "no_action", _("No action")
    PASSED_ON = "passed_on", _("Passed on")
    INCIDENT = "incident", _("Opened as an incident")


class ItemQuerySet(models.QuerySet["Item"]):
    def seen_by(self, user: User) -> ItemQuerySet:
        return only_seen_by(self, user, Permission.INBOX_READ)

    def of_school(self, school_id: int) -> ItemQuerySet:
        return self.filter(school_id=school_id)

    def open(self) -> ItemQuerySet:
        return self.filter(decided="")


class Item(models.Model):
    """
    One mention, what the rulebook suggests about it, and what a person decided.

    Nothing is ever hidden or ranked by a score: the list is ordered by due date and arrival.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="items")
    mention = models.OneToOneField(Mention, models.PROTECT, related_name="item")
    matter = models.CharField(max_length=20, choices=_choices(Matter))
    received_at = models.DateTimeField()
    policy_version = models.ForeignKey(
        PolicyVersion, models.PROTECT, null=True, related_name="items"
    )

    suggested_kind = models.CharField(max_length=20, choices=_choices(PostKind))
    suggested_flags = models.JSONField(default=list)
    suggested_urgent = models.BooleanField(default=False)
    suggested_desk = models.CharField(max_length=30, choices=_choices(Role))
    suggested_due = models.DateField(null=True)
    unread = models.CharField(max_length=60, blank=True)  # the language we could not read
    reasons = models.JSONField(default=list)  # [{"about", "sentence", "quote": {...} | null}]

    kind = models.CharField(max_length=20, choices=_choices(PostKind), blank=True)
    flags = models.JSONField(default=list)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)

    safety = models.JSONField(default=dict)  # {SafetyQuestion: true | false} as answered
    safety_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    safety_at = models.DateTimeField(null=True)

    desk = models.CharField(max_length=30, choices=_choices(Role))
    due_date = models.DateField(null=True)
    decided = models.CharField(max_length=20, choices=Decided, blank=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_reason = models.TextField(blank=True)
    reply = models.TextField(blank=True)  # exactly what was posted, by a person, on the platform
    passed_to = models.CharField(max_length=150, blank=True)
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="items")
    shut_out = models.ManyToManyField(User, related_name="+", blank=True)
    revision = models.PositiveIntegerField(default=1)  # two people at once: the second is told

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_decided_item_has_a_person_and_a_time",
                condition=Q(decided="", decided_by__isnull=True, decided_at__isnull=True)
                | (~Q(decided="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_confirmed_item_has_a_person_and_a_time",
                condition=Q(confirmed_by__isnull=True, confirmed_at__isnull=True)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="answered_safety_has_a_person_and_a_time",
                condition=Q(safety_by__isnull=True, safety_at__isnull=True)
                | Q(safety_by__isnull=False, safety_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["school", "-received_at", "-id"], name="inbox_newest_first"),
            models.Index(
                fields=["school", "due_date", "id"],
                condition=Q(decided=""),
                name="inbox_open_by_due",
            ),
        ]

    def __str__(self) -> str:
        return f"item {self.pk}"
