"""A paper as a tagged PDF."""

from dataclasses import asdict
from pathlib import Path

import pypdfium2

from footprint.design.papers import print_pdf
from footprint.policies.printing.layout import Paper, pieces_of, printable

_TEMPLATE = Path(__file__).parent / "paper.typ"
_STEP = 0.5  # points by which the type shrinks
_SMALLEST = 9.0  # points; below that a page is no longer easy to read


def as_pdf(paper: Paper) -> bytes:
    """The paper as A4 pages with headings and lists that a screen reader announces."""
    points = paper.points
    pdf = _typeset(paper, points)
    while paper.fits_a_page and points > _SMALLEST and len(pypdfium2.PdfDocument(pdf)) > 1:
        points -= _STEP
        pdf = _typeset(paper, points)
    return pdf


def _typeset(paper: Paper, points: float) -> bytes:
    data = {
        "title": paper.title,
        "school": printable(paper.school),
        "foot": paper.foot,
        "points": points,
        "pieces": [asdict(piece) for piece in pieces_of(paper.blocks)],
    }
    return print_pdf(_TEMPLATE, data)
