"""
The plan of an import, and what came of one, in words and in lengths that a page can bear.

A file of its own because it only reads, and the preview and the history share its words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from footprint.people.importing.incoming import Incoming
from footprint.people.importing.plan import Change, Plan
from footprint.people.wording import FIELD_WORDS, part_word, year_word
from footprint.schools.models import School

MOST_SHOWN = 200  # of one kind; the numbers are always whole
MOST_PROBLEMS = 1_000


@dataclass(frozen=True)
class Line:
    """One person, and what happens to them."""

    name: str
    what: str


@dataclass(frozen=True)
class Group:
    """Those to whom the same happens: how many, and the first of them."""

    title: str
    number: int
    lines: Sequence[Line]

    @property
    def more(self) -> int:
        """How many are not listed."""
        return self.number - len(self.lines)


@dataclass(frozen=True)
class Shown:
    """A plan as its page shows it."""

    groups: Sequence[Group]
    problems: Sequence[str]
    more_problems: int


def shown(plan: Plan, school: School) -> Shown:
    """The plan in words."""
    groups = [
        _group(_("Join"), plan.joined, lambda each: _joins(each, school)),
        _group(_("Move class or year"), plan.moved, lambda each: _changes(each, school)),
        _group(_("Change in something else"), plan.changed, lambda each: _changes(each, school)),
        _group(_("Are back again"), plan.returned, lambda each: _changes(each, school)),
        _group(
            _("Leave, as the file says"),
            plan.leaving,
            lambda each: Line(each[0].name, _day(each[1])),
        ),
    ]
    sentences = [problem.sentence for problem in plan.problems]
    return Shown(
        [group for group in groups if group.number],
        sentences[:MOST_PROBLEMS],
        max(len(sentences) - MOST_PROBLEMS, 0),
    )


def _group(title, rows, line) -> Group:  # type: ignore[no-untyped-def]
    return Group(title, len(rows), [line(row) for row in rows[:MOST_SHOWN]])


def _joins(person: Incoming, school: School) -> Line:
    details = person.details
    facts = [
        ", ".join(part_word(part, school) for part in person.parts),
        year_word(details.year_group),
        details.class_name,
    ]
    return Line(person.name, ", ".join(filter(None, facts)))


def _changes(change: Change, school: School) -> Line:
    before = change.known.details
    facts = [
        f"{FIELD_WORDS[name]}: {_value(name, getattr(before, name))} → "
        f"{_value(name, getattr(change.after, name))}"
        for name in change.fields
    ]
    facts += [
        _("becomes %(part)s") % {"part": part_word(part, school)} for part in change.new_parts
    ]
    return Line(change.known.name, "; ".join(facts) or _("gets their account"))


def _value(name: str, value: object) -> str:
    if name == "year_group":
        return year_word(value if isinstance(value, int) else None) or _("none")
    return _day(value) if isinstance(value, date) else str(value or _("none"))


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def counted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """(what, how many), in the order in which people ask; nothing for what did not happen."""
    words = {
        "joined": _("joined"),
        "moved": _("moved class or year"),
        "changed": _("changed in something else"),
        "returned": _("came back"),
        "left": _("left"),
        "links": _("family links added or changed"),
        "accounts": _("accounts linked"),
        "unchanged": _("stayed as they are"),
        "left_out": _("rows left out"),
    }
    return [(word, counts[name]) for name, word in words.items() if counts.get(name)]
