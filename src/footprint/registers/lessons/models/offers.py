"""What families were offered, and when. Nothing of what a family wrote or agreed is kept."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.registers.lessons.models.kept import Kept
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission

LONGEST_WHAT = 160


class OfferKind(models.TextChoices):
    """The form of the offer."""

    LEAFLET = "leaflet", _("Leaflet")
    EVENING = "evening", _("Evening or meeting")
    LINK = "link", _("Link or newsletter")
    FAMILY_AGREEMENT = "family_agreement", _("Family agreement")
    OTHER = "other", _("Something else")


class FamilyOfferQuerySet(models.QuerySet["FamilyOffer"]):
    def seen_by(self, user: User) -> FamilyOfferQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.LESSONS_READ))

    def of_school(self, school_id: int) -> FamilyOfferQuerySet:
        return self.filter(school_id=school_id)

    def current(self) -> FamilyOfferQuerySet:
        return self.filter(ended_at__isnull=True)

    def between(self, first: date, last: date) -> FamilyOfferQuerySet:
        return self.filter(offered_on__gte=first, offered_on__lte=last)

    def of_kind(self, kind: str) -> FamilyOfferQuerySet:
        return self.filter(kind=kind) if kind else self

    def with_words(self, words: str) -> FamilyOfferQuerySet:
        found = self
        for word in words.split()[:8]:
            kinds = [kind.value for kind in OfferKind if word.lower() in str(kind.label).lower()]
            found = found.filter(Q(what__icontains=word) | Q(kind__in=kinds))
        return found

    def of_line(self, offer: FamilyOffer) -> FamilyOfferQuerySet:
        """Every row that it was and became, newest first."""
        key = offer.line_key
        return self.filter(Q(pk=key) | Q(began_as=key)).order_by("-recorded_at", "-pk")

    def for_list(self) -> FamilyOfferQuerySet:
        return self.select_related("recorded_by", "ended_by")


class FamilyOffer(Kept):
    """One thing that was offered to families on one day."""

    kind = models.CharField(max_length=20, choices=OfferKind)
    what = models.CharField(max_length=LONGEST_WHAT)
    offered_on = models.DateField()
    year_groups = models.JSONField(default=list)  # whose families; empty for all families

    objects = FamilyOfferQuerySet.as_manager()

    class Meta(Kept.Meta):
        ordering = ["-offered_on", "-pk"]
        indexes = [models.Index(fields=["school", "offered_on"])]

    def __str__(self) -> str:
        return f"{self.what}, {self.offered_on}"
