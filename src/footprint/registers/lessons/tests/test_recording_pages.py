"""Recording a lesson, planning one, saying that it was taught, correcting it, taking it back."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from footprint.registers.lessons.models import Lesson
from footprint.registers.lessons.tests.factories import make_classes, make_lesson, plan_lesson
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

TODAY = NOW.date()
GRID, RECORD, PLAN = "/lessons/", "/lessons/record/", "/lessons/plan/"


@pytest.fixture(autouse=True)
def _on_that_monday(cast: Cast) -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def teacher(cast: Cast) -> Client:
    return client_of(cast.teacher)


def day(name: str, on: date) -> dict[str, str]:
    return {
        f"{name}_day": str(on.day),
        f"{name}_month": str(on.month),
        f"{name}_year": str(on.year),
    }


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "title": "Kind words travel",
        "strands": ["bullying"],
        "groups": ["4"],
        "taught_by": "Tess Teacher",
        "words": "",
        **day("on", TODAY),
        **changes,
    }


def test_one_tick_is_a_whole_year_group_and_another_the_whole_school(
    cast: Cast, teacher: Client
) -> None:
    make_classes(cast.oakfield)
    labels = text_of(fetch_page(teacher, RECORD))
    assert "The whole school" in labels
    assert "Year 4, the whole year group" in labels
    assert "Year 4: 4 Elm" in labels
    assert "Year 5" not in labels

    response = teacher.post(RECORD, typed(groups=["4", "4:4 Oak"], strands=["bullying", "privacy"]))
    one = Lesson.objects.get()
    assert response["Location"] == f"/lessons/{one.pk}/"
    assert "Year 4" in text_of(fetch_page(teacher, f"/lessons/{one.pk}/"))

    teacher.post(RECORD, typed(groups=["all"]))
    two = Lesson.objects.exclude(pk=one.pk).get()
    assert [group.year_group for group in two.groups.all()] == [3, 4]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Answer the question “What is it called?”"),
        ({"strands": []}, "Tick at least one strand"),
        ({"strands": ["football"]}, "football"),
        ({"groups": []}, "Tick at least one year group or class"),
        ({"groups": ["9"]}, "The classes have changed"),
        ({"taught_by": ""}, "Answer the question “Who taught it?”"),
        (day("on", TODAY + timedelta(days=1)), "must be"),
    ],
)
def test_what_is_missing_is_said(
    cast: Cast, teacher: Client, wrong: dict[str, Any], sentence: str
) -> None:
    make_classes(cast.oakfield)

    page = post_page(teacher, RECORD, typed(**wrong))

    assert sentence in text_of(first(page, ".govuk-error-summary"))
    assert not Lesson.objects.exists()


def test_a_gap_leads_to_a_plan_with_year_and_strand_ticked(cast: Cast, teacher: Client) -> None:
    make_classes(cast.oakfield)

    page = fetch_page(teacher, f"{PLAN}?year=4&strand=privacy")

    ticked = {node.attributes["value"] for node in page.css("input[checked]")}
    assert ticked == {"4", "privacy"}
    past = post_page(teacher, PLAN, typed(**day("on", TODAY - timedelta(days=1))))
    assert "must be" in text_of(first(past, ".govuk-error-summary"))
    teacher.post(PLAN, typed(taught_by="", **day("on", TODAY + timedelta(days=9))))
    assert Lesson.objects.get().state == "planned"


def test_a_plan_whose_day_has_passed_is_asked_about_and_becomes_a_lesson(
    cast: Cast, teacher: Client
) -> None:
    plan = plan_lesson(cast.oakfield, cast.teacher, on=date(2026, 11, 9))
    url = f"/lessons/{plan.pk}/"
    assert "Were these taught?" in text_of(fetch_page(teacher, GRID))
    assert "Was it taught?" in text_of(fetch_page(teacher, url))

    page = fetch_page(teacher, f"{url}taught/")
    assert first(page, "#id_taught_by").attributes["value"] == "Tess Teacher"
    done = {"taught_by": "Tess Teacher", **day("on", date(2026, 11, 10))}
    location = teacher.post(f"{url}taught/", done)["Location"]

    assert "Taught since: 16 November 2026, Tess Teacher." in text_of(fetch_page(teacher, location))
    assert "See what counts now" in text_of(fetch_page(teacher, url))
    assert teacher.get(f"{url}taught/").status_code == 404
    assert teacher.get(f"{location}taught/")["Location"] == location


def test_a_lesson_is_corrected_and_taken_back_with_a_reason(cast: Cast, teacher: Client) -> None:
    make_classes(cast.oakfield)
    lesson = make_lesson(cast.oakfield, cast.teacher, groups=frozenset({(6, "6 Yew")}))
    url = f"/lessons/{lesson.pk}/"

    page = fetch_page(teacher, f"{url}correct/")
    assert "Year 6 6 Yew" in text_of(page)  # a class of another time can stay
    again = post_page(teacher, f"{url}correct/", typed(groups=["3"]))
    assert "Answer the question “What was wrong?”" in text_of(again)
    location = teacher.post(f"{url}correct/", typed(groups=["3"], reason="It was Year 3"))[
        "Location"
    ]
    assert "“It was Year 3”" in text_of(fetch_page(teacher, location))

    fetch_page(teacher, f"{location}withdraw/")
    teacher.post(f"{location}withdraw/", {"reason": "Fire drill"})
    assert not Lesson.objects.current().exists()
    assert "“Fire drill”" in text_of(fetch_page(teacher, location))
    fetch_page(teacher, f"{location}withdraw/", status=404)
