"""
From words that were found to an answer with a reason that a person can check.

The fast matcher and the plain one find words in different ways and both ask here, so they can
differ in what they find and never in what it means.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from footprint.matching.names import SchoolNames, spellings


@dataclass(frozen=True)
class Match:
    """A text names a school; `reason` completes "This post ..."."""

    school_id: int
    name: str
    reason: str


@dataclass(frozen=True)
class Dropped:
    """A text has a name of the school, but is not about it by the school's own words."""

    school_id: int
    name: str
    reason: str


@dataclass(frozen=True)
class Findings:
    """All that one text says about our schools, in the order of the schools."""

    matches: tuple[Match, ...] = ()
    dropped: tuple[Dropped, ...] = ()


def judge(
    schools: Iterable[SchoolNames], *, in_text: Collection[str], in_context: Collection[str]
) -> Findings:
    """
    Weigh names against must-include and must-not-include words.

    Args:
        in_text: the words and names, as their schools wrote them, that occur in the text;
            names count only here.
        in_context: those that occur in the text or beside it (title, source).
    """
    matches: list[Match] = []
    dropped: list[Dropped] = []
    for school in schools:
        named = [name for name in school.names if name in in_text]
        if not named:
            continue
        name = max(named, key=_length)
        forbidden = [word for word in school.must_not_include if word in in_context]
        wanted = [word for word in school.must_include if word in in_context]
        if forbidden:
            dropped.append(Dropped(school.school_id, name, _other_school(name, forbidden[0])))
        elif usable(school.must_include) and not wanted:
            dropped.append(Dropped(school.school_id, name, _nothing_beside(name, school)))
        else:
            matches.append(Match(school.school_id, name, _reason(name, wanted)))
    return Findings(tuple(matches), tuple(dropped))


def usable(words: Iterable[str]) -> tuple[str, ...]:
    """Those that have letters to look for: a lone "!" must neither let all in nor keep all out."""
    return tuple(word for word in words if spellings(word))


def _length(name: str) -> int:
    """The longest name says most; of equals `max` takes the first, as the school lists them."""
    return max(map(len, spellings(name)))


def _reason(name: str, wanted: list[str]) -> str:
    if not wanted:
        return f"names “{name}”"
    return f"names “{name}” and also “{wanted[0]}”, one of the words you asked for"


def _other_school(name: str, word: str) -> str:
    return f"names “{name}”, but also “{word}”, which you said means another school"


def _nothing_beside(name: str, school: SchoolNames) -> str:
    words = ", ".join(f"“{word}”" for word in usable(school.must_include))
    return f"names “{name}”, but none of the words you asked for: {words}"
