"""Concern and Message; the school's complaints procedure, Complaint and its lines."""

from footprint.concerns.models.complaint import (
    Complaint,
    ComplaintKind,
    ComplaintLine,
    How,
    Procedure,
)
from footprint.concerns.models.concern import (
    KEPT_AFTER_CLOSING,
    Concern,
    ConcernQuerySet,
    Message,
    Way,
)

__all__ = [
    "KEPT_AFTER_CLOSING",
    "Complaint",
    "ComplaintKind",
    "ComplaintLine",
    "Concern",
    "ConcernQuerySet",
    "How",
    "Message",
    "Procedure",
    "Way",
]
