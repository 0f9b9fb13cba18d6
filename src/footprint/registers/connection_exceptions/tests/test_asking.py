""" "May I?" answers with the policy's sentence, and counts an exception for oneself only."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse

from footprint.audit.models import Event
from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.registers.connection_exceptions.tests.factories import (
    NEXT_YEAR,
    adopted,
    allowed,
    declared,
    make_pupil,
    make_staff,
)
from footprint.rulebook.terms import ConnectionKind, Party
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

ASK = reverse("connection_exceptions:ask_connection")


def answer(cast: Cast, who: str, query: str) -> str:
    with time_machine.travel(NOW, tick=False):
        page = fetch_page(client_of(getattr(cast, who)), f"{ASK}?{query}")
    return text_of(page)


def own(connection: ConnectionException) -> str:
    return f"about={connection.pk}"


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("by=pupil&to=staff&kind=friend", "It is not allowed"),
        ("by=staff&to=pupil&kind=message", "It is not allowed"),
        ("by=pupil&to=governor&kind=follow", "It is discouraged"),
        ("by=staff&to=pupil&kind=group", "Footprint counts a chat group"),
        ("by=parent&to=staff&kind=friend", "Your policy does not say"),
        ("by=staff&to=former_pupil&kind=friend_request", "Your policy does not say"),
    ],
)
@pytest.mark.parametrize("who", ["teacher", "governor"])
def test_the_answer_is_the_policys(cast: Cast, who: str, query: str, says: str) -> None:
    adopted(cast)
    assert says in answer(cast, who, query)


@pytest.mark.parametrize("by", Party)
@pytest.mark.parametrize("to", Party)
def test_every_pair_and_kind_has_an_answer(cast: Cast, by: Party, to: Party) -> None:
    adopted(cast)
    for kind in ConnectionKind:
        response = client_of(cast.teacher).get(
            ASK, {"by": by.value, "to": to.value, "kind": kind.value}
        )
        assert 'id="answer"' in response.content.decode()


def test_nothing_that_is_asked_is_kept(cast: Cast) -> None:
    adopted(cast)
    answer(cast, "teacher", "by=pupil&to=staff&kind=friend")
    assert not Event.objects.exists()


def test_my_own_allowed_link_opens_what_was_allowed(cast: Cast) -> None:
    adopted(cast)
    connection = allowed(cast)
    for query in ("by=staff&to=pupil&kind=message", "by=pupil&to=staff&kind=group"):
        assert "It is allowed" in answer(cast, "teacher", f"{query}&{own(connection)}")
        assert "It is not allowed" in answer(cast, "teacher", query)


@pytest.mark.parametrize(
    "query",
    ["by=staff&to=pupil&kind=follow", "by=volunteer&to=pupil&kind=message"],
)
def test_it_opens_no_other_way_and_no_other_people(cast: Cast, query: str) -> None:
    adopted(cast)
    words = answer(cast, "teacher", f"{query}&{own(allowed(cast))}")
    assert "Your allowed link is not for these two, or not in this way" in words
    assert "It is allowed" not in words


def test_friends_may_ask_to_be_friends(cast: Cast) -> None:
    adopted(cast)
    connection = allowed(cast, kinds=[ConnectionKind.FRIEND])
    query = f"by=pupil&to=staff&kind=friend_request&{own(connection)}"
    assert "It is allowed" in answer(cast, "teacher", query)


def test_nobody_elses_link_counts(cast: Cast) -> None:
    adopted(cast)
    connection = allowed(cast)
    words = answer(cast, "keeper", f"by=staff&to=pupil&kind=message&{own(connection)}")
    assert "It is allowed" not in words
    assert "Oakapple" not in words


def test_the_other_side_of_an_allowed_link_counts_it_too(cast: Cast) -> None:
    adopted(cast)
    pupil, keeper = make_pupil(cast), make_staff(cast, cast.keeper)
    connection = allowed(cast, person=pupil, party=Party.PUPIL, other=keeper,
                         other_party=Party.STAFF)  # fmt: skip
    words = answer(cast, "keeper", f"by=staff&to=pupil&kind=message&{own(connection)}")
    assert "It is allowed" in words


def test_what_waits_or_is_over_opens_nothing(cast: Cast) -> None:
    adopted(cast)
    waiting = declared(cast)
    query = "by=staff&to=pupil&kind=message"
    assert "It is allowed" not in answer(cast, "teacher", f"{query}&{own(waiting)}")
    over = allowed(cast, other="Piers Oakapple")
    late = datetime(NEXT_YEAR.year, 9, 1, 9, tzinfo=UTC)
    with time_machine.travel(late, tick=False):
        page = fetch_page(client_of(cast.teacher), f"{ASK}?{query}&{own(over)}")
    assert "It is allowed" not in text_of(page)


def test_without_an_adopted_policy_it_says_so(cast: Cast) -> None:
    words = text_of(fetch_page(client_of(cast.teacher), ASK))
    assert "No policy is adopted yet" in words
