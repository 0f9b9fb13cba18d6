"""The page that shows where to report: for all who work here, with dated routes, kept nowhere."""

import pytest

from footprint.audit.models import Event
from footprint.guidance.pack import load_pack
from footprint.rulebook.decisions.where_to_report import TABLE, Seen
from tests.cast import Cast, client_of
from tests.pages import fetch_page, parse_page, text_of

URL = "/incidents/where-to-report/"


def test_every_route_is_a_fact_of_the_pack() -> None:
    known = {fact.key for fact in load_pack().entries}
    assert {key for row in TABLE.values() for key in row.routes} <= known


@pytest.mark.parametrize("who", ["teacher", "office", "governor", "head", "chair"])
def test_everybody_who_works_here_may_ask(cast: Cast, who: str) -> None:
    assert "This is not a verdict" in text_of(fetch_page(client_of(getattr(cast, who)), URL))


def test_it_shows_the_route_with_its_date_and_marks_what_is_unchecked(cast: Cast) -> None:
    before = Event.objects.count()
    page = parse_page(client_of(cast.teacher).post(URL, {"seen": [Seen.CHILD_IMAGE.value]}))
    words = text_of(page)
    assert "Internet Watch Foundation (IWF)" in words
    assert "no source was seen" in words  # the pack has not checked the address
    assert "not even as proof" in words
    assert "Tell the safeguarding lead in person now, as well." in words
    assert Event.objects.count() == before


def test_nothing_ticked_asks_to_tick(cast: Cast) -> None:
    answer = client_of(cast.teacher).post(URL, {"x": "1"})
    assert "Tick what fits best" in answer.content.decode()
