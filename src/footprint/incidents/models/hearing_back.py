"""Those who told us hear back: what was said to them, or why nothing."""

from django.db import models

from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class HearingBack(models.Model):
    """What those who told the school of it were told, word for word; or why they were not."""

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="heard_back")
    told = models.BooleanField()
    words = SealedText()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"those who told of {self.incident}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal
