"""Passwords: the link by e-mail, choosing a new one, changing it."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from footprint.users.tests.factories import sign_in, signed_in, words_of
from tests.cast import NOW, PASSWORD, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

NEW = "three-unrelated-words"
RESET = "account_reset_password"


def ask(email: str) -> None:
    response = Client().post(reverse(RESET), {"email": email}, follow=True)
    assert "Look into your email" in words_of(response)


def link_in_mail() -> str:
    found = re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body))
    assert found
    return found[1]


def choose(link: str, password: str) -> tuple[Client, str]:
    """Follow the link and choose a password; the words of the last page."""
    client = Client()
    form = client.get(link)["Location"]
    fetch_page(client, form)
    response = client.post(form, {"password1": password, "password2": password}, follow=True)
    return client, words_of(response)


def test_the_link_lets_one_choose_a_password_and_works_once(cast: Cast) -> None:
    fetch_page(Client(), reverse(RESET))
    ask(cast.teacher.email)
    link = link_in_mail()

    _, words = choose(link, NEW)
    again = fetch_page(Client(), link)

    assert "Your new password is saved" in words
    assert "no longer works" in text_of(again)
    client = Client()
    sign_in(client, cast.teacher.email, NEW)
    assert signed_in(client)


def test_an_unknown_address_gets_the_same_page_and_a_message_without_a_link(cast: Cast) -> None:
    ask("nobody@oakfield.example")

    assert len(mail.outbox) == 1
    assert "no account has it" in str(mail.outbox[0].body)
    assert "sign-up" not in str(mail.outbox[0].body)
    assert not re.search(r"http\S*", str(mail.outbox[0].body))


def test_a_closed_account_gets_no_link(cast: Cast) -> None:
    cast.teacher.is_active = False
    cast.teacher.save()

    ask(cast.teacher.email)

    assert "http" not in str(mail.outbox[0].body)


def test_a_link_is_dead_after_three_days(cast: Cast) -> None:
    with time_machine.travel(NOW, tick=False) as clock:
        ask(cast.teacher.email)
        clock.shift(timedelta(days=3, seconds=1))
        assert "no longer works" in text_of(fetch_page(Client(), link_in_mail()))


def test_whoever_was_slowed_by_anothers_guesses_gets_in_with_a_new_password(cast: Cast) -> None:
    for number in range(6):
        sign_in(Client(), cast.head.email, f"wrong-{number}")
    ask(cast.head.email)

    client, _ = choose(link_in_mail(), NEW)
    sign_in(client, cast.head.email, NEW, address="198.51.100.7")

    assert signed_in(client)


def test_one_address_cannot_be_flooded_with_links(cast: Cast) -> None:
    for _ in range(5):
        ask(cast.teacher.email)

    refused = Client().post(reverse(RESET), {"email": cast.teacher.email})

    assert refused.status_code == 429
    assert len(mail.outbox) == 5


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("short", "too short"),
        ("password1234", "too common"),
        ("teacher@oakfield", "too similar"),
    ],
)
def test_a_weak_password_is_refused_in_words(cast: Cast, password: str, sentence: str) -> None:
    ask(cast.teacher.email)
    assert sentence in choose(link_in_mail(), password)[1]


def test_changing_the_password_needs_the_old_one(cast: Cast) -> None:
    client = client_of(cast.teacher)
    address = reverse("account_change_password")
    fetch_page(client, address)

    wrong = {"oldpassword": "not-this-one", "password1": NEW, "password2": NEW}
    page = post_page(client, address, dict(wrong))
    right = client.post(address, {**wrong, "oldpassword": PASSWORD})

    assert "This is not your password now" in text_of(page)
    assert right["Location"] == reverse("users:show_me")
    cast.teacher.refresh_from_db()
    assert cast.teacher.check_password(NEW)


def test_a_new_password_ends_the_sessions_elsewhere(cast: Cast) -> None:
    here, elsewhere = client_of(cast.teacher), client_of(cast.teacher)
    data = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}

    here.post(reverse("account_change_password"), data)

    assert here.get(reverse("users:show_me")).status_code == 200
    assert elsewhere.get(reverse("users:show_me")).status_code == 302


def test_whoever_has_no_password_chooses_a_first_one(cast: Cast) -> None:
    cast.teacher.set_unusable_password()
    cast.teacher.save()
    client = client_of(cast.teacher)

    response = client.get(reverse("account_change_password"))
    fetch_page(client, response["Location"])
    client.post(response["Location"], {"password1": NEW, "password2": NEW})

    cast.teacher.refresh_from_db()
    assert cast.teacher.check_password(NEW)
