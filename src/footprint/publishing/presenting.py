"""
A check as pages show it: each change once, with the places it is about and whom it names.

A file of its own because the author's page, the approver's, the hand-over and the quick check show
the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from footprint.people.models import Person
from footprint.publishing.checking import Check
from footprint.publishing.models import Draft, DraftPlace
from footprint.rulebook.decisions.publication import Change, PlaceRuling
from footprint.rulebook.decisions.publication_text import TextFinding
from footprint.rulebook.facts import Reason


@dataclass
class ShownChange:
    """One thing to change. `everywhere`: at every place of the draft."""

    change: Change
    who: Person | None
    places: list[str] = field(default_factory=list)
    everywhere: bool = False


@dataclass(frozen=True)
class ShownPlace:
    """Go or not yet, for one place, and what else to know there."""

    place: DraftPlace
    go: bool
    notes: tuple[Reason, ...]


@dataclass(frozen=True)
class ShownKept:
    """Something that the check found and the author keeps, with the author's reason."""

    words: str
    reason: str


@dataclass(frozen=True)
class Shown:
    """What a page shows of a check."""

    go: bool
    has_register: bool
    places: list[ShownPlace]
    changes: list[ShownChange]
    marked: list[tuple[str, bool]]
    kept: list[ShownKept]


def shown(draft: Draft, check: Check, places: Sequence[DraftPlace]) -> Shown:
    """A check of a draft at these places, in the same order."""
    rulings = check.ruling.places
    return Shown(
        go=check.go,
        has_register=check.has_register,
        places=[
            ShownPlace(place, ruling.go, ruling.notes)
            for place, ruling in zip(places, rulings, strict=True)
        ],
        changes=changes_of(check, [place.label for place in places]),
        marked=marked(draft.text, _findings(rulings)),
        kept=[ShownKept(key.partition(":")[2], why) for key, why in draft.kept.items()],
    )


def changes_of(check: Check, labels: Sequence[str]) -> list[ShownChange]:
    """Each change once, in the order in which the places come."""
    found: dict[tuple[str, ...], ShownChange] = {}
    for label, ruling in zip(labels, check.ruling.places, strict=True):
        for change in ruling.changes:
            key = (
                change.kind.value,
                change.sentence,
                change.person,
                change.finding.key if change.finding else "",
                change.reasons[0].sentence if change.reasons else "",
            )
            who = check.people.get(change.person) if change.finding is None else None
            found.setdefault(key, ShownChange(change, who)).places.append(label)
    for each in found.values():
        each.everywhere = len(each.places) == len(labels)
    return list(found.values())


def _findings(rulings: Iterable[PlaceRuling]) -> list[TextFinding]:
    return [change.finding for ruling in rulings for change in ruling.changes if change.finding]


def marked(text: str, findings: Iterable[TextFinding]) -> list[tuple[str, bool]]:
    """The text in pieces, each with whether something was found in it."""
    spans = sorted({(each.start, each.end) for each in findings})
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in spans:
        if end <= at:
            continue
        pieces += [(text[at : max(start, at)], False), (text[max(start, at) : end], True)]
        at = end
    return [piece for piece in (*pieces, (text[at:], False)) if piece[0]]
