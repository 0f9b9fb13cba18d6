"""A school's own value stands beside the pack's, with a reason, and never instead of it."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from footprint.audit.models import Event
from footprint.guidance import actions
from footprint.guidance.at_school import fact_for, facts_for, own_values
from footprint.guidance.fact import Theme
from footprint.guidance.models import FactOverride
from footprint.schools.models import Nation
from tests.cast import NOW, Cast

TODAY = date(2026, 11, 16)
LADO = "clock.lado"


def override(
    cast: Cast, key: str = LADO, value: actions.OwnValue = 2, seen: int | None = None
) -> FactOverride:
    return actions.override_fact(
        school=cast.oakfield,
        key=key,
        value=value,
        reason="Our local authority says so",
        seen=seen,
        by=cast.head,
        now=NOW,
    )


def test_both_values_are_there_and_the_school_goes_by_its_own(cast: Cast) -> None:
    override(cast)

    found = fact_for(school=cast.oakfield, key=LADO, on=TODAY)
    assert found is not None
    assert found.fact is not None
    assert (found.fact.words, found.own_words) == ("1 working day", "2 working days")
    assert found.goes_by == "2 working days"
    event = Event.objects.get()
    assert (event.action, event.by, event.school_id) == (
        "guidance.fact_overridden",
        cast.head.email,
        cast.oakfield.pk,
    )
    assert event.details == {"key": LADO}


def test_another_school_goes_by_the_pack(cast: Cast) -> None:
    override(cast)

    found = fact_for(school=cast.riverside, key=LADO, on=TODAY)
    assert found is not None
    assert found.override is None
    assert (found.own_words, found.goes_by) == ("", "1 working day")


def test_a_new_value_takes_the_place_of_the_one_before_which_is_kept(cast: Cast) -> None:
    first = override(cast)
    second = override(cast, value=3, seen=first.pk)

    first.refresh_from_db()
    assert (first.ended_at, first.ended_by) == (NOW, cast.head)
    assert FactOverride.objects.current().get() == second


@pytest.mark.parametrize("seen", [None, 0])
def test_whoever_did_not_see_the_value_that_is_there_is_told(cast: Cast, seen: int | None) -> None:
    first = override(cast)

    with pytest.raises(actions.ChangedMeanwhile):
        override(cast, value=5, seen=seen)

    assert FactOverride.objects.get() == first
    assert Event.objects.count() == 1


def test_ending_goes_back_to_the_pack_once(cast: Cast) -> None:
    own = override(cast)
    actions.end_override(override=own, by=cast.dsl, now=NOW + timedelta(days=1))

    found = fact_for(school=cast.oakfield, key=LADO, on=TODAY)
    assert found is not None
    assert found.goes_by == "1 working day"
    with pytest.raises(actions.ChangedMeanwhile):
        actions.end_override(override=own, by=cast.head, now=NOW + timedelta(days=2))
    own.refresh_from_db()
    assert own.ended_by == cast.dsl
    ended = Event.objects.filter(action="guidance.override_ended")
    assert [event.by for event in ended] == [cast.dsl.email]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (LADO, "two"),
        (LADO, True),
        (LADO, 0),
        ("age.whatsapp", -3),
        ("channel.google_school_reviews", "No"),
        ("channel.google_school_reviews", 1),
        ("route.posh", 5),
        ("route.posh", "   "),
        ("law.kcsie", False),
    ],
)
def test_a_value_of_another_kind_is_refused(cast: Cast, key: str, value: actions.OwnValue) -> None:
    with pytest.raises(actions.ValueDoesNotFit):
        override(cast, key, value)

    assert not FactOverride.objects.exists()


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("age.whatsapp", 16, "16 years"),
        ("channel.google_school_reviews", True, "Yes"),
        ("route.posh", "Ask the trust first", "Ask the trust first"),
    ],
)
def test_a_value_of_the_facts_kind_is_kept(
    cast: Cast, key: str, value: actions.OwnValue, words: str
) -> None:
    override(cast, key, value)

    found = fact_for(school=cast.oakfield, key=key, on=TODAY)
    assert found is not None
    assert found.own_words == words


def test_what_the_pack_does_not_know_cannot_be_overridden(cast: Cast) -> None:
    with pytest.raises(actions.NoSuchFact):
        override(cast, "age.nowhere")
    cast.oakfield.nation = Nation.SCOTLAND
    with pytest.raises(actions.NoSuchFact):
        override(cast, LADO)
    assert fact_for(school=cast.oakfield, key=LADO, on=TODAY) is None


def test_all_facts_of_a_school_hold_its_own_values_and_what_is_only_announced(cast: Cast) -> None:
    override(cast)

    found = facts_for(school=cast.oakfield, on=TODAY)
    assert set(found) == set(Theme)
    own = [each.key for facts in found.values() for each in facts if each.override]
    assert own == [LADO]
    announced = next(each for each in found[Theme.LAWS] if each.key == "law.mandatory_reporting")
    assert announced.fact is None
    assert announced.goes_by == ""
    assert len(announced.coming) == 1
    keys = [each.key for facts in found.values() for each in facts]
    assert len(keys) == len(set(keys))


def test_the_database_keeps_one_current_value(cast: Cast) -> None:
    own = override(cast)
    own.pk = None

    with pytest.raises(IntegrityError, match=r"one_current_value|UNIQUE"):
        own.save(force_insert=True)


def test_the_database_asks_for_a_reason(cast: Cast) -> None:
    own = override(cast)

    with pytest.raises(IntegrityError, match="has_a_reason"):
        FactOverride.objects.filter(pk=own.pk).update(reason="")


@pytest.mark.parametrize("who", ["nobody", "too early"])
def test_the_database_knows_who_ended_it_and_when(cast: Cast, who: str) -> None:
    own = override(cast)
    ended = (
        {"ended_at": NOW}
        if who == "nobody"
        else {"ended_at": NOW - timedelta(days=1), "ended_by": cast.head}
    )

    with pytest.raises(IntegrityError, match="ends_after_it_began"):
        FactOverride.objects.filter(pk=own.pk).update(**ended)


def test_the_checks_are_told_what_the_school_went_by_on_that_day(cast: Cast) -> None:
    first = override(cast)
    override(cast, value=3, seen=first.pk)
    FactOverride.objects.filter(pk=first.pk).update(
        at=NOW - timedelta(days=30), ended_at=NOW - timedelta(days=10)
    )

    def held(days_ago: int) -> str:
        found = own_values(school=cast.oakfield, on=TODAY - timedelta(days=days_ago))
        return found[LADO].words if LADO in found else ""

    assert [held(days) for days in (31, 30, 11, 10, 0)] == [
        "", "2 working days", "2 working days", "", "3 working days",
    ]  # fmt: skip
    assert own_values(school=cast.riverside, on=TODAY) == {}
