"""
What stands around a phrase and may make it harmless: negation, a figure of speech, a lesson.

A lesson or the news does not silence a phrase that the writer says of themselves or of their
own child: "after history my son said he wants to die" is no history lesson.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from footprint.signals.books import book, classes
from footprint.signals.normalising import ENDS, Word, normalise
from footprint.signals.patterns import Hit, Passage

_LOOK_BACK = 3  # words before a phrase in which "not" turns it round
_SHORT = 40  # words: in a text so short a lesson named anywhere is what the text is about
_OUTRANKED = frozenset({"taught", "news"})
_PERSONAL = frozenset({"i", "myself"})


class Speaker(StrEnum):
    """Who seems to be writing, by the words they use for others."""

    PARENT = "parent"
    PUPIL = "pupil"
    STAFF = "staff"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Seen:
    """A text ready for the rules."""

    original: str
    words: tuple[Word, ...]
    texts: tuple[str, ...]
    passage: Passage
    sentences: tuple[int, ...]  # for each word, the number of its sentence
    contexts: dict[str, frozenset[int]]  # of each context, the sentences it stands in
    figures: frozenset[int]  # the words that are part of a figure of speech
    own: frozenset[int]  # the sentences about a child of the writer's

    @property
    def starts_upper(self) -> bool:
        """Whether the post starts as a sentence is written: pupils' chatter seldom does."""
        return self.original.lstrip()[:1].isupper()

    def mentions(self, name: str) -> bool:
        """Whether a word class of the phrase books occurs."""
        return bool(self.passage.places(classes()[name]))


def look(text: str) -> Seen:
    """Normalise a text and find the contexts in it."""
    words = normalise(text)
    texts = tuple(word.text for word in words)
    sentences = _sentences(texts)
    passage = Passage(texts)
    hits = tuple(book("contexts").hits(passage))
    return Seen(
        original=text,
        words=words,
        texts=texts,
        passage=passage,
        sentences=sentences,
        contexts=_contexts(hits, sentences),
        figures=frozenset(i for hit in hits if _is_figure(hit) for i in range(hit.first, hit.last)),
        own=frozenset(sentences[at] for at in passage.places(classes()["myown"])),
    )


def _contexts(hits: tuple[Hit, ...], sentences: tuple[int, ...]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for hit in hits:
        found.setdefault(hit.group.about, set()).add(sentences[hit.first])
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _is_figure(hit: Hit) -> bool:
    return hit.group.about == "figure"


def _sentences(texts: tuple[str, ...]) -> tuple[int, ...]:
    numbers: list[int] = []
    current = 0
    for text in texts:
        numbers.append(current)
        current += text in ENDS
    return tuple(numbers)


def stands(seen: Seen, hit: Hit) -> bool:
    """Whether a phrase means what it says where it stands."""
    in_figure = not seen.figures.isdisjoint(range(hit.first, hit.last))
    if in_figure and not hit.group.keep_figures:
        return False
    if not hit.group.keep_negated and _negated(seen, hit):
        return False
    silent = hit.group.unless
    if silent & _OUTRANKED and _is_personal(seen, hit):
        silent = silent - _OUTRANKED
    return not any(_near(seen, hit, seen.contexts.get(name, frozenset())) for name in silent)


def _negated(seen: Seen, hit: Hit) -> bool:
    before = range(max(0, hit.first - _LOOK_BACK), hit.first)
    sentence = seen.sentences[hit.first]
    denials = classes()["not"].singles
    return any(seen.texts[i] in denials and seen.sentences[i] == sentence for i in before)


def _is_personal(seen: Seen, hit: Hit) -> bool:
    said_of_self = not _PERSONAL.isdisjoint(seen.texts[hit.first : hit.last])
    return said_of_self or seen.sentences[hit.first] in seen.own


def _near(seen: Seen, hit: Hit, context: frozenset[int]) -> bool:
    if len(seen.texts) <= _SHORT:
        return bool(context)
    return seen.sentences[hit.first] in context


def speaker_of(seen: Seen) -> Speaker:
    """Who seems to be writing."""
    if seen.mentions("myown"):
        return Speaker.PARENT
    if seen.mentions("staffvoice"):
        return Speaker.STAFF
    if _pupil_words() & set(seen.texts) and not seen.starts_upper:
        return Speaker.PUPIL
    return Speaker.UNKNOWN


@cache
def _pupil_words() -> frozenset[str]:
    return frozenset(classes()["pupilvoice"].singles)
