"""A phrase that means something: what, and where. Families find them, kinds weigh them."""

from collections.abc import Iterable
from dataclasses import dataclass

from footprint.signals.books import book
from footprint.signals.context import Seen, stands
from footprint.signals.patterns import Hit


@dataclass(frozen=True)
class Finding:
    """
    One phrase found.

    Args:
        about: a flag's or a kind's name.
        variant: what sort of it: "report" when somebody tells of it, "adult", "strong", ...
        start, end: its place in the original text.
    """

    about: str
    variant: str
    words: str
    sentence: str
    start: int
    end: int


def findings(seen: Seen, phrase_book: str) -> tuple[Finding, ...]:
    """The first phrase of each group that means what it says, in the order of the text."""
    found: dict[tuple[str, int, int], Finding] = {}
    for hit in book(phrase_book).hits(seen.passage):
        if stands(seen, hit):
            finding = _finding(seen, hit)
            found.setdefault((hit.group.about, finding.start, finding.end), finding)
    return tuple(found.values())


def first_of_each(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for each sentence that would be shown; the first in the text."""
    kept: dict[str, Finding] = {}
    for finding in found:
        kept.setdefault(finding.sentence, finding)
    return tuple(kept.values())


def _finding(seen: Seen, hit: Hit) -> Finding:
    about, _, variant = hit.group.about.partition(":")
    start, end = seen.words[hit.first].start, seen.words[hit.last - 1].end
    return Finding(about, variant, seen.original[start:end], hit.group.sentence, start, end)
