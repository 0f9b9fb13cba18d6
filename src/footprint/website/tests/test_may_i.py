""" "May I connect?" in public: the policy's answer in both directions, and nothing is kept."""

import pytest
from django.test import Client

from footprint.audit.models import Event
from footprint.registers.connection_exceptions.tests.factories import allowed
from footprint.rulebook.terms import ConnectionKind, Party, Stance
from footprint.website.connecting import ANSWERS, KINDS, PARTIES
from footprint.website.tests.test_pages import open_school
from tests.cast import Cast
from tests.pages import fetch_page, first, text_of

__all__ = ["open_school"]
PAGE = "/for/oakfield/may-i/"


def test_every_member_of_every_closed_list_has_its_words() -> None:
    assert set(PARTIES) == set(Party)
    assert set(KINDS) == set(ConnectionKind)
    assert set(ANSWERS) == set(Stance)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("by=pupil&to=staff&kind=friend", "No. Our policy does not allow it."),
        ("by=staff&to=pupil&kind=message", "No. Our policy does not allow it."),
        ("by=pupil&to=volunteer&kind=follow", "Better not."),
        ("by=parent&to=staff&kind=friend", "Our policy does not say."),
    ],
)
def test_it_answers_in_both_directions(open_school: Cast, query: str, says: str) -> None:
    page = fetch_page(Client(), f"{PAGE}?{query}")
    assert says in text_of(first(page, "#answer"))
    assert not Event.objects.filter(action__startswith="website").exists()


def test_it_cites_the_sentence_and_counts_a_group_openly(open_school: Cast) -> None:
    words = text_of(fetch_page(Client(), f"{PAGE}?by=pupil&to=staff&kind=group"))
    assert "Oakfield's pupils and its adults are not friends online" in words
    assert "we count a chat group" in words


def test_nobodys_exception_shows(open_school: Cast) -> None:
    allowed(open_school)
    words = text_of(fetch_page(Client(), f"{PAGE}?by=staff&to=pupil&kind=message"))
    assert "No. Our policy does not allow it." in words
    assert "Oakapple" not in words


@pytest.mark.parametrize("query", ["", "by=x&to=y&kind=z", "by=pupil", "by=pupil&to=staff&kind="])
def test_nonsense_is_no_answer_and_no_error(open_school: Cast, query: str) -> None:
    page = fetch_page(Client(), f"{PAGE}?{query}")
    assert page.css("#answer") == []


def test_what_was_asked_stays_chosen(open_school: Cast) -> None:
    page = fetch_page(Client(), f"{PAGE}?by=governor&to=pupil&kind=follow")
    assert first(page, "#by option[selected]").attributes["value"] == "governor"


def test_it_answers_in_welsh(open_school: Cast) -> None:
    words = text_of(fetch_page(Client(), f"/cy{PAGE}?by=pupil&to=staff&kind=friend"))
    assert "Nid yw ein polisi'n ei ganiatáu" in words
    assert "does not allow" not in words
