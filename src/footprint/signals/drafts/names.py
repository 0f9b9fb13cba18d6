"""
The names of pupils in a text, as people write them: "Tolly", "T'olly A.", "#TollyApplegarth".

The names are handed in by the caller, from the school's own register, and kept nowhere.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from footprint.signals.lexicon import words_of

_WORD = re.compile(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"(?:['’‘`]s|(?<=s)['’‘`])$", re.IGNORECASE)
_MARKS = re.compile(r"['’‘`]")
_SMALL_PARTS = frozenset({"al", "da", "de", "del", "den", "der", "di", "du", "el", "la", "le",
                          "mac", "mc", "of", "st", "van", "von"})  # fmt: skip
_TITLES = frozenset({"dr", "lady", "lord", "miss", "mr", "mrs", "ms", "mx", "prof", "saint", "sir",
                     "st", "king", "queen", "prince", "princess"})  # fmt: skip
_SHORTEST_JOINED = 6
_MOST_BETWEEN = 2  # middle names


@dataclass(frozen=True)
class Pupil:
    """One pupil as the register knows them. `key` is the caller's own."""

    key: str
    given: str
    family: str
    known_as: str = ""
    class_name: str = ""


@dataclass(frozen=True)
class Word:
    """One word of the text: folded, its place, and whether it begins with a capital."""

    text: str
    start: int
    end: int
    capital: bool


@dataclass(frozen=True)
class Mention:
    """A pupil's name in the text; several keys where several pupils are called so."""

    keys: tuple[str, ...]
    start: int
    end: int
    full: bool


class Names:
    """The names of a school's pupils, ready to be looked for in many texts."""

    def __init__(self, pupils: Iterable[Pupil]) -> None:
        self._by_first: defaultdict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]]
        self._by_first = defaultdict(list)
        self._joined: defaultdict[str, list[str]] = defaultdict(list)
        self._first: defaultdict[str, list[str]] = defaultdict(list)
        self._families: set[str] = set()
        for pupil in pupils:
            self._take_in(pupil)

    def _take_in(self, pupil: Pupil) -> None:
        families = _families_of(parts_of(pupil.family))
        self._families.update(part for family in families for part in family)
        for given in _givens_of(pupil):
            self._first[given[0]].append(pupil.key)
            for family in families:
                self._by_first[given[0]].append((given, family, pupil.key))
                self._by_first[family[0]].append((family, given, pupil.key))
                joined = "".join((*given, *family))
                if len(joined) >= _SHORTEST_JOINED:
                    self._joined[joined].append(pupil.key)

    def in_text(self, text: str) -> list[Mention]:
        """Every pupil's name, the full ones first where they overlap; in the order of the text."""
        words = words_in(text)
        full = [mention for at in range(len(words)) for mention in self._full_at(text, words, at)]
        taken = _longest(full)
        alone = [
            mention
            for at in range(len(words))
            if (mention := self._alone_at(text, words, at))
            and not any(_overlap(mention, other) for other in taken)
        ]
        return sorted((*taken, *alone), key=lambda each: each.start)

    def _full_at(self, text: str, words: list[Word], at: int) -> Iterator[Mention]:
        word = words[at]
        if word.text in self._joined:
            keys = tuple(dict.fromkeys(self._joined[word.text]))
            yield Mention(keys, word.start, word.end, full=True)
        for first, then, key in self._by_first.get(word.text, ()):
            last = _match(text, words, at, first, then)
            if last is not None and _looks_like_a_name(words[at : last + 1]):
                yield Mention((key,), word.start, words[last].end, full=True)

    def _alone_at(self, text: str, words: list[Word], at: int) -> Mention | None:
        """A first name by itself: no title before it, and nobody else's surname behind it."""
        word = words[at]
        keys = self._first.get(word.text)
        if not keys or not word.capital:
            return None
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        if before and before.text in _TITLES and _close(text, before, word):
            return None
        if after and after.capital and len(after.text) > 1 and _next_to(text, word, after):
            return None  # "Grace Kelly": another person, or the name of something
        return Mention(tuple(dict.fromkeys(keys)), word.start, word.end, full=False)


def words_in(text: str) -> list[Word]:
    """The words of a text, folded so that "Zoë O’Neill’s" is "zoe" and "oneill"."""
    found = []
    for match in _WORD.finditer(text):
        said = _POSSESSIVE.sub("", match.group())
        if said:
            end = match.start() + len(said)
            found.append(Word(fold(said), match.start(), end, said[0].isupper()))
    return found


def fold(word: str) -> str:
    """Without accents, apostrophes and capitals."""
    plain = unicodedata.normalize("NFKD", _MARKS.sub("", word).casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name: a double-barrelled one has two."""
    return tuple(fold(part.group()) for part in _WORD.finditer(name))


def _givens_of(pupil: Pupil) -> set[tuple[str, ...]]:
    given, known = parts_of(pupil.given), parts_of(pupil.known_as)
    return {name for name in (given, given[:1], known, known[:1]) if name}


def _families_of(family: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The whole name, and each part of a double-barrelled one that is a name by itself."""
    parts = {(part,) for part in family if len(part) > 1 and part not in _SMALL_PARTS}
    return ({family} | parts) if family else set()


def _match(
    text: str, words: list[Word], at: int, first: tuple[str, ...], then: tuple[str, ...]
) -> int | None:
    """The last word of "first then" from here on, middle names between them allowed."""
    end = at + len(first)
    if tuple(word.text for word in words[at:end]) != first:
        return None
    for between in range(_MOST_BETWEEN + 1):
        start = end + between
        if tuple(word.text for word in words[start : start + len(then)]) == then:
            last = start + len(then) - 1
            middle = words[end:start]
            run = words[at : last + 1]
            joined = all(_close(text, one, two) for one, two in pairwise(run))
            if joined and all(word.capital for word in middle):
                return last
    return None


_GAP = re.compile(r"[ \t\u00a0]{1,3}|[-‐-–]|,[ \t]{0,2}|\.[ \t]?|\n")


def _close(text: str, one: Word, two: Word) -> bool:
    """Only what stands inside a name stands between them; a full stop only after an initial."""
    gap = text[one.end : two.start]
    if "." in gap and one.end - one.start > 1 and one.text not in _TITLES:
        return False
    return bool(_GAP.fullmatch(gap))


def _next_to(text: str, one: Word, two: Word) -> bool:
    return text[one.end : two.start] in (" ", "-", "\u00a0")


def _looks_like_a_name(words: list[Word]) -> bool:
    """Capitals; or small letters throughout, where no part is an ordinary word."""
    if words[0].capital and words[-1].capital:
        return True
    ordinary = words_of("ordinary_names")
    return not any(word.capital or word.text in ordinary for word in words)


def _longest(mentions: list[Mention]) -> list[Mention]:
    """Of those that overlap the longest; those of one place become one."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: (each.start - each.end, each.start)):
        same = next((each for each in kept if _overlap(each, mention)), None)
        if same is None:
            kept.append(mention)
        elif (same.start, same.end) == (mention.start, mention.end):
            kept.remove(same)
            keys = tuple(dict.fromkeys((*same.keys, *mention.keys)))
            kept.append(Mention(keys, same.start, same.end, full=True))
    return kept


def _overlap(one: Mention, two: Mention) -> bool:
    return one.start < two.end and two.start < one.end
