"""To whom a matter was handed on."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from footprint.users.models import User
from footprint.vault.fields import Seal, SealedText


class ReferredTo(models.TextChoices):
    """Who can be asked to help or to take over."""

    HELPLINE = "helpline", _("Helpline for professionals")
    POLICE = "police", _("Police")
    LADO = "lado", _("Local authority designated officer (LADO)")
    PREVENT = "prevent", _("Local Prevent team")
    SOCIAL_CARE = "social_care", _("Children's social care")
    BEHAVIOUR = "behaviour", _("Behaviour policy")
    STAFF_CODE = "staff_code", _("Staff code of conduct")


class Referral(models.Model):
    """The matter handed on: a pointer to where it now is, never a copy of another system's file."""

    incident = models.ForeignKey("incidents.Incident", models.PROTECT, related_name="referrals")
    to = models.CharField(max_length=20, choices=ReferredTo)
    reason = SealedText()
    reference = models.CharField(max_length=100, blank=True)
    referred_at = models.DateTimeField()
    referred_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"referral of {self.incident} to {self.to}"

    @property
    def seal(self) -> Seal | None:
        return self.incident.seal
