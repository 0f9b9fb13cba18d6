"""The list at the size of a school: filter, pages, export, a constant number of queries."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.models import ConnectionException, State
from footprint.registers.connection_exceptions.tests.factories import (
    allowed,
    declared,
    make_pupil,
    make_staff,
)
from footprint.registers.connection_exceptions.wording import (
    DOES,
    ENTRIES,
    KINDS,
    NOT_FOR_CONNECTING,
    PARTIES,
    PLATFORMS,
    STATE_COLOURS,
    TOLD,
)
from footprint.rulebook.terms import ConnectionKind, Party, Platform, Role
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, text_of

LIST = reverse("connection_exceptions:list_connections")


def test_an_empty_register_says_what_to_do_first(cast: Cast) -> None:
    words = text_of(fetch_page(client_of(cast.office), LIST))
    assert "No link was declared yet" in words
    assert "when somebody joins the school" in words


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("thistlewood", True),
        ("wren", True),
        ("4b", True),
        ("tess teacher", True),
        ("tess wren", True),
        ("nobody", False),
    ],
)
def test_it_filters_by_either_name_and_the_class(cast: Cast, words: str, found: bool) -> None:
    declared(cast, person=make_staff(cast, cast.teacher), other=make_pupil(cast))
    page = fetch_page(client_of(cast.office), f"{LIST}?words={words}")
    assert ("Thistlewood" in text_of(first(page, "#rows"))) == found


def test_names_outside_the_register_are_found_too(cast: Cast) -> None:
    declared(cast)
    page = fetch_page(client_of(cast.office), f"{LIST}?words=oakapple")
    assert "Perrin Oakapple" in text_of(page)


def test_tabs_part_the_states(cast: Cast) -> None:
    declared(cast, other="Wanda Waits")
    allowed(cast, other="Albin Allowed")
    refused = declared(cast, other="Reeve Refused")
    actions.refuse(connection=refused, reason="No", by=cast.head, now=NOW)
    seen = {
        show: text_of(fetch_page(client_of(cast.dsl), f"{LIST}?show={show}"))
        for show in ("open", "declared", "allowed", "refused", "nonsense")
    }
    held = {
        show: {name for name in ("Wanda", "Albin", "Reeve") if name in words}
        for show, words in seen.items()
    }
    assert held == {
        "open": {"Wanda", "Albin"},
        "declared": {"Wanda"},
        "allowed": {"Albin"},
        "refused": {"Reeve"},
        "nonsense": {"Wanda", "Albin"},
    }


def test_a_page_costs_the_same_for_three_as_for_sixty(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(cast.head)
    for number in range(60):
        declared(cast, other=f"Perrin Oakapple-{number}")
    client.get(LIST)
    with django_assert_max_num_queries(25):
        page = fetch_page(client, LIST)
    assert len(page.css("#rows tbody tr")) == 50
    assert page.css_first("a[rel=next]") is not None


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_export_holds_what_the_list_shows(cast: Cast, form: str) -> None:
    allowed(cast, other="=HYPERLINK(1)")
    declared(cast, other="Perrin Oakapple")
    url = reverse("connection_exceptions:export_connections", args=[form])
    response = client_of(cast.office).get(f"{url}?show=allowed")
    body = response.content
    if form == "xlsx":
        body = ZipFile(BytesIO(body)).read("xl/sharedStrings.xml")
    text = body.decode("utf-8-sig")
    assert "Tess Teacher" in text
    assert "Oakapple" not in text
    if form == "csv":
        assert "'=HYPERLINK(1)" in text


def test_another_form_of_export_is_not_found(cast: Cast) -> None:
    url = reverse("connection_exceptions:export_connections", args=["exe"])
    assert client_of(cast.office).get(url).status_code == 404


def test_another_schools_links_are_not_there(cast: Cast) -> None:
    declared(cast)
    assert "Oakapple" not in text_of(fetch_page(client_of(cast.stranger), LIST))
    ConnectionException.objects.update(school=cast.riverside)
    assert "Oakapple" not in text_of(fetch_page(client_of(cast.head), LIST))


def test_every_member_of_every_closed_list_has_its_words() -> None:
    assert set(PARTIES) == set(Party)
    assert set(KINDS) == set(DOES) == set(ConnectionKind)
    assert set(PLATFORMS) | NOT_FOR_CONNECTING == set(Platform)
    assert not set(PLATFORMS) & NOT_FOR_CONNECTING
    assert set(STATE_COLOURS) == set(State)
    assert set(TOLD) == {Role.DSL, Role.HEADTEACHER, Role.OFFICE, Role.CHAIR}
    assert {"declared", "allowed", "refused", "reviewed", "changed", "moved", "ended"} == set(
        ENTRIES
    )
