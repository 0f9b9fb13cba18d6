"""A school's document, and the versions of its policy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from footprint.policies.models.trusts import TrustPolicy
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

    def of_schools(self, schools: Iterable[School]) -> PolicyVersionQuerySet:
        return self.filter(school__in=list(schools)).select_related("school")

    def drafts(self) -> PolicyVersionQuerySet:
        return self.filter(adopted_on__isnull=True, set_aside_at__isnull=True)

    def adopted(self) -> PolicyVersionQuerySet:
        return self.filter(adopted_on__isnull=False).order_by("-adopted_on", "-number")

    def with_text(self) -> PolicyVersionQuerySet:
        """Each with its document's text; the file itself may be megabytes and stays behind."""
        related = ("school", "document", "trust_policy", "adopted_by")
        return self.select_related(*related).defer("document__data")

    def for_list(self) -> PolicyVersionQuerySet:
        """Each with where it comes from, and nothing that is long."""
        long = ("document__data", "document__content", "adopted_content", "findings")
        related = ("document", "trust_policy")
        return self.select_related(*related).defer(*long, "trust_policy__content")

    def with_progress(self) -> PolicyVersionQuerySet:
        """Each with `total` clauses, and how many of them are `decided`."""
        return self.annotate(
            total=Count("reviews"), decided=Count("reviews", filter=~Q(reviews__decision=""))
        )

    def built(self) -> PolicyVersionQuerySet:
        """Those written clause by clause, without a document or a proposal."""
        return self.filter(document__isnull=True, trust_policy__isnull=True)

    def fully_decided(self) -> PolicyVersionQuerySet:
        """Drafts of which no clause waits."""
        return self.drafts().exclude(reviews__decision="")

    def proposed_from(self, trust_policy: TrustPolicy) -> PolicyVersionQuerySet:
        return self.filter(trust_policy=trust_policy)

    def in_force_at_schools(
        self, schools: Iterable[School], *, on: date
    ) -> dict[int, PolicyVersion]:
        """{school id: the version in force on that day}, in one query."""
        found: dict[int, PolicyVersion] = {}
        for version in self.adopted().filter(school__in=schools, adopted_on__lte=on):
            found.setdefault(version.school_id, version)
        return found

    def in_force(self, *, school_id: int, on: date) -> PolicyVersion | None:
        """The version adopted last on or before that day; None where there is none."""
        return self.adopted().filter(school_id=school_id, adopted_on__lte=on).first()


class PolicyVersion(models.Model):
    """
    One version: a draft while it is reviewed, immutable once the governing body adopted it.

    `adopted_content` is the whole confirmed policy (`rulebook.policy.policy_to_json`).
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="policy_versions")
    # Where it comes from: a document, the trust's proposal, or neither (written clause by clause).
    document = models.ForeignKey(PolicyDocument, models.PROTECT, null=True, related_name="versions")
    trust_policy = models.ForeignKey(
        TrustPolicy, models.PROTECT, null=True, related_name="proposals"
    )
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
            models.CheckConstraint(
                name="a_version_comes_from_one_place",
                condition=Q(document__isnull=True) | Q(trust_policy__isnull=True),
            ),
            models.UniqueConstraint(
                fields=["school", "trust_policy"],
                condition=Q(adopted_on__isnull=True, set_aside_at__isnull=True),
                name="a_school_has_one_open_proposal_of_a_trust_policy",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.school}: version {self.number}" if self.number else f"{self.school}: draft"

    @property
    def title(self) -> str:
        """Where it comes from, in words: the name of the file, the trust, or the school itself."""
        if self.document is not None:
            return self.document.filename
        if self.trust_policy is not None:
            number = self.trust_policy.number
            return _("Proposed by the trust (its version %(number)s)") % {"number": number}
        return _("Written clause by clause")

    @property
    def is_built(self) -> bool:
        """Written in Footprint, without a document or a proposal."""
        return self.document_id is None and self.trust_policy_id is None

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
    def as_it_stands(self) -> Policy:
        """The adopted policy; of a draft every clause, as decided or else as it was read."""
        if self.adopted_content is not None:
            return self.policy
        clauses = {
            ClauseName(each.name): clause_from_json(
                ClauseName(each.name), each.as_confirmed or each.as_read
            )
            for each in self.reviews.all()
        }
        return Policy(version="", clauses=clauses)

    @property
    def policy(self) -> Policy:
        """The adopted policy. Raises ValueError for a draft: nothing rests on a draft."""
        if self.adopted_content is None:
            raise ValueError("a draft is no policy yet")
        return policy_from_json(self.adopted_content)
