from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from footprint.rulebook.decisions.deadline import (
    add_school_days,
    answer_due,
    due,
    follow_up_on,
    next_school_day,
)
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.policy import Policy, Quote, Value
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import (
    FRIDAY,
    LARKHILL,
    MONDAY,
    NEXT_MONDAY,
    OAKFIELD,
    SATURDAY,
    SILENT,
    clause,
    policy,
    quote_of,
)

OPEN = SchoolCalendar()
EASTER = SchoolCalendar(frozenset(date(2026, 3, 30) + timedelta(days=day) for day in range(12)))

DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
NUMBERS = st.integers(0, 40)


@st.composite
def calendars(draw: st.DrawFn) -> SchoolCalendar:
    """Up to three breaks of up to 50 days each, as schools have them."""
    closed: set[date] = set()
    for first in draw(st.lists(DAYS, max_size=3)):
        length = draw(st.integers(1, 50))
        closed.update(first + timedelta(days=day) for day in range(length))
    return SchoolCalendar(frozenset(closed))


@pytest.mark.parametrize(
    ("start", "days", "calendar", "end"),
    [
        (MONDAY, 0, OPEN, MONDAY),
        (MONDAY, 2, OPEN, date(2026, 3, 4)),
        (FRIDAY, 1, OPEN, NEXT_MONDAY),
        (FRIDAY, 2, OPEN, date(2026, 3, 10)),
        (SATURDAY, 0, OPEN, NEXT_MONDAY),
        (SATURDAY, 1, OPEN, NEXT_MONDAY),
        (date(2028, 2, 28), 1, OPEN, date(2028, 2, 29)),
        (date(2027, 2, 26), 1, OPEN, date(2027, 3, 1)),
        (date(2026, 3, 27), 1, EASTER, date(2026, 4, 13)),
        (date(2026, 3, 27), 3, EASTER, date(2026, 4, 15)),
        (date(2026, 10, 23), 1, OPEN, date(2026, 10, 26)),
        (date(2026, 12, 31), 1, OPEN, date(2027, 1, 1)),
    ],
    ids=[
        "none",
        "in the week",
        "over the weekend",
        "Friday and two",
        "closed day and none",
        "closed day and one",
        "leap day",
        "no leap day",
        "over the break",
        "into the term",
        "clocks go back",
        "new year",
    ],
)
def test_only_school_days_count(
    start: date, days: int, calendar: SchoolCalendar, end: date
) -> None:
    assert add_school_days(start, days, calendar) == end


@given(DAYS, NUMBERS, calendars())
def test_a_deadline_is_never_on_a_closed_day(
    start: date, days: int, calendar: SchoolCalendar
) -> None:
    end = add_school_days(start, days, calendar)

    assert calendar.is_working_day(end)
    assert end.weekday() < 5
    assert end >= start


@given(DAYS, NUMBERS, calendars())
def test_exactly_that_many_school_days_pass(
    start: date, days: int, calendar: SchoolCalendar
) -> None:
    assume(days > 0)
    end = add_school_days(start, days, calendar)

    passed = [start + timedelta(days=day) for day in range(1, (end - start).days + 1)]
    assert sum(calendar.is_working_day(day) for day in passed) == days


@given(DAYS, DAYS, NUMBERS, NUMBERS, calendars())
def test_later_or_longer_is_never_earlier(
    first: date, second: date, few: int, more: int, calendar: SchoolCalendar
) -> None:
    first, second = min(first, second), max(first, second)
    few, more = min(few, more), max(few, more)

    assert add_school_days(first, few, calendar) <= add_school_days(second, few, calendar)
    assert add_school_days(first, few, calendar) <= add_school_days(first, more, calendar)


@given(DAYS, NUMBERS, DAYS, calendars())
def test_another_closed_day_never_brings_a_deadline_forward(
    start: date, days: int, closed: date, calendar: SchoolCalendar
) -> None:
    longer = SchoolCalendar(calendar.closed | {closed})

    assert add_school_days(start, days, calendar) <= add_school_days(start, days, longer)


