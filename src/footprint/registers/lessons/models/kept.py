"""What every row of this register has: who recorded it, and how it ended. It is never changed."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from footprint.schools.models import School
from footprint.users.models import User

LONGEST_REASON = 200


class Ended(models.TextChoices):
    """Why a row counts no more."""

    TAUGHT = "taught", _("Taught since")
    CORRECTED = "corrected", _("Corrected")
    WITHDRAWN = "withdrawn", _("Taken back")


class Kept(models.Model):
    """
    A row that is added and may end, with a reason; a correction ends it and adds another.

    `began_as` is the first of the rows that follow each other; empty for that first one.
    """

    school = models.ForeignKey(School, models.PROTECT, related_name="%(class)ss")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    began_as = models.ForeignKey("self", models.PROTECT, null=True, related_name="later")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    ended_why = models.CharField(max_length=20, choices=Ended, blank=True)
    ended_reason = models.CharField(max_length=LONGEST_REASON, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="a_%(class)s_ends_for_a_reason",
                condition=Q(ended_at__isnull=True, ended_by__isnull=True, ended_why="")
                | Q(ended_at__isnull=False, ended_by__isnull=False, ended_why=Ended.TAUGHT)
                | (
                    Q(ended_at__isnull=False, ended_by__isnull=False)
                    & Q(ended_why__in=[Ended.CORRECTED, Ended.WITHDRAWN])
                    & ~Q(ended_reason="")
                ),
            ),
            models.UniqueConstraint(
                name="one_%(class)s_of_a_line_counts",
                fields=["began_as"],
                condition=Q(ended_at__isnull=True),
            ),
        ]

    @property
    def is_current(self) -> bool:
        return self.ended_at is None

    @property
    def line_key(self) -> int:
        """The key of the first row of its line."""
        return self.began_as_id or self.pk  # type: ignore[attr-defined, no-any-return]
