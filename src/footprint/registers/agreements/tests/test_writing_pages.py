"""The pages of a text: from the starter to use, a new version, thrown away, stopped."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.registers.agreements.models import (
    AgreementText,
)
from footprint.registers.agreements.tests.factories import (
    make_text_in_use,
)
from footprint.rulebook.terms import AgreementAudience
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

A = AgreementAudience
LIST = "/agreements/"
JUNIORS = "/agreements/for/juniors/"
DAY = {"_day": "16", "_month": "11", "_year": "2026"}
PAGES_OF_AN_AUDIENCE = ("", "write/", "ask/", "paper/", "csv/", "xlsx/")


@pytest.fixture(autouse=True)
def _on_that_monday(cast: Cast) -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office(cast: Cast) -> Client:
    return client_of(cast.office)


def pupil(cast: Cast, family_name: str = "Applegarth", **fields: Any) -> Person:
    given: dict[str, Any] = {"year_group": 4, "class_name": "4 Oak", **fields}
    return make_person(cast.oakfield, family_name=family_name, **given)


def date_of(name: str) -> dict[str, str]:
    return {f"{name}{part}": value for part, value in DAY.items()}


def test_a_text_goes_from_starter_to_use(cast: Cast, office: Client) -> None:
    page = fetch_page(office, f"{JUNIORS}write/")
    assert "This is a starter text, not your school’s" in text_of(page)
    body = first(page, "textarea").text()
    assert "I am polite and kind online" in body

    saved = office.post(
        f"{JUNIORS}write/", {"title": "Our promise", "body": f"{body} And smile.", "revision": "0"}
    )
    text = AgreementText.objects.get()
    assert saved["Location"] == f"/agreements/texts/{text.pk}/"
    assert "And smile." in text_of(fetch_page(office, saved["Location"]))

    use = f"/agreements/texts/{text.pk}/use/"
    assert not fetch_page(office, use).css("[name=material]")
    assert office.post(use, {**date_of("from_day"), "revision": "1"})["Location"] == JUNIORS
    text.refresh_from_db()
    assert (text.number, text.put_in_use_by) == (1, cast.office)
    assert "version 1, in use from 16 November 2026" in text_of(fetch_page(office, JUNIORS))


def test_the_untouched_starter_warns_where_it_is_put_in_use(cast: Cast, office: Client) -> None:
    body = first(fetch_page(office, f"{JUNIORS}write/"), "textarea").text()
    office.post(f"{JUNIORS}write/", {"title": "Ours", "body": body, "revision": "0"})
    text = AgreementText.objects.get()

    for url in (f"/agreements/texts/{text.pk}/", f"/agreements/texts/{text.pk}/use/"):
        assert "still the starter text" in text_of(fetch_page(office, url))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"reason": ""}, "Answer the question “What changed, and why?”"),
        ({"material": ""}, "Select yes or no"),
        ({"from_day_year": "2025"}, "The version before holds from 1 September 2026"),
        ({"from_day_year": "2029"}, "must be on or before"),
        ({"revision": "9"}, "Somebody else changed this draft"),
    ],
)
def test_what_is_wrong_with_a_new_version_is_said(
    cast: Cast, office: Client, data: dict[str, str], words: str
) -> None:
    make_text_in_use(cast.oakfield, cast.office)
    office.post(f"{JUNIORS}write/", {"title": "Ours", "body": "New.", "revision": "0"})
    draft = AgreementText.objects.drafts().get()
    fine = {**date_of("from_day"), "revision": "1", "material": "yes", "reason": "Phones"}

    page = post_page(office, f"/agreements/texts/{draft.pk}/use/", {**fine, **data})

    assert words in text_of(page)
    assert AgreementText.objects.drafts().exists()


def test_discarding_and_stopping_ask_first(cast: Cast, office: Client) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    office.post(f"{JUNIORS}write/", {"title": "Ours", "body": "New.", "revision": "0"})
    draft = AgreementText.objects.drafts().get()
    discard, stop = f"/agreements/texts/{draft.pk}/discard/", f"/agreements/texts/{text.pk}/stop/"

    fetch_page(office, discard)
    fetch_page(office, stop)
    assert AgreementText.objects.count() == 2

    assert office.post(discard)["Location"] == JUNIORS
    assert office.post(stop)["Location"] == JUNIORS
    text.refresh_from_db()
    assert AgreementText.objects.get() == text
    assert text.ended_on == NOW.date()
    assert "No text is in use" in text_of(fetch_page(office, JUNIORS))
    fetch_page(office, stop, status=404)
    fetch_page(office, f"{JUNIORS}ask/", status=404)
