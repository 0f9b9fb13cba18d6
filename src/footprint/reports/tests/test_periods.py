"""The days of a report, and the form that chooses them."""

from datetime import date

import pytest
from django.http import QueryDict

from footprint.reports.forms import PeriodForm
from footprint.reports.periods import Period, period_of

TODAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("today", "began"),
    [
        (date(2026, 9, 1), date(2026, 9, 1)),
        (date(2026, 12, 31), date(2026, 9, 1)),
        (date(2027, 1, 1), date(2027, 1, 1)),
        (date(2027, 4, 15), date(2027, 1, 1)),
        (date(2027, 4, 16), date(2027, 4, 16)),
        (date(2027, 8, 31), date(2027, 4, 16)),
    ],
)
def test_a_term_begins_on_its_day(today: date, began: date) -> None:
    assert period_of("term", today=today) == Period(began, today)


@pytest.mark.parametrize(
    ("span", "first"), [("30", date(2026, 10, 18)), ("365", date(2025, 11, 17))]
)
def test_the_last_days_include_today(span: str, first: date) -> None:
    assert period_of(span, today=TODAY) == Period(first, TODAY)


def form(query: str) -> PeriodForm:
    return PeriodForm(QueryDict(query), today=TODAY)


OWN = "span=own&first_day=1&first_month=9&first_year=2026"


def test_without_a_word_it_is_this_term() -> None:
    assert form("").period() == Period(date(2026, 9, 1), TODAY)
    assert not form("").is_bound


def test_two_days_of_ones_own() -> None:
    query = f"{OWN}&last_day=30&last_month=9&last_year=2026"
    assert form(query).period() == Period(date(2026, 9, 1), date(2026, 9, 30))


@pytest.mark.parametrize(
    ("query", "field", "sentence"),
    [
        (OWN, "last", "Enter the last day"),
        (f"{OWN}&last_day=31&last_month=8&last_year=2026", "last", "must not be before"),
        (f"{OWN}&last_day=17&last_month=11&last_year=2026", "last", "on or before"),
        (f"{OWN}&last_day=31&last_month=9&last_year=2026", "last", "real date"),
        ("span=forever", "span", "Select"),
    ],
)
def test_bad_days_are_told_and_the_term_is_shown(query: str, field: str, sentence: str) -> None:
    found = form(query)

    assert found.period() == Period(date(2026, 9, 1), TODAY)
    assert sentence in str(found.errors[field])
