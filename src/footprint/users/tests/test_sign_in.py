"""Signing in: the page, wrong and right passwords, guessing slowed, nobody locked out."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from footprint.users.tests.factories import sign_in, signed_in
from tests.cast import NOW, PASSWORD, Cast
from tests.pages import fetch_page, parse_page, text_of

FIVE_MINUTES = timedelta(minutes=5, seconds=1)
HOME = "198.51.100.7"


def test_the_right_password_leads_to_today(cast: Cast) -> None:
    client = Client()

    response = sign_in(client, cast.teacher.email)

    assert response.status_code == 302
    assert response["Location"] == reverse("home:today")
    assert signed_in(client)


def test_the_address_may_be_written_in_any_case(cast: Cast) -> None:
    client = Client()
    sign_in(client, cast.teacher.email.upper())
    assert signed_in(client)


def test_known_and_unknown_addresses_get_the_same_answer(cast: Cast) -> None:
    known = parse_page(sign_in(Client(), cast.teacher.email, "a-wrong-pass-phrase"))
    unknown = parse_page(sign_in(Client(), "nobody@oakfield.example", "a-wrong-pass-phrase"))

    assert "The email address or the password is not right" in text_of(known)
    assert text_of(known) == text_of(unknown)


def test_an_empty_form_says_what_to_enter(cast: Cast) -> None:
    page = parse_page(sign_in(Client(), "", ""))

    assert "Enter email address" in text_of(page)
    assert "Enter password" in text_of(page)
    assert page.css("title")[0].text().startswith("Error: Sign in")


def test_nobody_signs_in_to_a_closed_account(cast: Cast) -> None:
    cast.teacher.is_active = False
    cast.teacher.save()
    client = Client()

    response = sign_in(client, cast.teacher.email)

    assert not signed_in(client)
    assert "closed" in text_of(fetch_page(client, response["Location"]))


def test_an_account_that_is_closed_while_signed_in_is_out_at_once(cast: Cast) -> None:
    client = Client()
    sign_in(client, cast.teacher.email)

    cast.teacher.is_active = False
    cast.teacher.save()

    assert client.get(reverse("users:show_me")).status_code == 302


def guess(email: str, *, times: int, address: str) -> str:
    """Try wrong passwords from one address; the words of the last answer."""
    client = Client()
    for number in range(times):
        response = sign_in(client, email, f"wrong-{number}", address=address)
    return text_of(parse_page(response))


def test_after_five_wrong_passwords_the_right_one_does_not_help_a_stranger(cast: Cast) -> None:
    guess(cast.head.email, times=5, address="203.0.113.5")
    client = Client()

    response = sign_in(client, cast.head.email, address="203.0.113.99")

    assert not signed_in(client)
    assert "Too many tries" in text_of(parse_page(response))


def test_the_same_words_slow_guesses_at_addresses_that_do_not_exist(cast: Cast) -> None:
    assert "Too many tries" in guess("nobody@oakfield.example", times=6, address="203.0.113.5")


def test_after_five_minutes_one_may_try_again(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        guess(cast.head.email, times=6, address="203.0.113.5")
        clock.shift(FIVE_MINUTES)
        client = Client()
        sign_in(client, cast.head.email, address=HOME)
        assert signed_in(client)


def test_one_address_cannot_try_many_accounts(cast: Cast) -> None:
    for number in range(10):
        sign_in(Client(), f"person{number}@oakfield.example", "wrong", address="203.0.113.5")

    refused = sign_in(Client(), cast.teacher.email, address="203.0.113.5")
    elsewhere = Client()
    sign_in(elsewhere, cast.teacher.email, address=HOME)

    assert "Too many tries" in text_of(parse_page(refused))
    assert signed_in(elsewhere)


def test_addresses_of_one_ipv6_network_count_together(cast: Cast) -> None:
    for number in range(10):
        sign_in(Client(), f"p{number}@oakfield.example", "wrong", address=f"2001:db8::{number:x}")

    refused = sign_in(Client(), cast.teacher.email, address="2001:db8::ffff")

    assert "Too many tries" in text_of(parse_page(refused))


def test_thirty_sign_ins_a_minute_are_enough_for_one_address(cast: Cast) -> None:
    for _ in range(30):
        sign_in(Client(), cast.teacher.email)

    refused = sign_in(Client(), cast.teacher.email)

    assert refused.status_code == 429
    assert "Too many tries" in text_of(parse_page(refused))


def test_an_outsider_who_keeps_guessing_does_not_lock_out_the_person_at_their_own_desk(
    cast: Cast,
) -> None:
    own_browser = Client()
    sign_in(own_browser, cast.head.email, address=HOME)
    own_browser.post(reverse("account_logout"))

    # even from the school's own address, shared with a pupil who guesses
    for number in range(40):
        sign_in(Client(), cast.head.email, f"wrong-{number}", address=HOME)
    sign_in(own_browser, cast.head.email, address=HOME)

    assert signed_in(own_browser)


def test_a_browser_used_before_is_slowed_too_when_it_guesses(cast: Cast) -> None:
    stolen = Client()
    sign_in(stolen, cast.head.email)
    stolen.post(reverse("account_logout"))

    for number in range(5):
        sign_in(stolen, cast.head.email, f"wrong-{number}")
    sign_in(stolen, cast.head.email)

    assert not signed_in(stolen)


def test_a_browser_known_for_one_person_has_no_free_tries_at_another(cast: Cast) -> None:
    teachers = Client()
    sign_in(teachers, cast.teacher.email)
    teachers.post(reverse("account_logout"))
    guess(cast.head.email, times=5, address="203.0.113.5")

    sign_in(teachers, cast.head.email, address=HOME)

    assert not signed_in(teachers)


@pytest.mark.parametrize("cookie", ["", "x", "WyJhIiwiYiJd:1:2", "é"])
def test_a_forged_device_cookie_is_no_known_browser(cast: Cast, cookie: str) -> None:
    guess(cast.head.email, times=5, address="203.0.113.5")
    client = Client()
    client.cookies["device"] = cookie

    sign_in(client, cast.head.email)

    assert not signed_in(client)


def test_the_next_page_is_kept_through_signing_in(cast: Cast) -> None:
    client = Client()
    address = f"{reverse('account_login')}?next={reverse('users:show_me')}"
    assert fetch_page(client, address).css_first("[name=next]")

    response = client.post(address, {"login": cast.teacher.email, "password": PASSWORD})

    assert response["Location"] == reverse("users:show_me")


def test_no_other_site_is_led_to_after_signing_in(cast: Cast) -> None:
    address = f"{reverse('account_login')}?next=https://elsewhere.example/"
    response = Client().post(address, {"login": cast.teacher.email, "password": PASSWORD})
    assert response["Location"] == reverse("home:today")


@pytest.mark.parametrize("path", ["account_signup", "account_email", "users:demo_sign_in"])
def test_what_a_school_has_not_switched_on_does_not_exist(cast: Cast, path: str) -> None:
    arguments = {"pk": cast.head.pk} if path == "users:demo_sign_in" else {}
    client = Client()

    assert client.get(reverse(path, kwargs=arguments)).status_code in (404, 405)
    assert client.post(reverse(path, kwargs=arguments)).status_code == 404
    assert not signed_in(client)


@pytest.mark.parametrize(
    "path", ["/accounts/login/", "/account/signup/", "/account/login/code/", "/account/google/"]
)
def test_no_other_way_in_answers(db: None, path: str) -> None:
    assert Client().get(path).status_code == 404


def test_signing_out_ends_the_session(cast: Cast) -> None:
    client = Client()
    sign_in(client, cast.teacher.email)
    old = client.cookies["sessionid"].value
    fetch_page(client, reverse("account_logout"))

    client.post(reverse("account_logout"))
    client.cookies["sessionid"] = old

    assert client.get(reverse("users:show_me")).status_code == 302


def test_nothing_but_the_sign_in_page_is_kept_by_the_browser_of_a_shared_computer(
    cast: Cast,
) -> None:
    client = Client()
    sign_in(client, cast.teacher.email)

    assert client.session.get_expire_at_browser_close()
    assert client.get(reverse("users:show_me"))["Cache-Control"] == "no-store"
