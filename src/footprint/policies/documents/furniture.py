"""Page headers, footers and page numbers left behind in plain text.

They stand where a page once broke: beside a form feed, a gap of two or more empty lines, or the
start or end of the file, and they come again.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from footprint.rulebook.reading.moods import mood_of

_LONGEST = 90
_REACH = 3  # how many lines deep a header or footer is looked for
_GAP = 2  # empty lines that make a page boundary
_DIGITS = re.compile(r"\d+")
PAGE_NUMBER = re.compile(
    r"(?:page\s+)\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?|[-–—]\s?\d{1,3}\s?[-–—]|\d{1,3}\s*(?:of|/)\s*\d{1,3}",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,3}")


@dataclass(frozen=True)
class Line:
    """A line of a text file and the page it is on (pages are counted by form feeds)."""

    text: str
    page: int


def key_of(text: str) -> str:
    """What makes two headers the same: their words, whatever the page number says."""
    return _DIGITS.sub("#", " ".join(text.split()).casefold())


def without_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[str]]:
    """The lines that are text (a removed one leaves an empty line), and each header removed."""
    edges = _edges(lines)
    repeated = _repeated(lines, edges)
    kept, removed = [], dict[str, str]()
    for index, line in enumerate(lines):
        text = line.text.strip()
        if index in edges and (key_of(text) in repeated or _is_page_number(text, lines)):
            removed.setdefault(key_of(text), text)
            kept.append(Line("", line.page))
        else:
            kept.append(line)
    return kept, list(removed.values())


def _is_page_number(text: str, lines: Sequence[Line]) -> bool:
    several_pages = lines[-1].page > 1
    return bool(PAGE_NUMBER.fullmatch(text) or (several_pages and _BARE_NUMBER.fullmatch(text)))


def _edges(lines: Sequence[Line]) -> set[int]:
    """Indexes of lines within reach of a page boundary, going down from it and up to it."""
    down = _walk(lines, range(len(lines)))
    return down | _walk(lines, range(len(lines) - 1, -1, -1))


def _walk(lines: Sequence[Line], order: range) -> set[int]:
    near, seen, empty, page = set[int](), 0, 0, lines[order[0]].page if order else 0
    for index in order:
        line = lines[index]
        if line.page != page:
            seen, page = 0, line.page
        if not line.text.strip():
            empty += 1
            continue
        seen = 1 if empty >= _GAP else seen + 1
        empty = 0
        if seen <= _REACH:
            near.add(index)
    return near


def _repeated(lines: Sequence[Line], edges: set[int]) -> set[str]:
    """Keys of short lines that recur at page boundaries."""
    candidates = [i for i in sorted(edges) if _may_be_furniture(lines[i].text.strip())]
    counts = Counter(key_of(lines[i].text) for i in candidates)
    outermost = _outermost(lines)
    ends = {key_of(lines[i].text) for i in candidates if i in outermost}
    enough = 2 if lines and lines[-1].page > 1 else 3
    # Twice is enough where one of them opens or closes the file: a two-page policy.
    return {key for key, n in counts.items() if n >= enough or (n >= 2 and key in ends)}


def _outermost(lines: Sequence[Line]) -> set[int]:
    filled = [i for i, line in enumerate(lines) if line.text.strip()]
    return {*filled[:_REACH], *filled[-_REACH:]}


def _may_be_furniture(text: str) -> bool:
    # "Don't" comes on many pages; without it the rules below mean the opposite.
    return 0 < len(text) <= _LONGEST and text[-1] not in ".?!;:," and not mood_of(text)
