"""Characters to pieces of lines, pieces to bands across the page."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from footprint.policies.documents.pdf.glyphs import Glyph, runs
from footprint.policies.documents.pdf.painting import Box

_NEW_PIECE = 1.0  # a gap of so many sizes may be a gutter between columns; words are nearer
_NEW_WORD = 0.28
_BACK = 0.6
_RAISED = 0.25  # of a size; a footnote mark is raised more


@dataclass(frozen=True)
class Piece:
    """Words that stand together on one line; points, origin bottom left."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def pieces_of(glyphs: Sequence[Glyph | None], walls: Sequence[Box] = ()) -> list[Piece]:
    """Cut where the file breaks the line, the baseline moves, a gap opens, a ruled line stands."""
    found: list[Piece] = []
    for run in runs(list(glyphs)):
        current: list[Glyph] = []
        for glyph in run:
            if current and (_is_apart(current[-1], glyph) or _walled(current[-1], glyph, walls)):
                found.append(_piece(current))
                current = []
            current.append(glyph)
        found.append(_piece(current))
    return found


def _is_apart(before: Glyph, glyph: Glyph) -> bool:
    size = max(min(before.size, glyph.size), 1.0)
    gap = glyph.x0 - before.x1
    moved = abs(glyph.base - before.base) > _RAISED * size
    return moved or gap > _NEW_PIECE * size or gap < -_BACK * size


def _walled(before: Glyph, glyph: Glyph, walls: Sequence[Box]) -> bool:
    """Whether a line between cells of a table stands between two characters."""
    if not walls or glyph.x0 - before.x1 < _NEW_WORD * glyph.size:
        return False
    height = glyph.base + glyph.size * 0.3
    return any(
        before.x1 - 1 <= wall.x0 <= glyph.x0 + 1 and wall.y0 <= height <= wall.y1 for wall in walls
    )


def _piece(glyphs: Sequence[Glyph]) -> Piece:
    text = glyphs[0].text
    for before, glyph in itertools.pairwise(glyphs):
        gap = glyph.x0 - before.x1
        text += (" " if glyph.spaced or gap > _NEW_WORD * glyph.size else "") + glyph.text
    return Piece(
        text,
        min(glyph.x0 for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        median(glyph.base for glyph in glyphs),
        median(glyph.size for glyph in glyphs),
        sum(glyph.bold for glyph in glyphs) * 2 > len(glyphs),
    )


def bands_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Pieces at one height, from the top of the page down; each band from left to right."""
    bands: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (-p.base, p.x0)):
        if bands and _same_height(bands[-1][0], piece):
            bands[-1].append(piece)
        else:
            bands.append([piece])
    return [sorted(band, key=lambda p: p.x0) for band in bands]


def _same_height(first: Piece, piece: Piece) -> bool:
    return first.base - piece.base < 0.45 * max(first.size, piece.size)


def text_of(band: Sequence[Piece]) -> str:
    """The words of a band as one line."""
    text = band[0].text
    for before, piece in itertools.pairwise(band):
        near = piece.x0 - before.x1 < 0.12 * max(piece.size, 1.0)
        text += ("" if near else " ") + piece.text
    return text


def line_of(band: Sequence[Piece]) -> Piece:
    """A band as one piece; size and height are those of its longest piece, not of a raised mark."""
    main = max(band, key=lambda p: len(p.text))
    bold = sum(len(p.text) for p in band if p.bold) * 2 > sum(len(p.text) for p in band)
    ends = min(p.x0 for p in band), max(p.x1 for p in band)
    return Piece(text_of(band), *ends, main.base, main.size, bold)
