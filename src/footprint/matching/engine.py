"""
Where do any of many thousand patterns occur in a block? The engine under the register's matcher.

`ahocorasick_rs` where it is installed; else plain Python, several times slower with the same
answers. Patterns begin with a space; those that end with one are whole words.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

try:
    import ahocorasick_rs
except ImportError:  # no wheel for this machine
    _HAS_FAST = False
else:
    _HAS_FAST = True

Hit = tuple[int, int, int]  # the pattern's number, where it starts, where it ends


class Engine(Protocol):
    """All occurrences, those that overlap too."""

    def hits(self, block: bytes) -> Sequence[Hit]:
        """In no particular order."""
        ...


def engine_for(patterns: Sequence[bytes]) -> Engine:
    """The best engine that this machine has."""
    return FastEngine(patterns) if _HAS_FAST else PlainEngine(patterns)


class FastEngine:
    """One automaton, in Rust."""

    def __init__(self, patterns: Sequence[bytes]) -> None:
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            patterns, implementation=ahocorasick_rs.Implementation.ContiguousNFA
        )

    def hits(self, block: bytes) -> Sequence[Hit]:
        """See `Engine`."""
        found: Sequence[Hit] = self._automaton.find_matches_as_indexes(block, overlapping=True)
        return found


class PlainEngine:
    """A dictionary of first letters to the patterns that begin so; the standard library alone."""

    _FIRST = 5  # letters, with the space before

    def __init__(self, patterns: Sequence[bytes]) -> None:
        self._by_first: dict[bytes, list[tuple[int, bytes]]] = defaultdict(list)
        self._short: list[tuple[int, bytes]] = []
        for number, pattern in enumerate(patterns):
            of = self._by_first[pattern[: self._FIRST]] if len(pattern) >= self._FIRST else None
            (self._short if of is None else of).append((number, pattern))

    def hits(self, block: bytes) -> Sequence[Hit]:
        """See `Engine`."""
        found: list[Hit] = []
        at = block.find(b" ")
        while at >= 0:
            listed = self._by_first.get(block[at : at + self._FIRST], ())
            for number, pattern in (*listed, *self._short):
                if block.startswith(pattern, at):
                    found.append((number, at, at + len(pattern)))
            at = block.find(b" ", at + 1)
        return found
