"""The second factor: set up, asked for at sign-in, each code once, recovery codes, removal."""

import re
from datetime import timedelta

import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.mfa.utils import is_mfa_enabled
from django.test import Client
from django.urls import reverse

from footprint.users.tests.factories import code_now, give_app, sign_in, signed_in, words_of
from tests.cast import NOW, PASSWORD, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

ASKED = "mfa_authenticate"


def half_signed_in(cast: Cast) -> Client:
    """The head's password was right; the code is still to come."""
    client = Client()
    response = sign_in(client, cast.head.email)
    assert response["Location"] == reverse(ASKED)
    return client


def enter(client: Client, code: str) -> str:
    """Enter a code; the words of the page if it was refused."""
    response = client.post(reverse(ASKED), {"code": code})
    return "" if response.status_code == 302 else words_of(response)


def test_the_password_alone_signs_nobody_in_who_has_a_second_factor(cast: Cast) -> None:
    give_app(cast.head)

    client = half_signed_in(cast)
    fetch_page(client, reverse(ASKED))

    assert not signed_in(client)
    assert client.get(reverse("users:show_me")).status_code == 302


def test_the_code_of_the_app_completes_the_sign_in(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        give_app(cast.head)
        client = half_signed_in(cast)
        enter(client, code_now())
        assert signed_in(client)


def test_a_code_works_once(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        give_app(cast.head)
        enter(half_signed_in(cast), code_now())

        over_the_shoulder = half_signed_in(cast)
        words = enter(over_the_shoulder, code_now())

        assert "Codes work once" in words
        assert not signed_in(over_the_shoulder)


def test_a_code_is_dead_after_its_thirty_seconds(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        give_app(cast.head)
        code = code_now()
        clock.shift(timedelta(seconds=31))
        client = half_signed_in(cast)
        enter(client, code)
        assert not signed_in(client)


def test_guessing_codes_is_stopped_after_five(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        give_app(cast.head)
        client = half_signed_in(cast)
        for number in range(5):
            enter(client, f"{(int(code_now()) + 1 + number) % 1000000:06}")

        words = enter(client, code_now())

        assert "Too many tries" in words
        assert not signed_in(client)


def test_a_recovery_code_works_once(cast: Cast) -> None:
    give_app(cast.head)
    wrapped = Authenticator.objects.get(user=cast.head, type="recovery_codes").wrap()
    code = wrapped.get_unused_codes()[0]
    client = half_signed_in(cast)
    enter(client, code)

    again = half_signed_in(cast)
    enter(again, code)

    assert signed_in(client)
    assert not signed_in(again)


def test_a_reset_password_does_not_get_past_the_second_factor(cast: Cast) -> None:
    give_app(cast.head)
    cast.head.set_password("three-unrelated-words")
    cast.head.save()
    client = Client()

    response = sign_in(client, cast.head.email, "three-unrelated-words")

    assert response["Location"] == reverse(ASKED)
    assert not signed_in(client)


def test_setting_up_the_app_from_the_page_that_needs_it(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False):
        client = Client()
        sign_in(client, cast.head.email)
        confirm(client)

        why = fetch_page(client, reverse("users:need_second_factor"))
        assert why.css(f"a[href='{reverse('mfa_activate_totp')}']")
        secret = text_of(fetch_page(client, reverse("mfa_activate_totp")).css("kbd")[0])
        code = format_hotp_value(hotp_value(secret, int(NOW.timestamp()) // 30))
        wrong = post_page(client, reverse("mfa_activate_totp"), {"code": "1"})
        response = client.post(reverse("mfa_activate_totp"), {"code": code})

        assert "The code is not right" in text_of(wrong)
        assert response["Location"] == reverse("mfa_view_recovery_codes")
        assert is_mfa_enabled(cast.head)
        assert len(fetch_page(client, response["Location"]).css("ul kbd")) == 10


def test_recovery_codes_can_be_downloaded_and_renewed(cast: Cast) -> None:
    give_app(cast.head)
    client = fresh(cast)

    before = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()
    fetch_page(client, reverse("mfa_generate_recovery_codes"))
    client.post(reverse("mfa_generate_recovery_codes"))
    after = client.get(reverse("mfa_download_recovery_codes")).content.decode().split()

    assert len(before) == len(after) == 10
    assert not set(before) & set(after)


def test_removing_the_app_asks_again_who_it_is_when_the_sign_in_is_old(cast: Cast) -> None:
    give_app(cast.head)
    client = client_of(cast.head)  # signed in by no password or code just now

    response = client.get(reverse("mfa_deactivate_totp"))
    page = fetch_page(client, response["Location"])

    assert text_of(page.css("h1")[0]) == "Confirm that it is you"
    client.post(response["Location"], {"password": "wrong", "code": "1"})
    client.post(reverse("mfa_deactivate_totp"))
    assert is_mfa_enabled(cast.head)


def test_both_ways_to_confirm_are_offered(cast: Cast) -> None:
    give_app(cast.head)
    client = client_of(cast.head)
    for name in ("account_reauthenticate", "mfa_reauthenticate"):
        assert fetch_page(client, reverse(name)).css("form input[type=password], [name=code]")


def test_removing_the_app_shuts_the_pages_that_need_it(cast: Cast) -> None:
    give_app(cast.head)
    client = fresh(cast)
    fetch_page(client, reverse("mfa_deactivate_totp"))

    client.post(reverse("mfa_deactivate_totp"))

    assert not is_mfa_enabled(cast.head)
    assert "Not set up" in text_of(fetch_page(client, reverse("mfa_index")))
    response = client.get(reverse("reports:audit_trail"))
    assert response["Location"] == reverse("users:need_second_factor")


def test_the_overview_says_what_is_set_up(cast: Cast) -> None:
    give_app(cast.head)
    words = text_of(fetch_page(client_of(cast.head), reverse("mfa_index")))
    assert re.search(r"10\s+left", words)


def confirm(client: Client) -> None:
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})


def fresh(cast: Cast) -> Client:
    """The head, who has just confirmed who it is."""
    client = client_of(cast.head)
    confirm(client)
    return client
