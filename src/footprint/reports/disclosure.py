"""
Small numbers must not name people: which counts of a report may be shown?

A file of its own because it is arithmetic alone: no table, no clock, no words. A count from 1 to 4
is hidden. Where a hidden count could be worked out from those that are shown (a total less its
other parts), another one is hidden too, until none can be. The reader is taken to know all of this.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from math import inf

SMALLEST = 5


@dataclass(frozen=True)
class Sum:
    """A total and the parts that it is the sum of, by their names."""

    total: str
    parts: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return (self.total, *self.parts)


class Hidden(Enum):
    """Why a count is not shown."""

    SMALL = "it is from 1 to 4, and the reader is told so"
    GIVES_AWAY = "a small one could be worked out from it"
    UNTOLD = "it is small, but to tell even that would give it or another one away"


@dataclass(frozen=True)
class _Range:
    """What a reader can tell of a count."""

    low: float
    high: float

    @property
    def is_known(self) -> bool:
        return self.low == self.high


def is_small(count: int) -> bool:
    return 0 < count < SMALLEST


def hide(
    counts: Mapping[str, int], sums: Iterable[Sum], *, never_shown: frozenset[str] = frozenset()
) -> dict[str, Hidden]:
    """
    Say which counts must not be shown, and why.

    Args:
        counts: {name: count}, none negative.
        sums: how they hang together. Sums that cross each other more than a table of rows and
            columns does are safe only as far as stepping from sum to sum finds them.
        never_shown: counts that the report does not show, but that somebody might work out.
    """
    sums = list(sums)
    hidden = {name: Hidden.SMALL for name, count in counts.items() if is_small(count)}
    while exposed := _exposed(counts, sums, hidden, never_shown):
        name = _another(exposed, counts, sums, {*hidden, *never_shown})
        if name:
            hidden[name] = Hidden.GIVES_AWAY
        else:
            hidden[_told_of(exposed, sums, hidden)] = Hidden.UNTOLD
    return hidden


def _exposed(
    counts: Mapping[str, int],
    sums: list[Sum],
    hidden: Mapping[str, Hidden],
    never_shown: frozenset[str],
) -> set[str]:
    """The small counts that a reader can work out."""
    ranges = {
        name: _at_first(count, hidden.get(name), name in never_shown)
        for name, count in counts.items()
    }
    while any(_narrow(name, each, ranges) for each in sums for name in each.names):
        continue
    return {name for name, count in counts.items() if is_small(count) and ranges[name].is_known}


def _at_first(count: int, hidden: Hidden | None, never_shown: bool) -> _Range:
    if never_shown:
        return _Range(0, inf)
    if hidden is Hidden.SMALL:
        return _Range(1, SMALLEST - 1)
    if hidden is Hidden.GIVES_AWAY:
        return _Range(SMALLEST, inf)
    if hidden is Hidden.UNTOLD:
        return _Range(1, inf)
    return _Range(count, count)


def _narrow(name: str, each: Sum, ranges: dict[str, _Range]) -> bool:
    """Learn what one sum tells of one of its counts; True if that is more than was known."""
    known, told = ranges[name], _told(name, each, ranges)
    narrower = _Range(max(known.low, told.low), min(known.high, told.high))
    ranges[name] = narrower
    return narrower != known


def _told(name: str, each: Sum, ranges: Mapping[str, _Range]) -> _Range:
    others = [ranges[part] for part in each.parts if part != name]
    low, high = sum(other.low for other in others), sum(other.high for other in others)
    if name == each.total:
        return _Range(low, high)
    total = ranges[each.total]
    return _Range(max(0, total.low - high), max(0, total.high - low))


def _another(
    exposed: set[str], counts: Mapping[str, int], sums: list[Sum], gone: set[str]
) -> str | None:
    """The next count to hide: the smallest beside what is exposed, else further off."""
    totals = {each.total for each in sums}
    reached: set[str] = set()
    further = exposed
    while further != reached:
        reached = further
        further = reached.union(*(each.names for each in sums if reached & set(each.names)))
        left = [name for name in further if name not in gone and counts[name]]
        if left:
            return min(left, key=lambda name: (name in totals, counts[name], name))
    return None


def _told_of(exposed: set[str], sums: list[Sum], hidden: Mapping[str, Hidden]) -> str:
    """Nothing is left to hide: the small count of which not even that is told, a total first."""
    totals = {each.total for each in sums}
    told = [name for name in exposed if hidden[name] is Hidden.SMALL]
    told = told or [name for name, why in hidden.items() if why is Hidden.SMALL]
    return min(told, key=lambda name: (name not in totals, name))
