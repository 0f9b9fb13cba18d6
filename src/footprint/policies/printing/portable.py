"""
A tagged PDF (PDF/UA-1) by typst.

The words go in as JSON and are never read as markup, so a school's name cannot change the page.
"""

import json
import logging
from dataclasses import asdict
from pathlib import Path
from typing import Literal

import pypdfium2
import typst

from footprint.policies.printing.layout import Paper, pieces_of, printable

logger = logging.getLogger(__name__)
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
    words = json.dumps(data)
    try:
        return _compiled(words, "ua-1")
    except typst.TypstError as error:
        # A name in letters that our font does not have (Chinese, an emoji): PDF/UA forbids the
        # empty boxes. The school gets its paper all the same, tagged, without that promise.
        logger.warning("A paper is not PDF/UA: %s", error)
        return _compiled(words, None)


def _compiled(words: str, standard: Literal["ua-1"] | None) -> bytes:
    pdf = typst.compile(
        str(_TEMPLATE),
        sys_inputs={"data": words},
        pdf_standards=standard,
        ignore_system_fonts=True,  # the same paper on every machine
    )
    return bytes(pdf)
