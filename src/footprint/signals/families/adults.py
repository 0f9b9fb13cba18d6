"""Staff contact and allegations: what an adult of the school does or may have done."""

from footprint.signals.context import Seen
from footprint.signals.findings import Finding, findings


def adults(seen: Seen) -> tuple[Finding, ...]:
    """
    What the post says of an adult of the school and a child.

    A pupil who asks to follow a teacher is contact by a pupil: not urgent. Where an adult's
    contact is told of as well, that is what counts.
    """
    found = findings(seen, "adults")
    if any(finding.variant == "adult" for finding in found):
        return tuple(finding for finding in found if finding.variant != "pupil")
    return found
