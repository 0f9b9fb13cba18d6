"""When a channel is to be looked at, how a check stands, who is told of one not done."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.rulebook.decisions.channel_check import (
    DONE,
    CheckEvery,
    CheckResult,
    Plan,
    Standing,
    Told,
    due_days,
    standing,
    told_on,
)
from footprint.rulebook.facts import SchoolCalendar

MONDAY = date(2026, 11, 2)
TUESDAY, WEDNESDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 4))
NEXT = MONDAY + timedelta(days=7)
OPEN = SchoolCalendar()


def closed(*days: date) -> SchoolCalendar:
    return SchoolCalendar(closed=frozenset(days))


HALF_TERM = closed(*(NEXT + timedelta(days=days) for days in range(5)))


def days(
    every: CheckEvery,
    *,
    weekday: int = 0,
    calendar: SchoolCalendar = OPEN,
    last: date = date(2026, 11, 30),
    ends: date | None = None,
) -> list[int]:
    plan = Plan(every, weekday, MONDAY, ends)
    found = due_days(plan=plan, first=MONDAY, last=last, calendar=calendar)
    return [day.day for day in found]


@pytest.mark.parametrize(
    ("every", "weekday", "calendar", "expected"),
    [
        (CheckEvery.WEEK, 0, OPEN, [2, 9, 16, 23, 30]),
        (CheckEvery.WEEK, 4, OPEN, [6, 13, 20, 27]),
        (CheckEvery.WEEK, 0, closed(MONDAY), [3, 9, 16, 23, 30]),
        (CheckEvery.WEEK, 4, closed(FRIDAY), [5, 13, 20, 27]),
        (CheckEvery.WEEK, 0, HALF_TERM, [2, 16, 23, 30]),
        (CheckEvery.FORTNIGHT, 0, OPEN, [2, 16, 30]),
        (CheckEvery.FORTNIGHT, 2, OPEN, [4, 18]),
        (CheckEvery.MONTH, 0, OPEN, [2]),
        (CheckEvery.MONTH, 3, OPEN, [5]),
        (CheckEvery.MONTH, 0, closed(MONDAY), [3]),
    ],
)
def test_on_which_days_of_november_a_check_is_due(
    every: CheckEvery, weekday: int, calendar: SchoolCalendar, expected: list[int]
) -> None:
    assert days(every, weekday=weekday, calendar=calendar) == expected


def test_every_school_day_leaves_out_weekends_and_closed_days() -> None:
    last = MONDAY + timedelta(days=8)
    assert days(CheckEvery.SCHOOL_DAY, calendar=closed(WEDNESDAY), last=last) == [2, 3, 5, 6, 9, 10]


def test_nothing_is_due_before_it_begins_or_once_it_has_ended() -> None:
    assert days(CheckEvery.WEEK, ends=date(2026, 11, 16)) == [2, 9]
    plan = Plan(CheckEvery.WEEK, 0, date(2026, 11, 10))
    found = due_days(plan=plan, first=MONDAY, last=date(2026, 11, 30), calendar=OPEN)
    assert [day.day for day in found] == [16, 23, 30]


def test_a_month_without_school_has_no_check() -> None:
    august = [date(2026, 8, 1) + timedelta(days=number) for number in range(31)]
    plan = Plan(CheckEvery.MONTH, 0, date(2026, 7, 1))
    found = due_days(
        plan=plan, first=date(2026, 7, 1), last=date(2026, 9, 30), calendar=closed(*august)
    )
    assert [day.month for day in found] == [7, 9]


@given(
    every=st.sampled_from(CheckEvery),
    weekday=st.integers(0, 4),
    begins=st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    length=st.integers(0, 90),
    shut=st.frozensets(st.dates(date(2026, 1, 1), date(2026, 6, 1)), max_size=30),
    cut=st.integers(0, 90),
)
def test_a_stretch_of_days_gives_the_same_in_one_piece_and_in_two(
    every: CheckEvery, weekday: int, begins: date, length: int, shut: frozenset[date], cut: int
) -> None:
    """The job asks from where it stopped: nothing may be due twice or be left out."""
    plan, calendar = Plan(every, weekday, begins), SchoolCalendar(closed=shut)
    last = begins + timedelta(days=length)
    middle = begins + timedelta(days=min(cut, length))

    def ask(first: date, to: date) -> tuple[date, ...]:
        return due_days(plan=plan, first=first, last=to, calendar=calendar)

    whole = ask(begins, last)
    assert whole == ask(begins, middle) + ask(middle + timedelta(days=1), last)
    assert all(calendar.is_working_day(day) for day in whole)


@pytest.mark.parametrize(
    ("done_on", "next_due", "on", "expected"),
    [
        (None, None, MONDAY - timedelta(days=1), Standing.COMING),
        (None, None, MONDAY, Standing.DUE),
        (None, None, TUESDAY, Standing.LATE),
        (None, NEXT, NEXT - timedelta(days=1), Standing.LATE),
        (None, NEXT, NEXT, Standing.MISSED),
        (MONDAY, NEXT, NEXT, Standing.DONE),
        (TUESDAY, NEXT, NEXT, Standing.DONE_LATE),
        (MONDAY - timedelta(days=1), None, MONDAY, Standing.DONE),
    ],
)
def test_how_a_check_of_monday_stands(
    done_on: date | None, next_due: date | None, on: date, expected: Standing
) -> None:
    assert standing(due_on=MONDAY, done_on=done_on, next_due=next_due, on=on) is expected


@pytest.mark.parametrize(
    ("due_on", "calendar", "standin", "leads"),
    [
        (MONDAY, OPEN, TUESDAY, WEDNESDAY),
        (FRIDAY, OPEN, NEXT, NEXT + timedelta(days=1)),
        (FRIDAY, HALF_TERM, NEXT + timedelta(days=7), NEXT + timedelta(days=8)),
        (MONDAY, closed(TUESDAY), WEDNESDAY, WEDNESDAY + timedelta(days=1)),
    ],
)
def test_first_the_standin_is_told_then_the_leads_on_school_days(
    due_on: date, calendar: SchoolCalendar, standin: date, leads: date
) -> None:
    assert told_on(due_on=due_on, calendar=calendar) == {Told.STANDIN: standin, Told.LEADS: leads}


def test_who_could_not_look_has_not_looked() -> None:
    assert set(CheckResult) - DONE == {CheckResult.COULD_NOT_LOOK}
