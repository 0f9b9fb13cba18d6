"""The page behind a one-time link: no account, no script, no cookie; one answer."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from footprint.people.actions import make_link
from footprint.people.models import OneTimeLink, Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.agreements.actions.answering import PURPOSE
from footprint.registers.agreements.models import How, Signature, State
from footprint.registers.agreements.tests.factories import make_text_in_use
from footprint.rulebook.terms import AgreementAudience, Audience
from tests.cast import NOW, Cast
from tests.pages import fetch_page, first, parse_page, post_page, text_of

A = AgreementAudience
MINE = "/agreements/mine/"
CLASSES = "/agreements/classes/"
OAK = "/agreements/classes/juniors/?class=4+Oak"


@pytest.fixture(autouse=True)
def _on_that_monday(cast: Cast) -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def pupil(cast: Cast, family_name: str = "Applegarth", **fields: Any) -> Person:
    given: dict[str, Any] = {"year_group": 4, "class_name": "4 Oak", **fields}
    return make_person(cast.oakfield, family_name=family_name, **given)


def link_of(person: Person, audience: AgreementAudience = A.PARENTS) -> str:
    token = make_link(person=person, purpose=PURPOSE, about=audience.value, by="a test", now=NOW)
    return f"/agreements/sign/{token}/"


@pytest.fixture
def marnie(cast: Cast) -> Person:
    make_text_in_use(cast.oakfield, cast.office, A.PARENTS)
    return make_parent(of=pupil(cast), family_name="Applegarth")


def seen(url: str) -> str:
    return first(fetch_page(Client(), url), "[name=seen]").attributes["value"] or ""


def test_a_parent_signs_without_account_script_or_cookie(cast: Cast, marnie: Person) -> None:
    url, phone = link_of(marnie), Client(enforce_csrf_checks=True)
    page = fetch_page(phone, url)
    shown = text_of(page)
    assert "For Marnie Applegarth" in shown
    assert "We ask first." in shown
    assert "no child loses anything by it; the school’s policy still applies" in shown
    assert not page.css("script")

    data = {"seen": seen(url), "answer": "signed", "name": "Marnie A"}
    response = phone.post(url, data)

    done = parse_page(response)
    assert "Thank you: you have signed" in text_of(done)
    assert "Your answer is stored: Marnie Applegarth, 16 November 2026, 09:00" in text_of(done)
    assert "We ask first." in text_of(done)
    assert not phone.cookies
    answer = Signature.objects.get()
    assert (answer.person, answer.how, answer.signed_as) == (marnie, How.LINK, "Marnie A")


def test_what_a_volunteer_reads_speaks_of_no_child(cast: Cast) -> None:
    make_text_in_use(cast.oakfield, cast.office, A.VOLUNTEERS)
    url = link_of(make_person(cast.oakfield, Audience.VOLUNTEER), A.VOLUNTEERS)

    shown = text_of(fetch_page(Client(), url))

    assert "If you decline, the school’s policy still applies." in shown
    assert "child" not in shown


def test_declining_needs_no_name_and_says_what_follows(cast: Cast, marnie: Person) -> None:
    url = link_of(marnie)

    page = post_page(Client(), url, {"seen": seen(url), "answer": "declined", "name": ""})

    assert "Thank you: you have declined" in text_of(page)
    assert "The school’s policy still applies" in text_of(page)
    assert Signature.objects.get().state == State.DECLINED


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"name": ""}, "Write your name to sign"),
        ({"seen": "7654321"}, "The text has changed while you had it open"),
        ({"answer": "perhaps"}, ""),
        ({"answer": ""}, ""),
    ],
)
def test_nothing_is_stored_while_something_is_wrong(
    cast: Cast, marnie: Person, data: dict[str, object], words: str
) -> None:
    url = link_of(marnie)
    fine = {"seen": seen(url), "answer": "signed", "name": "Marnie"}

    page = post_page(Client(), url, {**fine, **data})

    assert words in text_of(page)
    assert "Thank you" not in text_of(page)
    assert not Signature.objects.exists()
    assert OneTimeLink.objects.usable(NOW).exists()


def test_used_ended_and_unknown_links_answer_alike(cast: Cast, marnie: Person) -> None:
    used, ended, gone = link_of(marnie), link_of(make_parent(of=pupil(cast))), link_of(marnie)
    long_ago = NOW - timedelta(days=31)
    OneTimeLink.objects.exclude(person=marnie).update(made_at=long_ago, ends_at=NOW)
    other = make_parent(of=pupil(cast))
    left = link_of(other)
    Person.objects.filter(pk=other.pk).update(left_on=NOW.date())
    Client().post(gone, {"seen": seen(gone), "answer": "signed", "name": "Marnie"})

    addresses = [used, ended, gone, left, "/agreements/sign/no-such-token/"]
    answers = {Client().get(url).content for url in addresses}
    answers |= {Client().post(url, {"answer": "signed"}).content for url in addresses}

    assert len(answers) == 1
    assert "This link does not work" in text_of(fetch_page(Client(), used, status=404))


def test_the_secret_address_is_kept_by_nobody(cast: Cast, marnie: Person) -> None:
    response = Client().get(link_of(marnie))

    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_a_page_for_a_phone_is_small(cast: Cast, marnie: Person) -> None:
    assert len(Client().get(link_of(marnie)).content) < 12_000
