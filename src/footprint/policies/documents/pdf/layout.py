"""The order in which a person reads the pieces of a page: columns one after the other.

Going down the page, lines stay in one block as long as a gutter (a stripe without words, with words
on both sides) can run through all of them; a block with a gutter is read left side first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from footprint.policies.documents.pdf.lines import Piece, bands_of, line_of

_GUTTER = 9.0  # points
_LEAST_LINES = 3  # on each side of a gutter: fewer is a row of a table or a signature
_LEAST_LETTERS = 12  # a line, on average: less is a table of short entries
_MOST_COLUMNS = 4

Stripe = tuple[float, float]


@dataclass(frozen=True)
class Column:
    """Lines under each other, with the right edge up to which they could have gone."""

    lines: tuple[Piece, ...]
    right: float


def columns_of(pieces: Sequence[Piece], depth: int = 0) -> Iterator[Column]:
    """The columns of a page, or of a part of one, in reading order."""
    if not pieces:
        return
    waiting: list[list[Piece]] = []  # bands that no gutter parts
    for bands, stripe in _blocks(bands_of(pieces)):
        sides = _sides(bands, stripe) if stripe and depth < _MOST_COLUMNS else None
        if sides is None:
            waiting += bands
            continue
        if waiting:
            yield _column(waiting)
            waiting = []
        for side in sides:
            yield from columns_of(side, depth + 1)
    if waiting:
        yield _column(waiting)


def _column(bands: Sequence[Sequence[Piece]]) -> Column:
    lines = tuple(line_of(band) for band in bands)
    return Column(lines, max(line.x1 for line in lines))


def _blocks(bands: Sequence[list[Piece]]) -> Iterator[tuple[list[list[Piece]], Stripe | None]]:
    """Bands that share a gutter, and the gutter; or single stretches without one."""
    left = min(piece.x0 for band in bands for piece in band)
    right = max(piece.x1 for band in bands for piece in band)
    current: list[list[Piece]] = []
    free: list[Stripe] = []
    for band in bands:
        open_here = _free(band, left, right)
        shared = _overlaps(free, open_here) if current else open_here
        if current and not (shared and _worth_keeping(current, band, shared)):
            yield from _finished(current, free)
            current, shared = [], open_here
        current.append(band)
        free = shared
    yield from _finished(current, free)


def _worth_keeping(
    current: Sequence[Sequence[Piece]], band: Sequence[Piece], shared: Sequence[Stripe]
) -> bool:
    """False where a gutter that was there is lost, though one more narrow stripe is left over."""
    return (
        _gutter(current, shared) is not None
        or _gutter(current, [(0, 0)]) is None
        or (_gutter([*current, band], shared) is not None)
    )


def _finished(
    bands: list[list[Piece]], free: Sequence[Stripe]
) -> Iterator[tuple[list[list[Piece]], Stripe | None]]:
    """The block, without a last heading that only happens to stand over the left column's width."""
    stripe = _gutter(bands, free)
    if stripe is None:
        yield bands, None
        return
    tail: list[list[Piece]] = []
    usual = median(piece.size for band in bands for piece in band)
    while len(bands) > 1 and len(bands[-1]) == 1 and bands[-1][0].size > 1.1 * usual:
        tail.insert(0, bands.pop())
    yield bands, stripe
    if tail:
        yield tail, None


def _free(band: Sequence[Piece], left: float, right: float) -> list[Stripe]:
    """Stripes of the page's width without words at the height of this band."""
    stripes, at = [], left
    for piece in band:
        if piece.x0 - at >= _GUTTER:
            stripes.append((at, piece.x0))
        at = max(at, piece.x1)
    if right - at >= _GUTTER:
        stripes.append((at, right))
    return stripes


def _overlaps(some: Sequence[Stripe], others: Sequence[Stripe]) -> list[Stripe]:
    found = []
    for a0, a1 in some:
        for b0, b1 in others:
            start, end = max(a0, b0), min(a1, b1)
            if end - start >= _GUTTER:
                found.append((start, end))
    return found


def _gutter(bands: Sequence[Sequence[Piece]], free: Sequence[Stripe]) -> Stripe | None:
    """The widest stripe that has words on both sides."""
    pieces = [piece for band in bands for piece in band]
    parted = [
        (start, end)
        for start, end in free
        if any(p.x1 <= start + 1 for p in pieces) and any(p.x0 >= end - 1 for p in pieces)
    ]
    return max(parted, key=lambda stripe: stripe[1] - stripe[0], default=None)


def _sides(
    bands: Sequence[Sequence[Piece]], stripe: Stripe
) -> tuple[list[Piece], list[Piece]] | None:
    """The pieces left and right of a gutter, where both look like prose."""
    pieces = [piece for band in bands for piece in band]
    middle = sum(stripe) / 2
    sides = [p for p in pieces if p.middle < middle], [p for p in pieces if p.middle >= middle]
    for side in sides:
        lines = bands_of(side)
        letters = sum(len(piece.text) for piece in side)
        if len(lines) < _LEAST_LINES or letters < _LEAST_LETTERS * len(lines):
            return None
    return sides
