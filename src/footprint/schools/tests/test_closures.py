"""Closed days: add them, remove them, and what deadlines make of them."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.test import Client

from footprint.audit.models import Event
from footprint.schools import actions
from footprint.schools.calendars import calendar_of
from footprint.schools.models import Closure, School
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

LIST = "/schools/closed-days/"
ADD = "/schools/closed-days/add/"
HALF_TERM = {
    "name": "Half term",
    "first_day_day": "15",
    "first_day_month": "2",
    "first_day_year": "2100",
    "last_day_day": "19",
    "last_day_month": "2",
    "last_day_year": "2100",
}


@pytest.fixture
def head(cast: Cast) -> Client:
    return client_of(cast.head)


def add(cast: Cast, school: School | None = None) -> Closure:
    return actions.add_closure(
        school=school or cast.oakfield,
        first_day=date(2026, 11, 20),
        last_day=date(2026, 11, 23),
        name="Training days",
        by=cast.head,
        now=NOW,
    )


def test_a_school_without_closed_days_is_told_what_that_means(cast: Cast, head: Client) -> None:
    assert "deadlines run through the holidays" in text_of(fetch_page(head, LIST))


def test_adding_closed_days(cast: Cast, head: Client) -> None:
    fetch_page(head, ADD)

    assert head.post(ADD, HALF_TERM).headers["Location"] == LIST

    shown = text_of(fetch_page(head, LIST))
    assert "Monday 15 February 2100 to Friday 19 February 2100" in shown
    closure = Closure.objects.get()
    assert Event.objects.get().target == f"closure:{closure.pk}"


def test_a_single_day_needs_no_last_day(cast: Cast, head: Client) -> None:
    head.post(ADD, {name: value for name, value in HALF_TERM.items() if "last" not in name})

    closure = Closure.objects.get()
    assert closure.first_day == closure.last_day == date(2100, 2, 15)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"last_day_day": "14"}, "The last day must be on or after the first day"),
        ({"last_day_day": "30"}, "must be a real date"),
        ({"name": ""}, "Enter what it is"),
        ({"first_day_month": "", "first_day_day": "", "first_day_year": ""}, "Enter the first day"),
    ],
)
def test_what_is_wrong_is_said(
    cast: Cast, head: Client, change: dict[str, str], sentence: str
) -> None:
    assert sentence in text_of(post_page(head, ADD, {**HALF_TERM, **change}))
    assert Closure.objects.count() == 0


def test_deadlines_step_over_closed_days(cast: Cast) -> None:
    add(cast)

    closed = calendar_of(cast.oakfield, around=date(2026, 11, 16)).closed

    assert {date(2026, 11, day) for day in (20, 21, 22, 23)} <= closed
    assert date(2026, 11, 24) not in closed


def test_removing_asks_first(cast: Cast, head: Client) -> None:
    closure = add(cast)
    url = f"/schools/closed-days/{closure.pk}/remove/"

    assert "20 November 2026 to 23 November 2026" in text_of(fetch_page(head, url))
    assert Closure.objects.exists()
    head.post(url)

    assert not Closure.objects.exists()
    assert Event.objects.filter(action="schools.closure_removed").count() == 1
    fetch_page(head, url, status=404)


def test_the_database_refuses_an_end_before_the_beginning(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        Closure.objects.create(
            school=cast.oakfield, first_day=date(2026, 5, 2), last_day=date(2026, 5, 1), name="x"
        )


def test_who_may_not_change_listening_only_looks(cast: Cast) -> None:
    closure = add(cast)
    office = client_of(cast.office)

    assert not fetch_page(office, LIST).css(f'[href="{ADD}"], [href$="/remove/"]')
    assert office.post(ADD, HALF_TERM).status_code == 404
    assert office.post(f"/schools/closed-days/{closure.pk}/remove/").status_code == 404
    fetch_page(client_of(cast.teacher), LIST, status=404)
    assert list(Closure.objects.all()) == [closure]


def test_a_stranger_sees_and_removes_nothing(cast: Cast) -> None:
    closure = add(cast)
    stranger = client_of(cast.stranger)

    assert "Training days" not in text_of(fetch_page(stranger, LIST))
    assert stranger.post(f"/schools/closed-days/{closure.pk}/remove/").status_code == 404
    assert Closure.objects.exists()
