"""A school's document, the review of its clauses, the adopted versions, and a trust's policy."""

from footprint.policies.models.reviews import ClauseReview, Decision
from footprint.policies.models.trusts import TrustPolicy
from footprint.policies.models.versions import (
    PolicyDocument,
    PolicyVersion,
    PolicyVersionQuerySet,
)

__all__ = [
    "ClauseReview",
    "Decision",
    "PolicyDocument",
    "PolicyVersion",
    "PolicyVersionQuerySet",
    "TrustPolicy",
]
