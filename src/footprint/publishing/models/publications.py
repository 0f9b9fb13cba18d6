"""Where something went, who was shown there, and what has to come down again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import Person
from footprint.publishing.models.drafts import Draft, DraftPlace
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class Publication(models.Model):
    """What went out at one place, exactly as it did; a person put it there."""

    school = models.ForeignKey(School, models.CASCADE, related_name="publications")
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="publications")
    place = models.OneToOneField(DraftPlace, models.PROTECT, related_name="publication")
    text = models.TextField(blank=True)
    alts = models.JSONField(default=list)  # what the pictures showed, in words
    address = models.URLField(max_length=1000, blank=True)
    went_out_on = models.DateField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    taken_down_on = models.DateField(null=True)

    class Meta:
        ordering = ["-went_out_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_publication_is_taken_down_after_it_went_out",
                condition=Q(taken_down_on__isnull=True)
                | Q(taken_down_on__gte=models.F("went_out_on")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.draft}: {self.place}"


class UseQuerySet(models.QuerySet["Use"]):
    def of_school(self, school_id: int) -> UseQuerySet:
        return self.filter(publication__school_id=school_id)

    def live(self) -> UseQuerySet:
        """Still to be seen, as far as the school knows."""
        return self.filter(publication__taken_down_on__isnull=True)

    def of_people(self, keys: Iterable[int]) -> UseQuerySet:
        return self.filter(person_id__in=list(keys))

    def with_places(self) -> UseQuerySet:
        return self.select_related(
            "person", "publication__place__account", "publication__draft__author"
        )


class Use(models.Model):
    """
    One person shown or named in one publication. This is what a withdrawal looks for.

    Whoever is only named comes down where nothing of them may be published; a permission that is
    open again, or was never asked for, is about pictures.
    """

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="uses")
    person = models.ForeignKey(Person, models.CASCADE, related_name="picture_uses")
    is_shown = models.BooleanField(default=True)  # else only named in the words

    objects = UseQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                name="a_person_is_in_a_publication_once", fields=["publication", "person"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.publication}"


class Outcome(models.TextChoices):
    """How a take-down ended."""

    TAKEN_DOWN = "taken_down", _("Taken down")
    NOT_REACHED = "not_reached", _("Could not be reached")
    STAYS = "stays", _("Stays")


class TakeDownQuerySet(models.QuerySet["TakeDown"]):
    def seen_by(self, user: User) -> TakeDownQuerySet:
        """One's own; those who keep accounts, approve or keep permissions see all of the school."""
        all_of = schools_where(user, Permission.PUBLISHING_APPROVE)
        all_of |= schools_where(user, Permission.ACCOUNTS_CHANGE)
        drafting = schools_where(user, Permission.PUBLISHING_DRAFT)
        own = Q(owner=user, use__publication__school_id__in=drafting)
        return self.filter(own | Q(use__publication__school_id__in=all_of))

    def of_school(self, school_id: int) -> TakeDownQuerySet:
        return self.filter(use__publication__school_id=school_id)

    def open(self) -> TakeDownQuerySet:
        return self.filter(outcome="")

    def done(self) -> TakeDownQuerySet:
        return self.exclude(outcome="")

    def owned_by(self, user: User) -> TakeDownQuerySet:
        return self.filter(owner=user)

    def due_by(self, day: date) -> TakeDownQuerySet:
        return self.open().filter(due_on__lte=day)

    def about(self, use: Use) -> TakeDownQuerySet:
        return self.filter(use=use)

    def made_for(self, use: Use, caused_at: datetime) -> TakeDownQuerySet:
        return self.filter(use=use, caused_at__gte=caused_at)

    def of_publication(self, publication: Publication) -> TakeDownQuerySet:
        return self.filter(use__publication=publication)

    def for_list(self) -> TakeDownQuerySet:
        related = self.select_related(
            "owner", "done_by", "use__person", "use__publication__place", "use__publication__draft"
        )
        return related.order_by("due_on", "pk")


class TakeDown(models.Model):
    """
    Permission has gone, and this past use has to come down.

    `caused_at` is when it went. A no, a withdrawal and a protection all look alike here.
    """

    use = models.ForeignKey(Use, models.CASCADE, related_name="take_downs")
    caused_at = models.DateTimeField()
    made_at = models.DateTimeField()
    due_on = models.DateField()
    due_because = models.CharField(max_length=300)
    owner = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    outcome = models.CharField(max_length=12, choices=Outcome, blank=True)
    proof = models.TextField(blank=True)  # what was seen, or why it stays
    done_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    done_at = models.DateTimeField(null=True)

    objects = TakeDownQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["outcome", "due_on"], name="take_downs_by_due")]
        constraints = [
            models.UniqueConstraint(
                name="one_open_take_down_of_a_use", fields=["use"], condition=Q(outcome="")
            ),
            models.CheckConstraint(
                name="a_take_down_is_done_by_somebody_with_proof",
                condition=Q(outcome="", done_by__isnull=True, done_at__isnull=True)
                | (~Q(outcome="") & ~Q(proof="") & Q(done_by__isnull=False, done_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"take down: {self.use}"


class PeriodQuerySet(models.QuerySet["Period"]):
    def current(self, school_id: int) -> Period | None:
        return self.filter(school_id=school_id).order_by("-pk").first()


class Period(models.Model):
    """The school's own numbers of school days, where it gave any. Rows are only ever added."""

    school = models.ForeignKey(School, models.CASCADE, related_name="publishing_periods")
    draft_days = models.PositiveSmallIntegerField(null=True)
    take_down_days = models.PositiveSmallIntegerField(null=True)
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.school}: {self.draft_days}, {self.take_down_days}"
