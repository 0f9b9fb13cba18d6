"""Frames on staff: settings, what they never discuss, opinions, own devices, parents' groups."""

import re
from collections.abc import Iterable, Iterator

from footprint.rulebook.reading.frames.frame import (
    Frame,
    actor,
    apply_frames,
    of_staff,
    stated,
)
from footprint.rulebook.reading.matching import Found, Text
from footprint.rulebook.reading.units import Unit
from footprint.rulebook.terms import ClauseName, Stance

_CLAUSE = ClauseName.STAFF_CONDUCT
_OTHERS = ("pupil", "parent")

_FRAMES = (
    Frame(_CLAUSE, "strict_privacy", True, needs="settings strict", by_staff=True,
          lacks="picture|event|parent_group|remove|consent", not_by=_OTHERS),
    Frame(_CLAUSE, "no_oversharing", True, needs="overshare", by_staff=True,
          lacks="picture", not_by=_OTHERS),
    Frame(_CLAUSE, "parent_groups", None, needs="join", by_staff=True, near="parent_group",
          lacks="complaint|answer", against=True, not_by=("parent", "pupil")),
)  # fmt: skip


def read(units: Iterable[Unit], text: Text) -> Iterator[Found]:
    """STAFF_CONDUCT."""
    listed = list(units)
    for found in apply_frames(_FRAMES, listed):
        if found.key != "parent_groups" or _OURSELVES.search(found.sentence.answer):
            yield found
    for unit in listed:
        yield from _discussing(unit)
        yield from _opinions(unit)
        yield from _devices(unit)


_OURSELVES = re.compile(r"\b(?:staff|governor|none of us)\b")
_NOT_TALK = "friendship|request|following|consent|police|parent_group|remove|confidential"


def _discussing(unit: Unit) -> Iterator[Found]:
    """Nothing about the school, its pupils or their families."""
    if not unit.has("discuss colleagues|the_school|pupil|parent") or not unit.is_against:
        return
    if unit.has(_NOT_TALK) or not of_staff(unit) or actor(unit) in _OTHERS:
        return
    at = min(mark.start for mark in unit.marks if mark.concept == "discuss")
    kept_out = re.search(r"\b(?:out of|off)\b", unit.text)
    passive = kept_out or re.search(
        r"\b(?:is|are|be) (?:not|never)(?: \w+)? (?:discussed|mentioned|named)", unit.text
    )
    after = unit.text if passive else unit.text[at:]
    if _OBJECT.search(after) and not _CLAIMS.search(after):
        yield stated(unit, _CLAUSE, "never_discuss", True)


_OBJECT = re.compile(
    r"\b(?:school|academy|college|nursery|trust|federation|pupil|parent|staff|colleagues|job|work|"
    r"working day|each other)\b"
)
_CLAIMS = re.compile(
    r"\b(?:on behalf|opinion of|view of|attribut\w+|bullying|abusive|offensive|disrepute|their own|"
    r"your own|not those|reputation)\b"
)


_TARGETS = (
    ("school", re.compile(r"\b(?:school|academy|college|nursery|federation|employer)\b")),
    ("trust", re.compile(r"\btrust\b")),
    ("local_authority", re.compile(r"\blocal authority\b")),
)


def _opinions(unit: Unit) -> Iterator[Found]:
    """Whose opinion it must not be taken for."""
    if not unit.within("opine attributed") or not of_staff(unit) or actor(unit) in _OTHERS:
        return
    if unit.has("picture|friendship|following|host|complaint|consent|inspectors"):
        return
    text = unit.whole
    if not (unit.is_against or _MAKES_CLEAR.search(text)):
        return
    starts = [match.end() for match in _TAKEN_FOR.finditer(text)]
    if not starts:
        return
    rest = text[min(starts) :].split(" bring")[0]
    if targets := tuple(name for name, words in _TARGETS if words.search(rest)):
        yield stated(unit, _CLAUSE, "not_attributable_to", targets)


_MAKES_CLEAR = re.compile(r"\b(?:clear|plain|state|states|say|says|disclaimer|only|not|never)\b")
_TAKEN_FOR = re.compile(
    r"\b(?:attribut\w+ to|represent\w*|not those of|on behalf of|(?:seen|taken|mistaken|read|"
    r"understood|thought|presented|regarded) (?:as|for|to be)|look like|looks like|"
    r"look as (?:if|though)|reflect\w*|(?:his|her|their|your|its|our|my) own|"
    r"of the individual(?: alone)?|"
    r"belongs? to|speak(?:s|ing)? for|associated with|come from|comes from|in the name of|"
    r"suggests? that|impression that|confused with|(?:is|are) (?:personal|theirs|yours)|"
    r"personal (?:ones|views|opinions))\b"
)


def _devices(unit: Unit) -> Iterator[Found]:
    """Own phones for pictures of pupils or for school matters; or "only the school's cameras"."""
    if actor(unit) in _OTHERS or not of_staff(unit):
        return
    key = "own_devices"
    for_school = unit.has("picture|messaging|school_matters") or unit.knows(
        "picture|school_matters"
    )
    number = re.search(r"\b(?:phone|telephone|mobile) numbers?\b", unit.text)
    if unit.has("device") and for_school and unit.is_against and not number:
        yield stated(unit, _CLAUSE, key, unit.stance.value)
    elif unit.has("school_device") and (unit.within("only_school") or unit.within("device")):
        yield stated(unit, _CLAUSE, key, Stance.FORBIDDEN.value)
