"""The order in which a person reads the pieces of a page: columns one after the other.

Lines stay in one block as long as a gutter (a stripe without words, with words on both sides) can
run through all of them; a block with a gutter is read left side first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from footprint.policies.documents.pdf.lines import Piece, bands_of, line_of

_GUTTER = 9.0  # points
_FAR = 1e6  # points: beyond any page
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
    """
    Stretches of bands from the top down, each with its gutter or None.

    A gutter is first seen in a band with words on both sides of it. From there it runs down, and
    up over bands that leave it free: one column may begin higher than the other.
    """
    done = 0
    for seed in range(len(bands)):
        stripes = _seen(bands, seed) if seed >= done else []
        if not stripes:
            continue
        end, stripe = _run_down(bands, seed, stripes)
        start = seed
        while start > done and not _crosses(bands[start - 1], stripe):
            start -= 1
        yield list(bands[done:start]), None
        yield list(bands[start:end]), stripe
        done = end
    yield list(bands[done:]), None


def _run_down(
    bands: Sequence[Sequence[Piece]], seed: int, stripes: Sequence[Stripe]
) -> tuple[int, Stripe]:
    """Where the block that begins at `seed` ends, and the widest gutter that runs through it."""
    free, both_sides = list(stripes), seed
    end = seed + 1
    while end < len(bands):
        shared = _overlaps(free, _free(bands[end]))
        if not shared:
            break
        free = shared
        if any(_parts(bands[end], stripe) for stripe in free):
            both_sides = end
        end += 1
    stripe = max(free, key=lambda one: one[1] - one[0])
    return _before_heading(bands, both_sides + 1, end), stripe


def _before_heading(bands: Sequence[Sequence[Piece]], start: int, end: int) -> int:
    """The end of a block: a heading below its last full row opens what comes after the columns."""
    usual = median(piece.size for band in bands for piece in band)
    larger = (i for i in range(start, end) if bands[i][0].size > 1.1 * usual)
    return next(larger, end)


def _seen(bands: Sequence[Sequence[Piece]], seed: int) -> list[Stripe]:
    """Gaps in a band, or between it and the next where two columns' lines are out of step."""
    if found := _gaps(bands[seed]):
        return found
    below = bands[seed + 1] if seed + 1 < len(bands) else []
    near = [p for p in below if bands[seed][0].base - p.base < 0.8 * p.size]
    return _gaps(sorted([*bands[seed], *near], key=lambda p: p.x0)) if near else []


def _gaps(band: Sequence[Piece]) -> list[Stripe]:
    """The wide gaps between the pieces of one band."""
    return [(a.x1, b.x0) for a, b in pairwise(band) if b.x0 - a.x1 >= _GUTTER]


def _free(band: Sequence[Piece]) -> list[Stripe]:
    """All stripes without words at the height of this band, those at both margins included."""
    return [(-_FAR, band[0].x0), *_gaps(band), (max(piece.x1 for piece in band), _FAR)]


def _parts(band: Sequence[Piece], stripe: Stripe) -> bool:
    """Whether a band has words on both sides of a gutter."""
    middle = sum(stripe) / 2
    return band[0].x0 < middle < max(piece.x1 for piece in band)


def _crosses(band: Sequence[Piece], stripe: Stripe) -> bool:
    return any(piece.x0 < stripe[1] - 1 and piece.x1 > stripe[0] + 1 for piece in band)


def _overlaps(some: Sequence[Stripe], others: Sequence[Stripe]) -> list[Stripe]:
    found = []
    for a0, a1 in some:
        for b0, b1 in others:
            start, end = max(a0, b0), min(a1, b1)
            if end - start >= _GUTTER:
                found.append((start, end))
    return found


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
