"""Item: a mention on somebody's desk. What is suggested stands beside what a person then did."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from footprint.incidents.models import Incident
from footprint.listening.models import Mention
from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import Flag, Matter, PostKind, Role
from footprint.schools.models import School
from footprint.users.access import only_seen_by
from footprint.users.models import User
from footprint.users.permissions import Permission
from footprint.vault.fields import PREFIX, Seal, SealedJSON, SealedText


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

    def with_key(self, pk: int) -> ItemQuerySet:
        return self.filter(pk=pk)

    def decided_ones(self) -> ItemQuerySet:
        return self.exclude(decided="")

    def on_desks(self, roles: Iterable[Role]) -> ItemQuerySet:
        return self.filter(desk__in=[role.value for role in roles])

    def urgent(self) -> ItemQuerySet:
        return self.filter(suggested_urgent=True)

    def overdue(self, day: date) -> ItemQuerySet:
        return self.open().filter(due_date__lt=day)

    def of_kind(self, kind: str) -> ItemQuerySet:
        """As confirmed, or as suggested where nobody has looked yet."""
        return self.filter(Q(kind=kind) | Q(kind="", suggested_kind=kind))

    def of_platform(self, platform: str) -> ItemQuerySet:
        return self.filter(mention__platform=platform)

    def with_words(self, words: str) -> ItemQuerySet:
        """Every one of the words, in the post, its title or its author; sealed ones are opened."""
        wanted = words.split()[:8]
        found = self.filter(mention__seal_key="")
        for word in wanted:
            found = found.filter(
                Q(mention__text__icontains=word)
                | Q(mention__title__icontains=word)
                | Q(mention__author__icontains=word)
            )
        sealed = self.exclude(mention__seal_key="").select_related("mention")
        opened = [item.pk for item in sealed if item.mention.holds_words(wanted)]
        return self.filter(Q(pk__in=found.values("pk")) | Q(pk__in=opened))

    def not_yet_sealed(self) -> ItemQuerySet:
        """Those whose mention was sealed by a room that does not know items."""
        found = self.exclude(mention__seal_key="").exclude(reasons__startswith=PREFIX)
        return found.select_related("mention").order_by("pk")

    def for_list(self) -> ItemQuerySet:
        return self.select_related("mention", "mention__source").order_by("-received_at", "-pk")

    def soonest(self) -> ItemQuerySet:
        """What is due first; what has no date comes after what has."""
        return self.select_related("mention").order_by(
            F("due_date").asc(nulls_last=True), "-received_at", "-pk"
        )

    def older_than(self, received_at: datetime, pk: int) -> ItemQuerySet:
        """What comes after this one in a list, newest first."""
        return self.filter(Q(received_at__lt=received_at) | Q(received_at=received_at, pk__lt=pk))

    def newer_than(self, received_at: datetime, pk: int) -> ItemQuerySet:
        return self.filter(Q(received_at__gt=received_at) | Q(received_at=received_at, pk__gt=pk))


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
    reasons = SealedJSON(default=list)  # [{"about", "sentence", "quote": {...} | null}]

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
    decided_reason = SealedText(blank=True)
    reply = SealedText(blank=True)  # exactly what was posted, by a person, on the platform
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

    @property
    def seal(self) -> Seal | None:
        """That of the mention: what is said of a post is as sensitive as the post."""
        return self.mention.seal

    @property
    def shown_kind(self) -> PostKind:
        """As a person confirmed it, else as suggested."""
        return PostKind(self.kind or self.suggested_kind)

    @property
    def shown_flags(self) -> list[Flag]:
        """As a person confirmed them, else as suggested."""
        return [Flag(flag) for flag in (self.flags if self.confirmed_at else self.suggested_flags)]

    @property
    def is_urgent(self) -> bool:
        """A yes to a safety question, or suggested so and not yet looked at by a person."""
        return any(self.safety.values()) or (self.suggested_urgent and self.safety_at is None)


class ReplyDraftQuerySet(models.QuerySet["ReplyDraft"]):
    def standing(self) -> ReplyDraftQuerySet:
        """The one that waits or is approved; what came back is kept and stands no more."""
        return self.filter(sent_back_at__isnull=True).select_related("written_by", "approved_by")


class ReplyDraft(models.Model):
    """An answer in public, before it goes out: another person than its author approves it."""

    item = models.ForeignKey(Item, models.PROTECT, related_name="reply_drafts")
    text = SealedText()
    kept_because = SealedText(blank=True)  # why words that were found stay
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    sent_back_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    sent_back_at = models.DateTimeField(null=True)
    sent_back_because = SealedText(blank=True)

    objects = ReplyDraftQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="nobody_approves_their_own_answer",
                condition=Q(approved_by__isnull=True, approved_at__isnull=True)
                | (
                    Q(approved_by__isnull=False, approved_at__isnull=False)
                    & ~Q(approved_by=F("written_by"))
                ),
            ),
            models.UniqueConstraint(
                name="one_answer_stands_for_an_item",
                fields=["item"],
                condition=Q(sent_back_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"draft answer of {self.item}"

    @property
    def seal(self) -> Seal | None:
        return self.item.seal

    @property
    def is_ready(self) -> bool:
        return self.approved_at is not None
