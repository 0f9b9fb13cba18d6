"""Declared links with what was decided about them, and reports of attempts to connect."""

from footprint.registers.connection_exceptions.models.attempts import (
    AttemptOutcome,
    ConnectionAttempt,
    ConnectionAttemptQuerySet,
)
from footprint.registers.connection_exceptions.models.links import (
    ConnectionEntry,
    ConnectionException,
    ConnectionExceptionQuerySet,
    EndReason,
    How,
    LinkKind,
    State,
)

__all__ = [
    "AttemptOutcome",
    "ConnectionAttempt",
    "ConnectionAttemptQuerySet",
    "ConnectionEntry",
    "ConnectionException",
    "ConnectionExceptionQuerySet",
    "EndReason",
    "How",
    "LinkKind",
    "State",
]
