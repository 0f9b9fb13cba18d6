"""Writing a policy clause by clause."""

import pytest

from footprint.audit.models import Event
from footprint.policies import actions
from footprint.policies.models import ClauseReview, Decision, PolicyVersion
from footprint.policies.tests.factories import adopt, make_adopted
from footprint.rulebook.policy import Plain
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import OAKFIELD, without
from tests.cast import NOW, Cast


def _start(cast: Cast) -> PolicyVersion:
    return actions.start_building(school=cast.oakfield, by=cast.head, now=NOW)


def _write(cast: Cast, review: ClauseReview, **values: Plain) -> None:
    actions.write_clause(
        review=review, values=values, seen=review.decided_at, by=cast.head, now=NOW
    )


def test_from_nothing_every_clause_waits(cast: Cast) -> None:
    version = _start(cast)

    assert (version.document, version.trust_policy, version.is_built) == (None, None, True)
    assert version.title == "Written clause by clause"
    assert version.reviews.undecided().count() == len(ClauseName)
    assert {each.as_read["stated"] for each in version.reviews.all()} == {"not_stated"}
    event = Event.objects.get(action="policies.building_started")
    assert (event.by, event.details) == (cast.head.email, {"from_version": None})


def test_from_a_policy_only_its_gaps_wait(cast: Cast) -> None:
    make_adopted(cast.oakfield, without(OAKFIELD, ClauseName.POLICE), cast.head)

    version = _start(cast)

    gaps = {each.name for each in version.reviews.undecided()}
    assert "police" in gaps
    assert "conduct" not in gaps
    assert version.reviewed.clause(ClauseName.CONDUCT) == OAKFIELD.clause(ClauseName.CONDUCT)


def test_there_is_one_at_a_time(cast: Cast) -> None:
    first = _start(cast)

    with pytest.raises(actions.AlreadyUnderReview) as caught:
        _start(cast)

    assert caught.value.version == first
    actions.set_aside(version=first, by=cast.head, now=NOW)
    assert _start(cast) != first


def test_a_clause_is_kept_with_the_sentences_that_say_it(cast: Cast) -> None:
    review = _start(cast).reviews.get(name="conduct")

    _write(cast, review, must_not_be=("rude", "insulting"), applies_to=("public",))

    review.refresh_from_db()
    assert (review.decision, review.decided_by) == (Decision.WRITTEN, cast.head)
    clause = review.version.reviewed.clause(ClauseName.CONDUCT)
    assert clause.get("must_not_be") == ("rude", "insulting")
    assert [quote.text for quote in clause.quotes] == [
        "What we post online must not be: rude; insulting. This applies to public pages."
    ]
    assert clause.quote_for("applies_to") == clause.quote


def test_the_governors_are_called_what_the_school_calls_them(cast: Cast) -> None:
    cast.oakfield.governors_word = "local committee members"
    cast.oakfield.save()
    review = _start(cast).reviews.get(name="no_following")

    _write(cast, review, pupils_follow_adults="forbidden", adults=("governor",))

    quote = review.version.reviewed.clause(ClauseName.NO_FOLLOWING).quote
    assert quote is not None
    assert "local committee members" in quote.text


def test_half_a_rule_is_refused_by_name(cast: Cast) -> None:
    review = _start(cast).reviews.get(name="no_friending")

    with pytest.raises(actions.HalfARule, match="“Such connections are”"):
        _write(cast, review, stance="forbidden")

    review.refresh_from_db()
    assert review.decision == ""


def test_the_second_of_two_is_told(cast: Cast) -> None:
    review = _start(cast).reviews.get(name="police")
    _write(cast, review, involved="may")

    with pytest.raises(actions.DecidedMeanwhile, match="Harriet Head"):
        _write(cast, review, involved="must")


def test_it_ends_in_an_adoption_like_any_other(cast: Cast) -> None:
    version = _start(cast)
    _write(cast, version.reviews.get(name="deletion_request"), requested_by="school", days=3)
    for review in version.reviews.undecided():
        actions.not_in_policy(review=review, seen=None, by=cast.head, now=NOW)

    policy = adopt(version, cast.head).policy

    stated = [name for name in ClauseName if policy.clause(name).is_stated]
    assert stated == [ClauseName.DELETION_REQUEST]
    days = policy.clause(ClauseName.DELETION_REQUEST).values["days"]
    assert days.value == 3
    assert days.quote is not None
    assert "within 3 school days" in days.quote.text
