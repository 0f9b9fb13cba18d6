"""The timeline of an incident."""

from django.db import models
from django.utils import timezone

from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class Entry(models.Model):
    """
    One line of an incident's timeline. Append only: a correction is another entry.

    An entry about an earlier time (`happened_at` before `written_at`'s day) is placed there and
    marked as back-dated.
    """

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="entries")
    happened_at = models.DateTimeField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    action = models.CharField(max_length=60)  # "note", "opened", "deletion_requested" ...
    text = SealedText()

    class Meta:
        ordering = ["happened_at", "pk"]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.action} of {self.incident}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal

    @property
    def is_back_dated(self) -> bool:
        """Written on a later day than the one it tells of, in the school's own calendar."""
        return timezone.localdate(self.happened_at) < timezone.localdate(self.written_at)
