"""The promises that the database keeps, and which version holds on which day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from footprint.policies.models import ClauseReview, PolicyVersion
from footprint.policies.tests.factories import (
    make_adopted,
    make_draft,
    make_reviewed,
    make_trust_policy,
)
from footprint.rulebook.policy import Policy
from tests.cast import NOW, Cast

EMPTY = Policy("1", {})


@pytest.mark.parametrize(
    "change",
    [
        {"adopted_on": None},
        {"adopted_at": None},
        {"adopted_by": None},
        {"adopted_content": None},
        {"number": None},
    ],
)
def test_an_adopted_version_is_complete(cast: Cast, change: dict[str, object]) -> None:
    version = make_adopted(cast.oakfield, EMPTY, cast.head)

    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyVersion.objects.filter(pk=version.pk).update(**change)


@pytest.mark.parametrize("change", [{"number": 1}, {"adopted_on": date(2026, 9, 1)}])
def test_a_draft_has_nothing_of_an_adoption(cast: Cast, change: dict[str, object]) -> None:
    version = make_draft(cast.oakfield, cast.head)

    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyVersion.objects.filter(pk=version.pk).update(**change)


def test_a_school_has_a_version_number_once(cast: Cast) -> None:
    make_adopted(cast.oakfield, EMPTY, cast.head, number=1)
    make_adopted(cast.riverside, EMPTY, cast.stranger, number=1)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_adopted(cast.oakfield, EMPTY, cast.head, number=1)


def test_a_clause_is_there_once_in_a_version(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)

    with pytest.raises(IntegrityError), transaction.atomic():
        ClauseReview.objects.filter(version=version, name="police").update(name="extremism")


@pytest.mark.parametrize(
    "change", [{"decided_by": None}, {"decided_at": None}, {"as_confirmed": None}, {"decision": ""}]
)
def test_a_decided_clause_has_a_person_and_a_time(cast: Cast, change: dict[str, object]) -> None:
    version = make_reviewed(cast.oakfield, cast.head)

    with pytest.raises(IntegrityError), transaction.atomic():
        ClauseReview.objects.filter(version=version, name="police").update(**change)


def test_an_undecided_clause_has_neither(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)

    with pytest.raises(IntegrityError), transaction.atomic():
        ClauseReview.objects.filter(version=version).update(as_confirmed=F("as_read"))


@pytest.mark.parametrize(
    ("on", "number"),
    [
        (date(2025, 8, 31), None),
        (date(2025, 9, 1), 1),
        (date(2026, 8, 31), 1),
        (date(2026, 9, 1), 3),  # two on one day: the later number
        (date(2030, 1, 1), 3),
    ],
)
def test_the_version_in_force_depends_on_the_day(cast: Cast, on: date, number: int | None) -> None:
    make_adopted(cast.oakfield, EMPTY, cast.head, on=date(2025, 9, 1), number=1)
    make_adopted(cast.oakfield, EMPTY, cast.head, on=date(2026, 9, 1), number=2)
    make_adopted(cast.oakfield, EMPTY, cast.head, on=date(2026, 9, 1), number=3)
    make_adopted(cast.riverside, EMPTY, cast.stranger, on=date(2025, 1, 1), number=9)
    make_draft(cast.oakfield, cast.head)

    found = PolicyVersion.objects.in_force(school_id=cast.oakfield.pk, on=on)

    assert (found.number if found else None) == number


def test_a_version_comes_from_a_document_or_a_proposal(cast: Cast) -> None:
    trust_policy = make_trust_policy(make_adopted(cast.oakfield, EMPTY, cast.head))
    draft = make_draft(cast.oakfield, cast.head)

    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyVersion.objects.filter(pk=draft.pk).update(trust_policy=trust_policy)


def test_a_trust_has_a_version_number_once(cast: Cast) -> None:
    version = make_adopted(cast.oakfield, EMPTY, cast.head)
    make_trust_policy(version, number=1)
    make_trust_policy(version, number=2)

    with pytest.raises(IntegrityError), transaction.atomic():
        make_trust_policy(version, number=2)


def test_a_school_has_one_open_proposal_of_a_trust_policy(cast: Cast) -> None:
    trust_policy = make_trust_policy(make_adopted(cast.oakfield, EMPTY, cast.head))
    fields = {"school": cast.oakfield, "trust_policy": trust_policy, "created_at": NOW}
    first = PolicyVersion.objects.create(**fields)
    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyVersion.objects.create(**fields)

    PolicyVersion.objects.filter(pk=first.pk).update(set_aside_at=NOW)
    PolicyVersion.objects.create(**fields)


def test_each_school_has_its_own_version_in_force(cast: Cast) -> None:
    make_adopted(cast.oakfield, EMPTY, cast.head, on=date(2025, 9, 1), number=1)
    new = make_adopted(cast.oakfield, EMPTY, cast.head, on=date(2026, 9, 1), number=2)
    make_adopted(cast.oakfield, EMPTY, cast.head, on=date(2030, 9, 1), number=3)
    theirs = make_adopted(cast.riverside, EMPTY, cast.stranger)
    both = [cast.oakfield, cast.riverside]

    found = PolicyVersion.objects.in_force_at_schools(both, on=date(2026, 10, 1))

    assert found == {cast.oakfield.pk: new, cast.riverside.pk: theirs}


def test_nothing_rests_on_a_draft(cast: Cast) -> None:
    with pytest.raises(ValueError, match="a draft is no policy yet"):
        _ = make_draft(cast.oakfield, cast.head).policy


def test_the_next_clause_that_waits(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    reviews = version.reviews
    assert reviews.waiting_after(0) is None

    fields = {"decision": "", "as_confirmed": None, "decided_by": None, "decided_at": None}
    reviews.filter(position__in=[3, 20]).update(**fields)

    found = [reviews.waiting_after(position) for position in (0, 3, 19, 25)]
    assert [review.position for review in found if review] == [3, 20, 20, 3]


def test_progress_is_counted_per_draft(cast: Cast) -> None:
    make_draft(cast.oakfield, cast.head, "larkhill.txt")
    make_reviewed(cast.oakfield, cast.head)

    drafts = PolicyVersion.objects.drafts().for_list().with_progress()

    assert sorted((each.decided, each.total) for each in drafts) == [(0, 26), (26, 26)]  # type: ignore[attr-defined]


def test_lists_leave_the_file_in_the_database(cast: Cast) -> None:
    make_draft(cast.oakfield, cast.head)

    version = PolicyVersion.objects.for_list().get()

    assert version.document is not None
    assert {"data", "content"} <= version.document.get_deferred_fields()
    assert str(version) == "Oakfield Primary School: draft"
    assert version.created_at == NOW
