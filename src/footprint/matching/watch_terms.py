"""
What may be watched: the school's own names. Never a person.

Looking out for one named pupil, parent or teacher is surveillance of that person, whoever
asks for it. So a term that is, or holds, somebody's name is refused before it is stored.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from footprint.matching.names import normalise, readings
from footprint.matching.word_lists import (
    COMMON_WORDS,
    GIVEN_NAMES,
    HOLY_OR_ROYAL,
    PLACE_WORDS,
    PLAIN_TITLES,
    SCHOOL_WORDS,
    TITLES,
)

_FEWEST_LETTERS = 4

_SCHOOL_ENDINGS = ("school", "academy", "primary", "college", "infants", "juniors", "nursery")
_OWN_BY_NAME = re.compile(  # "Mrs Ashdown's Infant School": a school that is called so
    r"\A\s*(?:mr|mrs|miss|ms|mx)\.?\s+(?:[\w.-]+\s+){0,3}[\w-]+['’]s?\s+"
    r"(?:c(?:of)?e|c\s+of\s+e|rc|church|endowed|charity|free|\w*(?:school|academy|primary|infant|"
    r"junior|nursery|college))\b",
    re.IGNORECASE,
)
_E_MAIL = re.compile(r"\A\s*([\w.+-]+)@[\w-]+(?:\.[\w-]+)+\s*\Z")


class WatchTermRefused(Exception):
    """A term that may not be watched; `str()` is a sentence for the person who typed it."""


def check_watch_term(term: str, *, people: Iterable[str]) -> None:
    """
    Let a term pass, or say why it may not be watched.

    Args:
        people: everyone the school has on its registers, "Mary Ashdown" or "Ashdown, Mary".

    Raises:
        WatchTermRefused: too short, too common, or a person's name.
    """
    if sum(char.isalpha() for char in term) < _FEWEST_LETTERS:
        raise WatchTermRefused(
            f"“{_shown(term)}” is too short: it would turn up inside everything. Use at least "
            f"{_FEWEST_LETTERS} letters, such as the school's name or its hashtag."
        )
    words = _words(term)
    if all(word in COMMON_WORDS for word in words):
        raise WatchTermRefused(
            f"“{_shown(term)}” would match posts about every school. Add what is special to "
            "yours: its name or its place."
        )
    for person in people:
        _refuse_registered(term, _person_words(person))
    _refuse_evident_person(term)


def _refuse_registered(term: str, person: list[str]) -> None:
    if not person:
        return
    for reading in readings(term):
        words = [word for word in reading.split() if word[0] not in "#@"]
        if words == [person[0]] or words == [person[-1]]:
            raise WatchTermRefused(
                f"“{_shown(term)}” is also the name of a person on your registers. Add a word "
                "that makes it the school, such as “School” or “Academy”."
            )
        if any(_holds(words, name) for name in _ways_to_say(person)):
            raise _person(term)
    if _is_their_handle(term, person):
        raise _person(term)


def _ways_to_say(person: list[str]) -> list[list[str]]:
    if len(person) < 2:
        return []
    first, last = person[0], person[-1]
    return [person, [first, last], [last, first], [first[0], last]]


def _holds(words: list[str], name: list[str]) -> bool:
    """True if the name stands in the words, unless as a saint's or a king's."""
    for start in range(len(words) - len(name) + 1):
        is_holy = start > 0 and words[start - 1] in HOLY_OR_ROYAL
        if words[start : start + len(name)] == name and not is_holy:
            return True
    return False


def _is_their_handle(term: str, person: list[str]) -> bool:
    """True for @mary.ashdown, maryashdown26, @realmaryashdown, @mashdown."""
    if len(person) < 2 or len(term.split()) != 1:
        return False
    letters = "".join(char for char in normalise(term.strip("@#")) if char.isalpha())
    first, last = person[0], person[-1]
    for joined in (first + last, last + first):
        if letters == joined or (len(joined) >= 7 and joined in letters):
            return True
    return term.strip().startswith("@") and letters == first[0] + last


def _refuse_evident_person(term: str) -> None:
    if e_mail := _E_MAIL.match(term):
        if _given_and_surname(_words(e_mail[1].replace(".", " "))):
            raise _person(term)
        return
    words = _words(term)
    of_school = any(word in SCHOOL_WORDS or word.endswith(_SCHOOL_ENDINGS) for word in words)
    titles = PLAIN_TITLES if of_school else TITLES
    if _titled(words, titles) and not _OWN_BY_NAME.match(term):
        raise _person(term)
    if of_school:
        return
    if (len(words) == 1 and words[0] in GIVEN_NAMES) or _given_and_surname(words):
        raise _person(term)


def _titled(words: list[str], titles: frozenset[str]) -> bool:
    pairs = pairwise(words)
    return any(title in titles and name not in COMMON_WORDS for title, name in pairs)


def _given_and_surname(words: list[str]) -> bool:
    for place, (given, surname) in enumerate(pairwise(words)):
        is_name = (
            surname.isalpha() and len(surname) > 1 and surname not in COMMON_WORDS | PLACE_WORDS
        )
        is_holy = place > 0 and words[place - 1] in HOLY_OR_ROYAL
        if given in GIVEN_NAMES and is_name and not is_holy:
            return True
    return False


def _words(term: str) -> list[str]:
    """Its plain words; of a hashtag or handle also the words its capitals or dots tell apart."""
    return [word for word in normalise(term).split() if word[0] not in "#@"]


def _person_words(person: str) -> list[str]:
    last, comma, first = person.partition(",")
    words = normalise(f"{first} {last}" if comma else person).split()
    return [word for word in words if word not in TITLES]


def _person(term: str) -> WatchTermRefused:
    return WatchTermRefused(
        f"“{_shown(term)}” looks like the name of a person. Footprint looks out for the school "
        "and never for people: use the school's name, its hashtag or its web address."
    )


def _shown(term: str) -> str:
    return " ".join(term.split())[:60]
