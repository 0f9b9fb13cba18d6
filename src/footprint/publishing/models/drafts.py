"""A draft: words, pictures, who is in them and where it shall go; and who approved it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.pictures.copying import PictureFormat
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.rulebook.terms import PictureUse
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class State(models.TextChoices):
    """Where a draft stands."""

    WRITING = "writing", _("Being written")
    WAITING = "waiting", _("Waits for approval")
    APPROVED = "approved", _("Approved: to be put out")
    REJECTED = "rejected", _("Sent back")
    OUT = "out", _("Is out")
    WITHDRAWN = "withdrawn", _("Given up")
    EXPIRED = "expired", _("Expired")


ALIVE = (State.WRITING, State.WAITING, State.APPROVED, State.REJECTED)  # may become something
MOST_PICTURES = 10


class DraftQuerySet(models.QuerySet["Draft"]):
    def seen_by(self, user: User) -> DraftQuerySet:
        """One's own; those who keep accounts or approve see all of their school."""
        all_of = schools_where(user, Permission.PUBLISHING_APPROVE)
        all_of |= schools_where(user, Permission.ACCOUNTS_CHANGE)
        own = Q(author=user, school_id__in=schools_where(user, Permission.PUBLISHING_DRAFT))
        return self.filter(own | Q(school_id__in=all_of))

    def of_school(self, school_id: int) -> DraftQuerySet:
        return self.filter(school_id=school_id)

    def by(self, user: User) -> DraftQuerySet:
        return self.filter(author=user)

    def not_by(self, user: User) -> DraftQuerySet:
        return self.exclude(author=user)

    def in_state(self, *states: str) -> DraftQuerySet:
        return self.filter(state__in=states)

    def alive(self) -> DraftQuerySet:
        return self.in_state(*ALIVE)

    def ended(self) -> DraftQuerySet:
        return self.exclude(state__in=ALIVE)

    def past(self, day: date) -> DraftQuerySet:
        """Those whose last day is over."""
        return self.alive().filter(expires_on__lt=day)

    def ending_by(self, day: date) -> DraftQuerySet:
        """Those that end soon, if nobody does anything."""
        return self.alive().filter(expires_on__lte=day).select_related("author", "school")

    def with_words(self, words: str) -> DraftQuerySet:
        """Each word stands in the title, the text, the author's name or a place."""
        found = self
        for word in words.split()[:8]:
            named = Q(title__icontains=word) | Q(text__icontains=word)
            where = Q(author__name__icontains=word) | Q(places__label__icontains=word)
            found = found.filter(named | where)
        return found.distinct()

    def for_list(self) -> DraftQuerySet:
        related = self.select_related("author").prefetch_related("places__publication")
        return related.order_by("-changed_at", "-pk")

    def whole(self) -> DraftQuerySet:
        """With all that its check looks at; never the bytes of its pictures."""
        pictures = Prefetch("pictures", Picture.objects.without_bytes())
        places = Prefetch("places", DraftPlace.objects.select_related("account", "publication"))
        return self.select_related("school", "author", "decided_by").prefetch_related(
            places, pictures, "people", "approvals__by"
        )


class Draft(models.Model):
    """
    Something that shall go out, by its author alone.

    `revision` counts every change, and an approval holds for one revision only: whatever is
    changed afterwards has not been approved by anybody.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="drafts")
    author = models.ForeignKey(User, models.PROTECT, related_name="drafts")
    title = models.CharField(max_length=120)
    text = models.TextField(blank=True)
    people = models.ManyToManyField(Person, related_name="+", blank=True)
    said_who = models.BooleanField(default=False)  # somebody said who is in it, or that nobody is
    others = models.BooleanField(default=False)  # somebody who is not in the register
    others_note = models.CharField(max_length=300, blank=True)  # who, and how they agreed
    kept = models.JSONField(default=dict)  # {key of a finding: why it stays}
    state = models.CharField(max_length=10, choices=State, default=State.WRITING)
    revision = models.PositiveIntegerField(default=1)
    made_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    expires_on = models.DateField()  # the last day on which it is kept
    submitted_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=500, blank=True)  # why it was sent back or given up
    key = models.CharField(max_length=32, blank=True)  # under which its pictures are sealed

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["school", "state", "-changed_at"], name="drafts_by_state"),
            models.Index(fields=["expires_on"], name="drafts_by_last_day"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_draft_is_sent_back_for_a_reason_by_somebody",
                condition=~Q(state="rejected")
                | (~Q(reason="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="a_draft_that_waits_was_submitted",
                condition=~Q(state__in=["waiting", "approved"]) | Q(submitted_at__isnull=False),
            ),
            models.CheckConstraint(
                name="others_in_a_picture_are_said_to_be_there",
                condition=Q(others=True) | Q(others_note=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_alive(self) -> bool:
        return self.state in ALIVE

    @property
    def open_places(self) -> list[DraftPlace]:
        """Where it has not gone yet."""
        return [place for place in self.places.all() if not place.is_out]


class DraftPlaceQuerySet(models.QuerySet["DraftPlace"]):
    def but(self, keys: Iterable[str]) -> DraftPlaceQuerySet:
        return self.exclude(key__in=list(keys))


class DraftPlace(models.Model):
    """One place where a draft shall go. `key` is what the register of permissions calls it."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="places")
    key = models.CharField(max_length=40)
    use = models.CharField(max_length=20, choices=[(each.value, each.value) for each in PictureUse])
    label = models.CharField(max_length=150)
    account = models.ForeignKey(OfficialAccount, models.PROTECT, null=True, related_name="+")

    objects = DraftPlaceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="a_draft_goes_to_a_place_once", fields=["draft", "key"])
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def is_out(self) -> bool:
        return hasattr(self, "publication")


class PictureQuerySet(models.QuerySet["Picture"]):
    def without_bytes(self) -> PictureQuerySet:
        return self.defer("sealed")


class Picture(models.Model):
    """
    A clean copy of a picture, sealed under its draft's key. The original is kept nowhere.

    `carried` says what kinds of things the original carried, never what they were.
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="pictures")
    name = models.CharField(max_length=32, unique=True)  # random: an address nobody can guess
    sealed = models.BinaryField()
    format = models.CharField(
        max_length=5, choices=[(each.value, each.value) for each in PictureFormat]
    )
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    carried = models.JSONField(default=list)
    alt = models.CharField(max_length=300, blank=True)
    added_at = models.DateTimeField()

    objects = PictureQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Approval(models.Model):
    """That one person said yes to one revision of a draft for one place. Only ever added."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="approvals")
    key = models.CharField(max_length=40)  # of the place
    revision = models.PositiveIntegerField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_place_of_a_revision_is_approved_once", fields=["draft", "key", "revision"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft}, {self.key}: {self.by}"
