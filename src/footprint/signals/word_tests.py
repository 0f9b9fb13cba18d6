"""Tests that a list of words cannot express: a number, an age under 13, "Mr" and a name, ..."""

import re
from collections.abc import Callable

from footprint.signals.lexicon import words_of
from footprint.signals.normalising import ENDS

_AGE = re.compile(r"(?:[3-9]|1[0-2])(?:st|nd|rd|th|s|yo|yrs?)?")
_BRITISH_MOBILE = ("07", "447")
_MOBILE_DIGITS = 11
_WORDS_OF_ONE_LETTER = frozenset("aioux")

TESTS: dict[str, Callable[[tuple[str, ...], int], int]] = {}  # how many words match here


def _test(name: str) -> Callable[[Callable[[tuple[str, ...], int], int]], None]:
    def keep(check: Callable[[tuple[str, ...], int], int]) -> None:
        TESTS[name] = check

    return keep


@_test("word")
def _any_word(words: tuple[str, ...], at: int) -> int:
    return int(words[at] not in ENDS)


@_test("num")
def _number(words: tuple[str, ...], at: int) -> int:
    return int(words[at].isdigit())


@_test("age")
def _age_under_13(words: tuple[str, ...], at: int) -> int:
    return int(words[at] in words_of("small_numbers") or bool(_AGE.fullmatch(words[at])))


@_test("form")
def _form(words: tuple[str, ...], at: int) -> int:
    return int(bool(re.fullmatch(r"(?:1[0-3]|[1-9])[a-z]", words[at])))


@_test("titled")
def _titled(words: tuple[str, ...], at: int) -> int:
    if words[at] not in words_of("titles") or words[at] == "sir" or at + 1 >= len(words):
        return 0
    name = words[at + 1]
    initial = words[at] != "miss" and name not in _WORDS_OF_ONE_LETTER
    long_enough = len(name) > 1 or initial  # pupils write "mr d"; "miss u" is no name
    return 2 if name.isalpha() and long_enough and name not in words_of("not_names") else 0


@_test("phone")
def _phone(words: tuple[str, ...], at: int) -> int:
    if not words[at].startswith(_BRITISH_MOBILE) or not words[at].isdigit():
        return 0
    digits = 0
    for taken, word in enumerate(words[at : at + 5], start=1):
        if not word.isdigit():
            return 0
        digits += len(word)
        if digits >= _MOBILE_DIGITS:
            return taken
    return 0


@_test("plate")
def _plate(words: tuple[str, ...], at: int) -> int:
    if re.fullmatch(r"[a-z]{2}\d{2}[a-z]{3}", words[at]):
        return 1
    split = bool(re.fullmatch(r"[a-z]{2}\d{2}", words[at])) and at + 1 < len(words)
    return 2 if split and re.fullmatch(r"[a-z]{3}", words[at + 1]) else 0
