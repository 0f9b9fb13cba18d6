"""
What stands around a phrase and may make it harmless: negation, a figure of speech, a lesson.

A lesson or the news does not silence a phrase that the writer says of themselves or of their
own child: "after history my son said he wants to die" is no history lesson.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from footprint.signals.normalising import ENDS, Word, normalise
from footprint.signals.patterns import Hit, Passage, book, classes, text_of

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
    contexts: dict[str, list[Hit]] = field(default_factory=dict)

    def mentions(self, name: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a word class of the phrase books occurs between two words."""
        end = len(self.texts) if last is None else last
        found = classes()[name]
        return any(self.passage.ends(found, at) for at in range(first, end))


def look(text: str) -> Seen:
    """Normalise a text and find the contexts in it."""
    words = normalise(text)
    texts = text_of(words)
    contexts: dict[str, list[Hit]] = {}
    passage = Passage(texts)
    for hit in book("contexts").hits(passage):
        contexts.setdefault(hit.group.about, []).append(hit)
    return Seen(text, words, texts, passage, _sentences(texts), contexts)


def _sentences(texts: tuple[str, ...]) -> tuple[int, ...]:
    numbers: list[int] = []
    current = 0
    for text in texts:
        numbers.append(current)
        current += text in ENDS
    return tuple(numbers)


def stands(seen: Seen, hit: Hit) -> bool:
    """Whether a phrase means what it says where it stands."""
    if any(_overlap(hit, figure) for figure in seen.contexts.get("figure", ())):
        return False
    if not hit.group.keep_negated and _negated(seen, hit):
        return False
    silent = hit.group.unless
    if silent & _OUTRANKED and _is_personal(seen, hit):
        silent = silent - _OUTRANKED
    return not any(_near(seen, hit, c) for name in silent for c in seen.contexts.get(name, ()))


def _overlap(one: Hit, other: Hit) -> bool:
    return one.first < other.last and other.first < one.last


def _negated(seen: Seen, hit: Hit) -> bool:
    before = range(max(0, hit.first - _LOOK_BACK), hit.first)
    sentence = seen.sentences[hit.first]
    denials = classes()["not"].singles
    return any(seen.texts[i] in denials and seen.sentences[i] == sentence for i in before)


def _is_personal(seen: Seen, hit: Hit) -> bool:
    if _PERSONAL & set(seen.texts[hit.first : hit.last]):
        return True
    sentence = seen.sentences[hit.first]
    places = [i for i, number in enumerate(seen.sentences) if number == sentence]
    return seen.mentions("myown", places[0], places[-1] + 1)


def _near(seen: Seen, hit: Hit, context: Hit) -> bool:
    if len(seen.texts) <= _SHORT:
        return True
    return seen.sentences[hit.first] == seen.sentences[context.first]


def speaker_of(seen: Seen) -> Speaker:
    """Who seems to be writing."""
    if seen.mentions("myown"):
        return Speaker.PARENT
    if seen.mentions("staffvoice"):
        return Speaker.STAFF
    typed = seen.original.lstrip()[:1]
    if _pupil_words() & set(seen.texts) and not typed.isupper():
        return Speaker.PUPIL
    return Speaker.UNKNOWN


@cache
def _pupil_words() -> frozenset[str]:
    return frozenset(classes()["pupilvoice"].singles)
