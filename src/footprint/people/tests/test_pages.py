"""The register's pages: who may open them, what they show, what they say."""

import csv
import io
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from footprint.people import actions
from footprint.people.models import FamilyLink, Part, Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.people.tests.files import PUPILS, confirm, take_in
from footprint.rulebook.terms import Audience
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

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


# --- who may ---

MAY_READ = {"head", "dsl", "deputy", "office"}
EVERYBODY = (
    "head", "dsl", "deputy", "office", "keeper", "teacher", "governor", "chair", "trust_lead",
)  # fmt: skip


def addresses(cast: Cast) -> dict[str, str]:
    """One of every page about Oakfield."""
    pupil, gone = make_person(cast.oakfield), make_person(cast.oakfield, left_on=TODAY)
    parent = make_parent(of=pupil)
    part = actions.give_part(
        person=parent, audience=Audience.GOVERNOR, since=None, by=cast.head, now=NOW
    )
    leaver = make_person(cast.oakfield)
    leaving = actions.record_leaving(person=leaver, on=TODAY, by=cast.head, now=NOW)
    waiting = confirm(cast, take_in(cast, PUPILS))
    fresh = take_in(cast, PUPILS.replace("UPN", "Number"))
    link = FamilyLink.objects.get()
    return {
        "list": LIST,
        "export": "/people/export/csv/",
        "show": url("show_person", pupil.pk),
        "add": "/people/add/?part=pupil",
        "change": url("change_person", pupil.pk),
        "give": url("give_part", pupil.pk),
        "end": url("end_part", part.pk),
        "link": url("link_family", pupil.pk),
        "change link": url("change_link", link.pk),
        "unlink": url("unlink_family", link.pk),
        "leaving": url("record_leaving", pupil.pk),
        "undo": url("undo_leaving", leaving.pk),
        "return": url("record_return", gone.pk),
        "classes": "/people/classes/",
        "imports": "/people/imports/",
        "upload": "/people/imports/add/",
        "columns": url("choose_columns", fresh.pk),
        "preview": url("preview_import", waiting.pk),
        "set aside": url("set_import_aside", waiting.pk),
    }


@pytest.mark.parametrize("who", EVERYBODY)
def test_only_those_who_keep_the_register_open_it(cast: Cast, who: str) -> None:
    client = client_of(getattr(cast, who))
    expected = 200 if who in MAY_READ else 404
    found = {name: client.get(each).status_code for name, each in addresses(cast).items()}
    assert set(found.values()) == {expected}, found


def test_another_schools_head_finds_nothing(cast: Cast) -> None:
    client = client_of(cast.stranger)
    for name, each in addresses(cast).items():
        response = client.get(each)
        if name in ("list", "export", "add", "classes", "imports", "upload"):
            assert b"Applegarth" not in response.content, name
        else:
            assert response.status_code == 404, name


def test_another_schools_head_changes_nothing(cast: Cast) -> None:
    client = client_of(cast.stranger)
    before = [list(model.objects.values()) for model in (Person, Part, FamilyLink)]
    for name, each in addresses(cast).items():
        if name not in ("list", "export", "add", "classes", "imports", "upload"):
            before = [list(model.objects.values()) for model in (Person, Part, FamilyLink)]
            assert client.post(each, {"reason": "x"}).status_code == 404, name
    assert before == [list(model.objects.values()) for model in (Person, Part, FamilyLink)]


def test_without_a_second_factor_the_register_stays_shut(cast: Cast) -> None:
    client = client_of(cast.office, second_factor=False)
    assert client.get(LIST)["Location"] == reverse("users:need_second_factor")


# --- the list ---


def test_an_empty_register_says_what_to_do_first(office: Client) -> None:
    assert "Bring in the pupils first" in text_of(fetch_page(office, LIST))


def test_tabs_count_and_show_their_part_and_nobody_elses(cast: Cast, office: Client) -> None:
    cast.oakfield.governors_word = "LCMs"
    cast.oakfield.save()
    make_person(cast.oakfield, given_name="Tolly", class_name="3B", year_group=3)
    make_person(cast.oakfield, Audience.GOVERNOR, given_name="Gwen")
    make_person(cast.oakfield, Audience.STAFF, given_name="Gone", left_on=TODAY)
    make_person(cast.riverside, given_name="Sol")

    pupils = text_of(fetch_page(office, LIST))
    assert "Tolly" in pupils
    assert "Year 3" in pupils
    assert "LCMs (1)" in pupils
    assert "Staff (0)" in pupils
    assert not {"Gwen", "Gone", "Sol"} & set(pupils.replace(",", "").split())
    assert "Gwen" in text_of(fetch_page(office, f"{LIST}?part=governor"))
    assert "Gone" in text_of(fetch_page(office, f"{LIST}?part=left"))
    assert "Tolly" in text_of(fetch_page(office, f"{LIST}?part=nonsense"))


@pytest.mark.parametrize(
    ("words", "found"), [("tol app", True), ("3b", True), ("zz", False), ("%", False)]
)
def test_the_list_filters_by_name_and_class(
    cast: Cast, office: Client, words: str, found: bool
) -> None:
    make_person(cast.oakfield, given_name="Tolly", class_name="3B")
    page = text_of(fetch_page(office, f"{LIST}?words={words.replace('%', '%25')}"))
    assert ("Applegarth" in page) is found


@pytest.mark.parametrize("part", ["pupil", "parent", "everybody", "left"])
def test_the_list_asks_as_much_of_the_database_for_hundreds_as_for_one(
    cast: Cast,
    office: Client,
    part: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    left = TODAY if part == "left" else None
    for _ in range(60):
        make_parent(of=make_person(cast.oakfield, left_on=left), left_on=left)
    office.get(LIST)
    with django_assert_max_num_queries(20):
        fetch_page(office, f"{LIST}?part={part}")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_list_is_saved_as_a_file(cast: Cast, office: Client, form: str) -> None:
    make_person(cast.oakfield, given_name="=Tolly", class_name="3B")
    response = office.get(f"/people/export/{form}/?part=pupil")
    assert response.status_code == 200
    if form == "csv":
        (row,) = csv.DictReader(io.StringIO(response.content.decode("utf-8-sig")))
        assert (row["First name"], row["Class"], row["Parts"]) == ("'=Tolly", "3B", "Pupil")
