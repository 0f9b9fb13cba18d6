"""What a trust wants its schools' policies to say."""

from __future__ import annotations

from django.db import models

from footprint.rulebook.policy import Policy, policy_from_json
from footprint.schools.models import Trust
from footprint.users.access import schools_where
from footprint.users.models import User
from footprint.users.permissions import Permission


class TrustPolicyQuerySet(models.QuerySet["TrustPolicy"]):
    def seen_by(self, user: User) -> TrustPolicyQuerySet:
        """Those of the trusts whose policy the person looks after."""
        schools = schools_where(user, Permission.TRUST_POLICIES)
        return self.filter(trust__in=Trust.objects.filter(schools__in=schools))

    def latest_of(self, trust_id: int | None) -> TrustPolicy | None:
        """The trust's policy today; None where there is no trust, or it has none."""
        if trust_id is None:
            return None
        return self.filter(trust_id=trust_id).order_by("-number").first()


class TrustPolicy(models.Model):
    """
    One version of what a trust wants its schools' policies to say. Never changed afterwards.

    No school follows it before it has confirmed and adopted it itself. `content` is a whole policy
    (`rulebook.policy.policy_to_json`) without what is each school's own (`policies.trusts.LOCAL`).
    """

    trust = models.ForeignKey(Trust, models.PROTECT, related_name="policies")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField()
    taken_from = models.ForeignKey("PolicyVersion", models.PROTECT, related_name="+")
    adopted_on = models.DateField()  # the day on which the trust decided on it
    adopted_at = models.DateTimeField()
    adopted_by = models.ForeignKey(User, models.PROTECT, related_name="+")

    objects = TrustPolicyQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["trust", "number"], name="a_trust_has_a_version_number_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.trust}: version {self.number}"

    @property
    def policy(self) -> Policy:
        return policy_from_json(self.content)
