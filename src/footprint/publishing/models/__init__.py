"""Drafts with their pictures and approvals; where they went; what has to come down again."""

from footprint.publishing.models.drafts import (
    ALIVE,
    MOST_PICTURES,
    Approval,
    Draft,
    DraftPlace,
    DraftQuerySet,
    Picture,
    State,
)
from footprint.publishing.models.publications import (
    Outcome,
    Period,
    Publication,
    TakeDown,
    TakeDownQuerySet,
    Use,
)

__all__ = [
    "ALIVE",
    "MOST_PICTURES",
    "Approval",
    "Draft",
    "DraftPlace",
    "DraftQuerySet",
    "Outcome",
    "Period",
    "Picture",
    "Publication",
    "State",
    "TakeDown",
    "TakeDownQuerySet",
    "Use",
]
