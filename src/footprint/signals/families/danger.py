"""Threat, extremism, self-harm and sexual content: somebody may come to harm."""

from footprint.signals.context import Seen
from footprint.signals.findings import Finding, findings

_BOOKS = ("danger", "sexual", "wide_danger", "hints_danger")


def danger(seen: Seen) -> tuple[Finding, ...]:
    """What the post says or reports of harm to come or done."""
    return tuple(f for book in _BOOKS for f in findings(seen, book))
