"""
The days on which a school is closed, from bank holidays and its own closures.

A file of its own because decisions need it as a plain value, and the rulebook may read no table.
"""

from datetime import date, timedelta

import holidays

from footprint.rulebook.facts import SchoolCalendar
from footprint.schools.models import Nation, School

SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
YEARS_AHEAD = 2


def bank_holidays_of(school: School, *, around: date) -> SchoolCalendar:
    """The working days of others in its nation, such as the local authority; years as below."""
    years = range(around.year - 1, around.year + YEARS_AHEAD + 1)
    nation = SUBDIVISIONS[Nation(school.nation)]
    return SchoolCalendar(
        closed=frozenset(holidays.country_holidays("GB", subdiv=nation, years=years))
    )


def calendar_of(school: School, *, around: date) -> SchoolCalendar:
    """The school's closed days from the year before `around` to two years after it."""
    closed = set(bank_holidays_of(school, around=around).closed)
    for closure in school.closures.all():
        length = (closure.last_day - closure.first_day).days
        closed.update(closure.first_day + timedelta(days=day) for day in range(length + 1))
    return SchoolCalendar(closed=frozenset(closed))
