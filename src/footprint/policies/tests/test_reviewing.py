"""A person confirms, corrects or denies each clause; of two at once the second is told."""

from datetime import timedelta

import pytest

from footprint.audit.models import Event
from footprint.policies import actions
from footprint.policies.models import Decision, PolicyVersion
from footprint.policies.tests.factories import adopt, make_draft, make_reviewed
from footprint.rulebook.policy import Clause, Plain, clause_from_json
from footprint.rulebook.terms import ClauseName, Stated
from tests.cast import NOW, Cast

LATER = NOW + timedelta(minutes=5)


@pytest.fixture
def draft(cast: Cast) -> PolicyVersion:
    return make_draft(cast.oakfield, cast.head)


def _confirmed(draft: PolicyVersion, name: str) -> Clause:
    return clause_from_json(ClauseName(name), draft.reviews.get(name=name).as_confirmed or {})


def test_confirming_takes_the_clause_as_it_was_read(cast: Cast, draft: PolicyVersion) -> None:
    review = draft.reviews.get(name="conduct")

    actions.confirm_as_read(review=review, seen=None, by=cast.office, now=NOW)

    review.refresh_from_db()
    assert review.as_confirmed == review.as_read
    assert (review.decision, review.decided_by) == (Decision.CONFIRMED, cast.office)
    event = Event.objects.get(action="policies.clause_decided")
    assert event.details == {"clause": "conduct", "decision": "confirmed"}


def test_a_correction_keeps_the_sentence_of_what_it_leaves_alone(
    cast: Cast, draft: PolicyVersion
) -> None:
    review = draft.reviews.get(name="minimum_age")
    read = clause_from_json(ClauseName.MINIMUM_AGE, review.as_read)

    values: dict[str, Plain] = {"general": 13, "exceptions": {"WhatsApp": 13}}
    actions.correct(review=review, values=values, seen=None, by=cast.head, now=NOW)

    corrected = _confirmed(draft, "minimum_age")
    assert corrected.values["general"] == read.values["general"]
    assert corrected.get("exceptions") == {"WhatsApp": 13}
    assert corrected.values["exceptions"].quote == read.values["exceptions"].quote
    assert corrected.quotes == read.quotes


def test_a_value_where_nothing_was_found_is_the_schools_own_word(cast: Cast) -> None:
    draft = make_draft(cast.oakfield, cast.head, "home_made.txt")
    review = draft.reviews.get(name="extremism")
    assert review.as_read["stated"] == "not_stated"

    actions.correct(review=review, values={"prevent_duty": True}, seen=None, by=cast.head, now=NOW)

    corrected = _confirmed(draft, "extremism")
    assert corrected.is_stated
    assert corrected.values["prevent_duty"].quote is None


def test_correcting_to_nothing_leaves_no_sentence_behind(cast: Cast, draft: PolicyVersion) -> None:
    review = draft.reviews.get(name="police")

    actions.correct(review=review, values={}, seen=None, by=cast.head, now=NOW)

    assert _confirmed(draft, "police") == Clause(ClauseName.POLICE, Stated.NOT_STATED)


def test_our_policy_does_not_say_this(cast: Cast, draft: PolicyVersion) -> None:
    review = draft.reviews.get(name="police")

    actions.not_in_policy(review=review, seen=None, by=cast.head, now=NOW)

    assert _confirmed(draft, "police") == Clause(ClauseName.POLICE, Stated.NOT_STATED)


def test_a_decision_can_be_taken_back(cast: Cast, draft: PolicyVersion) -> None:
    review = draft.reviews.get(name="police")
    actions.not_in_policy(review=review, seen=None, by=cast.head, now=NOW)

    actions.undo(review=review, seen=NOW, by=cast.head, now=LATER)

    review.refresh_from_db()
    assert (review.decision, review.as_confirmed, review.decided_at) == ("", None, None)
    assert Event.objects.filter(action="policies.clause_reopened").count() == 1


def test_the_second_of_two_is_told_and_changes_nothing(cast: Cast, draft: PolicyVersion) -> None:
    review = draft.reviews.get(name="police")
    actions.confirm_as_read(review=review, seen=None, by=cast.dsl, now=NOW)

    with pytest.raises(actions.DecidedMeanwhile, match=r"Dinah Lead .* “Confirmed as read”"):
        actions.not_in_policy(review=review, seen=None, by=cast.head, now=LATER)

    review.refresh_from_db()
    assert (review.decision, review.decided_by) == (Decision.CONFIRMED, cast.dsl)


@pytest.mark.parametrize("act", ["confirm", "deny", "undo"])
def test_clauses_are_fixed_once_adopted(cast: Cast, act: str) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    review = version.reviews.get(name="police")
    adopted = adopt(version, cast.head)
    act_of = {
        "confirm": actions.confirm_as_read,
        "deny": actions.not_in_policy,
        "undo": actions.undo,
    }

    with pytest.raises(actions.AlreadyAdopted):
        act_of[act](review=review, seen=NOW, by=cast.head, now=LATER)

    assert adopted.reviews.get(name="police").decision == Decision.CONFIRMED
