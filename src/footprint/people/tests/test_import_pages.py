"""The pages of an import: from the upload to what became of it."""

from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from footprint.people.models import ImportState, PeopleImport, Person
from footprint.people.tests.factories import make_person
from footprint.people.tests.files import PUPILS, SCHOOL, import_file, members, zipped
from footprint.rulebook.terms import Audience
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, parse_page, post_page, text_of

ADD = "/people/imports/add/"
LIST = "/people/imports/"


@pytest.fixture(autouse=True)
def _on_a_monday() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office(cast: Cast) -> Client:
    return client_of(cast.office)


def upload(client: Client, data: str | bytes, name: str = "pupils.csv") -> Any:
    raw = data.encode() if isinstance(data, str) else data
    return client.post(ADD, {"file": SimpleUploadedFile(name, raw)})


def page_of(name: str) -> str:
    return reverse(f"people:{name}", args=[PeopleImport.objects.latest("pk").pk])


def confirm(client: Client) -> str:
    """Send the page of columns as it comes; returns where it leads."""
    page = fetch_page(client, page_of("choose_columns"))
    data: dict[str, str] = {}
    for select in page.css("main select"):
        chosen = select.css_first("option[selected]")
        data[str(select.attributes["name"])] = str(chosen.attributes["value"] if chosen else "")
    checked = page.css_first("input[name=audience][checked]")
    data["audience"] = str(checked.attributes["value"] if checked else "")
    return str(client.post(page_of("choose_columns"), data)["Location"])


def write(client: Client, **data: Any) -> Any:
    seen = first(fetch_page(client, page_of("preview_import")), "input[name=seen]")
    return client.post(page_of("preview_import"), {"seen": seen.attributes["value"], **data})


def test_the_whole_way_from_upload_to_register(cast: Cast, office: Client) -> None:
    assert "No file was put in yet" in text_of(fetch_page(office, LIST))
    assert upload(office, PUPILS)["Location"] == page_of("choose_columns")
    page = text_of(fetch_page(office, page_of("choose_columns")))
    assert "“04/05/2018”, “12/09/2020”, “30/01/2016”" in page
    assert confirm(office) == page_of("preview_import")

    preview = text_of(fetch_page(office, page_of("preview_import")))
    assert "Pupil, Year 3, 3B" in preview
    assert "2 family links are added or changed" in preview
    assert not Person.objects.exists()

    assert write(office)["Location"] == page_of("show_import")
    assert Person.objects.count() == 4
    done = text_of(fetch_page(office, page_of("show_import")))
    assert "Joined 4" in done
    assert "Written to the register" in text_of(fetch_page(office, LIST))


