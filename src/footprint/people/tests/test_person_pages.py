"""One person on a page: only the fields of their part, and never a private profile."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.rulebook.terms import Audience
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


# --- one person ---


def test_a_person_is_added_with_only_the_fields_of_their_part(cast: Cast, office: Client) -> None:
    assert "What are they here?" in text_of(fetch_page(office, "/people/add/"))
    pupil = fetch_page(office, "/people/add/?part=pupil")
    names = {str(node.attributes.get("name")) for node in pupil.css("main input, main select")}
    assert {"given_name", "born_on_day", "year_group"} <= names
    assert not {"phone", "account"} & names
    staff = fetch_page(office, "/people/add/?part=staff")
    names = {str(node.attributes.get("name")) for node in staff.css("main input, main select")}
    assert {"phone", "account"} <= names
    assert not {"born_on_day", "year_group"} & names

    response = office.post(
        "/people/add/?part=staff",
        {"given_name": "Tess", "family_name": "Teacher", "account": cast.teacher.pk},
    )
    tess = Person.objects.get()
    assert response["Location"] == url("show_person", tess.pk)
    assert tess.user == cast.teacher
    assert "teacher@oakfield.example" in text_of(fetch_page(office, response["Location"]))


def test_no_page_asks_for_a_private_profile(cast: Cast, office: Client) -> None:
    """Names of platforms, handles and profiles have no field anywhere in this room."""
    for part in Audience:
        page = fetch_page(office, f"/people/add/?part={part}")
        fields = {
            str(node.attributes.get("name"))
            for node in page.css("main input, main select, main textarea")
        }
        assert fields <= {
            "csrfmiddlewaretoken", "given_name", "family_name", "known_as", "year_group",
            "class_name", "born_on_day", "born_on_month", "born_on_year", "email", "phone",
            "external_id", "joined_on_day", "joined_on_month", "joined_on_year", "account",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"given_name": ""}, "Enter first name"),
        ({"external_id": "P1"}, "Somebody else in the register has this key"),
        (day("born_on", TODAY + timedelta(days=1)), "date of birth"),
        ({"email": "x"}, "email address in the correct format"),
    ],
)
def test_what_is_wrong_with_a_person_is_said(
    cast: Cast, office: Client, change: dict[str, str], sentence: str
) -> None:
    make_person(cast.oakfield, external_id="P1")
    data: dict[str, object] = {"given_name": "Wilf", "family_name": "Hart", **change}
    page = text_of(post_page(office, "/people/add/?part=pupil", data))
    assert sentence.casefold() in page.casefold()
    assert Person.objects.count() == 1


def test_a_person_is_changed(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, class_name="3B")
    data = {"given_name": "Tolly", "family_name": "Hart", "class_name": "4B", "year_group": "4"}
    assert office.post(url("change_person", person.pk), data).status_code == 302
    person.refresh_from_db()
    assert (person.family_name, person.class_name, person.year_group) == ("Hart", "4B", 4)


def test_nobody_unlinks_their_own_account(cast: Cast, office: Client) -> None:
    me = make_person(cast.oakfield, Audience.STAFF, user=cast.office)
    data: dict[str, object] = {"given_name": "Olive", "family_name": "Office", "account": ""}
    page = text_of(post_page(office, url("change_person", me.pk), data))
    assert "Ask somebody else" in page
    me.refresh_from_db()
    assert me.user == cast.office


def test_parts_are_added_and_ended(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, Audience.PARENT)
    data = {"audience": "governor", **day("since", TODAY)}
    office.post(url("give_part", person.pk), data)
    assert "Governor, since 16 November 2026" in text_of(
        fetch_page(office, url("show_person", person.pk))
    )
    for audience, left in (("governor", 1), ("parent", 1)):
        part = person.parts.get(audience=audience)
        office.post(url("end_part", part.pk), day("until", TODAY))
        assert person.parts.current().count() == left
    only = person.parts.get(audience="parent")
    page = text_of(post_page(office, url("end_part", only.pk), dict(day("until", TODAY))))
    assert "Record that they leave instead" in page
