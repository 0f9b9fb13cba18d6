"""Files of people that were put in, and which columns hold what."""

from __future__ import annotations

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.schools.models import School
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class ColumnMapping(models.Model):
    """
    Which column of a file with these headings holds what, as somebody once confirmed it.

    Kept by the headings, because the export of pupils and the export of staff differ.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="column_mappings")
    headings_key = models.CharField(max_length=64)  # SHA-256 of the headings
    columns = models.JSONField()  # {field: heading}
    audience = models.CharField(max_length=20, blank=True)  # of everybody in such a file
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="headings_are_mapped_once_in_a_school", fields=["school", "headings_key"]
            )
        ]

    def __str__(self) -> str:
        return f"columns of {self.school}"


class FileKind(models.TextChoices):
    """What was put in."""

    CSV = "csv", _("CSV file")
    ONEROSTER = "oneroster", _("OneRoster zip")


class ImportState(models.TextChoices):
    """What became of a file."""

    WAITING = "waiting", _("Waiting for your decision")
    WRITTEN = "written", _("Written to the register")
    SET_ASIDE = "set_aside", _("Set aside, nothing was written")


class PeopleImportQuerySet(models.QuerySet["PeopleImport"]):
    def seen_by(self, user: User) -> PeopleImportQuerySet:
        return self.filter(school_id__in=schools_where(user, Permission.PEOPLE_CHANGE))

    def of_school(self, school_id: int) -> PeopleImportQuerySet:
        return self.filter(school_id=school_id)

    def waiting(self) -> PeopleImportQuerySet:
        return self.filter(state=ImportState.WAITING)

    def uploaded_before(self, moment: datetime) -> PeopleImportQuerySet:
        return self.filter(uploaded_at__lt=moment)

    def for_list(self) -> PeopleImportQuerySet:
        """Without the files themselves."""
        return self.defer("content").select_related("uploaded_by", "decided_by")


class PeopleImport(models.Model):
    """
    One file of people, from the upload to the decision about it.

    The file is kept only while it waits: what is decided holds counts and the sentences about its
    bad rows, no more.
    """

    school = models.ForeignKey(School, models.CASCADE, related_name="people_imports")
    kind = models.CharField(max_length=10, choices=FileKind)
    file_name = models.CharField(max_length=200)
    content = models.BinaryField(null=True)
    columns = models.JSONField(null=True)  # {field: heading}; null until somebody confirmed them
    audience = models.CharField(max_length=20, blank=True)
    answers = models.JSONField(default=dict)  # {row: key of the person, or "new"}
    state = models.CharField(max_length=10, choices=ImportState, default=ImportState.WAITING)
    counts = models.JSONField(default=dict)
    problems = models.JSONField(default=list)  # sentences about rows that were left out
    uploaded_at = models.DateTimeField()
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    objects = PeopleImportQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="a_file_of_people_is_kept_only_while_it_waits",
                condition=Q(state="waiting", content__isnull=False, decided_at__isnull=True)
                | (~Q(state="waiting") & Q(content__isnull=True, decided_at__isnull=False)),
            )
        ]

    def __str__(self) -> str:
        return self.file_name
