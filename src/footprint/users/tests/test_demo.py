"""The demonstration's sign-in page: everybody, one button each, and only there."""

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from footprint.rulebook.terms import Role
from footprint.users.permissions import ROLE_WORDS
from footprint.users.tests.factories import signed_in
from tests.cast import Cast
from tests.pages import fetch_page, text_of


@pytest.fixture
def demo(settings: Settings) -> None:
    settings.DEMO = True


def test_every_person_of_the_demonstration_has_a_button_under_their_school(
    cast: Cast, demo: None
) -> None:
    page = fetch_page(Client(), reverse("account_login"))

    headings = [text_of(heading) for heading in page.css("h2")]
    assert headings[:3] == [cast.trust.name, cast.oakfield.name, cast.riverside.name]
    buttons = [text_of(button) for button in page.css("li button")]
    assert f"{cast.head.name} – {ROLE_WORDS[Role.HEADTEACHER]}" in buttons
    assert len(buttons) == 10


def test_one_click_signs_in_without_a_second_factor(cast: Cast, demo: None) -> None:
    client = Client()

    response = client.post(reverse("users:demo_sign_in", kwargs={"pk": cast.dsl.pk}))

    assert response["Location"] == reverse("home:today")
    assert signed_in(client)
    assert response.wsgi_request.user == cast.dsl


def test_people_whose_account_is_closed_are_not_offered(cast: Cast, demo: None) -> None:
    cast.dsl.is_active = False
    cast.dsl.save()

    page = fetch_page(Client(), reverse("account_login"))

    assert cast.dsl.name not in text_of(page)
    address = reverse("users:demo_sign_in", kwargs={"pk": cast.dsl.pk})
    assert Client().post(address).status_code == 404


def test_in_production_the_page_names_nobody_and_the_button_does_not_exist(cast: Cast) -> None:
    page = fetch_page(Client(), reverse("account_login"))
    client = Client()

    assert cast.head.name not in text_of(page)
    assert "demo" not in str(page.html)
    address = reverse("users:demo_sign_in", kwargs={"pk": cast.head.pk})
    assert client.post(address).status_code == 404
    assert not signed_in(client)
