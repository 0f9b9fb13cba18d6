"""The yearly look at an account, as evidence."""

from __future__ import annotations

from django.db import models

from footprint.registers.official_accounts.models.accounts import OfficialAccount
from footprint.users.models import User


class Review(models.Model):
    """Somebody went through an account: what they found that day. Only ever added."""

    account = models.ForeignKey(OfficialAccount, models.CASCADE, related_name="reviews")
    on = models.DateField()
    second_factor_on = models.BooleanField()
    recovery_works = models.BooleanField()
    people_right = models.BooleanField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.account}: {self.on}"
