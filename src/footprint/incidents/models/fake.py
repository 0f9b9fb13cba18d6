"""A fake account of the school, or of somebody there: what the incident is about."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from footprint.registers.official_accounts.models import Lookalike
from footprint.rulebook.terms import Platform
from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class Impersonated(models.TextChoices):
    """Whom the account pretends to be: it decides who must file the report."""

    SCHOOL = "school", _("The school")
    STAFF = "staff", _("A member of staff")
    PUPIL = "pupil", _("A pupil")


class FakeAccount(models.Model):
    """
    One for an incident. `lookalike` is its row in the register, where it pretends to be the school.

    Never who is behind it, and never in the register where a person is impersonated.
    """

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="fake_accounts")
    of_whom = models.CharField(max_length=10, choices=Impersonated)
    platform = models.CharField(
        max_length=20, choices=[(each.value, each.value) for each in Platform]
    )
    address = SealedText(blank=True)
    lookalike = models.ForeignKey(Lookalike, models.SET_NULL, null=True, related_name="+")
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="one_fake_account_of_an_incident", fields=["incident"])
        ]

    def __str__(self) -> str:
        return f"fake account in {self.incident}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal
