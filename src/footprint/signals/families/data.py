"""Privacy and underage use: information given away, and children where a platform bars them."""

from footprint.signals.context import Seen
from footprint.signals.findings import Finding, findings


def data(seen: Seen) -> tuple[Finding, ...]:
    """What the post gives away, or reports as given away, and which young child is online."""
    return findings(seen, "data")
