"""
When is a period over that guidance, law or a helpline gives?

Which period it is comes from the guidance pack, or is the school's own, and is handed in: no number
stands here. A period in a policy's own words is another question: see `deadline`.
"""

from datetime import date, timedelta
from enum import StrEnum
from math import ceil

from footprint.rulebook.decisions.deadline import add_school_days, next_school_day
from footprint.rulebook.facts import SchoolCalendar

_HOURS_A_DAY = 24


class PeriodUnit(StrEnum):
    """What a period is counted in. Months and years are no clocks of an incident."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working_days"  # of the authority: it works while the school is on holiday
    SCHOOL_DAYS = "school_days"


def period_over_on(
    *,
    began_on: date,
    number: int,
    unit: PeriodUnit,
    school_days: SchoolCalendar,
    working_days: SchoolCalendar,
) -> date:
    """
    The day on which the period is over and the school can act.

    Hours and plain days run through weekends and end on a school day, because nobody can look
    before then. Working days do not wait for the school.

    Raises:
        ValueError: the number is negative, or a calendar has no working day within a year.
    """
    if unit is PeriodUnit.WORKING_DAYS:
        return add_school_days(began_on, number, working_days)
    if unit is PeriodUnit.SCHOOL_DAYS:
        return add_school_days(began_on, number, school_days)
    if number < 0:
        raise ValueError("A period cannot be negative.")
    days = ceil(number / _HOURS_A_DAY) if unit is PeriodUnit.HOURS else number
    return next_school_day(began_on + timedelta(days=days), school_days)