def test_the_next_file_with_these_headings_goes_straight_to_the_preview(
    cast: Cast, office: Client
) -> None:
    upload(office, PUPILS)
    confirm(office)
    assert upload(office, PUPILS)["Location"] == page_of("preview_import")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"\xff\xfeZ", "Line 1 of this file is damaged"),
        (b'Name,Class\n"Tolly,3B\n', "opened on line 2 is not closed"),
        (b"%PDF-1.7", "This is a PDF, not a CSV file"),
        (zipped({"readme.txt": "x"}), "no OneRoster export"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_on_the_page(
    cast: Cast, office: Client, data: bytes, sentence: str
) -> None:
    assert sentence in text_of(parse_page(upload(office, data)))
    assert not PeopleImport.objects.exists()


def test_every_problem_is_named_and_the_rest_goes_on_only_if_somebody_says_so(
    cast: Cast, office: Client
) -> None:
    upload(office, PUPILS + "P4,,Nameless,32/01/2017,4,4A,,,,\nP5,Fern,Cobb,01/01/2017,44,4A,,,,\n")
    confirm(office)
    preview = text_of(fetch_page(office, page_of("preview_import")))
    assert "Row 5: the first name is missing" in preview
    assert "Row 6: the year group “44” is unknown" in preview

    assert "Tick that you go on without these rows" in text_of(parse_page(write(office)))
    assert not Person.objects.exists()
    write(office, without_the_rest="on")
    assert Person.objects.count() == 4
    assert "Row 5: the first name is missing" in text_of(fetch_page(office, page_of("show_import")))


def test_columns_are_chosen_by_hand(cast: Cast, office: Client) -> None:
    upload(office, "Vorname,Nachname,Klasse\nTolly,Applegarth,3B\n")
    data: dict[str, object] = {"column0": "given_name", "column2": "class_name"}
    page = text_of(post_page(office, page_of("choose_columns"), data))
    assert "Say which columns hold the first name and the family name" in page
    assert "Select who is in this file" in page
    twice: dict[str, object] = {**data, "column1": "given_name", "audience": "pupil"}
    assert "Two columns hold “First name”" in text_of(
        post_page(office, page_of("choose_columns"), twice)
    )
    office.post(page_of("choose_columns"), {**twice, "column1": "family_name"})
    write(office)
    assert Person.objects.get().class_name == "3B"


def test_questions_are_answered_one_by_one_or_all_at_once(cast: Cast, office: Client) -> None:
    for name in ("Tolly", "Wilf"):
        make_person(cast.oakfield, given_name=name, family_name="Hart")
    upload(office, "Forename,Surname,Year\nTolly,Hart,3\nWilf,Hart,1\n")
    confirm(office)
    asked = fetch_page(office, page_of("preview_import"))
    assert "Row 2, Tolly Hart: is it one of these?" in text_of(asked)
    office.post(page_of("answer_questions"), {"answer0": "new"})
    assert "Tolly Hart: is it" not in text_of(fetch_page(office, page_of("preview_import")))
    office.post(page_of("answer_questions"), {"all": "yes"})
    write(office)
    assert Person.objects.count() == 3
    assert Person.objects.get(given_name="Wilf").year_group == 1


@pytest.mark.parametrize(
    ("answer", "left"), [("nobody", 0), ("ticked", 1), ("everybody", 2), (None, 0)]
)
def test_who_is_missing_leaves_only_as_somebody_says(
    cast: Cast, office: Client, answer: str | None, left: int
) -> None:
    import_file(cast, PUPILS)
    wilf = Person.objects.get(given_name="Wilf")
    upload(office, "UPN,Forename,Surname,DOB\nP1,Tolly,Applegarth,04/05/2018\n")
    confirm(office)
    page = text_of(fetch_page(office, page_of("preview_import")))
    assert "2 people of the register are not in this file" in page
    write(office, ticked=[wilf.pk], **({"missing": answer} if answer else {}))
    assert Person.objects.left(NOW.date()).count() == left


def test_more_missing_than_anybody_ticks_are_listed_all_the_same(
    cast: Cast, office: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("footprint.people.forms.importing.MOST_TICKED", 1)
    import_file(cast, PUPILS)
    upload(office, "UPN,Forename,Surname,DOB\nP1,Tolly,Applegarth,04/05/2018\n")
    confirm(office)
    page = fetch_page(office, page_of("preview_import"))
    listed = text_of(first(page, "details:last-of-type"))
    assert "Wilf Applegarth" in listed
    assert "Odette Brambley" in listed
    assert "More people are missing from this file than are in it" in text_of(page)
    assert not page.css("input[name=ticked]")


def test_what_changed_meanwhile_is_shown_again_and_not_written(cast: Cast, office: Client) -> None:
    upload(office, PUPILS)
    confirm(office)
    seen = first(fetch_page(office, page_of("preview_import")), "input[name=seen]")
    make_person(cast.oakfield, Audience.PUPIL, external_id="P3", given_name="Odette",
                family_name="Brambley")  # fmt: skip
    again = post_page(office, page_of("preview_import"), {"seen": seen.attributes["value"]})
    assert "The register has changed since you opened this page" in text_of(again)
    assert Person.objects.count() == 1
    fresh = first(again, "input[name=seen]").attributes["value"]
    office.post(page_of("preview_import"), {"seen": fresh})
    assert Person.objects.count() == 4


def test_a_file_is_set_aside_after_asking(cast: Cast, office: Client) -> None:
    upload(office, PUPILS)
    confirm(office)
    assert "is thrown away" in text_of(fetch_page(office, page_of("set_import_aside")))
    office.post(page_of("set_import_aside"))
    assert PeopleImport.objects.get().state == ImportState.SET_ASIDE
    fetch_page(office, page_of("preview_import"), status=404)
    assert "Set aside" in text_of(fetch_page(office, page_of("show_import")))


def test_an_export_of_several_schools_asks_which_one(cast: Cast, office: Client) -> None:
    other = {"sourcedId": "s2", "name": "Elsewhere", "type": "school"}
    data = zipped(members(orgs=[{**SCHOOL, "name": "Oakfield"}, other]))
    assert upload(office, data, "roster.zip")["Location"] == page_of("choose_columns")
    assert "Which of these is your school?" in text_of(
        fetch_page(office, page_of("choose_columns"))
    )
    office.post(page_of("choose_columns"), {"org": "s1"})
    assert "OneRoster does not say who holds parental responsibility" in text_of(
        fetch_page(office, page_of("preview_import"))
    )
    write(office)
    assert Person.objects.count() == 5


def test_a_waiting_file_is_told_on_the_list_and_leads_on(cast: Cast, office: Client) -> None:
    make_person(cast.oakfield)
    upload(office, PUPILS)
    assert "Imports (1 waits)" in text_of(fetch_page(office, "/people/"))
    assert office.get(page_of("show_import"))["Location"] == page_of("choose_columns")
    assert office.get(page_of("preview_import"))["Location"] == page_of("choose_columns")
