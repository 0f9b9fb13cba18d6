"""Frames on families: concerns, complaints, ages, lessons, help at home, whom to ask."""

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from footprint.rulebook.reading.frames.frame import Frame, actor, apply_frames, stated
from footprint.rulebook.reading.matching import Found, Text
from footprint.rulebook.reading.names import channel_names
from footprint.rulebook.reading.topics.contacts import contact_in
from footprint.rulebook.reading.topics.questions import ASK_HEADING
from footprint.rulebook.reading.units import Unit
from footprint.rulebook.reading.wording import canonical
from footprint.rulebook.terms import ClauseName

_NOT_PARENTS = ("staff", "pupil")
_SUPPORT = ClauseName.UNDERAGE_SUPPORT

_FRAMES = (
    Frame(ClauseName.PRIVATE_CONCERNS, "directly_in_private", True,
          needs="complaint come in_private",
          lacks="dsl|police|remove|friendship|request|picture|helpline",
          not_by=_NOT_PARENTS),
    Frame(ClauseName.PRIVATE_CONCERNS, "not_in_groups", True, needs="parent_group complaint",
          whole=True, lacks="unofficial|equal", against=True, not_by=_NOT_PARENTS),
    Frame(ClauseName.COMPLAINTS_PROCEDURE, "when_unresolved", True,
          needs="complaints_policy directs", lacks="listing"),
    Frame(_SUPPORT, "school_deals", "regularly", needs="deal regularly us", near="young",
          lacks="sometimes", whole=True),
    Frame(_SUPPORT, "school_deals", "sometimes", needs="deal sometimes us", near="young",
          whole=True),
    Frame(_SUPPORT, "parents_not_encourage", True, needs="allow_account",
          about="parent|you", near="young", lacks="picture|friendship|parent_group|staff",
          against=True, not_by=("staff",)),
    Frame(_SUPPORT, "parents_not_encourage", True, needs="keep_to_it", about="parent|you",
          near="young", not_by=("staff",)),
    Frame(_SUPPORT, "parents_not_encourage", True, needs="uphold_age", about="parent|you",
          not_by=("staff",)),
)  # fmt: skip


def read(units: Iterable[Unit], text: Text) -> Iterator[Found]:
    """PRIVATE_CONCERNS, COMPLAINTS_PROCEDURE, ages, lessons, PARENT_SUPPORT and QUESTIONS."""
    listed = list(units)
    yield from apply_frames(_FRAMES, listed)
    for unit in listed:
        yield from _concern(unit)
        yield from _ages(unit)
        yield from _lessons(unit)
        yield from _talk(unit)
        yield from _questions(unit)


_INVITES = re.compile(
    r"(?:then |first |so )?(?:please|contact|come|speak|talk|start|ask|tell|see|ring)\b"
)


def _concern(unit: Unit) -> Iterator[Found]:
    """ "Come in and see us", under a heading on being unhappy or after a sentence on it."""
    worry = unit.of_above & {"complaint"} or (
        _INVITES.match(unit.text) and "complaint" in unit.of_before
    )
    asked = unit.has("come in_private") and worry
    if asked and actor(unit) not in _NOT_PARENTS and not unit.has("dsl|police|remove"):
        yield stated(unit, ClauseName.PRIVATE_CONCERNS, "directly_in_private", True)


_AGE = re.compile(
    r"(?<![\d.])(?P<age>1[2-9])(?:s|\+| plus)?\b"
    r"(?! ?(?:%|per|hours?|days?|months?|weeks?|years? ago|:|\.\d))"
)
_AGE_CUE = re.compile(
    r"\b(?:age|aged|ages|old|older|under|below|over|minimum|limit|limits|turn|turns|until|reach|"
    r"at least|above|years|year olds?|most|before)\b|\+"
)
_AGE_TOPIC = "young|allow_account|host|account_noun"
_EXAMPLES = re.compile(
    r"\b(?:most|many|including|such as|like|for example|nearly|majority|all|every)\b"
)


