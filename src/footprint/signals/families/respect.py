"""Insult, bullying and hate: disrespect towards a person, a pupil or a group."""

from footprint.rulebook.terms import Flag
from footprint.signals.context import Seen
from footprint.signals.findings import Finding, findings

_BOOKS = ("respect", "wide_respect", "hints_respect")


def respect(seen: Seen) -> tuple[Finding, ...]:
    """What the post says against somebody, or reports that others say."""
    found = tuple(f for book in _BOOKS for f in findings(seen, book))
    return tuple(finding for finding in found if finding.about != Flag.PRIVACY)
