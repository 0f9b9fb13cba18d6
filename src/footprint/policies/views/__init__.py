"""The policy's pages: read it, upload or build one, review its clauses, adopt, compare."""

from footprint.policies.views.adopting import adopt_version, set_aside_version
from footprint.policies.views.asking import ask_policy
from footprint.policies.views.building import build_clause, build_policy
from footprint.policies.views.comparing import compare_versions
from footprint.policies.views.printing import print_policy, show_paper
from footprint.policies.views.reading import list_versions, show_policy, show_version
from footprint.policies.views.reviewing import (
    confirm_clause,
    confirm_same_clauses,
    deny_clause,
    keep_clause,
    reopen_clause,
    review_clause,
    review_version,
    show_document,
)
from footprint.policies.views.trusting import (
    propose_trust_policy,
    show_trust_policy,
    take_trust_policy,
    trust_policies,
)
from footprint.policies.views.uploading import upload_document

__all__ = [
    "adopt_version",
    "ask_policy",
    "build_clause",
    "build_policy",
    "compare_versions",
    "confirm_clause",
    "confirm_same_clauses",
    "deny_clause",
    "keep_clause",
    "list_versions",
    "print_policy",
    "propose_trust_policy",
    "reopen_clause",
    "review_clause",
    "review_version",
    "set_aside_version",
    "show_document",
    "show_paper",
    "show_policy",
    "show_trust_policy",
    "show_version",
    "take_trust_policy",
    "trust_policies",
    "upload_document",
]
