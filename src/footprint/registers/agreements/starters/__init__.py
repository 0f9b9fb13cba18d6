"""
A starter text for each audience, to be adapted by the school before it is put in use.

A folder of its own because the texts are plain files that a person can read and mend; the first
line is the title. They are written for this product and taken from no school's policy.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from footprint.rulebook.terms import AgreementAudience


class Starter(NamedTuple):
    """A title, and the text below it."""

    title: str
    body: str


@cache
def starter_for(audience: AgreementAudience) -> Starter:
    """The starter text for this audience."""
    words = (Path(__file__).parent / f"{audience.value}.txt").read_text(encoding="utf-8")
    title, _, body = words.partition("\n")
    return Starter(title.strip(), body.strip())
