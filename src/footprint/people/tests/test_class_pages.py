"""Whole classes moved up, after a preview."""

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from footprint.people import actions
from footprint.people.forms.moving import Group
from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

LIST = "/people/"
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _on_a_monday() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office(cast: Cast) -> Client:
    return client_of(cast.office)


def url(name: str, pk: int) -> str:
    return reverse(f"people:{name}", args=[pk])


def day(name: str, value: Any) -> dict[str, str]:
    return {
        f"{name}_day": str(value.day),
        f"{name}_month": str(value.month),
        f"{name}_year": str(value.year),
    }


# --- classes ---


def a_school_of_classes(cast: Cast) -> None:
    for year, name in ((3, "3B"), (3, "3B"), (4, "4B"), (6, "Owls")):
        make_person(cast.oakfield, year_group=year, class_name=name)


def test_classes_move_up_only_after_a_preview(cast: Cast, office: Client) -> None:
    a_school_of_classes(cast)
    page = fetch_page(office, "/people/classes/")
    assert page.css_first('input[name="class0"]').attributes["value"] == "4B"  # type: ignore[union-attr]
    data: dict[str, object] = {
        "what0": "up", "class0": "4B", "pupils0": "2",
        "what1": "up", "class1": "5B", "pupils1": "1",
        "what2": "leave", "class2": "", "pupils2": "1",
        **day("leaves_on", TODAY),
    }  # fmt: skip

    preview = post_page(office, "/people/classes/", data)
    assert "Year 3, 3B (2): moves to Year 4, 4B" in text_of(preview)
    assert "Year 6, Owls (1): leaves the school" in text_of(preview)
    assert Person.objects.filter(class_name="3B").count() == 2

    sure = preview.css_first("button[name=sure]")
    assert sure is not None
    changed = {**data, "class0": "4X", "sure": sure.attributes["value"]}
    assert "moves to Year 4, 4X" in text_of(post_page(office, "/people/classes/", changed))
    assert Person.objects.filter(class_name="3B").count() == 2

    office.post("/people/classes/", {**data, "sure": sure.attributes["value"]})
    here = Person.objects.present(TODAY)
    assert sorted(here.values_list("year_group", "class_name")) == [(4, "4B"), (4, "4B"), (5, "5B")]
    assert Person.objects.left(TODAY).get().class_name == "Owls"


@pytest.mark.parametrize(
    ("year", "name", "after"),
    [
        (3, "3B", "4B"), (0, "RA", "1A"), (-1, "N1", "R1"), (0, "Robins", "Robins"),
        (3, "Owls", "Owls"), (3, "33", "33"), (9, "9X", "10X"), (3, "", ""), (None, "3B", "3B"),
    ],
)  # fmt: skip
def test_the_name_of_a_class_after_going_up_is_proposed(
    year: int | None, name: str, after: str
) -> None:
    assert Group(year, name, 1).class_after == after


def test_a_class_that_changed_since_the_preview_is_not_moved(cast: Cast) -> None:
    a_school_of_classes(cast)
    move = actions.Move(3, "3B", pupils=1, to_year=4, to_class="4B")
    with pytest.raises(actions.ClassChanged):
        actions.move_classes(school=cast.oakfield, moves=[move], by=cast.office, now=NOW)
    assert Person.objects.filter(class_name="3B").count() == 2


def test_leavers_need_a_day(cast: Cast, office: Client) -> None:
    a_school_of_classes(cast)
    data: dict[str, object] = {"what0": "stay", "what1": "stay", "what2": "leave"}
    page = text_of(post_page(office, "/people/classes/", data))
    assert "Enter the day from which the leavers are not here" in page
