"""Threat, extremism, self-harm and sexual content: somebody may come to harm."""

from footprint.signals.context import Seen
from footprint.signals.findings import Finding, findings


def danger(seen: Seen) -> tuple[Finding, ...]:
    """What the post says or reports of harm to come or done."""
    return findings(seen, "danger") + findings(seen, "sexual") + findings(seen, "wide_danger")
