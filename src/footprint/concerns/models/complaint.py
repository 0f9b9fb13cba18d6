"""A complaint, through the stages of the school's own procedure. A post is never one."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.concerns.models.concern import Concern
from footprint.incidents.models import Incident
from footprint.rulebook.decisions.complaint import Stage
from footprint.schools.models import School
from footprint.users.access import only_seen_by
from footprint.users.models import User
from footprint.users.permissions import Permission
from footprint.vault.fields import Seal, SealedText, is_sealed


class ComplaintKind(models.TextChoices):
    """What it is about; a data-protection complaint has a clock set by law."""

    SCHOOL = "school", _("About the school")
    DATA_PROTECTION = "data_protection", _("About how personal information is handled")


class How(models.TextChoices):
    """How somebody complained. There is no value for a post: its author is invited in instead."""

    WRITING = "writing", _("By letter or e-mail")
    CALL = "call", _("By telephone")
    IN_PERSON = "in_person", _("In person")
    FORM = "form", _("By the private concern form")


class ProcedureQuerySet(models.QuerySet["Procedure"]):
    def of_school(self, school_id: int) -> Procedure | None:
        """What the school has written down; there is one at most."""
        return self.filter(school_id=school_id).first()


class Procedure(models.Model):
    """The stages of a school's own complaints procedure, and where they stand."""

    school = models.OneToOneField(School, models.PROTECT, related_name="complaints_procedure")
    stages = models.JSONField()  # [{"title", "school_days" or null}]
    source = models.CharField(max_length=200)
    changed_on = models.DateField()
    changed_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = ProcedureQuerySet.as_manager()

    def __str__(self) -> str:
        return f"complaints procedure of {self.school}"

    def as_stages(self) -> list[Stage]:
        return [Stage(each["title"], each["school_days"]) for each in self.stages]


class ComplaintQuerySet(models.QuerySet["Complaint"]):
    def seen_by(self, user: User) -> ComplaintQuerySet:
        return only_seen_by(self, user, Permission.INCIDENTS_READ)

    def of_school(self, school_id: int) -> ComplaintQuerySet:
        return self.filter(school_id=school_id)

    def with_key(self, pk: int) -> ComplaintQuerySet:
        return self.filter(pk=pk)

    def open(self) -> ComplaintQuerySet:
        return self.filter(closed_on__isnull=True)

    def closed(self) -> ComplaintQuerySet:
        return self.filter(closed_on__isnull=False)

    def shutting_out(self, user: User) -> ComplaintQuerySet:
        return self.filter(shut_out=user)


class Complaint(models.Model):
    """One complaint. Its stages are kept with it, as the procedure was when it came."""

    school = models.ForeignKey(School, models.PROTECT, related_name="complaints")
    matter = models.CharField(max_length=20, db_index=True)  # rulebook Matter
    kind = models.CharField(max_length=20, choices=ComplaintKind)
    how = models.CharField(max_length=10, choices=How)
    by_whom = SealedText()
    words = SealedText()
    seal_key = models.CharField(max_length=32)
    received_on = models.DateField()
    stages = models.JSONField(default=list)  # as in Procedure
    source = models.CharField(max_length=200, blank=True)
    stage = models.PositiveSmallIntegerField(default=0)  # the place in `stages`
    stage_due = models.DateField(null=True)  # null where the procedure gives no number
    acknowledged_on = models.DateField(null=True)
    concern = models.ForeignKey(Concern, models.PROTECT, null=True, related_name="complaints")
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="complaints")
    shut_out = models.ManyToManyField(User, related_name="+", blank=True)
    closed_on = models.DateField(null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    outcome = SealedText(blank=True)

    objects = ComplaintQuerySet.as_manager()

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_complaints_words_cannot_be_read_without_its_key",
                condition=is_sealed("by_whom") & is_sealed("words") & is_sealed("outcome"),
            ),
            models.CheckConstraint(
                name="a_closed_complaint_has_an_outcome",
                condition=Q(closed_on__isnull=True, closed_by__isnull=True, outcome="")
                | (Q(closed_on__isnull=False, closed_by__isnull=False) & ~Q(outcome="")),
            ),
        ]

    def __str__(self) -> str:
        return f"complaint {self.pk}"

    @property
    def seal(self) -> Seal:
        return Seal(self.seal_key, self.school_id)

    @property
    def is_closed(self) -> bool:
        return self.closed_on is not None

    def as_stages(self) -> list[Stage]:
        return [Stage(each["title"], each["school_days"]) for each in self.stages]

    def is_late(self, today: date) -> bool:
        return not self.is_closed and self.stage_due is not None and self.stage_due < today


class ComplaintLine(models.Model):
    """One line of a complaint's chronology. Append only."""

    complaint = models.ForeignKey(Complaint, models.PROTECT, related_name="lines")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    text = SealedText()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_line_of_a_complaint_cannot_be_read_without_its_key",
                condition=is_sealed("text"),
            )
        ]

    def __str__(self) -> str:
        return f"line {self.pk} of {self.complaint}"

    @property
    def seal(self) -> Seal:
        return self.complaint.seal
