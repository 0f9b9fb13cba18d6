"""Staff contact and allegations: what an adult of the school does or may have done."""

from footprint.signals.context import Seen
from footprint.signals.findings import Finding, findings

_BOOKS = ("adults", "wide_adults", "hints_adults")


def adults(seen: Seen) -> tuple[Finding, ...]:
    """
    What the post says of an adult of the school and a child.

    A pupil who asks to follow a teacher is contact by a pupil, which is not urgent: what the
    teacher may answer ("see if she accepts") is part of the asking. Otherwise contact by the
    adult is what counts.
    """
    found = tuple(f for book in _BOOKS for f in findings(seen, book))
    asks = [finding.start for finding in found if finding.variant == "pupil"]
    answers = [finding.start for finding in found if finding.variant == "adult"]
    dropped = "pupil"
    if asks and answers and min(asks) <= min(answers) and not seen.mentions("myown"):
        dropped = "adult"
    if not (asks and answers):
        return found
    return tuple(finding for finding in found if finding.variant != dropped)
