"""When a school is reminded that its policy is due for review."""

from datetime import date

import pytest

from footprint.rulebook.decisions.review import review_stage, term_of

REVIEW = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("on", "stage"),
    [
        (date(2026, 9, 20), None),
        (date(2026, 9, 21), "60"),
        (date(2026, 10, 20), "60"),
        (date(2026, 10, 21), "30"),
        (date(2026, 11, 19), "30"),
        (date(2026, 11, 20), "0"),
        (date(2026, 12, 31), "0"),  # once in the term in which it was due is enough
        (date(2027, 1, 1), "overdue-2027-spring"),
        (date(2027, 4, 30), "overdue-2027-spring"),
        (date(2027, 5, 1), "overdue-2027-summer"),
        (date(2027, 9, 1), "overdue-2027-autumn"),
        (date(2027, 11, 20), "overdue-2027-autumn"),
    ],
)
def test_the_stage_on_a_day(on: date, stage: str | None) -> None:
    assert review_stage(review_on=REVIEW, on=on) == stage


def test_without_a_review_date_nobody_is_reminded() -> None:
    assert review_stage(review_on=None, on=REVIEW) is None


def test_the_days_ahead_may_lie_in_another_term_or_year() -> None:
    assert review_stage(review_on=date(2027, 1, 10), on=date(2026, 12, 20)) == "30"


def test_terms_meet_without_a_gap() -> None:
    terms = [term_of(date(2026, month, 1)) for month in range(1, 13)]

    assert terms == ["2026-spring"] * 4 + ["2026-summer"] * 4 + ["2026-autumn"] * 4
