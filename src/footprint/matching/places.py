"""
Where schools are, by every word that tells: village, town, county, authority, postcode, trust.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from footprint.matching.blocks import words_of
from footprint.matching.register import RegisteredSchool

_TRUST_ENDING = re.compile(
    r" (multi academy trust|academy trust|academies trust|education trust|trust|mat|limited|ltd)$"
)
_FEWEST_LETTERS = 3
# How much a kind of word says; a postcode is one street.
WEIGHTS = {"postcode": 10, "trust": 4, "place": 3, "area": 2}


class Place(NamedTuple):
    """A place (or trust) in a text: its words, their kind, and where they stand in the line."""

    words: str
    kind: str
    start: int
    end: int


class Places:
    """The schools at each place."""

    def __init__(self, schools: Sequence[RegisteredSchool]) -> None:
        at: dict[str, list[int]] = defaultdict(list)
        self._kinds: dict[str, str] = {}
        for number, school in enumerate(schools):
            for words, kind in _told_by(school):
                at[words].append(number)
                self._kinds.setdefault(words, kind)
        self.schools_at = {words: frozenset(numbers) for words, numbers in at.items()}
        self.joined = {words.replace(" ", ""): words for words in at}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for words in at:
            first, length = words.split(" ", 1)[0], words.count(" ") + 1
            known = self._lengths.get(first, ())
            if length not in known:
                self._lengths[first] = (*known, length)

    def found(self, words: Sequence[str]) -> list[Place]:
        """Every place in a line that is cut at its spaces; longer ones beside their parts."""
        places: list[Place] = []
        start = 0
        for at, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                phrase = " ".join(words[at : at + length])
                if phrase in self._kinds and at + length <= len(words):
                    end = start + 1 + len(phrase)
                    places.append(Place(phrase, self._kinds[phrase], start, end))
            start += len(word) + 1
        return places

    def in_words(self, text: str) -> list[Place]:
        """The places in a text as somebody wrote it."""
        return self.found(words_of(text).split())

    def joined_place(self, letters: str) -> Place | None:
        """The place in what is left of a hashtag: "putney" of "#StMarysPutney"."""
        words = self.joined.get(letters)
        return Place(words, self._kinds[words], 0, 0) if words else None


def _told_by(school: RegisteredSchool) -> Iterator[tuple[str, str]]:
    if postcode := _plain(school.postcode):
        yield postcode, "postcode"
        yield postcode.split(" ")[0], "area"
    for place in (school.locality, school.town):
        yield from _named(_plain(place), "place")
    for area in (school.county, school.authority):
        yield from _named(_plain(area), "area")
    if trust := _plain(school.trust):
        yield trust, "trust"
        short = _TRUST_ENDING.sub("", trust)
        if " " in short:
            yield short, "trust"


def _named(words: str, kind: str) -> Iterable[tuple[str, str]]:
    return [(words, kind)] if len(words) >= _FEWEST_LETTERS else []


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    return words_of(text) if text else ""
