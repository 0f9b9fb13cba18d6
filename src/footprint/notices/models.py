"""The outbox: what is to be told to whom, and whether it went."""

from datetime import datetime

from django.db import models
from django.db.models import Q


class NoticeQuerySet(models.QuerySet["Notice"]):
    def waiting(self, *, now: datetime) -> "NoticeQuerySet":
        """Not sent, not parked, and nobody is sending it at this moment."""
        free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
        return self.filter(free, sent_at__isnull=True, parked_at__isnull=True)

    def parked(self) -> "NoticeQuerySet":
        return self.filter(parked_at__isnull=False)


class Notice(models.Model):
    """
    One message to one address.

    `key` makes asking twice harmless: a job that runs again queues nothing new. The body carries
    no child's name and no narrative: a link, a number, a deadline.
    """

    key = models.CharField(max_length=200, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    school_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    lease_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    parked_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="a_notice_is_sent_or_parked_not_both",
                condition=Q(sent_at__isnull=True) | Q(parked_at__isnull=True),
            )
        ]
        indexes = [
            models.Index(
                fields=["id"],
                condition=Q(sent_at__isnull=True, parked_at__isnull=True),
                name="notices_waiting",
            )
        ]

    def __str__(self) -> str:
        return f"{self.key} to {self.to}"
