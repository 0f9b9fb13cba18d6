"""Where each sentence of a passage starts and ends."""

import re
from collections.abc import Iterator

_LONGEST = 1200  # characters; longer runs without a full stop are cut so that no rule gets slow
_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|mr|mrs|ms|dr|st|prof|rev|fr|sr|jr|hon|vs|cf|approx|no|nos|pp?|para|"
    r"sec|fig|ext|tel|inc|ltd|dept|govt|max|min)|(?<![\w'’])[a-hj-wyz]|^\W*[\dixv]{1,4})\.$",
    re.IGNORECASE,
)
_BROKEN_REFERENCE = re.compile(r"error!$", re.IGNORECASE)
_NUMBERING = re.compile(
    r"\s*(?:\(?(?:\d{1,2}(?:\.\d{1,2}){1,3}|[A-Z]\.?\d{1,2}(?:\.\d{1,2})?\.?|\d{1,2}[.)]|[a-zA-Z][.)]|[ivxIVX]{1,4}[.)])\)?|"
    r"(?:Q|A|Question|Answer)(?: ?\d{1,2})?[.:)]|[•●▪◦‣·])\s+"
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a passage starts and ends, numbering and white space left out."""
    start = _after_numbering(text)
    for stop in _STOP.finditer(text, start):
        if _is_end(text, start, stop):
            yield from _cut(text, start, stop.end())
            start = stop.end()
    yield from _cut(text, start, len(text))


def _after_numbering(text: str) -> int:
    mark = _NUMBERING.match(text)
    return mark.end() if mark else 0


def _is_end(text: str, start: int, stop: re.Match[str]) -> bool:
    before = text[max(start, stop.start() - 12) : stop.start() + 1]
    following = text[stop.end() : stop.end() + 3].lstrip()
    if stop.group() == "\n":
        return not following[:1].islower()
    if _BROKEN_REFERENCE.search(before) or following[:1].islower():
        return False
    return not (stop.group().startswith(".") and _ABBREVIATION.search(before))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without white space at its ends, in pieces that are not too long."""
    while end - start > _LONGEST:
        at = text.rfind(" ", start + 1, start + _LONGEST)
        at = at if at > start else start + _LONGEST
        yield from _stripped(text, start, at)
        start = at
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield start + left, start + right
