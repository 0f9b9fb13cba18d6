"""
Clauses of sentences with all that they leave unsaid: question, heading, pronouns, line above.

A frame (`frames`) looks at one unit at a time. "No." under "May I follow my teacher?" is a unit
of both; "they do not follow pupils" speaks of those whom the sentence before names.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from footprint.rulebook.reading.lexicon import LEXICON
from footprint.rulebook.reading.marking import Mark
from footprint.rulebook.reading.matching import ADULTS, Text
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.reading.stances import clauses_of, stance_of
from footprint.rulebook.reading.wording import canonical
from footprint.rulebook.terms import Stance

_ANSWERS = 2  # sentences after a question that may lean on its words
_FURTHER = 6  # sentences in which the rule stands that "also holds for ..." goes on
_BEFORE = 2  # sentences that a pronoun may look back to


@lru_cache(maxsize=4096)
def _marks(text: str) -> tuple[Mark, ...]:
    return LEXICON.marks(text)


def concepts_in(*texts: str) -> frozenset[str]:
    """What the lexicon finds in texts in one vocabulary."""
    return frozenset(mark.concept for text in texts for mark in _marks(text))


@dataclass(frozen=True)
class Unit:
    """
    One clause, in one vocabulary.

    Args:
        text: the clause, with what its pronouns and its question stand for.
        whole: the whole sentence, likewise.
        above: its heading, section, question and line above, in one vocabulary.
        before: the sentences before it under the same heading.
        said_before: each of them, and what stands a little further back.
        earlier: the sentence before it, as the document has it.
        adults: those whom it, or a sentence before it, names last ("staff, governor").
        question: the beginning of the text that is its question's; "" for none.
        asker: "pupil", "staff" or "parent": who says "I" in the question, or is called "you".
    """

    sentence: Sentence
    text: str
    whole: str
    above: str
    before: str
    said_before: tuple[str, ...] = ()
    earlier: str = ""
    adults: str = ""
    asker: str = ""
    question: str = ""

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return _marks(self.text)

    @cached_property
    def concepts(self) -> frozenset[str]:
        return concepts_in(self.text)

    @cached_property
    def of_reply(self) -> frozenset[str]:
        """The concepts of the clause without the question that it answers."""
        return concepts_in(self.text.removeprefix(self.question))

    def lacks(self, unwanted: str) -> bool:
        """None of "a|b" in the clause, its question left aside."""
        return not _all(unwanted, self.of_reply)

    @cached_property
    def of_whole(self) -> frozenset[str]:
        return concepts_in(self.whole)

    @cached_property
    def of_above(self) -> frozenset[str]:
        return concepts_in(self.above)

    @cached_property
    def of_before(self) -> frozenset[str]:
        return concepts_in(*self.said_before[-_BEFORE:])

    def has(self, wanted: str) -> bool:
        """All of "a b|c": each word a concept, "|" for either."""
        return _all(wanted, self.concepts)

    def within(self, wanted: str) -> bool:
        """The same, in the whole sentence."""
        return _all(wanted, self.of_whole)

    def knows(self, wanted: str) -> bool:
        """The same, here or in what stands above."""
        return _all(wanted, self.of_whole | self.of_above)

    def recalls(self, wanted: str) -> bool:
        """The same, here, above or in the sentences before."""
        return _all(wanted, self.of_whole | self.of_above | self.of_before)

    @cached_property
    def of_section(self) -> frozenset[str]:
        return concepts_in(*self.said_before)

    @cached_property
    def stance(self) -> Stance:
        """What the clause says of its act; else what the sentence says, else its heading."""
        for text in (self.text, self.whole):
            if (stance := stance_of(text)) is not Stance.NOT_STATED:
                return stance
        return Stance.NOT_STATED

    @property
    def is_against(self) -> bool:
        return self.stance in (Stance.FORBIDDEN, Stance.DISCOURAGED)

    def at(self, concept: str) -> int:
        """Where the concept is first spoken of, -1 where it is not."""
        return next((mark.start for mark in self.marks if mark.concept == concept), -1)

    def precedes(self, one: str, other: str) -> bool:
        """Whether one concept is spoken of before the other."""
        return 0 <= self.at(one) < self.at(other)


def _all(wanted: str, concepts: frozenset[str]) -> bool:
    return all(not concepts.isdisjoint(each) for each in _wanted(wanted))


@cache
def _wanted(wanted: str) -> tuple[frozenset[str], ...]:
    groups = tuple(frozenset(each.split("|")) for each in wanted.split())
    unknown = frozenset().union(*groups) - LEXICON.entries.keys()
    if unknown:  # a slip in a frame: it would never hold, or never be held back
        raise ValueError(f"not in the lexicon: {', '.join(sorted(unknown))}")
    return groups


def units_of(text: Text) -> Iterator[Unit]:
    """The units of a document, in order."""
    place = _Place()
    body = {sentence.number for sentence in text.body}
    for sentence in text.sentences:
        if sentence.number in body:
            yield from place.units(sentence)
        elif sentence.kind != "heading":
            place.hear(sentence)


_PEOPLE = re.compile(r"\b(?:pupil|staff|adults|parent)\b")
_CALLED: Mapping[str, str] = {"adults": "staff"}
_FIRST = re.compile(r"\b(?:i|me|myself)\b")
_SECOND = re.compile(r"\byou\b")
_THEY = re.compile(r"\b(?:they|them|theirs|their)\b|^(?:he|she)\b")
_OURSELVES = re.compile(r"\bus\b")
_ADULT = re.compile(r"\b(?:staff|adults|governor|volunteer|contractor|headteacher)\b")
_LEANS = re.compile(
    r"^(?:yes|no|never|always|please|best|only|not|to |ask|contact|with|then|if |we would|we|they|"
    r"that|this|it|then|of course|sometimes|any|in |there|\d|what)\b"
)


class _Place:
    """What is remembered on the way down the page."""

    def __init__(self) -> None:
        self.heading = ""
        self.said: list[str] = []
        self.earlier = ""
        self.answers = 0
        self.adults = ""

    def hear(self, sentence: Sentence) -> None:
        """A question states nothing, but the next sentence may answer it."""
        self._enter(sentence)
        self.said.append(sentence.said)
        self.earlier = sentence.text

    def _enter(self, sentence: Sentence) -> None:
        if sentence.heading != self.heading:
            goes_on = "?" in sentence.heading and "?" in self.heading  # one question after another
            self.said = self.said[-_BEFORE:] if goes_on else []
            self.heading, self.adults, self.earlier, self.answers = sentence.heading, "", "", 0

    def units(self, sentence: Sentence) -> Iterator[Unit]:
        self._enter(sentence)
        asker = _asker(sentence)
        whole, question = self._in_full(sentence, asker)
        named = ", ".join(adult for adult, words in ADULTS if words.search(whole))
        self.adults = named or self.adults
        before = " ".join(self.said[-_BEFORE:])
        above = " ".join(filter(None, (sentence.under, sentence.audience)))
        for part in clauses_of(whole) or [whole]:
            yield Unit(
                sentence=sentence,
                text=part,
                whole=whole,
                above=above,
                before=before,
                said_before=tuple(self.said[-_FURTHER:]),
                earlier=self.earlier,
                adults=self.adults,
                asker=asker,
                question=f"{question}: " if question else "",
            )
        self.said.append(sentence.said)
        self.earlier = sentence.text
        self.answers += 1

    def _in_full(self, sentence: Sentence, asker: str) -> tuple[str, str]:
        """The sentence with its question and people, and the question alone."""
        said, question = sentence.said, ""
        if sentence.asked and (self.answers < _ANSWERS or _LEANS.match(said)):
            question = re.sub(r"[?.] ", ", ", sentence.asked.rstrip("?"))
            question = _FIRST.sub(asker, question) if asker else question
            said = f"{question}: {_SECOND.sub(asker, said) if asker else said}"
        elif asker:
            said = _SECOND.sub(asker, said)
        if meant := self._meant(said, asker):
            said = _THEY.sub(meant, said, count=1)
        return said, question

    def _meant(self, said: str, asker: str) -> str:
        """Who "they" are: pupils where we, or parents, are spoken to of them; else the adults."""
        they = _THEY.search(said)
        if they is None:
            return ""
        pupils = "pupil" in said[: they.start()] or "pupil" in " ".join(self.said[-1:])
        if (asker == "parent" and not _ADULT.search(said)) or (_OURSELVES.search(said) and pupils):
            return "pupil"
        return "" if _ADULT.search(said) else self.adults


def _asker(sentence: Sentence) -> str:
    """Whose question it is, where the section or the title says whom it is for."""
    for text in (sentence.section, sentence.heading, sentence.audience):
        said = canonical(text)
        if "your pupil" in said or "my pupil" in said:
            return "parent"
        if "?" in text or "formerpupil" in said:
            continue
        named = {_CALLED.get(each.group(), each.group()) for each in _PEOPLE.finditer(said)}
        if len(named) == 1:
            return named.pop()
    return ""
