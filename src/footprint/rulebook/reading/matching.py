"""How rules are written: groups of words that a sentence must have, and words it must not have."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from footprint.rulebook.policy import Plain
from footprint.rulebook.reading.sentences import Sentence
from footprint.rulebook.terms import ClauseName, Stance

Words: TypeAlias = re.Pattern[str]

# A rank says which of two sentences wins where both state one value: the plainer one.
WEAK, USUAL, STRONG = 0, 1, 2


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


_PEOPLE = re.compile(r"\b(?:staff|pupil|parent|governor|you|they)\b")
_CALLED = {"governor": "staff", "you": "parent"}
_TOLD_TO = re.compile(
    r"\b(?:ask|asks|expect|expects|require|requires|remind|reminds|advise|advises|encourage|"
    r"encourages|discourage|discourages|request|requests|prefer)\s+(?:that |all |any |our |the )*"
    r"(?P<who>staff|pupil|parent|governor|you)\b"
)
_OF_SOMEBODY = re.compile(r"\b(?:of|about|with|by|to|for|from)\b")
_MODAL = re.compile(
    r"\b(?:must|should|may|will|shall|can|could|are|is|do|does|need|never|might|have to|has to)\b"
)


def actor_of(sentence: Sentence) -> str | None:
    """
    Who is to do, or not to do, what the sentence says: "staff", "pupil", "parent"; None: unsaid.

    Whom it asks ("we ask parents not to ..."), else whom it names before its verb, else whom its
    heading names where that is one kind of people. Governors count as staff, "you" as a parent
    unless the heading says otherwise.
    """
    said = sentence.said
    if told := _TOLD_TO.search(said):
        return _called(told["who"], sentence)
    if sentence.mood and (first := _PEOPLE.match(sentence.own)):
        return _called(first.group(), sentence)
    modal = _MODAL.search(said)
    named = _PEOPLE.search(said[: modal.start()] if modal else "")
    aside = named and _OF_SOMEBODY.search(said[: named.start()])
    if named and not aside and named.group() != "they":
        return _called(named.group(), sentence)
    heads = {_CALLED.get(each, each) for each in _PEOPLE.findall(sentence.under)} - {"they"}
    return heads.pop() if len(heads) == 1 else None


def _called(who: str, sentence: Sentence) -> str:
    if who == "you":
        heads = [each for each in _PEOPLE.findall(sentence.under) if each not in ("you", "they")]
        of_pupils = re.search(r"\bpupil\b|\bthem\b|\byour pupil\b", sentence.said)
        meant = heads[0] if len(heads) == 1 else "parent"
        return "parent" if meant == "pupil" and (of_pupils or "your" in sentence.under) else meant
    return _CALLED.get(who, who)


def members(text: str, table: Iterable[tuple[str, Words]]) -> tuple[str, ...]:
    """The names of the table whose words occur in the text."""
    return tuple(name for name, words in table if words.search(text))


PUPIL = any_of("pupil", "your own")
STAFF = any_of("staff")
PARENT = any_of("parent", "you", "home")
ADULTS = (
    ("staff", any_of("staff", "adults", "headteacher")),
    ("governor", any_of("governor")),
    ("volunteer", any_of("volunteer")),
    ("contractor", any_of("contractor")),
)

_STRONG_NO = any_of(
    "must not", "may not", "not allowed", "not be allowed", "not permitted", "not be permitted",
    "forbidden", "prohibited", "prohibition", "shall not", "never", "under no circumstances",
    "in no circumstances", "not acceptable", "unacceptable", "banned", "not expected to",
    "no pupil", "no staff", "no member", "decline", "declines", "declined", "refuse", "refuses",
    "refused", "turn down", "turned down", "ruled out", "expected not to", "required not to",
    "must be ignored", "are not to", "is not to", "must neither", "shall neither", "not possible",
    "must have no", "not tolerated", "full stop", "left unanswered", "none", "stay out of",
)  # fmt: skip
_SOFT_NO = any_of(
    "discourage*", "avoid", "avoids", "avoided", "avoiding", "better not", "advised not",
    "advised against", "advise against", "asked not", "ask that you do not", "asks * not",
    "requested not", "rather you did not", "not advised", "not recommended", "recommended not",
    "inadvisable", "unwise", "think carefully", "not encouraged", "encouraged not", "prefer that",
    "think twice", "prudent", "cautious", "preferred that", "would prefer", "preferable",
    "please do not", "recommend that * do not", "urged not", "advisable not", "not advisable",
)  # fmt: skip
_ASKED_NOT = re.compile(
    r"\b(?:ask|asks|asked|advised?|request|requested|urged?|encouraged?|prefer)\b"
    r"[^.;]{0,60}\bnot to\b"
    r"|\b(?:ask|asks|asked|request|requested)\b[^.;]{0,90}\bby:? (?:not|never)\b"
    r"|\b(?:ask|asks|asked)\b[^.;:]{0,60}: not\b"
    r"|\bnot\b[^.;]{0,25}\b(?:encouraged?|recommended|advis(?:ed|able))\b"
    r"|\b(?:ask|asks|request|requests) that\b[^.;]{0,60}\bnot\b"
    r"|\b(?:ask|asked) (?:\w+ ){1,4}(?:to keep|to refrain)\b"
)
_WEAK_NO = any_of(
    "not", "refrain", "nor", "no", "nobody", "no one", "without", "neither", "have no place"
)
_YES = any_of("may", "can", "are allowed", "is allowed", "permitted", "welcome to", "free to")
NOT = any_of(
    "not", "never", "nothing", "avoid*", "refrain*", "nobody", "no one", "forbidden", "prohibited",
    "nor", "neither", "unacceptable", "discourage*", "without", "have no place", "no", "banned",
    "cease", "instead of", "rather than", "ruled out", "decline", "zero tolerance", "breach*",
    "unsuitable for", "none",
)  # fmt: skip


def stance_of(text: str) -> Stance:
    """
    What a clause in one vocabulary says of the act in it; NOT_STATED without any such word.

    "Must avoid" is a ban; "should avoid" and "are asked not to" are advice.
    """
    text = _CONDITION.sub("", text)
    if _STRONG_NO.search(text) or has(text, _MUST_AVOID):
        return Stance.FORBIDDEN
    if _SOFT_NO.search(text) or _ASKED_NOT.search(text):
        return Stance.DISCOURAGED
    if _WEAK_NO.search(text):
        return Stance.FORBIDDEN
    return Stance.ALLOWED if _YES.search(text) else Stance.NOT_STATED


_CONDITION = re.compile(r"\b(?:must|should|may) not do so without\b[^.;]*")
_MUST_AVOID = any_of("must avoid", "must refrain", "must always avoid", "must be avoided")

_MAY = any_of(
    "may", "can", "could", "might", "where possible", "where appropriate", "if necessary",
    "consider*", "reserves the right", "if appropriate", "where necessary",
)  # fmt: skip
_PERHAPS = re.compile(r"\b(?:may|might|could) have\b")  # "a crime may have been committed"
_FIRM = any_of("will", "must", "shall", "should", "always", "is to be", "are to be", "need to")


def may_or_must(text: str) -> str:
    """
    "may" or "must" for a step: the last word of that kind before the step is named.

    Args:
        text: one vocabulary, up to the words that name the step. A plain statement ("we report
            it to the site") is a commitment: "must".
    """
    text = _PERHAPS.sub(" ", text)
    may = [match.start() for match in _MAY.finditer(text)]
    firm = [match.start() for match in _FIRM.finditer(text)]
    return "may" if may and (not firm or may[-1] > firm[-1]) else "must"


_CLAUSE_END = re.compile(
    r";|\. |\bhowever\b|, but\b|, so\b| but (?=staff|pupil|parent)|\bwhereas\b|\bwhile\b|"
    r", and (?=it is |we )|(?<!between \w{5})(?<!between \w{6})(?:,| and|, and) "
    r"(?=(?:staff|pupil|parent|we) (?:must|should|may|are|will|shall|can|do|is|be)\b)"
)


def clauses_of(text: str) -> list[str]:
    """A sentence in one vocabulary cut where its subject changes."""
    return [part.strip() for part in _CLAUSE_END.split(text) if part and part.strip()]
