"""The head decides, the chair about the head's own, nobody about theirs; history is kept."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from footprint.notices.models import Notice
from footprint.people.models import FamilyLink, Relation
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.models import (
    ConnectionException,
    EndReason,
    State,
)
from footprint.registers.connection_exceptions.tests.factories import (
    NEXT_YEAR,
    TODAY,
    adopted,
    allowed,
    declared,
    make_pupil,
    make_staff,
    terms,
)
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, clause, replacing
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

ALLOW: dict[str, object] = {
    "decision": "allow",
    "reason": "Close family",
    "limits": "Nothing about school",
    "starts_on_day": "16",
    "starts_on_month": "11",
    "starts_on_year": "2026",
    "ends_on_day": "31",
    "ends_on_month": "8",
    "ends_on_year": "2099",
}


def url(name: str, connection: ConnectionException) -> str:
    return reverse(f"connection_exceptions:{name}", args=[connection.pk])


def test_the_head_allows_with_reason_limits_and_an_end(cast: Cast) -> None:
    version = adopted(cast)
    connection = allowed(cast)

    assert connection.stands_at is State.ALLOWED
    assert (connection.decided_by, connection.decided_at) == (cast.head, NOW)
    assert (connection.starts_on, connection.ends_on) == (TODAY, NEXT_YEAR)
    assert connection.policy_version == version
    assert connection.as_exception is not None
    assert connection.as_exception.holds_on(NEXT_YEAR)
    assert not connection.as_exception.holds_on(NEXT_YEAR + timedelta(days=1))


def test_whoever_declared_it_is_told_that_it_was_decided_and_not_how(cast: Cast) -> None:
    connection = allowed(cast)
    notice = Notice.objects.get(to=cast.teacher.email)
    assert url("show_mine", connection) in notice.body
    assert "allowed" not in notice.body.lower()


def test_the_head_refuses_with_a_reason(cast: Cast) -> None:
    connection = declared(cast)
    actions.refuse(connection=connection, reason="Only a neighbour", by=cast.head, now=NOW)
    assert (connection.stands_at, connection.as_exception) == (State.REFUSED, None)
    assert [entry.action for entry in connection.entries.all()] == ["declared", "refused"]


@pytest.mark.parametrize("who", ["dsl", "deputy", "office", "teacher", "chair", "stranger"])
def test_nobody_else_decides(cast: Cast, who: str) -> None:
    connection = declared(cast, user=cast.keeper)
    with pytest.raises(actions.NotTheirs):
        actions.allow(connection=connection, terms=terms(), by=getattr(cast, who), now=NOW)
    connection.refresh_from_db()
    assert connection.stands_at is State.DECLARED


def test_the_head_never_decides_their_own_and_the_chair_does(cast: Cast) -> None:
    connection = declared(cast, user=cast.head)
    with pytest.raises(actions.TheirOwn):
        actions.allow(connection=connection, terms=terms(), by=cast.head, now=NOW)
    actions.allow(connection=connection, terms=terms(), by=cast.chair, now=NOW)
    assert connection.decided_by == cast.chair


def test_nor_their_familys_even_where_it_was_on_their_desk(cast: Cast) -> None:
    head, child = make_staff(cast, cast.head), make_pupil(cast)
    connection = declared(cast, other=child)
    FamilyLink.objects.create(person=child, relative=head, relation=Relation.PARENT)

    with pytest.raises(actions.TheirOwn):
        actions.refuse(connection=connection, reason="No", by=cast.head, now=NOW)
    assert actions.place_again(connection=connection, by_words="system: test", now=NOW)
    actions.refuse(connection=connection, reason="No", by=cast.chair, now=NOW)
    assert [entry.action for entry in connection.entries.all()] == ["declared", "moved", "refused"]


def test_of_two_decisions_at_once_the_second_is_told(cast: Cast) -> None:
    connection = declared(cast)
    same = ConnectionException.objects.get(pk=connection.pk)
    actions.allow(connection=connection, terms=terms(), by=cast.head, now=NOW)
    with pytest.raises(actions.AlreadyDecided):
        actions.refuse(connection=same, reason="No", by=cast.head, now=NOW)
    assert ConnectionException.objects.get().stands_at is State.ALLOWED
    assert connection.entries.count() == 2


@pytest.mark.parametrize("changes", [{"reason": " "}, {"ends_on": TODAY - timedelta(days=1)}])
def test_an_exception_without_reason_or_backwards_is_refused(
    cast: Cast, changes: dict[str, object]
) -> None:
    connection = declared(cast)
    with pytest.raises(ValueError, match="an exception has a reason"):
        actions.allow(connection=connection, terms=terms(**changes), by=cast.head, now=NOW)


@pytest.mark.parametrize(
    "fields",
    [
        {"state": State.ALLOWED, "ends_on": None},
        {"state": State.ALLOWED, "reason": ""},
        {"state": State.ENDED},
        {"decided_at": None},
    ],
)
def test_the_database_keeps_the_promise(cast: Cast, fields: dict[str, object]) -> None:
    connection = allowed(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        ConnectionException.objects.filter(pk=connection.pk).update(**fields)


def test_a_new_end_keeps_the_old_one_readable(cast: Cast) -> None:
    connection = allowed(cast)
    actions.change_end(
        connection=connection,
        seen=NEXT_YEAR,
        ends_on=date(2028, 8, 31),
        reason="Moves to Year 6",
        by=cast.head,
        now=NOW,
    )
    assert connection.ends_on == date(2028, 8, 31)
    texts = [entry.text for entry in connection.entries.all()]
    assert "31 August 2027" in texts[1]
    assert "31 August 2028" in texts[2]


def test_a_new_end_of_something_that_changed_meanwhile_is_told(cast: Cast) -> None:
    connection = allowed(cast)
    with pytest.raises(actions.AlreadyDecided):
        actions.change_end(
            connection=connection,
            seen=TODAY,
            ends_on=date(2028, 8, 31),
            reason="Moves up",
            by=cast.head,
            now=NOW,
        )


def test_where_the_head_approves_nothing_more_is_said(cast: Cast) -> None:
    adopted(cast)
    page = fetch_page(client_of(cast.head), url("decide_connection", declared(cast)))
    assert "as who approves exceptions" not in text_of(page)


def test_the_page_decides_and_cites_the_policy(cast: Cast) -> None:
    adopted(cast)
    connection = declared(cast)
    client = client_of(cast.head)
    words = text_of(fetch_page(client, url("decide_connection", connection)))
    assert "The head of Oakfield may agree to an exception for a family." in words
    assert "Your policy does not allow this connection." in words

    client.post(url("decide_connection", connection), ALLOW)

    connection.refresh_from_db()
    assert connection.stands_at is State.ALLOWED
    assert connection.ends_on == date(2099, 8, 31)
    words = text_of(fetch_page(client, url("show_connection", connection)))
    assert "Close family" in words
    assert "Nothing about school" in words


def test_a_policy_without_exceptions_says_so_on_the_page(cast: Cast) -> None:
    adopted(cast, LARKHILL)
    words = text_of(fetch_page(client_of(cast.head), url("decide_connection", declared(cast))))
    assert "Your policy does not say." in words
    assert "your policy gives no ground for one" in words


@pytest.mark.parametrize(
    ("named", "words"),
    [("dsl", "the designated safeguarding lead"), ("office", "the school office")],
)
def test_whom_else_the_policy_names_as_approving_is_said(
    cast: Cast, named: str, words: str
) -> None:
    said = clause(ClauseName.EXCEPTIONS, "Exceptions are approved.", approved_by=named)
    adopted(cast, replacing(OAKFIELD, said))
    page = fetch_page(client_of(cast.head), url("decide_connection", declared(cast)))
    assert f"Your policy names {words} as who approves exceptions" in text_of(page)


def test_to_allow_without_an_end_is_not_possible_on_the_page(cast: Cast) -> None:
    connection = declared(cast)
    without = {key: value for key, value in ALLOW.items() if not key.startswith("ends_on")}
    page = post_page(client_of(cast.head), url("decide_connection", connection), without)
    assert "every exception ends" in text_of(page)
    page = post_page(
        client_of(cast.head),
        url("decide_connection", connection),
        {**ALLOW, "ends_on_year": "2020"},
    )
    assert "There is a problem" in text_of(page)
    connection.refresh_from_db()
    assert connection.stands_at is State.DECLARED


def test_a_refusal_asks_for_no_dates(cast: Cast) -> None:
    connection = declared(cast)
    client_of(cast.head).post(
        url("decide_connection", connection), {"decision": "refuse", "reason": "A neighbour"}
    )
    connection.refresh_from_db()
    assert connection.stands_at is State.REFUSED


def test_the_chair_decides_on_their_own_page(cast: Cast) -> None:
    connection = declared(cast, user=cast.head)
    client = client_of(cast.chair)
    words = text_of(fetch_page(client, reverse("connection_exceptions:list_head_connections")))
    assert "Perrin Oakapple" in words
    client.post(url("decide_head_connection", connection), ALLOW)
    connection.refresh_from_db()
    assert connection.decided_by == cast.chair


def test_the_heads_own_page_refuses_the_head(cast: Cast) -> None:
    connection = declared(cast, user=cast.head)
    page = post_page(client_of(cast.head), url("decide_connection", connection), dict(ALLOW))
    assert "nobody decides about their own" in text_of(page)
    connection.refresh_from_db()
    assert connection.stands_at is State.DECLARED


def test_ending_is_by_its_owner_or_the_register_and_only_once(cast: Cast) -> None:
    connection = allowed(cast)
    client_of(cast.teacher).post(url("end_mine", connection), {"why": "link_gone", "text": ""})
    connection.refresh_from_db()
    assert (connection.stands_at, connection.end_reason) == (State.ENDED, EndReason.LINK_GONE)
    with pytest.raises(actions.AlreadyEnded):
        actions.end(connection=connection, why=EndReason.LINK_GONE, by=cast.office, now=NOW)
    assert connection.entries.filter(action="ended").count() == 1
    assert connection.reason == "Close family"  # what was decided stays
