"""Insult, bullying and hate: disrespect towards a person, a pupil or a group."""

from footprint.rulebook.terms import Flag
from footprint.signals.context import Seen
from footprint.signals.findings import Finding, findings


def respect(seen: Seen) -> tuple[Finding, ...]:
    """What the post says against somebody, or reports that others say."""
    found = findings(seen, "respect") + findings(seen, "wide_respect")
    return tuple(finding for finding in found if finding.about != Flag.PRIVACY)
