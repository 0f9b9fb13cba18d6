"""The September review, many at a time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from footprint.people.models import FamilyLink, Relation
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.registers.connection_exceptions.tests.factories import (
    allowed,
    declared,
    make_pupil,
    make_staff,
)
from tests.cast import Cast, client_of
from tests.pages import fetch_page, post_page, text_of

SEPTEMBER = datetime(2027, 9, 6, 9, tzinfo=UTC)
LONG = date(2029, 8, 31)
REVIEW = reverse("connection_exceptions:review_connections")


@pytest.fixture
def september() -> Iterator[None]:
    with time_machine.travel(SEPTEMBER, tick=False):
        yield


def due() -> set[int]:
    rows = ConnectionException.objects.due_for_review(SEPTEMBER.date())
    return set(rows.values_list("pk", flat=True))


def test_what_is_allowed_and_not_looked_at_since_september_is_due(cast: Cast) -> None:
    old = allowed(cast, ends_on=LONG)
    declared(cast, other="Piers Oakapple")
    assert due() == {old.pk}
    assert not ConnectionException.objects.due_for_review(date(2027, 8, 31)).exists()


def test_ticked_ones_are_confirmed_and_the_rest_stays(cast: Cast, september: None) -> None:
    rows = [allowed(cast, other=f"Piers Oakapple-{number}", ends_on=LONG) for number in range(3)]
    client = client_of(cast.head)
    words = text_of(fetch_page(client, REVIEW))
    assert "Piers Oakapple-1" in words

    client.post(REVIEW, {"still": [str(rows[0].pk), str(rows[2].pk)]})

    assert due() == {rows[1].pk}
    assert rows[0].entries.filter(action="reviewed").count() == 1


def test_nothing_ticked_is_said(cast: Cast, september: None) -> None:
    allowed(cast, ends_on=LONG)
    page = post_page(client_of(cast.head), REVIEW, {})
    assert "Tick the links that still stand" in text_of(page)


def test_nobody_confirms_their_familys(cast: Cast, september: None) -> None:
    head, child = make_staff(cast, cast.head), make_pupil(cast)
    connection = allowed(cast, other=child, ends_on=LONG)
    FamilyLink.objects.create(person=child, relative=head, relation=Relation.PARENT)

    response = client_of(cast.head).post(REVIEW, {"still": [str(connection.pk)]}, follow=True)

    assert due() == {connection.pk}
    assert "or they are your own or your family’s" in response.content.decode()


def test_the_chair_reviews_the_heads(cast: Cast, september: None) -> None:
    connection = allowed(cast, user=cast.head, by=cast.chair, ends_on=LONG)
    assert "Oakapple" not in text_of(fetch_page(client_of(cast.head), REVIEW))
    url = reverse("connection_exceptions:review_head_connections")
    client_of(cast.chair).post(url, {"still": [str(connection.pk)]})
    assert due() == set()


def test_confirming_twice_writes_once(cast: Cast) -> None:
    connection = allowed(cast, ends_on=LONG)
    shared = {"connections": [connection], "by": cast.head, "now": SEPTEMBER}
    assert actions.confirm(**shared) == 1  # type: ignore[arg-type]
    assert actions.confirm(**shared) == 0  # type: ignore[arg-type]


def test_an_empty_review_says_so(cast: Cast) -> None:
    words = text_of(fetch_page(client_of(cast.head), REVIEW))
    assert "Nothing to review" in words
