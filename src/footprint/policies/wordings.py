"""
Sentences of two versions word by word: what was taken out, what was put in, what stayed.

A file of its own because it compares texts and nothing else, and is tested as that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

ALIKE = 0.5  # below this, two sentences are not the same one reworded: one went and one came
_WORDS = re.compile(r"\s+|[\w’'-]+|[^\w\s]")


class Mark(StrEnum):
    """What became of some words."""

    STAYED = "stayed"
    WENT = "went"
    CAME = "came"


@dataclass(frozen=True)
class Reworded:
    """One sentence that is not the same on both sides: its pieces in order, each with its mark."""

    pieces: tuple[tuple[str, Mark], ...]

    @property
    def is_mixed(self) -> bool:
        """Partly as it was; else it went or came as a whole."""
        return len({mark for _, mark in self.pieces}) > 1


def reworded(before: Sequence[str], after: Sequence[str]) -> tuple[Reworded, ...]:
    """The sentences that went, came or changed, in the order in which they stand."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    found: list[Reworded] = []
    for kind, first, last, at, to in matcher.get_opcodes():
        if kind != "equal":
            found += _block(before[first:last], after[at:to])
    return tuple(found)


def _block(gone: Sequence[str], come: Sequence[str]) -> Iterator[Reworded]:
    for old, new in zip_longest(gone, come, fillvalue=""):
        if old and new and _alike(old, new) >= ALIKE:
            yield Reworded(tuple(_pieces(old, new)))
            continue
        if old:
            yield Reworded(((old, Mark.WENT),))
        if new:
            yield Reworded(((new, Mark.CAME),))


def _alike(old: str, new: str) -> float:
    return SequenceMatcher(None, _WORDS.findall(old), _WORDS.findall(new), autojunk=False).ratio()


def _pieces(old: str, new: str) -> Iterator[tuple[str, Mark]]:
    ours, theirs = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, first, last, at, to in matcher.get_opcodes():
        if kind == "equal":
            yield "".join(ours[first:last]), Mark.STAYED
            continue
        if first < last:
            yield "".join(ours[first:last]), Mark.WENT
        if at < to:
            yield "".join(theirs[at:to]), Mark.CAME
