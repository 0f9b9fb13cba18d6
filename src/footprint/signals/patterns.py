"""
Phrase books: patterns over words, fast enough to read every post with all of them.

A phrase book is a text file of word classes and groups:

    = adult: teacher, form tutor, #titled        a class: words, phrases, other classes, tests
    [allegation] Says that an adult hurt a child. a group: what it is about; the sentence shown
    unless: taught, news                          contexts in which the group says nothing
    @adult ~4 grab*/hit ?my @child                a pattern, one a line

In a pattern: `a/b` either; `no_one/nobody` a phrase among them; `@name` a class; `#name` a
test (`word_tests`); `stem*` a beginning; `?x` may be absent; `!x` must not follow; `~4` up to
four words between, within a sentence; `~~9` the same across sentences; `^` `$` start and end
of a sentence; ` & ` all parts, anywhere in the text. `keep: negated` lets a group speak
although "not" stands before it, `keep: figures` although it is, or is part of, a figure of
speech.

Every step looks at a bounded number of words, so reading is linear in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from footprint.signals.normalising import ENDS
from footprint.signals.word_tests import TESTS


@dataclass
class WordClass:
    """Words that may stand for each other: single ones, beginnings, phrases, tests, classes."""

    singles: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    phrases: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    tests: list[str] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)

    def add(self, entry: str) -> None:
        """Take one entry of a list or one alternative of a pattern."""
        words = tuple(entry.split())
        if len(words) > 1:
            self.phrases.setdefault(words[0], []).append(words)
        elif entry.startswith("@"):
            self.classes.append(entry[1:])
        elif entry.startswith("#"):
            self.tests.append(entry[1:])
        elif entry.endswith("*"):
            self.stems.add(entry[:-1])
        else:
            self.singles.add(entry)

    def could_start(self, words: frozenset[str], beginnings: frozenset[str]) -> bool:
        """Whether any of it can occur in a text of these words. Tests always might."""
        if self.tests or not self.singles.isdisjoint(words):
            return True
        if not self.stems.isdisjoint(beginnings):
            return True
        return bool(self.phrases) and not self.phrases.keys().isdisjoint(words)

    def ends(self, words: tuple[str, ...], at: int) -> tuple[int, ...]:
        """Where it may end if it starts at this word; longest first."""
        word = words[at]
        found = {at + len(p) for p in self.phrases.get(word, ()) if words[at : at + len(p)] == p}
        if word in self.singles or (
            self.stems and any(word[:n] in self.stems for n in range(2, len(word) + 1))
        ):
            found.add(at + 1)
        found |= {at + n for n in (TESTS[t](words, at) for t in self.tests) if n}
        return tuple(sorted(found, reverse=True))

    def absorb(self, other: "WordClass") -> None:
        """Take over all entries of another class."""
        self.singles |= other.singles
        self.stems |= other.stems
        self.tests += [test for test in other.tests if test not in self.tests]
        for first, phrases in other.phrases.items():
            self.phrases.setdefault(first, []).extend(phrases)


@dataclass(frozen=True)
class Step:
    """One element of a pattern: a class to match, or a gap of up to `most` words."""

    words: WordClass | None
    most: int = 0
    across: bool = False
    optional: bool = False
    absent: bool = False
    edge: str = ""


Part = tuple[Step, ...]


@dataclass
class Group:
    """Patterns of one meaning."""

    about: str
    sentence: str
    patterns: list[tuple[Part, ...]] = field(default_factory=list)
    unless: frozenset[str] = frozenset()
    keep_negated: bool = False
    keep_figures: bool = False


@dataclass(frozen=True)
class Hit:
    """A group found in a text: word numbers from `first` up to, not including, `last`."""

    group: Group
    first: int
    last: int


class Passage:
    """The words of one text, with what was already looked up in it."""

    def __init__(self, words: tuple[str, ...]) -> None:
        self.words = words
        self._ends: dict[tuple[int, int], tuple[int, ...]] = {}
        self._parts: dict[int, bool] = {}
        self._occurs: dict[int, bool] = {}
        self._known = frozenset(words)
        self._beginnings = frozenset(w[:n] for w in self._known for n in range(2, len(w) + 1))

    def ends(self, found: WordClass, at: int) -> tuple[int, ...]:
        """Where a class that starts at this word may end."""
        key = (id(found), at)
        if key not in self._ends:
            self._ends[key] = found.ends(self.words, at) if at < len(self.words) else ()
        return self._ends[key]

    def places(self, found: WordClass) -> tuple[int, ...]:
        """Where a class occurs: the numbers of the words it starts at."""
        if not found.could_start(self._known, self._beginnings):
            return ()
        return tuple(at for at in range(len(self.words)) if self.ends(found, at))

    def may_hold(self, needed: tuple[WordClass, ...]) -> bool:
        """Whether all that a pattern needs occurs at all: rules out most patterns at once."""
        return all(self._may_occur(found) for found in needed)

    def _may_occur(self, found: WordClass) -> bool:
        known = self._occurs.get(id(found))
        if known is None:
            known = self._occurs[id(found)] = found.could_start(self._known, self._beginnings)
        return known

    def holds(self, part: Part) -> bool:
        """Whether a part occurs anywhere."""
        if id(part) not in self._parts:
            places = range(len(self.words))
            self._parts[id(part)] = any(_match(part, 0, self, at) for at in places)
        return self._parts[id(part)]


@dataclass(frozen=True)
class _Entry:
    """A pattern as a book keeps it; `needed` is what must occur for it to match."""

    group: Group
    parts: tuple[Part, ...]
    needed: tuple[WordClass, ...]


def _needed(parts: tuple[Part, ...]) -> tuple[WordClass, ...]:
    """The classes that no match can do without; the scarcest first, to rule out soonest."""
    steps = (s for part in parts for s in part if not (s.optional or s.absent))
    found = {id(s.words): s.words for s in steps if s.words is not None}
    return tuple(sorted(found.values(), key=_breadth))


def _breadth(found: WordClass) -> int:
    return len(found.singles) + len(found.stems) + len(found.phrases) + 1_000 * len(found.tests)


class Book:
    """Groups of one file, indexed by the words that a pattern can start with."""

    def __init__(self, groups: list[Group]) -> None:
        self.groups = tuple(groups)
        self._by_word: dict[str, list[_Entry]] = {}
        self._by_stem: dict[str, list[_Entry]] = {}
        self._by_test: dict[str, list[_Entry]] = {}
        for group in groups:
            for parts in group.patterns:
                self._index(group, parts)

    def _index(self, group: Group, parts: tuple[Part, ...]) -> None:
        first = next(step for step in parts[0] if not step.edge).words
        if first is None:
            raise ValueError(f"A pattern of {group.about} starts with a gap.")
        entry = _Entry(group, parts, _needed(parts))
        for word in {*first.singles, *first.phrases}:
            self._by_word.setdefault(word, []).append(entry)
        for stem in first.stems:
            self._by_stem.setdefault(stem, []).append(entry)
        for test in first.tests:
            self._by_test.setdefault(test, []).append(entry)

    def hits(self, passage: Passage) -> Iterator[Hit]:
        """Every place where a pattern starts to match, in order of the text."""
        for at, word in enumerate(passage.words):
            if word in ENDS:
                continue
            for entry in self._candidates(passage.words, at):
                if not passage.may_hold(entry.needed):
                    continue
                end = _match(entry.parts[0], 0, passage, at)
                if end and all(passage.holds(part) for part in entry.parts[1:]):
                    yield Hit(entry.group, at, end)

    def _candidates(self, words: tuple[str, ...], at: int) -> Iterator["_Entry"]:
        word = words[at]
        yield from self._by_word.get(word, ())
        for length in range(2, len(word) + 1):
            yield from self._by_stem.get(word[:length], ())
        for test, patterns in self._by_test.items():
            if TESTS[test](words, at):
                yield from patterns


def _match(part: Part, step_at: int, passage: Passage, at: int) -> int:
    """Where the rest of the part ends if it starts here, or 0."""
    if step_at == len(part):
        return at
    step = part[step_at]
    if step.words is None:
        return _match_gap(part, step_at, passage, at)
    here = passage.ends(step.words, at)
    if step.absent:
        return 0 if here else _match(part, step_at + 1, passage, at)
    for end in here:
        whole = _match(part, step_at + 1, passage, end)
        if whole:
            return whole
    return _match(part, step_at + 1, passage, at) if step.optional else 0


def _match_gap(part: Part, step_at: int, passage: Passage, at: int) -> int:
    step, words = part[step_at], passage.words
    if step.edge == "^":
        ok = at == 0 or words[at - 1] in ENDS
        return _match(part, step_at + 1, passage, at) if ok else 0
    if step.edge == "$":
        ok = at == len(words) or words[at] in ENDS
        return _match(part, step_at + 1, passage, at) if ok else 0
    for place in range(at, min(at + step.most, len(words)) + 1):
        end = _match(part, step_at + 1, passage, place)
        if end:
            return end
        if place < len(words) and words[place] in ENDS and not step.across:
            return 0
    return 0
