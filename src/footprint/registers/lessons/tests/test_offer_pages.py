"""What families were offered: the list beside the policy, one more, a correction."""

import csv
import io
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from footprint.people.tests.factories import make_person
from footprint.policies.tests.factories import make_adopted
from footprint.registers.lessons.models import FamilyOffer, OfferKind
from footprint.registers.lessons.tests.factories import (
    SENTENCES,
    make_offer,
    policy_on_lessons,
)
from footprint.rulebook.terms import ClauseName
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

OFFERS, RECORD = "/lessons/offers/", "/lessons/offers/record/"
TYPED = {
    "kind": "leaflet",
    "what": "Leaflet on ages",
    "offered_on_day": "16",
    "offered_on_month": "11",
    "offered_on_year": "2026",
}


@pytest.fixture(autouse=True)
def _on_that_monday(cast: Cast) -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office(cast: Cast) -> Client:
    return client_of(cast.office)


def test_the_policys_sentence_stands_beside_the_offers(cast: Cast, office: Client) -> None:
    make_adopted(cast.oakfield, policy_on_lessons(), cast.head)
    make_offer(cast.oakfield, cast.office, kind=OfferKind.FAMILY_AGREEMENT)
    make_offer(cast.oakfield, cast.office)

    page = fetch_page(office, OFFERS)

    quote = text_of(first(page, ".fp-policy__quote"))
    assert quote == SENTENCES[ClauseName.PARENT_SUPPORT]
    assert "2 offers recorded in this school year. A family agreement was offered 1 time." in (
        text_of(page)
    )


def test_silence_is_said_and_an_empty_list_says_what_to_do(office: Client) -> None:
    shown = text_of(fetch_page(office, OFFERS))

    assert "Your policy does not say what parents are offered." in shown
    assert "No offers yet" in shown


@pytest.mark.parametrize("public", [True, False])
def test_the_public_family_agreement_is_named_and_never_counted(
    cast: Cast, office: Client, public: bool
) -> None:
    make_adopted(cast.oakfield, policy_on_lessons(), cast.head)
    cast.oakfield.public_slug = "oakfield" if public else None
    cast.oakfield.save()
    page = "/for/oakfield/family-agreement/"
    assert Client().get(page).status_code == (200 if public else 404)

    shown = text_of(fetch_page(office, OFFERS))

    assert ("Nothing of it reaches the school" in shown) == public
    assert ("They are not switched on." in shown) != public
    assert "A family agreement was offered 0 times." in shown


def test_an_offer_is_recorded_for_all_families_or_for_some(cast: Cast, office: Client) -> None:
    make_person(cast.oakfield, year_group=5)
    fetch_page(office, RECORD)
    page = post_page(office, RECORD, {**TYPED, "what": ""})
    assert "Answer the question “What was offered?”" in text_of(page)

    office.post(RECORD, TYPED)
    office.post(RECORD, {**TYPED, "what": "Year 5 evening", "year_groups": ["5"]})

    rows = [text_of(row) for row in fetch_page(office, OFFERS).css("tbody tr")]
    assert sorted(rows) == [
        "Leaflet on ages 16 Nov 2026 Leaflet All families",
        "Year 5 evening 16 Nov 2026 Leaflet Year 5",
    ]


def test_a_link_to_the_form_may_say_which_kind(office: Client) -> None:
    page = fetch_page(office, f"{RECORD}?kind=family_agreement")

    assert [node.attributes["value"] for node in page.css("input[checked]")] == ["family_agreement"]


def test_an_offer_is_corrected_and_taken_back_with_a_reason(cast: Cast, office: Client) -> None:
    offer = make_offer(cast.oakfield, cast.office, year_groups=frozenset({2}))
    url = f"{OFFERS}{offer.pk}/"
    assert "Year 2" in text_of(fetch_page(office, url))
    fetch_page(office, f"{url}correct/")

    again: dict[str, Any] = {**TYPED, "reason": "It was a leaflet"}
    location = office.post(f"{url}correct/", again)["Location"]
    assert "“It was a leaflet”" in text_of(fetch_page(office, location))
    assert "See what counts now" in text_of(fetch_page(office, url))
    fetch_page(office, f"{location}withdraw/")
    office.post(f"{location}withdraw/", {"reason": "Called off"})

    assert not FamilyOffer.objects.current().exists()
    assert office.get(f"{location}correct/").status_code == 404


def test_the_list_is_filtered_by_words_kind_and_school_year(cast: Cast, office: Client) -> None:
    make_offer(cast.oakfield, cast.office, what="Alpha")
    make_offer(cast.oakfield, cast.office, what="Beta", kind=OfferKind.LINK)
    make_offer(cast.oakfield, cast.office, what="Gamma", offered_on=date(2026, 3, 3))

    def names(query: str) -> list[str]:
        return sorted(
            text_of(row) for row in fetch_page(office, f"{OFFERS}?{query}").css("tbody th")
        )

    assert names("") == ["Alpha", "Beta"]
    assert names("words=alp") == ["Alpha"]
    assert names("words=newsletter") == ["Beta"]
    assert names("kind=link") == ["Beta"]
    assert names("from=2025") == ["Gamma"]
    assert names("kind=nonsense&from=x") == ["Alpha", "Beta"]
    assert "No offer fits" in text_of(fetch_page(office, f"{OFFERS}?words=zz"))


def test_the_export_has_what_the_list_has(cast: Cast, office: Client) -> None:
    make_offer(cast.oakfield, cast.office, what="=Alpha", year_groups=frozenset({1, 2, 3}))

    data = office.get("/lessons/offers/file/csv/").content.decode("utf-8-sig")

    assert list(csv.reader(io.StringIO(data)))[1] == [
        "16/11/2026", "Evening or meeting", "'=Alpha", "Year 1 to Year 3", "Olive Office",
    ]  # fmt: skip
    assert office.get("/lessons/offers/file/xlsx/").content.startswith(b"PK")
    assert office.get("/lessons/offers/file/pdf/").status_code == 404