def test_a_negative_number_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        add_school_days(MONDAY, -1, OPEN)


def test_a_calendar_without_school_days_is_refused_instead_of_running_on() -> None:
    for_ever = SchoolCalendar(frozenset(MONDAY + timedelta(days=day) for day in range(800)))

    with pytest.raises(ValueError, match="no school day"):
        next_school_day(MONDAY, for_ever)


def test_promptly_became_the_number_given_at_adoption() -> None:
    found = due(policy=OAKFIELD, asked_on=FRIDAY, calendar=OPEN)

    assert found.due == date(2026, 3, 10)
    assert found.reason.sentence == (
        "Your policy says “quickly”; your school gave 2 school days at adoption."
    )
    assert found.reason.quote == quote_of(OAKFIELD, ClauseName.DELETION_REQUEST)


def deletion(**values: str | int) -> Policy:
    return policy(clause(ClauseName.DELETION_REQUEST, "A post is to go.", **values))


@pytest.mark.parametrize(
    ("expected", "end"),
    [
        ("within 24 hours", date(2026, 3, 9)),
        ("within 72 hours", date(2026, 3, 9)),
        ("within one school day", date(2026, 3, 9)),
        ("in 3 working days", date(2026, 3, 11)),
        ("in five days", date(2026, 3, 11)),
        ("within a two-week period", date(2026, 3, 20)),
        ("in 1 week", date(2026, 3, 13)),
    ],
)
def test_a_time_in_the_policys_own_words_comes_first(expected: str, end: date) -> None:
    found = due(policy=deletion(expected=expected, days=30), asked_on=FRIDAY, calendar=OPEN)

    assert found.due == end
    assert found.reason.sentence.startswith("Your policy gives the time: ")
    assert found.reason.quote is not None


@pytest.mark.parametrize(
    ("school", "sentence"),
    [
        (
            deletion(expected="promptly"),
            "Your policy says “promptly” and no number; none was given at adoption.",
        ),
        (deletion(), "Your policy does not say by when a post is to be deleted."),
        (SILENT, "Your policy does not say that a post is to be deleted, nor by when."),
    ],
    ids=["no number", "no time", "nothing"],
)
def test_without_a_number_there_is_no_date_and_it_says_why(school: Policy, sentence: str) -> None:
    found = due(policy=school, asked_on=MONDAY, calendar=OPEN)

    assert found.due is None
    assert found.reason.sentence == sentence


def test_one_school_day_is_said_in_words() -> None:
    found = due(policy=deletion(days=1), asked_on=MONDAY, calendar=OPEN)

    assert found.reason.sentence == (
        "Your policy gives no time; your school gave one school day at adoption."
    )


def test_a_number_that_the_document_states_is_the_policys_own() -> None:
    stated = clause(ClauseName.REPUTATION, "We answer in four school days.", monitors=True)
    quote = Quote("We answer in four school days.")
    school = policy(
        type(stated)(stated.name, stated.stated, {"answer_days": Value(4, quote)}, stated.quotes)
    )

    found = answer_due(policy=school, received_on=MONDAY, calendar=OPEN)

    assert found.due == date(2026, 3, 6)
    assert found.reason.sentence == "Your policy gives 4 school days for an answer."
    assert found.reason.quote == quote


@given(DAYS, calendars())
def test_the_school_looks_again_on_the_first_school_day_after(
    day: date, calendar: SchoolCalendar
) -> None:
    found = follow_up_on(due=day, calendar=calendar)

    assert found > day
    assert calendar.is_working_day(found)


def test_larkhills_hours_end_on_a_school_day() -> None:
    assert due(policy=LARKHILL, asked_on=FRIDAY, calendar=OPEN).due == NEXT_MONDAY
