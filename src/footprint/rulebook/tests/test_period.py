"""Periods of the guidance pack, counted from a day."""

from datetime import date

import pytest

from footprint.rulebook.decisions.period import PeriodUnit, period_over_on
from footprint.rulebook.facts import SchoolCalendar

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)
WORKS = SchoolCalendar()
HALF_TERM = SchoolCalendar(frozenset(date(2026, 3, day) for day in range(9, 14)))


def over(began_on: date, number: int, unit: PeriodUnit, closed: SchoolCalendar = WORKS) -> date:
    return period_over_on(
        began_on=began_on, number=number, unit=unit, school_days=closed, working_days=WORKS
    )


@pytest.mark.parametrize(
    ("began_on", "number", "unit", "end"),
    [
        (MONDAY, 48, PeriodUnit.HOURS, date(2026, 3, 4)),
        (MONDAY, 49, PeriodUnit.HOURS, date(2026, 3, 5)),
        (FRIDAY, 24, PeriodUnit.HOURS, date(2026, 3, 9)),  # nobody looks on a Saturday
        (MONDAY, 7, PeriodUnit.DAYS, date(2026, 3, 9)),
        (FRIDAY, 1, PeriodUnit.WORKING_DAYS, date(2026, 3, 9)),
        (FRIDAY, 1, PeriodUnit.SCHOOL_DAYS, date(2026, 3, 9)),
        (MONDAY, 0, PeriodUnit.HOURS, MONDAY),
    ],
)
def test_when_it_is_over(began_on: date, number: int, unit: PeriodUnit, end: date) -> None:
    assert over(began_on, number, unit) == end


def test_an_authority_works_while_the_school_is_closed() -> None:
    assert over(FRIDAY, 1, PeriodUnit.WORKING_DAYS, HALF_TERM) == date(2026, 3, 9)
    assert over(FRIDAY, 1, PeriodUnit.SCHOOL_DAYS, HALF_TERM) == date(2026, 3, 16)
    assert over(FRIDAY, 24, PeriodUnit.HOURS, HALF_TERM) == date(2026, 3, 16)


@pytest.mark.parametrize("unit", PeriodUnit)
def test_nothing_is_over_before_it_began(unit: PeriodUnit) -> None:
    with pytest.raises(ValueError, match="negative"):
        over(MONDAY, -1, unit)
