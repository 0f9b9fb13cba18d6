"""
A school's name taken apart: "St Mary's" is the head of "St Mary's RC Primary School, Putney".

Heads are what the automaton looks for; there are a quarter as many as full names, and every
spelling of the rest ("CofE Prim") comes for nothing.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from footprint.matching.blocks import words_of
from footprint.matching.register import RegisteredSchool
from footprint.matching.school_words import Tail, listed, tail_at

_ASIDE = re.compile(r"\(([^)]*)\)|\s+-\s+|,")
_POSSESSIVE = re.compile(r" s\b")
_FEWEST_LETTERS = 3
_WORDS_OF_ITS_OWN = 3  # a name of so many words is nothing else
_FEWEST_JOINED = 6  # letters: a shorter head without spaces begins too many other words
_HOLY = ("st ", "sts ", "ss ", "our lady", "holy ", "sacred heart", "all saints", "blessed ")
_SAINTS = ("st ", "sts ", "ss ")
_SAINTS_IN_S = listed(
    """
    james thomas nicholas nicolas francis frances giles charles dennis denis denys agnes barnabas
    matthias aloysius ignatius athanasius pius columbus lazarus
    """
)
# A name with one of these in its midst needs no school word behind it.
WHOLE_BY = listed("school academy college primary ysgol utc lycee")
# In front of a name these say the kind of school, in Welsh.
_WELSH_KINDS = ("gynradd ", "uwchradd ", "gymraeg ", "gyfun ", "gymunedol ", "babanod ", "iau ")


class NamePart(NamedTuple):
    """
    One way a school is named.

    Args:
        head: without possessives, so that "st mary s", "st marys" and "st mary" are one.
        tail: what must not be contradicted.
        whole: the head alone names a school ("Ysgol Tir Glas", "Academy at Tir Glas").
    """

    head: str
    tail: Tail
    whole: bool


def name_parts(school: RegisteredSchool) -> frozenset[NamePart]:
    """All the ways the register's names of a school may be written."""
    parts = (part for name in _names(school) for part in _parts(name, school))
    return frozenset(part for part in parts if len(part.head) >= _FEWEST_LETTERS)


def is_holy(head: str) -> bool:
    """Called after a saint, like its church; a school all the same when school talk is near."""
    return head.startswith(_HOLY)


def patterns(head: str) -> Iterator[str]:
    """What to look for: whole words in each spelling, and the beginning of "#StMarysPrimary"."""
    if head.startswith(_SAINTS):
        saint, _, rest = head.partition(" ")[2].partition(" ")
        start = head.split(" ", 1)[0]
        written = (saint, f"{saint}s", f"{saint} s")
        spellings = {f"{start} {each} {rest}".strip() for each in written}
    else:
        spellings = {head, *_apart(head)}
    yield from (f" {spelling} " for spelling in spellings)
    joined = head.replace(" ", "")
    if len(joined) >= _FEWEST_JOINED:
        yield f" {joined}"


def _apart(head: str) -> Iterator[str]:
    """ "kings college" is written "king s college" in a block when it has its apostrophe."""
    words = head.split(" ")
    for place, word in enumerate(words):
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            yield " ".join((*words[:place], word[:-1], "s", *words[place + 1 :]))


def _names(school: RegisteredSchool) -> Iterable[str]:
    names = (school.name, *school.other_names)
    town = f" {school.town}"  # "St Mary's Primary School Puddleford", without a comma
    return (*names, *(name.removesuffix(town) for name in names if school.town in name[1:]))


def _parts(name: str, school: RegisteredSchool) -> Iterator[NamePart]:
    """The whole name, and what stands before a comma ("St Mary's School, Putney")."""
    main = _ASIDE.split(name, maxsplit=1)[0]
    found = [*_parts_of_words(words_of(main), school)]
    yield from found
    if main != name and not any(part.tail.kinds and not part.whole for part in found):
        yield from _parts_of_words(words_of(name), school)
    elif "(" in name:
        yield from _parts_of_words(words_of(re.sub(r"[()]", " ", name)), school)


def _parts_of_words(written: str, school: RegisteredSchool) -> Iterator[NamePart]:
    words = _without_possessives(written.removeprefix("the ")).split(" ")
    for start in range(1, len(words)):
        if words[start - 1 : start + 1] == ["christ", "church"]:
            continue  # Christ Church is the name, and no "Church of England"
        tail, end = tail_at(words, start)
        if end == len(words) and end > start:
            yield NamePart(" ".join(words[:start]), _with_register(tail, school), False)
            return
    if len(words) > 1:
        whole = len(words) >= _WORDS_OF_ITS_OWN or any(word in WHOLE_BY for word in words)
        yield NamePart(" ".join(words), _with_register(Tail(), school), whole)
        yield from _welsh(words, school)


def _welsh(words: list[str], school: RegisteredSchool) -> Iterator[NamePart]:
    if words[0] != "ysgol" or len(words) < 3:
        return
    rest = " ".join(words[1:])
    short = rest
    for kind in _WELSH_KINDS * 2:
        short = short.removeprefix(kind)
    if short != rest and short:
        yield NamePart(f"ysgol {short}", _with_register(Tail(), school), True)


def _without_possessives(words: str) -> str:
    """ "st mary s" and "st marys" to "st mary", "st james s" to "st james", "king s" to "kings"."""
    if not words.startswith(_SAINTS):
        return re.sub(r"(?<=[a-z]) s\b", "s", words)
    prefix, saint, *rest = _POSSESSIVE.sub("", words).split(" ")
    if saint.endswith("s") and saint not in _SAINTS_IN_S and not saint.endswith("ss"):
        saint = saint[:-1]
    return " ".join((prefix, saint, *rest))


def _with_register(tail: Tail, school: RegisteredSchool) -> Tail:
    """What the register says beside the name: a Catholic school need not be called so."""
    faith = tail.faith or _faith(school.religion)
    kinds = set(tail.kinds)
    if not kinds & {"primary", "junior", "infant", "nursery", "first", "middle", "secondary"}:
        kinds |= {word for word in words_of(school.phase).split() if word in _PHASES}
    return _one_tail(faith, frozenset(kinds))


@lru_cache(maxsize=4096)
def _one_tail(faith: str, kinds: frozenset[str]) -> Tail:
    """The same object for the same tail: thirty thousand schools share a few hundred."""
    return Tail(faith, kinds)


_PHASES = frozenset({"primary", "secondary", "nursery", "middle"})


def _faith(religion: str) -> str:
    lowered = religion.casefold()
    if "catholic" in lowered:
        return "rc"
    return "ce" if lowered.startswith("church of england") else ""
