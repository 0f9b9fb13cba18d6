"""
Who helps from outside the school, for the public page: first for each reader, then for everybody.

A file of its own because which lines come first for whom is a choice to be read and checked alone.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footprint.guidance.at_school import FactAtSchool, facts_for
from footprint.guidance.fact import Contact, Kind, Theme
from footprint.rulebook.terms import Audience
from footprint.schools.models import School

# The lines that most readers of one kind need; the others stand in one list below.
FIRST: Mapping[Audience, tuple[str, ...]] = {
    Audience.PARENT: ("route.nspcc", "route.childline", "route.report_remove"),
    Audience.PUPIL: ("route.childline", "route.report_remove"),
    Audience.STAFF: ("route.posh", "route.nspcc_whistleblowing"),
}
IN_THE_BANNER = "route.danger_now"
_READERS = frozenset(FIRST)


@dataclass(frozen=True)
class Helpline:
    """One line of help, with the school's own value beside it where it gave one."""

    at_school: FactAtSchool
    contact: Contact

    @property
    def dial(self) -> str:
        """The number as a telephone dials it."""
        return re.sub(r"[^\d+]", "", self.contact.phone)

    @property
    def is_checked(self) -> bool:
        return self.at_school.fact is not None and self.at_school.fact.is_checked


@dataclass(frozen=True)
class Helplines:
    """Those that come first for each reader; then the rest, what was checked first."""

    parents: list[Helpline]
    pupils: list[Helpline]
    staff: list[Helpline]
    more: list[Helpline]


def helplines(*, school: School, on: date) -> Helplines:
    """All contacts that hold in the school's nation and may be shown to one of these readers."""
    found = {
        each.key: Helpline(each, each.fact.value)
        for each in facts_for(school=school, on=on)[Theme.ROUTES]
        if each.fact
        and each.fact.kind is Kind.CONTACT
        and isinstance(each.fact.value, Contact)
        and each.fact.audience & _READERS
    }
    first = {reader: [found[key] for key in keys if key in found] for reader, keys in FIRST.items()}
    shown = {IN_THE_BANNER, *(key for keys in FIRST.values() for key in keys)}
    more = [line for key, line in found.items() if key not in shown and _is_for_families(line)]
    return Helplines(
        first[Audience.PARENT],
        first[Audience.PUPIL],
        first[Audience.STAFF],
        sorted(more, key=lambda line: not line.is_checked),
    )


def _is_for_families(line: Helpline) -> bool:
    fact = line.at_school.fact
    return fact is not None and bool(fact.audience & {Audience.PARENT, Audience.PUPIL})
