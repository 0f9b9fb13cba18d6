"""
Who helps at once, and when the school reads: what every page for everybody says.

A file of its own because numbers come from the guidance pack, with the school's own value beside
them, and the day from the school's calendar; neither is ever written into a page.
"""

import re
from dataclasses import dataclass
from datetime import date

from footprint.concerns.models import Way
from footprint.concerns.wording import HELP
from footprint.guidance.at_school import FactAtSchool, fact_for
from footprint.guidance.fact import Contact
from footprint.rulebook.decisions.deadline import next_school_day
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School


@dataclass(frozen=True)
class HelpLine:
    """One line of help."""

    at_school: FactAtSchool
    contact: Contact

    @property
    def dial(self) -> str:
        """The number as a telephone dials it."""
        return re.sub(r"[^\d+]", "", self.contact.phone)

    @property
    def is_checked(self) -> bool:
        return self.at_school.fact is not None and self.at_school.fact.is_checked


def help_lines(*, school: School, way: Way, on: date) -> list[HelpLine]:
    """Those that hold today in the school's nation."""
    found = (fact_for(school=school, key=key, on=on) for key in HELP[way])
    return [
        HelpLine(each, each.fact.value)
        for each in found
        if each and each.fact and isinstance(each.fact.value, Contact)
    ]


def next_reading(school: School, today: date) -> date:
    """The next day on which the school works, today included."""
    return next_school_day(today, calendar_of(school, around=today))
