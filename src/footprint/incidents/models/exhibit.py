"""Which exhibits belong to which incident."""

from django.db import models

from footprint.evidence.models import Exhibit


class IncidentExhibit(models.Model):
    """An exhibit of one incident: seen by those who may see that, and by nobody else."""

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="exhibits")
    exhibit = models.OneToOneField(Exhibit, models.PROTECT, related_name="of_incident")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.exhibit} of {self.incident}"
