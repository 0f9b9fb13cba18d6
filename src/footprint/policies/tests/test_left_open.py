"""The numbers that a document leaves open, and what the school gives in their place."""

from dataclasses import replace
from datetime import date

import pytest

from footprint.policies import actions
from footprint.policies.comparing import compare
from footprint.policies.leftopen import given_before, left_open
from footprint.policies.tests.factories import adopt, make_reviewed
from footprint.rulebook.catalogue import CATALOGUE
from footprint.rulebook.decisions import deadline
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.policy import Clause, Policy, Quote, Value, clause_from_json
from footprint.rulebook.terms import ClauseName, Stated
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page

DAYS = (ClauseName.DELETION_REQUEST, "days")
ANSWER_DAYS = (ClauseName.REPUTATION, "answer_days")


def test_every_number_asked_for_at_adoption_has_a_decision_that_needs_it(cast: Cast) -> None:
    asked = {(e.name, part.key) for e in CATALOGUE for part in e.parts if part.at_adoption}

    assert asked == {DAYS, ANSWER_DAYS}
    for name, key in asked:
        silent = {name: clause_from_json(name, {"stated": "stated", "values": {}, "quotes": []})}
        assert [(n, p.key) for n, p in left_open(Policy("1", silent))] == [(name, key)]


@pytest.mark.parametrize(
    ("values", "asked"),
    [
        ({}, True),
        ({"expected": "promptly"}, True),
        ({"expected": "within 24 hours"}, False),
        ({"expected": "within two school days"}, False),
        ({"days": 2}, False),
    ],
)
def test_days_are_asked_for_only_where_the_document_gives_no_time(
    values: dict[str, object], asked: bool
) -> None:
    quote = {"text": "We ask that it is deleted.", "where": "", "start": 0, "end": 0}
    data = {
        "stated": "stated",
        "values": {key: {"value": value, "quote": quote} for key, value in values.items()},
        "quotes": [quote],
    }
    clause = clause_from_json(ClauseName.DELETION_REQUEST, data)

    assert bool(left_open(Policy("1", {clause.name: clause}))) is asked


def test_nothing_is_asked_of_a_silent_clause() -> None:
    assert left_open(Policy("1", {})) == []


def test_a_given_number_is_the_schools_own_word_and_makes_the_date(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head, "larkhill.txt")

    policy = adopt(version, cast.head, given={DAYS: 3, ANSWER_DAYS: 5}).policy

    assert policy.clause(ClauseName.DELETION_REQUEST).values["days"].quote is None
    ruling = deadline.due(policy=policy, asked_on=date(2026, 9, 7), calendar=SchoolCalendar())
    assert ruling.due == date(2026, 9, 10)
    assert policy.clause(ClauseName.REPUTATION).get("answer_days") == 5


def test_a_given_number_does_not_overrule_the_document(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)

    policy = adopt(version, cast.head, given={DAYS: 30}).policy

    days = policy.clause(ClauseName.DELETION_REQUEST).values["days"]
    assert days.value == 2
    assert days.quote is not None


def test_a_number_makes_no_clause_where_the_policy_is_silent(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head, "larkhill.txt")
    review = version.reviews.get(name="deletion_request")
    actions.not_in_policy(review=review, seen=NOW, by=cast.head, now=NOW)

    policy = adopt(version, cast.head, given={DAYS: 3}).policy

    clause = policy.clause(ClauseName.DELETION_REQUEST)
    assert (clause.stated, dict(clause.values)) == (Stated.NOT_STATED, {})


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        (Value(3, None), {DAYS: 3}),  # given at the adoption before
        (Value(3, Quote("Within three school days.", "page 1")), {}),  # the old document said so
        (None, {}),
    ],
)
def test_only_the_schools_own_word_is_kept_for_the_next_adoption(
    before: Value | None, kept: dict[object, int]
) -> None:
    quote = Quote("The school asks for it to be deleted promptly.", "page 1")
    open_clause = Clause(
        ClauseName.DELETION_REQUEST, Stated.STATED, {"expected": Value("promptly", quote)}, (quote,)
    )
    values = {**open_clause.values, **({"days": before} if before else {})}
    earlier = Policy("1", {open_clause.name: replace(open_clause, values=values)})

    assert given_before(Policy("2", {open_clause.name: open_clause}), earlier) == kept
    assert given_before(Policy("2", {}), earlier) == {}


def test_the_next_adoption_starts_from_what_was_given_and_the_difference_leaves_it_out(
    cast: Cast,
) -> None:
    first = adopt(
        make_reviewed(cast.oakfield, cast.head, "larkhill.txt"), cast.head, given={DAYS: 3}
    )
    draft = make_reviewed(cast.oakfield, cast.head, "larkhill.txt")

    page = fetch_page(client_of(cast.head), f"/policy/drafts/{draft.pk}/adopt/")

    field = page.css_first("#id_deletion_request_days")
    assert field is not None
    assert field.attributes["value"] == "3"
    assert compare(first, draft).is_same
    assert compare(draft, first).is_same
