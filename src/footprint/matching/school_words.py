"""
The words that follow a school's own name ("Catholic Primary School"), in all their spellings.

"St Mary's RC Prim" and "St. Mary's Roman Catholic Primary School" have one tail here, so the
register's names need no list of spellings each: a name is its head and what the tail says.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple


class Tail(NamedTuple):
    """What the words after a name say of the school: its faith and its kinds."""

    faith: str = ""
    kinds: frozenset[str] = frozenset()


_FAITHS = {
    "ce": "ce|cofe|coe|c of e|c e|church of england|church in wales|ciw|anglican",
    "rc": "rc|r c|catholic|roman catholic",
    "methodist": "methodist",
    "jewish": "jewish",
    "muslim": "muslim|islamic",
    "hindu": "hindu",
    "sikh": "sikh",
}
_KINDS = {
    "primary": "primary|prim|pri|ps",
    "junior": "junior|juniors|jnr|jun|jnrs",
    "infant": "infant|infants|inf|infs|infts",
    "nursery": "nursery|nurs",
    "first": "first",
    "middle": "middle",
    "secondary": "secondary|sec",
    "high": "high",
    "grammar": "grammar",
    "academy": "academy|acad|acdmy",
    "college": "college|coll",
    "prep": "prep|preparatory",
    "special": "special",
    "girls": "girls|girl s",
    "boys": "boys|boy s",
    "comprehensive": "comprehensive|comp",
    "lower": "lower",
    "upper": "upper",
    "sixth": "sixth form|6th form",
    "school": "school|sch|schl|skool",
}
_SILENT = (
    "community|comm|voluntary|aided|controlled|va|vc|foundation|endowed|all through|for|and|the|"
    "church|day|free|co educational|mixed|technology|science|sports|arts|specialist|parochial"
)


def listed(words: str) -> frozenset[str]:
    """A word list as it is easy to read."""
    return frozenset(words.split())


def _spelled(table: Mapping[str, str]) -> dict[str, str]:
    return {spelling: key for key, listed in table.items() for spelling in listed.split("|")}


_FAITH_OF = _spelled(_FAITHS)
_KIND_OF = _spelled(_KINDS)
_SILENT_WORDS = frozenset(_SILENT.split("|"))
STARTS = frozenset(spelling.split(" ")[0] for spelling in (*_FAITH_OF, *_KIND_OF, *_SILENT_WORDS))
_JOINED = re.compile(
    "|".join(
        sorted(
            {
                spelling.replace(" ", "")
                for spelling in (*_FAITH_OF, *_KIND_OF, "community", "voluntaryaided", "and")
            },
            key=lambda spelling: -len(spelling),
        )
    )
)
_OF_JOINED = {spelling.replace(" ", ""): spelling for spelling in (*_FAITH_OF, *_KIND_OF)}


_YOUNG = frozenset({"primary", "junior", "infant", "nursery", "first", "lower"})
_OLD = frozenset({"secondary", "high", "grammar", "college", "upper", "comprehensive", "sixth"})
_ANY_SCHOOL = frozenset({"school", "academy"})


def agrees(said: Tail, school: Tail) -> bool:
    """True if a school's own tail has all that was said: "RC primary" of a Catholic primary."""
    return said.faith in ("", school.faith) and said.kinds - _ANY_SCHOOL <= school.kinds


def may_agree(said: Tail, school: Tail) -> bool:
    """True if nothing that was said speaks against the school: juniors are called primary too."""
    if said.faith and school.faith and said.faith != school.faith:
        return False
    is_young, is_old = bool(school.kinds & _YOUNG), bool(school.kinds & _OLD)
    said_young, said_old = bool(said.kinds & _YOUNG), bool(said.kinds & _OLD)
    return not (said_young and is_old and not is_young) and not (
        said_old and is_young and not is_old
    )


def tail_at(words: Sequence[str], start: int) -> tuple[Tail, int]:
    """
    The tail that begins at a word, and where it ends; the start again where there is none.

    Words that say nothing ("community", "and") count only before one that does.
    """
    if start >= len(words) or words[start] not in STARTS:
        return Tail(), start
    faith, kinds = "", set()
    at = end = start
    while at < len(words):
        for length in (3, 2, 1):
            phrase = " ".join(words[at : at + length]) if at + length <= len(words) else ""
            if phrase in _FAITH_OF:
                faith = _FAITH_OF[phrase]
            elif phrase in _KIND_OF:
                kinds.add(_KIND_OF[phrase])
            elif phrase not in _SILENT_WORDS:
                continue
            at += length
            end = at if phrase not in _SILENT_WORDS else end
            break
        else:
            break
    return (Tail(faith, frozenset(kinds)), end) if end > start else (Tail(), start)


@lru_cache(maxsize=4096)
def joined_tail(letters: str) -> tuple[Tail, str]:
    """The tail in letters without spaces ("ceprimaryputney"), and the letters it leaves."""
    words: list[str] = []
    at = 0
    while found := _JOINED.match(letters, at):
        words += _OF_JOINED.get(found[0], found[0]).split()
        at = found.end()
    tail, _ = tail_at(words, 0)
    return (tail, letters[at:]) if tail != Tail() else (Tail(), letters)
