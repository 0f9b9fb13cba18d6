"""Page headers, footers and page numbers: what comes again at the same height of many pages."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from footprint.policies.documents.furniture import PAGE_NUMBER, key_of
from footprint.policies.documents.joining import starts_inside_a_sentence
from footprint.policies.documents.pdf.lines import Piece, bands_of, text_of
from footprint.rulebook.reading.moods import mood_of

_ZONE = 0.17  # of the height of the page, above and below
_DEEPEST = 5  # lines
_STEP = 8.0  # points by which a header may sit higher or lower
_LONGEST = 160
_NUMBER = re.compile(r"([0-9]{1,6})")
_MOST_NUMBERS = 4  # each doubles the keys
_BARE_NUMBER = re.compile(r"\d{1,3}")


@dataclass
class PagePieces:
    """The pieces of one page and its height in points."""

    number: int
    height: float
    pieces: list[Piece]


def without_margins(pages: Sequence[PagePieces]) -> list[str]:
    """Take headers, footers and page numbers out of the pages, in place; return one of each."""
    edges = {id(page): _edge_bands(page) for page in pages}
    seen: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for page in pages:
        for band in edges[id(page)]:
            for key in _keys(text_of(band), page.number):
                seen[key].append((page.number, band[0].base))
    enough = max(2, round(0.25 * len(pages)))
    removed: dict[str, str] = {}
    for page in pages:
        for band in edges[id(page)]:
            text = text_of(band).strip()
            places = (seen[key] for key in _keys(text, page.number))
            comes_again = any(_recurs(each, band[0].base, enough) for each in places)
            if comes_again or _is_page_number(page, band, text):
                removed.setdefault(key_of(text), text)
                page.pieces = [piece for piece in page.pieces if piece not in band]
    return [text for text in removed.values() if any(c.isalpha() for c in text)]


def _keys(text: str, page: int) -> set[str]:
    """
    What makes two headers the same: their words, and each number the same or counting pages.

    Numbers in general must not be passed over: "Rule 4 ..." and "Rule 7 ..." at the top of two
    pages are rules.
    """
    parts = _NUMBER.split(" ".join(text.split()).casefold())
    numbers = parts[1::2][:_MOST_NUMBERS]
    keys = {parts[0]}
    for index, number in enumerate(numbers):
        after = parts[2 * index + 2]
        forms = (f"={number}", f"+{int(number) - page}")
        keys = {f"{key}{form}{after}" for key in keys for form in forms}
    return {key + "".join(parts[2 * len(numbers) + 1 :]) for key in keys}


def _edge_bands(page: PagePieces) -> list[list[Piece]]:
    bands = bands_of(page.pieces)
    top, bottom = page.height * (1 - _ZONE), page.height * _ZONE
    upper = [band for band in bands[:_DEEPEST] if band[0].base >= top]
    lower = [band for band in bands[-_DEEPEST:] if band[0].base <= bottom]
    found = upper + [band for band in lower if band not in upper]
    return [band for band in found if _may_be_margin(text_of(band))]


def _may_be_margin(text: str) -> bool:
    """
    Not the rest of a sentence that began on the line before, nor "Don't": losing a rule, or what
    turns it round, is worse than keeping a header.
    """
    inside = starts_inside_a_sentence(text) and " " in text
    return len(text) <= _LONGEST and not inside and not mood_of(text)


def _recurs(places: Sequence[tuple[int, float]], base: float, enough: int) -> bool:
    return len({number for number, height in places if abs(height - base) <= _STEP}) >= enough


def _is_page_number(page: PagePieces, band: Sequence[Piece], text: str) -> bool:
    outermost = all(p.base >= band[0].base for p in page.pieces) or all(
        p.base <= band[0].base for p in page.pieces
    )
    numbered = PAGE_NUMBER.fullmatch(text) or _BARE_NUMBER.fullmatch(text)
    return outermost and bool(numbered) and len(page.pieces) > len(band)
