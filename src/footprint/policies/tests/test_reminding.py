"""Reminders of the review: the head and the chair, once for each stage."""

from datetime import date, timedelta

import pytest
import time_machine

from footprint.notices.models import Notice
from footprint.policies import actions
from footprint.policies.jobs import remind_of_reviews
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_adopted
from footprint.rulebook.tests.factories import SILENT
from footprint.worker.periodic import JOBS
from tests.cast import NOW, Cast


def _due(cast: Cast, days: int) -> PolicyVersion:
    """In force, and due for its review so many days from the cast's time."""
    version = make_adopted(cast.oakfield, SILENT, cast.head, on=date(2025, 9, 1))
    version.review_on = NOW.date() + timedelta(days=days)
    version.save()
    return version


def _told() -> list[tuple[str, str]]:
    return sorted(Notice.objects.values_list("to", "subject"))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (61, None),
        (60, "is due soon"),
        (30, "is due soon"),
        (0, "is due today"),
        (-5, "is overdue"),
        (-200, "is overdue"),
    ],
)
def test_head_and_chair_are_told_at_each_stage(cast: Cast, days: int, words: str | None) -> None:
    count = actions.remind_of_review(version=_due(cast, days), now=NOW)

    people = [cast.chair.email, cast.head.email] if words else []
    assert _told() == [
        (person, f"Footprint: the review of your policy {words}") for person in people
    ]
    assert count == len(people)


def test_each_stage_is_told_once_and_then_once_a_term(cast: Cast) -> None:
    version = _due(cast, 60)
    review = NOW + timedelta(days=60)  # in January
    counts = [
        actions.remind_of_review(version=version, now=NOW + timedelta(days=day))
        for day in range(0, 400, 5)
    ]

    stages = [
        key.split(":")[2]
        for key in Notice.objects.filter(to=cast.head.email).values_list("key", flat=True)
    ]
    assert review.month == 1
    assert stages == ["60", "30", "0", "overdue-2027-summer", "overdue-2027-autumn"]
    assert sum(counts) == 2 * len(stages)


def test_the_job_reminds_of_what_is_in_force_only(cast: Cast) -> None:
    _due(cast, 10)
    with time_machine.travel(NOW, tick=False):
        assert remind_of_reviews.func() == 2
        assert remind_of_reviews.func() == 0

        make_adopted(cast.oakfield, SILENT, cast.head, on=date(2026, 9, 1), number=2)
        Notice.objects.all().delete()
        assert remind_of_reviews.func() == 0


def test_the_job_runs_by_the_clock() -> None:
    assert "remind_of_reviews" in " ".join(JOBS)
