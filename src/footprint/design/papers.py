"""
Every PDF that Footprint makes: typst, tagged (PDF/UA-1), fonts inside the wheel.

A file of its own because reports and policies must print alike. The data go in as JSON and are
never read as markup, so a school's name cannot change the page.
"""

import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import typst

logger = logging.getLogger(__name__)


def print_pdf(template: Path, data: Mapping[str, Any]) -> bytes:
    """
    The template filled with the data, as a PDF that a screen reader can read.

    A name in letters that our font does not have (Chinese, an emoji) would break the promise of
    PDF/UA, which forbids empty boxes: the school then gets its paper tagged, without that promise.
    """
    words = json.dumps(data)
    try:
        return _compiled(template, words, "ua-1")
    except typst.TypstError as error:
        logger.warning("a paper is not PDF/UA: %s", error)
        return _compiled(template, words, None)


def _compiled(template: Path, words: str, standard: Literal["ua-1"] | None) -> bytes:
    pdf = typst.compile(
        str(template),
        sys_inputs={"data": words},
        pdf_standards=standard,
        ignore_system_fonts=True,  # the same paper on every machine
    )
    return bytes(pdf)
