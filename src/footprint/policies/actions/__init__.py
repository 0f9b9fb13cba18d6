"""Every write of a policy: uploading a document, deciding on its clauses, adopting a version."""

from footprint.policies.actions.adopting import CannotAdopt, adopt, set_aside
from footprint.policies.actions.reviewing import (
    AlreadyAdopted,
    DecidedMeanwhile,
    confirm_as_read,
    correct,
    not_in_policy,
    undo,
)
from footprint.policies.actions.uploading import AlreadyUnderReview, NotAPolicy, upload

__all__ = [
    "AlreadyAdopted",
    "AlreadyUnderReview",
    "CannotAdopt",
    "DecidedMeanwhile",
    "NotAPolicy",
    "adopt",
    "confirm_as_read",
    "correct",
    "not_in_policy",
    "set_aside",
    "undo",
    "upload",
]