def _ages(unit: Unit) -> Iterator[Found]:
    """The age of the services that the clause names, else of services in general."""
    clause = ClauseName.MINIMUM_AGE
    found = {match["age"] for match in _AGE.finditer(unit.text)}
    if len(found) != 1 or not _AGE_CUE.search(unit.text) or not unit.knows(_AGE_TOPIC):
        return
    if unit.has("formerpupil|friendship|teach") or "year 1" in unit.text:
        return
    age = int(found.pop())
    named = channel_names(f"{unit.sentence.row} {unit.sentence.text}")
    named = named or (channel_names(unit.earlier) if _BE_OLD.search(unit.text) else ())
    if named and not _EXAMPLES.search(unit.text):
        yield stated(unit, clause, "exceptions", MappingProxyType(dict.fromkeys(named, age)))
    elif age == _USUAL and not named and unit.recalls("host|account_noun|social"):
        yield stated(unit, clause, "general", age)


_USUAL = 13  # years; the age of most services, so a bare number in a clause on services is it
_BE_OLD = re.compile(r"\b(?:have to be|must be|need to be|should be|are for)\b")

_LESSONS = ClauseName.ONLINE_SAFETY_LESSONS
_REPORTABLE = ("bullying", "misuse", "intimidation", "abuse")


def _lessons(unit: Unit) -> Iterator[Found]:
    if not unit.knows("teach") or unit.has("consent|police"):
        return
    if actor(unit) == "staff" and not unit.recalls("pupil"):
        return
    topics = [name for name in ("online_behaviour", "good_friend") if unit.has(name)]
    if unit.has("report_it"):
        topics += [f"report_{what}" for what in _REPORTABLE if unit.has(f"of_{what}")]
    if topics and unit.recalls("pupil"):
        yield stated(unit, _LESSONS, "topics", tuple(topics))


_TALK = ("apps", "with_whom", "how_long", "when")


def _talk(unit: Unit) -> Iterator[Found]:
    if not unit.within("talk") or not unit.knows("parent|you") or actor(unit) in _NOT_PARENTS:
        return
    about = tuple(name for name in _TALK if unit.has(f"about_{name}"))
    if (
        about
        and not unit.has("complaint|office")
        and (about != ("when",) or unit.has("young|host"))
    ):
        yield stated(unit, ClauseName.PARENT_SUPPORT, "talk_about", about)


_DESKS = (
    (
        "headteacher_or_dsl",
        re.compile(r"\bheadteacher or (?:the )?dsl\b|\bdsl or (?:the )?headteacher\b"),
    ),
    ("dsl", re.compile(r"\bdsl\b")),
    ("headteacher", re.compile(r"\bheadteacher\b")),
    ("line_manager", re.compile(r"\b(?:line manager|(?:their|your) manager|whoever manages)\b")),
)
_STAFF_WHO = re.compile(r"(?<!office )\bstaff\b(?! (?:in|at) the office)")
_NO_QUESTION = "complaint|friendship|request|remove|police|picture"


def _questions(unit: Unit) -> Iterator[Found]:
    clause = ClauseName.QUESTIONS
    heading = canonical(unit.sentence.heading)
    led = unit.earlier.endswith("?") and "question" in unit.of_before
    asks = unit.has("question") or led or ASK_HEADING.search(heading)
    if not asks or unit.has(_NO_QUESTION) or "not" in unit.sentence.own.split():
        return
    who = "staff" if _STAFF_WHO.search(unit.text) else actor(unit)
    parents = who == "parent" or (not who and unit.has("parent|you"))
    place = contact_in(unit.sentence) if parents and unit.has("come|office|ask") else None
    if place and (place != "e-mail" or "email" in unit.text):
        yield stated(unit, clause, "parents_ask", place)
    if who == "staff" or unit.asker == "staff":
        found = [
            (match.start(), name) for name, words in _DESKS if (match := words.search(unit.text))
        ]
        if found:
            yield stated(unit, clause, "staff_ask", min(found)[1])
