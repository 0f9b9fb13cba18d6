"""Every write of a policy: uploading, building, deciding on clauses, adopting, a trust's policy."""

from footprint.policies.actions.adopting import CannotAdopt, adopt, set_aside
from footprint.policies.actions.building import (
    HalfARule,
    start_building,
    write_clause,
)
from footprint.policies.actions.reminding import remind_of_review
from footprint.policies.actions.reviewing import (
    AlreadyAdopted,
    DecidedMeanwhile,
    confirm_as_read,
    correct,
    keep_ours,
    not_in_policy,
    undo,
)
from footprint.policies.actions.trusting import (
    CannotPropose,
    CannotTake,
    confirm_same,
    propose,
    take_as_trust_policy,
    waiting_for,
)
from footprint.policies.actions.uploading import AlreadyUnderReview, NotAPolicy, upload

__all__ = [
    "AlreadyAdopted",
    "AlreadyUnderReview",
    "CannotAdopt",
    "CannotPropose",
    "CannotTake",
    "DecidedMeanwhile",
    "HalfARule",
    "NotAPolicy",
    "adopt",
    "confirm_as_read",
    "confirm_same",
    "correct",
    "keep_ours",
    "not_in_policy",
    "propose",
    "remind_of_review",
    "set_aside",
    "start_building",
    "take_as_trust_policy",
    "undo",
    "upload",
    "waiting_for",
    "write_clause",
]
