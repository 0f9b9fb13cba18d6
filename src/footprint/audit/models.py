"""
The audit log. No foreign keys: what happened must outlive whatever it happened to.
"""

from django.db import models


class EventQuerySet(models.QuerySet["Event"]):
    def of_schools(self, school_ids: set[int]) -> "EventQuerySet":
        return self.filter(school_id__in=school_ids)

    def about(self, target: str) -> "EventQuerySet":
        return self.filter(target=target)


class Event(models.Model):
    """
    One thing that somebody did.

    The digest covers the entry before it and a salted commitment to `details`, so that personal
    detail can be erased (details and salt emptied) while the chain still verifies.
    """

    number = models.PositiveBigIntegerField(unique=True)  # 1, 2, 3 ... without a gap
    at = models.DateTimeField()
    by = models.CharField(max_length=150)  # the user's e-mail address, or "system: <job>"
    action = models.CharField(max_length=60)  # "incidents.closed"
    target = models.CharField(max_length=80)  # "incident:12"
    school_id = models.BigIntegerField(null=True)
    details = models.JSONField(default=dict)
    salt = models.CharField(max_length=32)
    commitment = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["target", "-number"], name="audit_by_target"),
            models.Index(fields=["school_id", "-at", "-number"], name="audit_by_school"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.action} {self.target} by {self.by}"


class ChainHead(models.Model):
    """The last entry's number and digest: one row, locked while an entry is appended."""

    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(name="audit_has_one_chain_head", condition=models.Q(pk=1))
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.digest[:12]}"
