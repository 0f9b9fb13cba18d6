"""Opening and closing an account: one proposes, another decides."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from footprint.registers.official_accounts.models.accounts import OfficialAccount
from footprint.users.models import User


class Wish(models.TextChoices):
    """What a proposal asks for."""

    OPEN = "open", _("Open it")
    CLOSE = "close", _("Close it")


class ProposalQuerySet(models.QuerySet["Proposal"]):
    def undecided(self) -> ProposalQuerySet:
        return self.filter(decided_at__isnull=True)

    def of_school(self, school_id: int) -> ProposalQuerySet:
        found = self.filter(account__school_id=school_id)
        return found.select_related("account", "proposed_by")

    def not_by(self, user: User) -> ProposalQuerySet:
        """Those that this person may decide, as far as who proposed them goes."""
        return self.exclude(proposed_by=user)

    def with_keys(self, keys: Iterable[int]) -> ProposalQuerySet:
        return self.filter(pk__in=list(keys))

    def for_account(self, account: OfficialAccount) -> ProposalQuerySet:
        return self.filter(account=account).select_related("proposed_by", "decided_by")


class Proposal(models.Model):
    """Somebody wants an account opened or closed; somebody else decides."""

    account = models.ForeignKey(OfficialAccount, models.CASCADE, related_name="proposals")
    wish = models.CharField(max_length=10, choices=Wish)
    reason = models.CharField(max_length=500, blank=True)
    proposed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    approved = models.BooleanField(null=True)
    answer = models.CharField(max_length=500, blank=True)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="one_undecided_proposal_for_an_account",
                fields=["account"],
                condition=Q(decided_at__isnull=True),
            ),
            models.CheckConstraint(
                name="a_proposal_is_decided_whole",
                condition=Q(decided_at__isnull=True, decided_by__isnull=True, approved__isnull=True)
                | Q(decided_at__isnull=False, decided_by__isnull=False, approved__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_decides_about_their_own_proposal",
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.wish}: {self.account}"
