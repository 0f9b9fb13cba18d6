"""
Where a text speaks of what: the words of the lexicon, found in one pass.

A lexicon maps a concept to phrases, parted by ";". "watch~" stands for all forms of the verb,
"keep~ ... private" for up to five words between, within one part of the sentence; "age|ages" for
either word.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[.,;:!?()|]")
_GAP = 5  # words that "..." may stand for
_STOPS = frozenset(".;:!?()|")

Phrase: TypeAlias = tuple[str, ...]

# Verbs that do not go by the rule; the first form stands in the lexicon.
_IRREGULAR_VERBS = """
tell tells told telling, send sends sent sending, write writes wrote written writing, take
takes took taken taking, bring brings brought bringing, go goes went gone going, keep keeps
kept keeping, speak speaks spoke spoken speaking, let lets letting, make makes made making,
run runs ran running, put puts putting, get gets got getting, see sees saw seen seeing, give
gives gave given giving, hold holds held holding, hear hears heard hearing, seek seeks sought
seeking, deal deals dealt dealing, come comes came coming, say says said saying, read reads
reading, set sets setting, ring rings rang rung ringing, leave leaves left leaving, know knows
knew known knowing, teach teaches taught teaching, find finds found finding, think thinks
thought thinking, break breaks broke broken breaking, show shows showed shown showing,
withdraw withdraws withdrew withdrawn withdrawing, be is are am was were been being, do does
did done doing, have has had having, shut shuts shutting, cut cuts cutting, forbid forbids
forbade forbidden forbidding, lend lends lent lending, choose chooses chose chosen choosing,
draw draws drew drawn drawing, meet meets met meeting, learn learns learned learnt learning,
stand stands stood standing, shoot shoots shot shooting, begin begins began begun beginning,
feel feels felt feeling, pay pays paid paying, rest rests rested resting, sit sits sat
sitting, lie lies lay lying, fall falls fell fallen falling, build builds built building
"""
_IRREGULAR = {
    forms[0]: tuple(forms) for each in _IRREGULAR_VERBS.split(",") if (forms := each.split())
}
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$|(?:mit|fer|get|bid|cur)$")


def forms_of(verb: str) -> tuple[str, ...]:
    """The verb as it stands in sentences: "post", "posts", "posted", "posting"."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return (verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing")
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    stem = verb + verb[-1] if _DOUBLED.search(verb) else verb
    third = f"{verb}es" if _SIBILANT.search(verb) else f"{verb}s"
    return (verb, third, f"{stem}ed", f"{stem}ing")


class Mark(NamedTuple):
    """One concept in a text, from one character to another."""

    concept: str
    start: int
    end: int


@dataclass(frozen=True)
class Lexicon:
    """Concepts and the phrases that express them."""

    entries: Mapping[str, str]

    @cached_property
    def _by_first(self) -> Mapping[str, tuple[tuple[Phrase, str], ...]]:
        found: dict[str, list[tuple[Phrase, str]]] = {}
        for concept, listed in self.entries.items():
            for phrase in filter(None, (each.strip() for each in listed.split(";"))):
                for words in _spelt_out(phrase.split()):
                    found.setdefault(words[0], []).append((words[1:], concept))
        return {first: tuple(dict.fromkeys(each)) for first, each in found.items()}

    def marks(self, text: str) -> tuple[Mark, ...]:
        """Every concept of the text, in order; a text in one vocabulary (`wording.canonical`)."""
        words = list(_WORD.finditer(text))
        spelt = [word.group() for word in words]
        found = []
        for at, word in enumerate(spelt):
            for rest, concept in self._by_first.get(word, ()):
                if (last := _ends_at(spelt, at, rest)) >= 0:
                    found.append(Mark(concept, words[at].start(), words[last].end()))
        return tuple(found)


def _spelt_out(words: list[str]) -> Iterator[Phrase]:
    """Each form of the words that have a "~"."""
    if not words:
        yield ()
        return
    first = forms_of(words[0][:-1]) if words[0].endswith("~") else tuple(words[0].split("|"))
    for rest in _spelt_out(words[1:]):
        for form in first:
            yield (form, *rest)


def _ends_at(spelt: list[str], at: int, rest: Phrase) -> int:
    """The place of the phrase's last word where it goes on like this, else -1."""
    gap = False
    for wanted in rest:
        if wanted == "...":
            gap = True
            continue
        at = _next(spelt, at, wanted, _GAP if gap else 0)
        gap = False
        if at < 0:
            return -1
    return at


def _next(spelt: list[str], at: int, wanted: str, gap: int) -> int:
    for place in range(at + 1, min(at + 2 + gap, len(spelt))):
        if spelt[place] == wanted:
            return place
        if spelt[place] in _STOPS:
            return -1
    return -1
