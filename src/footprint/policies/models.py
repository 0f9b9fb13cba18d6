"""A school's document, the review of its clauses, and the versions that were adopted."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from footprint.rulebook.policy import Policy, clause_from_json, policy_from_json
from footprint.rulebook.terms import ClauseName
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class PolicyDocument(models.Model):
    """The file as it was given, and the text that was read from it. Never changed afterwards."""

    school = models.ForeignKey(School, models.PROTECT, related_name="policy_documents")
    filename = models.CharField(max_length=200)
    data = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    content = models.JSONField()  # the Document's blocks, as policies.documents.text writes them
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.filename


class PolicyVersionQuerySet(models.QuerySet["PolicyVersion"]):
    def seen_by(self, user: User) -> PolicyVersionQuerySet:
        """Adopted ones for everybody of the school, drafts for those who work on them."""
        readable = Q(
            school_id__in=schools_where(user, Permission.POLICIES_READ), adopted_on__isnull=False
        )
        drafts = Q(school_id__in=schools_where(user, Permission.POLICIES_DRAFT))
        adopters = Q(school_id__in=schools_where(user, Permission.POLICIES_ADOPT))
        return self.filter(readable | drafts | adopters)

    def of_school(self, school_id: int) -> PolicyVersionQuerySet:
        return self.filter(school_id=school_id)

    def drafts(self) -> PolicyVersionQuerySet:
        return self.filter(adopted_on__isnull=True, set_aside_at__isnull=True)

    def adopted(self) -> PolicyVersionQuerySet:
        return self.filter(adopted_on__isnull=False).order_by("-adopted_on", "-number")

    def with_text(self) -> PolicyVersionQuerySet:
        """Each with its document's text; the file itself may be megabytes and stays behind."""
        return self.select_related("document", "adopted_by").defer("document__data")

    def for_list(self) -> PolicyVersionQuerySet:
        """Each with its document's name, and nothing that is long."""
        long = ("document__data", "document__content", "adopted_content", "findings")
        return self.select_related("document").defer(*long)

    def with_progress(self) -> PolicyVersionQuerySet:
        """Each with `total` clauses, and how many of them are `decided`."""
        return self.annotate(
            total=Count("reviews"), decided=Count("reviews", filter=~Q(reviews__decision=""))
        )

    def in_force(self, *, school_id: int, on: date) -> PolicyVersion | None:
        """The version adopted last on or before that day; None where there is none."""
        return self.adopted().filter(school_id=school_id, adopted_on__lte=on).first()


class PolicyVersion(models.Model):
    """
    One version: a draft while it is reviewed, immutable once the governing body adopted it.

    `adopted_content` is the whole confirmed policy (`rulebook.policy.policy_to_json`).
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="policy_versions")
    document = models.ForeignKey(PolicyDocument, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField(null=True)  # 1, 2, 3 ... given at adoption
    findings = models.JSONField(default=list)  # what the reader found wrong with the document
    created_at = models.DateTimeField()
    set_aside_at = models.DateTimeField(null=True)  # a draft that nobody will adopt
    adopted_on = models.DateField(null=True)  # the day the governing body accepted it
    adopted_at = models.DateTimeField(null=True)
    adopted_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    minute = models.CharField(max_length=200, blank=True)  # reference of the meeting's minute
    review_on = models.DateField(null=True)
    adopted_content = models.JSONField(null=True)

    objects = PolicyVersionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="an_adopted_policy_is_complete",
                condition=Q(
                    adopted_on__isnull=True,
                    adopted_at__isnull=True,
                    adopted_by__isnull=True,
                    adopted_content__isnull=True,
                    number__isnull=True,
                )
                | Q(
                    adopted_on__isnull=False,
                    adopted_at__isnull=False,
                    adopted_by__isnull=False,
                    adopted_content__isnull=False,
                    number__isnull=False,
                ),
            ),
            models.UniqueConstraint(
                fields=["school", "number"], name="a_school_has_a_version_number_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school}: version {self.number}" if self.number else f"{self.school}: draft"

    @property
    def is_draft(self) -> bool:
        return self.adopted_on is None and self.set_aside_at is None

    @property
    def reviewed(self) -> Policy:
        """The clauses as far as they are decided, under the number that the version has."""
        clauses = {
            ClauseName(review.name): clause_from_json(ClauseName(review.name), review.as_confirmed)
            for review in self.reviews.all()
            if review.as_confirmed is not None
        }
        return Policy(version=str(self.number or ""), clauses=clauses)

    @property
    def policy(self) -> Policy:
        """The adopted policy. Raises ValueError for a draft: nothing rests on a draft."""
        if self.adopted_content is None:
            raise ValueError("a draft is no policy yet")
        return policy_from_json(self.adopted_content)


class Decision(models.TextChoices):
    """What a person made of one clause as it was read."""

    CONFIRMED = "confirmed", _("Confirmed as read")
    CORRECTED = "corrected", _("Corrected")
    NOT_IN_POLICY = "not_in_policy", _("Our policy does not say this")


class ClauseReviewQuerySet(models.QuerySet["ClauseReview"]):
    def undecided(self) -> ClauseReviewQuerySet:
        return self.filter(decision="").order_by("position")

    def waiting_after(self, position: int) -> ClauseReview | None:
        """The next undecided clause, from the beginning again once the end is reached."""
        waiting = self.undecided()
        return waiting.filter(position__gt=position).first() or waiting.first()


class ClauseReview(models.Model):
    """One clause of one version: as it was read, and what a person decided."""

    version = models.ForeignKey(PolicyVersion, models.CASCADE, related_name="reviews")
    name = models.CharField(max_length=40)  # rulebook ClauseName
    position = models.PositiveSmallIntegerField()  # in the order of the catalogue
    as_read = models.JSONField()  # rulebook.policy.clause_to_json
    decision = models.CharField(max_length=20, choices=Decision, blank=True)
    as_confirmed = models.JSONField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    objects = ClauseReviewQuerySet.as_manager()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "name"], name="a_clause_once_in_a_version"),
            models.CheckConstraint(
                name="a_decided_clause_has_a_person_and_a_time",
                condition=Q(
                    decision="",
                    decided_by__isnull=True,
                    decided_at__isnull=True,
                    as_confirmed__isnull=True,
                )
                | (
                    ~Q(decision="")
                    & Q(
                        decided_by__isnull=False,
                        decided_at__isnull=False,
                        as_confirmed__isnull=False,
                    )
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.version}"
