"""Sessions end: idle for 15 minutes where cases are read, 60 elsewhere, 12 hours at the most."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

ME = "users:show_me"


def still_in(client: Client) -> bool:
    return client.get(reverse(ME)).status_code == 200


@pytest.mark.parametrize(
    ("who", "minutes", "stays"),
    [
        ("head", 14, True),
        ("head", 16, False),
        ("office", 16, False),
        ("chair", 16, False),
        ("trust_lead", 16, False),
        ("teacher", 16, True),
        ("governor", 59, True),
        ("governor", 61, False),
        ("keeper", 61, False),
    ],
)
def test_who_is_away_too_long_is_signed_out(
    cast: Cast, who: str, minutes: int, stays: bool
) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        client = client_of(getattr(cast, who))
        assert still_in(client)
        clock.shift(timedelta(minutes=minutes))
        assert still_in(client) is stays


def test_the_demonstration_waits_an_hour_for_everybody(cast: Cast, settings: Settings) -> None:
    settings.DEMO = True
    with time_machine.travel(NOW, tick=False) as clock:
        client = client_of(cast.head)
        assert still_in(client)
        clock.shift(timedelta(minutes=59))
        assert still_in(client)
        clock.shift(timedelta(minutes=61))
        assert not still_in(client)


def test_working_on_keeps_the_session_for_twelve_hours_and_no_longer(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        client = client_of(cast.head)
        assert still_in(client)
        for _ in range(12 * 6):
            clock.shift(timedelta(minutes=10))
            assert still_in(client)
        clock.shift(timedelta(minutes=1))
        assert not still_in(client)


def test_the_next_page_says_why_one_has_to_sign_in_again(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        client = client_of(cast.head)
        assert still_in(client)
        clock.shift(timedelta(hours=1))
        response = client.get(reverse(ME))
        assert response["Location"] == f"{reverse('account_login')}?next={reverse(ME)}"
        assert "because you were away" in text_of(fetch_page(client, response["Location"]))


def test_signing_in_again_begins_a_new_session(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        client = client_of(cast.head)
        assert still_in(client)
        clock.shift(timedelta(hours=1))
        assert not still_in(client)
        client.force_login(cast.head, backend="allauth.account.auth_backends.AuthenticationBackend")
        assert still_in(client)


def test_the_school_worked_in_is_forgotten_with_the_role(cast: Cast) -> None:
    client = client_of(cast.trust_lead)
    client.post(reverse("users:choose_school"), {"school": cast.oakfield.pk})
    assert still_in(client)

    cast.trust_lead.memberships.all().delete()

    assert client.get(reverse(ME)).status_code == 404
