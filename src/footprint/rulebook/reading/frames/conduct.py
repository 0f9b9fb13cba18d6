"""Frames on what posts must not be, and where that holds."""

import re
from collections.abc import Iterable, Iterator

from footprint.rulebook.reading.frames.frame import stated
from footprint.rulebook.reading.matching import Found, Text
from footprint.rulebook.reading.topics.conduct import tags_of
from footprint.rulebook.reading.units import Unit
from footprint.rulebook.terms import ClauseName

_CLAUSE = ClauseName.CONDUCT
_OTHER_MATTER = "remove|teach|police|prevent|friendship|inspectors|complaint|deal"


def read(units: Iterable[Unit], text: Text) -> Iterator[Found]:
    """CONDUCT."""
    for unit in units:
        tags = tags_of(unit.text)
        forbids = unit.has("publish|conduct_noun") and unit.is_against
        if tags and forbids and not unit.has(_OTHER_MATTER) and not _ASIDE.search(unit.text):
            yield stated(unit, _CLAUSE, "must_not_be", tags)
        yield from _places(unit)
        if _PROFESSION.search(unit.text) and "disrepute" in unit.whole:
            yield stated(unit, _CLAUSE, "teaching_profession", True)


_PROFESSION = re.compile(r"\b(?:(?:teaching |staff )?profession(?: of \w+)?|teaching itself)\b")
_ASIDE = re.compile(r"\b(?:helpline|report(?:ed|s)?|dealt with|sanction|investigat\w+)\b")


def _places(unit: Unit) -> Iterator[Found]:
    """ "... covered in the same way as public ones": public and private posts alike."""
    asked = unit.sentence.asked and unit.has("private_place equal")
    headed = {"publish", "negated"} <= unit.of_above
    ruled = (asked or headed or unit.recalls("tag_word")) and not unit.has(
        "settings|friendship|consent|join|complaint"
    )
    if not ruled or not unit.has("private_place") or not unit.within("equal|publish"):
        return
    if unit.sentence.number and (unit.has("equal") or tags_of(unit.whole)):
        places = ("public", "private") if unit.within("public_place") else ("private",)
        yield stated(unit, _CLAUSE, "applies_to", places)
