"""A pupil or a parent declares by a one-time link: once, without cookie, script or account."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from footprint.people.actions import make_link
from footprint.people.models import OneTimeLink, Person
from footprint.people.tests.factories import make_parent
from footprint.registers.connection_exceptions.models import ConnectionException, How
from footprint.registers.connection_exceptions.sides import party_of
from footprint.registers.connection_exceptions.tests.factories import (
    adopted,
    make_pupil,
    make_staff,
)
from footprint.registers.connection_exceptions.views.by_link import PURPOSE
from footprint.rulebook.terms import Party
from tests.cast import Cast, client_of
from tests.pages import fetch_page, post_page, text_of

FORM: dict[str, object] = {
    "other": "Tess Teacher",
    "other_party": "staff",
    "link": "family",
    "platforms": ["whatsapp"],
    "kinds": ["group"],
    "note": "",
}


def address(person: Person, purpose: str = PURPOSE) -> str:
    token = make_link(person=person, purpose=purpose, by="the test", now=timezone.now())
    return reverse("connection_exceptions:declare_by_link", args=[token])


def test_the_register_makes_a_link_that_works_once(cast: Cast) -> None:
    adopted(cast)
    pupil, teacher = make_pupil(cast), make_staff(cast, cast.teacher)
    page = post_page(
        client_of(cast.office),
        reverse("connection_exceptions:ask_for_declaration"),
        {"name": "Wren Thistlewood"},
    )
    found = re.search(r"/connections/link/\S+", text_of(page))
    assert found is not None

    browser = Client(enforce_csrf_checks=True)
    words = text_of(fetch_page(browser, found[0]))
    assert "Wren Thistlewood" in words
    assert "The head of Oakfield may agree to an exception for a family." in words
    response = browser.post(found[0], FORM)

    assert response["Location"] == reverse("connection_exceptions:thank_declarer")
    assert "The school has your answer" in text_of(fetch_page(browser, response["Location"]))
    assert not browser.cookies
    connection = ConnectionException.objects.get()
    assert (connection.person, connection.other, connection.how) == (
        pupil,
        teacher,
        How.ONE_TIME_LINK,
    )
    assert connection.declared_by is None


def test_used_ended_unknown_and_foreign_links_are_answered_alike(cast: Cast) -> None:
    pupil = make_pupil(cast)
    used, foreign = address(pupil), address(pupil, "agreements")
    Client().post(used, FORM)
    withdrawn = address(pupil)
    OneTimeLink.objects.filter(used_at__isnull=True).update(withdrawn_at=timezone.now())
    unknown = reverse("connection_exceptions:declare_by_link", args=["nothing"])

    pages = {
        text_of(fetch_page(Client(), url, status=404))
        for url in (used, withdrawn, foreign, unknown)
    }
    assert len(pages) == 1
    assert "This link cannot be used" in pages.pop()
    assert Client().post(used, FORM).status_code == 404
    assert ConnectionException.objects.count() == 1


def test_a_form_with_a_fault_spends_nothing(cast: Cast) -> None:
    url = address(make_pupil(cast))
    page = post_page(Client(), url, {**FORM, "kinds": []})
    assert "Select at least one way" in text_of(page)
    Client().post(url, FORM)
    assert ConnectionException.objects.count() == 1


def test_it_never_shows_who_is_in_the_register(cast: Cast) -> None:
    make_pupil(cast, given_name="Tess", family_name="Teacher")
    make_staff(cast, cast.teacher)
    response = Client().post(address(make_pupil(cast)), FORM)
    assert response.status_code == 302
    assert ConnectionException.objects.get().other is None


def test_what_was_declared_already_is_said_and_the_link_stays_good(cast: Cast) -> None:
    pupil = make_pupil(cast)
    make_staff(cast, cast.teacher)
    Client().post(address(pupil), FORM)
    again = address(pupil)
    assert "in the register already" in text_of(post_page(Client(), again, FORM))
    Client().post(again, {**FORM, "other": "Olive Oakapple"})
    assert ConnectionException.objects.count() == 2


@pytest.mark.parametrize("name", ["Nobody Atall", ""])
def test_no_link_is_made_for_nobody(cast: Cast, name: str) -> None:
    url = reverse("connection_exceptions:ask_for_declaration")
    page = post_page(client_of(cast.office), url, {"name": name})
    assert "There is a problem" in text_of(page)
    assert not OneTimeLink.objects.exists()


def test_what_somebody_without_an_account_is_to_the_school(cast: Cast) -> None:
    pupil = make_pupil(cast)
    assert party_of(pupil) is Party.PUPIL
    assert party_of(make_parent(of=pupil)) is Party.PARENT
    assert party_of(make_staff(cast, cast.teacher)) is Party.STAFF
