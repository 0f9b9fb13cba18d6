"""Privacy and underage use: information given away, and children where a platform bars them."""

from footprint.rulebook.terms import Flag
from footprint.signals.context import Seen
from footprint.signals.findings import Finding, findings


def data(seen: Seen) -> tuple[Finding, ...]:
    """What the post gives away, or reports as given away, and which young child is online."""
    private = (f for f in findings(seen, "wide_respect") if f.about == Flag.PRIVACY)
    return (*findings(seen, "data"), *private, *findings(seen, "hints_data"))
