"""The text of an agreement: a draft while it is written, immutable once it was put in use."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import models
from django.db.models import F, Q

from footprint.rulebook.terms import AgreementAudience
from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission

LONGEST_TITLE = 120


class AgreementTextQuerySet(models.QuerySet["AgreementText"]):
    def seen_by(self, user: User) -> AgreementTextQuerySet:
        """The register of texts; drafts only for those who write them."""
        readers = schools_where(user, Permission.AGREEMENTS_READ)
        writers = schools_where(user, Permission.AGREEMENTS_CHANGE)
        return self.filter(
            Q(school_id__in=readers, number__isnull=False) | Q(school_id__in=writers)
        )

    def of_school(self, school_id: int) -> AgreementTextQuerySet:
        return self.filter(school_id=school_id)

    def for_audience(self, audience: AgreementAudience) -> AgreementTextQuerySet:
        return self.filter(audience=audience.value)

    def for_audiences(self, audiences: Iterable[AgreementAudience]) -> AgreementTextQuerySet:
        return self.filter(audience__in=[audience.value for audience in audiences])

    def drafts(self) -> AgreementTextQuerySet:
        return self.filter(number__isnull=True)

    def numbered(self) -> AgreementTextQuerySet:
        """Every version that was put in use, newest first."""
        return self.filter(number__isnull=False).order_by("-number")

    def begun(self, on: date) -> AgreementTextQuerySet:
        return self.numbered().filter(in_use_from__lte=on)

    def in_use(self, on: date) -> dict[tuple[int, AgreementAudience], AgreementText]:
        """{(school id, audience): the text that holds on that day}, in one query."""
        newest: dict[tuple[int, AgreementAudience], AgreementText] = {}
        for text in self.begun(on).select_related("school"):
            newest.setdefault((text.school_id, AgreementAudience(text.audience)), text)
        return {key: text for key, text in newest.items() if not text.has_ended(on)}


class AgreementText(models.Model):
    """
    One version of the text for one audience of one school.

    `counts_from` is the oldest version whose signatures still count for this one: a change of
    wording carries them over, a material change asks everybody again.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="agreement_texts")
    audience = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in AgreementAudience]
    )
    title = models.CharField(max_length=LONGEST_TITLE)
    body = models.TextField()  # plain: a blank line parts paragraphs, "- " begins a point
    from_starter = models.BooleanField(default=False)  # nobody has adapted the starter yet
    revision = models.PositiveIntegerField(default=1)  # of a draft: of two writers, one is told
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    number = models.PositiveSmallIntegerField(null=True)  # 1, 2, 3 ... given when put in use
    counts_from = models.PositiveSmallIntegerField(null=True)
    reason = models.CharField(max_length=300, blank=True)  # what changed, and why
    in_use_from = models.DateField(null=True)
    put_in_use_at = models.DateTimeField(null=True)
    put_in_use_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_on = models.DateField(null=True)  # the first day on which nobody is asked for it

    objects = AgreementTextQuerySet.as_manager()

    class Meta:
        ordering = ["audience", "-number", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_text_in_use_is_complete",
                condition=Q(
                    number__isnull=True,
                    counts_from__isnull=True,
                    in_use_from__isnull=True,
                    put_in_use_at__isnull=True,
                    put_in_use_by__isnull=True,
                    ended_on__isnull=True,
                )
                | Q(
                    number__isnull=False,
                    counts_from__isnull=False,
                    in_use_from__isnull=False,
                    put_in_use_at__isnull=False,
                    put_in_use_by__isnull=False,
                    counts_from__lte=F("number"),
                ),
            ),
            models.CheckConstraint(
                name="a_change_of_a_text_has_a_reason",
                condition=Q(number__isnull=True) | Q(number=1) | ~Q(reason=""),
            ),
            models.UniqueConstraint(
                name="a_text_has_a_number_once_for_an_audience",
                fields=["school", "audience", "number"],
            ),
            models.UniqueConstraint(
                name="one_draft_of_a_text_for_an_audience",
                fields=["school", "audience"],
                condition=Q(number__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}" if self.number else f"{self.title}, draft"

    @property
    def for_whom(self) -> AgreementAudience:
        return AgreementAudience(self.audience)

    @property
    def is_draft(self) -> bool:
        return self.number is None

    @property
    def is_material(self) -> bool:
        """Whether everybody was asked again when it was put in use."""
        return self.number is not None and self.counts_from == self.number

    def has_ended(self, on: date) -> bool:
        return self.ended_on is not None and self.ended_on <= on
