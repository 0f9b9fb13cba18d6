"""How rules are written: groups of words that a sentence must have, and words it must not have."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from footprint.rulebook.policy import Plain
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName

Words: TypeAlias = re.Pattern[str]

# A rank says which of two sentences wins where both state one value: the plainer one. BROAD is
# for frames, which take any words of the lexicon.
BROAD, WEAK, USUAL, STRONG = -1, 0, 1, 2


def any_of(*phrases: str) -> Words:
    """Any of these phrases, whole words; a star stands for the rest of a word ("monitor*")."""
    parts = (re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", " ") for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(parts)})(?!\w)")


def near(first: str, second: str, *, words: int = 5) -> Words:
    """The first expression, then the second with at most so many words between."""
    return re.compile(rf"\b(?:{first})\b(?:\W+\w+){{0,{words}}}?\W+(?:{second})\b")


@dataclass(frozen=True)
class Found:
    """One value that one sentence states."""

    clause: ClauseName
    key: str
    value: Plain
    sentence: Sentence
    rank: int = USUAL


@dataclass(frozen=True)
class Mention:
    """A sentence that touches a clause without stating any value of it."""

    clause: ClauseName
    sentence: Sentence


Result: TypeAlias = Found | Mention


@dataclass(frozen=True)
class Rule:
    """
    A value that is stated by any sentence with all of `needs` and none of `lacks`.

    Args:
        about: words that the sentence or its heading must have: who the sentence speaks of.
    """

    clause: ClauseName
    key: str
    value: Plain
    needs: tuple[Words, ...]
    lacks: tuple[Words, ...] = ()
    about: Words | None = None
    rank: int = USUAL

    def holds(self, sentence: Sentence) -> bool:
        said = sentence.said
        if not all(words.search(said) for words in self.needs):
            return False
        if any(words.search(said) for words in self.lacks):
            return False
        return self.about is None or speaks_of(sentence, self.about)


@dataclass(frozen=True)
class Text:
    """
    The sentences of one document that may state something, in order.

    Args:
        titled: whether the title says that all of it is about social media.
    """

    sentences: tuple[Sentence, ...]
    titled: bool = False

    @cached_property
    def passages(self) -> dict[int, tuple[Sentence, ...]]:
        groups: dict[int, list[Sentence]] = {}
        for sentence in self.sentences:
            groups.setdefault(sentence.passage, []).append(sentence)
        return {index: tuple(group) for index, group in groups.items()}

    @cached_property
    def body(self) -> tuple[Sentence, ...]:
        """All but headings and questions: who asks whether something is allowed allows nothing."""
        return tuple(each for each in self.sentences if not _asks(each))

    @cached_property
    def _places(self) -> dict[int, int]:
        return {sentence.number: place for place, sentence in enumerate(self.sentences)}

    def with_words(self, *groups: Words) -> Iterator[Sentence]:
        """Sentences that have something of every group."""
        for sentence in self.body:
            if all(words.search(sentence.said) for words in groups):
                yield sentence

    def after(self, sentence: Sentence, *, most: int) -> tuple[Sentence, ...]:
        """The sentences that follow under the same heading, at most so many."""
        place = self._places[sentence.number]
        following = self.sentences[place + 1 : place + 1 + most]
        return tuple(each for each in following if each.heading == sentence.heading)

    def before(self, sentence: Sentence, *, most: int) -> tuple[Sentence, ...]:
        """The sentences before it under the same heading, at most so many, in order."""
        place = self._places[sentence.number]
        preceding = self.sentences[max(0, place - most) : place]
        return tuple(each for each in preceding if each.heading == sentence.heading)

    def around(self, sentence: Sentence, *, most: int) -> tuple[Sentence, ...]:
        """The sentences before and after under the same heading, at most so many each way."""
        place = self._places[sentence.number]
        near_by = self.sentences[max(0, place - most) : place + 1 + most]
        return tuple(each for each in near_by if each.heading == sentence.heading)


def _asks(sentence: Sentence) -> bool:
    return sentence.kind == "heading" or sentence.text.endswith("?")


def apply(rules: Sequence[Rule], text: Text) -> Iterator[Found]:
    """What the rules find, in the document's order."""
    for sentence in text.body:
        for rule in rules:
            if rule.holds(sentence):
                yield Found(rule.clause, rule.key, rule.value, sentence, rule.rank)


def has(text: str, *groups: Words) -> bool:
    """Whether the text has something of every group."""
    return all(words.search(text) for words in groups)


def speaks_of(sentence: Sentence, who: Words) -> bool:
    """Whether the sentence, or the heading it stands under, names them."""
    return bool(who.search(sentence.said) or who.search(sentence.under))


def members(text: str, table: Iterable[tuple[str, Words]]) -> tuple[str, ...]:
    """The names of the table whose words occur in the text."""
    return tuple(name for name, words in table if words.search(text))


PUPIL = any_of("pupil", "your own")
STAFF = any_of("staff")
PARENT = any_of("parent", "you", "home")
ADULTS = (
    ("staff", any_of("staff", "adults", "adult", "headteacher")),
    ("governor", any_of("governor")),
    ("volunteer", any_of("volunteer")),
    ("contractor", any_of("contractor")),
)
