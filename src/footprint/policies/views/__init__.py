"""The policy's pages: read it, upload one, review its clauses, adopt."""

from footprint.policies.views.adopting import adopt_version, set_aside_version
from footprint.policies.views.asking import ask_policy
from footprint.policies.views.printing import print_policy, show_paper
from footprint.policies.views.reading import list_versions, show_policy, show_version
from footprint.policies.views.reviewing import (
    confirm_clause,
    deny_clause,
    reopen_clause,
    review_clause,
    review_version,
    show_document,
)
from footprint.policies.views.uploading import upload_document

__all__ = [
    "adopt_version",
    "ask_policy",
    "confirm_clause",
    "deny_clause",
    "list_versions",
    "print_policy",
    "reopen_clause",
    "review_clause",
    "review_version",
    "set_aside_version",
    "show_document",
    "show_paper",
    "show_policy",
    "show_version",
    "upload_document",
]
