"""
The school's own accounts and channels, who keeps them, and what only looks like one.

There is no field for a password, a key or a recovery code, and none may be added: what lets
somebody into an account belongs into a password manager.
"""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _

from footprint.registers.official_accounts.models.duties import Duty
from footprint.rulebook.terms import AnswersMode, ChannelKind, Platform
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class State(models.TextChoices):
    """Where an account stands. Opening and closing each need a second person."""

    PROPOSED = "proposed", _("Opening proposed")
    OPEN = "open", _("Open")
    CLOSING_PROPOSED = "closing", _("Closing proposed")
    CLOSED = "closed", _("Closed")


LIVE = (State.OPEN, State.CLOSING_PROPOSED)  # the public can write to it


class OfficialAccountQuerySet(models.QuerySet["OfficialAccount"]):
    def seen_by(self, user: User) -> OfficialAccountQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.ACCOUNTS_READ))

    def of_school(self, school_id: int) -> OfficialAccountQuerySet:
        return self.filter(school_id=school_id)

    def live(self) -> OfficialAccountQuerySet:
        """Open, those that somebody wants to close too."""
        return self.filter(state__in=LIVE)

    def not_closed(self) -> OfficialAccountQuerySet:
        return self.exclude(state=State.CLOSED)

    def in_state(self, state: str) -> OfficialAccountQuerySet:
        return self.filter(state=state)

    def to_review(self, before: date) -> OfficialAccountQuerySet:
        """Live ones that nobody reviewed since that day."""
        old = Q(reviewed_on__isnull=True) | Q(reviewed_on__lt=before)
        return self.live().filter(old)

    def undecided(self) -> OfficialAccountQuerySet:
        """Somebody proposed to open or to close it, and nobody has decided."""
        return self.filter(state__in=(State.PROPOSED, State.CLOSING_PROPOSED))

    def with_words(self, words: str) -> OfficialAccountQuerySet:
        """Those in whose name, address, purpose or keepers each word stands."""
        found = self
        for word in words.split()[:8]:
            named = Q(duties__until__isnull=True) & (
                Q(duties__person__family_name__icontains=word)
                | Q(duties__person__given_name__icontains=word)
            )
            own = Q(handle__icontains=word) | Q(address__icontains=word)
            told = Q(purpose__icontains=word) | Q(audience__icontains=word)
            where = Q(platform__icontains=word) | Q(channel__icontains=word)
            found = found.filter(own | told | where | named)
        return found.distinct()

    def with_people(self) -> OfficialAccountQuerySet:
        """Each with its duties and their people: two queries more, however many rows."""
        return self.prefetch_related(Prefetch("duties", Duty.objects.select_related("person")))


class OfficialAccount(models.Model):
    """
    One account or channel that speaks, or listens, for the school.

    Either a `platform` of social media or another `channel`; `handle` says which one of them.
    `answers` is empty while nobody has decided what is answered there: there is no default.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="official_accounts")
    platform = models.CharField(
        max_length=20, blank=True, choices=[(each.value, each.value) for each in Platform]
    )
    channel = models.CharField(
        max_length=20, blank=True, choices=[(each.value, each.value) for each in ChannelKind]
    )
    handle = models.CharField(max_length=120, blank=True)  # "@oakfieldprimary", "Class pages"
    address = models.URLField(max_length=1000, blank=True)
    purpose = models.CharField(max_length=300, blank=True)
    audience = models.CharField(max_length=200, blank=True)
    answers = models.CharField(
        max_length=20, blank=True, choices=[(each.value, each.value) for each in AnswersMode]
    )
    enquiries_to = models.CharField(max_length=200, blank=True)  # where to write instead
    monitored_by = models.CharField(max_length=200, blank=True)  # a role or a group, in words
    second_factor_on = models.BooleanField(null=True)  # null: nobody has looked
    second_factor_checked_on = models.DateField(null=True)
    recovery_email = models.EmailField(blank=True)
    recovery_phone = models.CharField(max_length=40, blank=True)
    recovery_checked_on = models.DateField(null=True)
    reviewed_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)  # two people at once: the second is told

    objects = OfficialAccountQuerySet.as_manager()

    class Meta:
        ordering = ["platform", "channel", "handle", "pk"]
        indexes = [models.Index(fields=["school", "state"])]
        constraints = [
            models.CheckConstraint(
                name="an_account_is_on_a_platform_or_is_a_channel",
                condition=(~Q(platform="") & Q(channel="")) | (Q(platform="") & ~Q(channel="")),
            ),
            models.UniqueConstraint(
                name="a_school_has_an_account_once",
                fields=["school", "platform", "channel", "handle"],
                condition=~Q(state="closed"),
            ),
            models.CheckConstraint(
                name="a_second_factor_was_looked_at_on_a_day",
                condition=Q(second_factor_on__isnull=True, second_factor_checked_on__isnull=True)
                | Q(second_factor_on__isnull=False, second_factor_checked_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return " ".join(part for part in (self.platform or self.channel, self.handle) if part)

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def current_duties(self) -> list[Duty]:
        """Who is named for it now, those who have left the school too."""
        return [duty for duty in self.duties.all() if duty.until is None]

    @property
    def is_social(self) -> bool:
        return bool(self.platform)
