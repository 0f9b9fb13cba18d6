"""A reviewed version becomes the school's policy, and then never changes."""

import random
from datetime import date, timedelta

import pytest
from django.db import transaction

from footprint.audit.models import Event
from footprint.policies import actions
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import MEETING, adopt, make_draft, make_reviewed
from footprint.rulebook.policy import clause_from_json, policy_from_json, policy_to_json
from footprint.rulebook.terms import ClauseName, Stated
from tests.cast import NOW, Cast

# --- what stands in the way ---


def test_undecided_clauses_stand_in_the_way(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    actions.undo(review=version.reviews.get(name="police"), seen=NOW, by=cast.head, now=NOW)

    with pytest.raises(actions.CannotAdopt, match="1 clause still waits for a decision"):
        adopt(version, cast.head)

    version.refresh_from_db()
    assert version.adopted_on is None
    assert not Event.objects.filter(action="policies.adopted").exists()


def test_a_day_to_come_is_refused(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)

    with pytest.raises(actions.CannotAdopt, match="in the future"):
        adopt(version, cast.head, on=NOW.date() + timedelta(days=1))

    assert adopt(version, cast.head, on=NOW.date()).adopted_on == NOW.date()


def test_a_later_version_cannot_have_been_adopted_earlier(cast: Cast) -> None:
    adopt(make_reviewed(cast.oakfield, cast.head), cast.head)
    second = make_reviewed(cast.oakfield, cast.head)

    with pytest.raises(actions.CannotAdopt, match="Version 1 was adopted on 3 September 2026"):
        adopt(second, cast.head, on=MEETING - timedelta(days=1))

    assert adopt(second, cast.head).number == 2


def test_the_second_of_two_is_refused(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    seen_by_the_second = PolicyVersion.objects.get(pk=version.pk)
    adopt(version, cast.head)

    with pytest.raises(actions.CannotAdopt, match="already adopted"):
        adopt(seen_by_the_second, cast.chair)

    assert Event.objects.filter(action="policies.adopted").count() == 1


def test_what_is_set_aside_cannot_be_adopted(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    actions.set_aside(version=version, by=cast.office, now=NOW)

    with pytest.raises(actions.CannotAdopt), transaction.atomic():
        adopt(version, cast.head)
    with pytest.raises(actions.CannotAdopt), transaction.atomic():
        actions.set_aside(version=version, by=cast.head, now=NOW)

    assert Event.objects.filter(action="policies.set_aside").count() == 1


def test_what_is_adopted_cannot_be_set_aside(cast: Cast) -> None:
    version = adopt(make_reviewed(cast.oakfield, cast.head), cast.head)

    with pytest.raises(actions.CannotAdopt):
        actions.set_aside(version=version, by=cast.head, now=NOW)

    version.refresh_from_db()
    assert version.set_aside_at is None


# --- what is adopted ---


def test_numbers_count_within_one_school(cast: Cast) -> None:
    numbers = [
        adopt(make_reviewed(school, by), by).number
        for school, by in [
            (cast.oakfield, cast.head),
            (cast.oakfield, cast.head),
            (cast.riverside, cast.stranger),
        ]
    ]

    assert numbers == [1, 2, 1]


def test_who_when_and_why_are_kept(cast: Cast) -> None:
    version = adopt(make_reviewed(cast.oakfield, cast.head), cast.chair, review_on=date(2027, 9, 1))

    version.refresh_from_db()
    assert (version.adopted_by, version.adopted_at) == (cast.chair, NOW)
    assert (version.minute, version.review_on) == (
        "Full governing body, item 7",
        date(2027, 9, 1),
    )
    event = Event.objects.get(action="policies.adopted")
    assert event.details == {"number": 1, "adopted_on": "2026-09-03"}
    assert (event.by, event.school_id) == (cast.chair.email, cast.oakfield.pk)


@pytest.mark.parametrize("seed", range(4))
def test_the_adopted_policy_is_what_was_decided_clause_by_clause(cast: Cast, seed: int) -> None:
    choose = random.Random(seed)  # noqa: S311 (a test's dice)
    version = make_draft(cast.oakfield, cast.head, choose.choice(["oakfield.txt", "larkhill.txt"]))
    expected = {}
    for review in version.reviews.all():
        read = clause_from_json(ClauseName(review.name), review.as_read)
        kept = {key: read.get(key) for key in read.values if choose.random() < 0.5}
        act = choose.choice(["confirm", "correct", "deny"])
        if act == "confirm":
            actions.confirm_as_read(review=review, seen=None, by=cast.head, now=NOW)
            expected[read.name] = (read.stated, {key: read.get(key) for key in read.values})
        elif act == "correct":
            values = {key: value for key, value in kept.items() if value is not None}
            actions.correct(review=review, values=values, seen=None, by=cast.head, now=NOW)
            expected[read.name] = (Stated.STATED if values else Stated.NOT_STATED, kept)
        else:
            actions.not_in_policy(review=review, seen=None, by=cast.head, now=NOW)
            expected[read.name] = (Stated.NOT_STATED, {})

    adopt(version, cast.head)

    policy = PolicyVersion.objects.get().policy
    found = {
        name: (clause.stated, {key: clause.get(key) for key in clause.values})
        for name, clause in policy.clauses.items()
    }
    assert found == expected
    assert policy_from_json(policy_to_json(policy)) == policy


def test_reviews_changed_behind_our_back_do_not_change_the_policy(cast: Cast) -> None:
    version = adopt(make_reviewed(cast.oakfield, cast.head), cast.head)
    before = version.policy

    version.reviews.all().delete()

    assert PolicyVersion.objects.get().policy == before
