"""Incidents suggest lessons by counts that name nobody, less what the reader must not know."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from footprint.incidents.models import Incident
from footprint.registers.lessons.tests.factories import make_lesson
from footprint.reports.disclosure import Hidden
from footprint.reports.lesson_needs import Need, last_terms, needs_of
from footprint.reports.periods import Period
from footprint.reports.tests.factories import make_incident
from footprint.rulebook.terms import ConductTag, Flag, Matter, Poster, Strand
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

TODAY = NOW.date()
PAGE = "/reports/lessons/"
BULLYING = {"flags": [Flag.BULLYING.value]}
UNDERAGE = {"flags": [Flag.UNDERAGE.value]}
RUDE = {"conduct": [ConductTag.RUDE.value]}


def happened(cast: Cast, number: int, **fields: object) -> list[Incident]:
    given = {"matter": Matter.PUPIL_CONDUCT, "poster": Poster.PUPIL.value, **fields}
    return [make_incident(cast, **given) for _ in range(number)]  # type: ignore[arg-type]


def needs(cast: Cast, who: str = "head") -> dict[Strand, Need]:
    found = needs_of(cast.oakfield, reader=getattr(cast, who), on=TODAY)
    return {need.strand: need for need in found}


def test_nothing_happened_suggests_nothing(cast: Cast) -> None:
    assert needs(cast) == {}


def test_strands_are_counted_the_most_first_small_numbers_hidden(cast: Cast) -> None:
    happened(cast, 6, **BULLYING)
    happened(cast, 9, **RUDE)
    happened(cast, 4, **UNDERAGE)
    happened(cast, 2, flags=[Flag.ALLEGATION.value])

    found = needs_of(cast.oakfield, reader=cast.head, on=TODAY)

    assert [(need.strand, need.count, need.hidden) for need in found] == [
        (Strand.RELATIONSHIPS, 9, None),
        (Strand.BULLYING, 6, None),
        (Strand.WELL_BEING, None, Hidden.SMALL),
    ]


def test_a_matter_counts_once_for_each_of_its_strands(cast: Cast) -> None:
    both = {"flags": [Flag.BULLYING.value, Flag.THREAT.value], "conduct": [ConductTag.RUDE.value]}
    happened(cast, 5, **both)

    assert {strand: need.count for strand, need in needs(cast).items()} == {
        Strand.BULLYING: 5,
        Strand.RELATIONSHIPS: 5,
    }


def test_a_number_that_would_give_the_rest_away_is_hidden(cast: Cast) -> None:
    """The governors' report says how many there were: 8 less 7 would be the one other matter."""
    happened(cast, 7, **BULLYING)
    happened(cast, 1)

    assert needs(cast)[Strand.BULLYING].hidden is Hidden.GIVES_AWAY


@pytest.mark.parametrize("matter", [Matter.ALLEGATION, Matter.ALLEGATION_HEAD])
def test_matters_about_adults_are_left_out(cast: Cast, matter: Matter) -> None:
    happened(cast, 6, matter=matter, **BULLYING)

    assert needs(cast) == {}


@pytest.mark.parametrize("poster", [each for each in Poster if each is not Poster.PUPIL])
def test_lessons_are_for_what_pupils_post(cast: Cast, poster: Poster) -> None:
    happened(cast, 6, poster=poster.value, **BULLYING)

    assert needs(cast) == {}


def test_whoever_is_shut_out_of_a_matter_gets_no_sign_of_it(cast: Cast) -> None:
    for incident in happened(cast, 6, **BULLYING)[:2]:
        incident.shut_out.add(cast.dsl)

    assert needs(cast)[Strand.BULLYING].count == 6
    assert needs(cast, "dsl")[Strand.BULLYING].hidden is Hidden.SMALL


def test_another_schools_matters_stay_there(cast: Cast) -> None:
    happened(cast, 6, school=cast.riverside, **BULLYING)

    assert needs(cast) == {}


def test_this_term_and_the_two_before_count(cast: Cast) -> None:
    assert last_terms(cast.oakfield, on=TODAY) == Period(date(2026, 1, 1), TODAY)
    happened(cast, 5, opened_at=datetime(2026, 1, 2, tzinfo=UTC), **BULLYING)
    happened(cast, 5, opened_at=datetime(2025, 12, 30, tzinfo=UTC), **RUDE)

    assert set(needs(cast)) == {Strand.BULLYING}


def test_what_was_taught_stands_beside_it_and_a_plan_is_offered(cast: Cast) -> None:
    happened(cast, 6, **BULLYING)
    happened(cast, 4, **UNDERAGE)
    make_lesson(cast.oakfield, cast.teacher)

    with time_machine.travel(NOW, tick=False):
        page = fetch_page(client_of(cast.head), PAGE)
        governors = fetch_page(client_of(cast.governor), PAGE)

    rows = [text_of(row) for row in page.css("tbody tr")]
    assert rows == [
        "Online bullying not shown 1 lesson, on 16 November 2026 Plan a lesson (Online bullying)",
        "Health, well-being and lifestyle fewer than 5 No lesson recorded "
        "Plan a lesson (Health, well-being and lifestyle)",
    ]
    links = [node.attributes["href"] for node in page.css("tbody a")]
    assert links[0] == "/lessons/plan/?strand=bullying"
    assert not governors.css("tbody a")


@pytest.mark.parametrize("who", ["teacher", "office", "keeper"])
def test_counts_of_incidents_are_for_those_who_read_reports(cast: Cast, who: str) -> None:
    assert client_of(getattr(cast, who)).get(PAGE).status_code == 404


def test_the_page_of_lessons_leads_there_those_who_may(cast: Cast) -> None:
    assert "What incidents suggest" in text_of(fetch_page(client_of(cast.head), "/lessons/"))
    assert "What incidents suggest" not in text_of(fetch_page(client_of(cast.teacher), "/lessons/"))
