"""What people answered about each use. Rows end; none is ever overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from footprint.people.models import FamilyLink, Person
from footprint.registers.image_permissions.circle import people_open_to
from footprint.registers.image_permissions.models.days import end_of
from footprint.registers.image_permissions.models.uses import ImageUse
from footprint.users.models import User
from footprint.users.permissions import Permission


class Answer(models.TextChoices):
    """The words of `rulebook.decisions.permission.Given`."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    WITHDRAWN = "withdrawn", _("Withdrawn")  # a no that was a yes before


class How(models.TextChoices):
    """How an answer came to the school."""

    LINK = "link", _("by one-time link")
    PAPER = "paper", _("on paper, recorded by the office")


class ImagePermissionQuerySet(models.QuerySet["ImagePermission"]):
    def seen_by(self, user: User) -> ImagePermissionQuerySet:
        return self.filter(person__in=people_open_to(user, Permission.IMAGES_READ))

    def of_school(self, school_id: int) -> ImagePermissionQuerySet:
        return self.filter(person__school_id=school_id)

    def about(self, people: Iterable[Person]) -> ImagePermissionQuerySet:
        return self.filter(person__in=list(people))

    def for_uses(self, keys: Iterable[str]) -> ImagePermissionQuerySet:
        return self.filter(use__key__in=list(keys))

    def given_by(self, giver: Person) -> ImagePermissionQuerySet:
        return self.filter(giver=giver)

    def current(self) -> ImagePermissionQuerySet:
        return self.filter(ended_at__isnull=True)

    def on_paper(self) -> ImagePermissionQuerySet:
        """What the office recorded; what somebody answered themselves is theirs to change."""
        return self.filter(how=How.PAPER)

    def current_on(self, day: date) -> ImagePermissionQuerySet:
        """As they stood at the end of that day: what was withdrawn on it does not count."""
        end = end_of(day)
        return self.filter(Q(ended_at__isnull=True) | Q(ended_at__gte=end), at__lt=end)

    def contested(self) -> ImagePermissionQuerySet:
        """Each current yes that stands against another one's current no, a pupil's own apart."""
        theirs = self._of_those_who_may()
        refused = theirs.exclude(answer=Answer.YES).filter(
            person=OuterRef("person"), use=OuterRef("use")
        )
        return theirs.filter(Exists(refused), answer=Answer.YES)

    def _of_those_who_may(self) -> ImagePermissionQuerySet:
        may = FamilyLink.objects.filter(
            person=OuterRef("person"), relative=OuterRef("giver"), may_give_permission=True
        )
        return self.current().filter(Exists(may), use__ended_at__isnull=True)

    def refused_since(self, moment: datetime) -> ImagePermissionQuerySet:
        """The answers since then that may end a use: a no, whether it was a yes before or not."""
        return self.filter(at__gte=moment).exclude(answer=Answer.YES)

    def taken_back_since(self, moment: datetime) -> ImagePermissionQuerySet:
        """A yes that was struck out since then, such as one recorded for the wrong child."""
        return self.filter(answer=Answer.YES, struck_out_by__isnull=False, ended_at__gte=moment)

    def for_saved(self) -> ImagePermissionQuerySet:
        """By person and use, as the page for the giver shows them."""
        offered = self.filter(use__ended_at__isnull=True).select_related("person", "use")
        return offered.order_by("person__given_name", "person_id", "use__position", "use_id")

    def with_names(self) -> ImagePermissionQuerySet:
        return self.select_related("person", "use", "giver", "recorded_by", "struck_out_by")


class ImagePermission(models.Model):
    """
    One answer of one giver about one person and one use.

    `giver` is a relative who may give permission, or the person: a member of staff, or a pupil of
    a secondary school whose own view stands beside the parents'.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="image_permissions")
    use = models.ForeignKey(ImageUse, models.PROTECT, related_name="permissions")
    giver = models.ForeignKey(Person, models.CASCADE, related_name="image_permissions_given")
    answer = models.CharField(max_length=10, choices=Answer)
    how = models.CharField(max_length=10, choices=How)
    at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    # a mistake of the office: ended without another answer in its place
    struck_out_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = ImagePermissionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["person", "ended_at"], name="image_permissions_of_person"),
            models.Index(fields=["at"], name="image_permissions_by_time"),
        ]
        constraints = [
            models.UniqueConstraint(
                name="one_current_answer_of_a_giver_about_a_person_and_a_use",
                fields=["person", "use", "giver"],
                condition=Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                name="an_answer_ends_after_it_began",
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("at")),
            ),
            models.CheckConstraint(
                name="only_what_the_office_recorded_is_struck_out_and_so_ended",
                condition=Q(struck_out_by__isnull=True)
                | Q(ended_at__isnull=False, recorded_by__isnull=False),
            ),
            models.CheckConstraint(
                name="an_answer_on_paper_was_recorded_by_somebody",
                condition=Q(how="link", recorded_by__isnull=True)
                | Q(how="paper", recorded_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.use}: {self.answer}"

    @property
    def said(self) -> Answer:
        return Answer(self.answer)

    @property
    def is_own(self) -> bool:
        return self.giver_id == self.person_id
