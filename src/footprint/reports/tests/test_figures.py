"""Counting: what belongs to a period, a school, a name; how fast; what is left out."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from footprint.incidents.models import PlatformReport, Referral
from footprint.listening.models import DroppedCount, Source
from footprint.reports.figures import ALL_NAMES, SUMS, Figures, figures_of
from footprint.reports.periods import Period
from footprint.reports.tests.factories import make_incident, make_item, make_request
from footprint.rota.actions import record_look
from footprint.rota.tests.factories import make_channel
from footprint.rulebook.decisions.channel_check import CheckResult
from footprint.rulebook.terms import Matter, Outcome, Platform, Poster, PostKind
from footprint.schools.models import Closure
from tests.cast import NOW, Cast

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def count(cast: Cast, period: Period = NOVEMBER) -> Figures:
    return figures_of(cast.oakfield, period, reader=cast.governor, now=NOW)


def counts_of(cast: Cast, *names: str) -> tuple[int, ...]:
    return tuple(count(cast).counts[name] for name in names)


def test_an_empty_school_has_zeros_and_no_middle(cast: Cast) -> None:
    found = count(cast)

    assert set(found.counts.values()) == {0}
    assert (found.median_days, found.looked_at, found.sources) == (None, 0, 0)


def test_mentions_are_counted_by_kind_platform_and_decision(cast: Cast) -> None:
    make_item(cast, kind=PostKind.PRAISE, platform=Platform.X, decided="passed_on")
    make_item(cast, kind=PostKind.CRITICISM, decided="replied")
    make_item(cast, kind=PostKind.CRITICISM)

    assert counts_of(cast, "seen", "kind.praise", "kind.criticism") == (3, 1, 2)
    assert counts_of(cast, "platform.x", "platform.facebook") == (1, 2)
    assert counts_of(cast, "decided.replied", "decided.passed_on", "decided.waiting") == (1, 1, 1)
    assert counts_of(cast, "answered.criticism", "unanswered.criticism") == (1, 1)
    assert counts_of(cast, "answered.praise") == (0,)


def test_what_a_person_confirmed_goes_before_what_was_suggested(cast: Cast) -> None:
    make_item(cast, kind=PostKind.NEUTRAL)
    item = make_item(cast, kind=PostKind.CRITICISM)
    item.kind = PostKind.PRAISE.value
    item.save()

    assert counts_of(cast, "kind.praise", "kind.neutral", "kind.criticism") == (1, 1, 0)


def test_a_platform_without_a_name_of_its_own_is_elsewhere(cast: Cast) -> None:
    make_item(cast, platform="a new one")
    assert counts_of(cast, "platform.other", "seen") == (1, 1)


@pytest.mark.parametrize("matter", [Matter.ALLEGATION, Matter.ALLEGATION_HEAD, Matter.LOW_LEVEL])
def test_allegations_about_adults_are_in_no_count(cast: Cast, matter: Matter) -> None:
    make_item(cast, matter=matter)
    incident = make_incident(cast, matter=matter)
    make_request(incident, cast.head, due=NOW.date())
    PlatformReport.objects.create(
        incident=incident, platform="x", route="form", reported_at=NOW, reported_by=cast.head
    )
    Referral.objects.create(
        incident=incident, to="lado", reason="r", referred_at=NOW, referred_by=cast.head
    )

    assert {name for name, number in count(cast).counts.items() if number} == set()


def test_another_schools_numbers_stay_there(cast: Cast) -> None:
    make_item(cast, school=cast.riverside)
    make_request(make_incident(cast, school=cast.riverside), cast.stranger, due=NOW.date())
    assert set(count(cast).counts.values()) == {0}


@pytest.mark.parametrize(
    ("moment", "counted"),
    [
        (datetime(2026, 10, 31, 23, 59, 59, tzinfo=UTC), 0),
        (datetime(2026, 11, 1, 0, 0, tzinfo=UTC), 1),
        (datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC), 1),
        (datetime(2026, 12, 1, 0, 0, tzinfo=UTC), 0),
    ],
)
def test_a_period_holds_its_first_and_last_day_whole(
    cast: Cast, moment: datetime, counted: int
) -> None:
    make_item(cast, received_at=moment)
    make_incident(cast, opened_at=moment)
    assert counts_of(cast, "seen", "incidents") == (counted, counted)


def test_days_are_local_also_in_summer(cast: Cast) -> None:
    make_item(cast, received_at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))  # 1 July in London

    june = count(cast, Period(date(2026, 6, 1), date(2026, 6, 30)))
    july = count(cast, Period(date(2026, 7, 1), date(2026, 7, 31)))

    assert (june.counts["seen"], july.counts["seen"]) == (0, 1)


FRIDAY = datetime(2026, 11, 13, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("after", "days"),
    [
        (timedelta(hours=2), 0),
        (timedelta(days=1), 0),  # a Saturday
        (timedelta(days=3), 1),  # the Monday
        (timedelta(days=4), 1),  # the school was closed on that Tuesday
        (timedelta(days=5), 2),
    ],
)
def test_how_fast_is_told_in_school_days(cast: Cast, after: timedelta, days: float) -> None:
    tuesday = date(2026, 11, 17)
    Closure.objects.create(
        school=cast.oakfield, first_day=tuesday, last_day=tuesday, name="Training"
    )
    for _ in range(5):
        make_item(cast, received_at=FRIDAY, decided="no_action", after=after)
    assert count(cast).median_days == days


def test_four_decisions_are_too_few_for_a_middle(cast: Cast) -> None:
    for _ in range(4):
        make_item(cast, decided="no_action")
    assert count(cast).median_days is None


def test_in_time_is_up_to_the_due_date_itself(cast: Cast) -> None:
    day = timedelta(days=1)
    make_item(cast, decided="replied", after=day, due_date=NOW.date() + day)
    make_item(cast, decided="replied", after=2 * day, due_date=NOW.date() + day)
    make_item(cast, decided="replied")

    assert counts_of(cast, "decided", "with_due", "in_time", "late", "no_due") == (3, 2, 1, 1, 1)


def test_what_is_open_today_counts_whenever_it_began(cast: Cast) -> None:
    long_ago = NOW - timedelta(days=400)
    make_item(cast, received_at=long_ago, due_date=NOW.date() - timedelta(days=1))
    make_item(cast, due_date=NOW.date())
    make_incident(cast, opened_at=long_ago)
    make_incident(cast, next_date=NOW.date())
    make_incident(cast, outcome=Outcome.DELETED)

    assert counts_of(cast, "open_items", "overdue_items") == (2, 1)
    assert counts_of(cast, "open_incidents", "overdue_incidents") == (2, 1)


def test_incidents_by_who_posted_and_how_they_ended(cast: Cast) -> None:
    make_incident(cast, poster=Poster.PARENT.value, outcome=Outcome.DELETED)
    make_incident(cast, poster=Poster.PARENT.value)
    make_incident(cast)

    assert counts_of(cast, "incidents", "poster.parent", "poster.not_known") == (3, 2, 1)
    assert counts_of(cast, "closed", "outcome.deleted", "not_closed") == (1, 1, 2)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({}, "request.waiting"),
        ({"outcome": "deleted", "ended_at": NOW}, "request.in_time"),
        ({"outcome": "deleted", "ended_at": NOW + timedelta(days=1)}, "request.late"),
        ({"outcome": "refused", "ended_at": NOW}, "request.refused"),
        ({"outcome": "no_answer", "ended_at": NOW}, "request.no_answer"),
        ({"outcome": "withdrawn", "ended_at": NOW}, "request.withdrawn"),
    ],
)
def test_deletion_requests_by_how_they_ended(cast: Cast, fields: dict[str, Any], name: str) -> None:
    make_request(make_incident(cast), cast.head, due=NOW.date(), **fields)
    assert counts_of(cast, "requests", name) == (1, 1)


def test_sources_that_could_not_be_read_are_counted_beside_all(cast: Cast) -> None:
    for number, (trouble, active) in enumerate([("", True), ("gone", True), ("gone", False)]):
        source = Source.objects.create(
            school=cast.oakfield,
            kind="feed",
            label=f"Feed {number}",
            address=f"https://feed.example/{number}",
            next_fetch_at=NOW,
            trouble=trouble,
            is_active=active,
            added_at=NOW,
            added_by=cast.head,
        )
    DroppedCount.objects.create(source=source, day=NOW.date(), reason="no_school", count=40)
    DroppedCount.objects.create(
        source=source, day=date(2026, 10, 31), reason="no_school", count=1000
    )
    make_item(cast)

    found = count(cast)

    assert (found.sources, found.unread, found.looked_at) == (2, 1, 41)


def test_every_sum_holds_in_what_is_counted(cast: Cast) -> None:
    """The hiding of small numbers rests on these sums."""
    for number, kind in enumerate(PostKind):
        decided = ["", "replied", "no_action", "passed_on", "incident"][number]
        due = NOW.date() if number % 2 else None
        make_item(cast, kind=kind, decided=decided, due_date=due, platform=list(Platform)[number])
    for number, outcome in enumerate([None, *Outcome]):
        incident = make_incident(cast, poster=list(Poster)[number % 6].value, outcome=outcome)
        ended: dict[str, Any] = {"outcome": "refused", "ended_at": NOW} if number % 2 else {}
        make_request(incident, cast.head, due=NOW.date(), **ended)

    counts = count(cast).counts

    assert counts["seen"] == 5
    assert set(counts) == set(ALL_NAMES)
    for each in SUMS:
        assert counts[each.total] == sum(counts[part] for part in each.parts), each.total


def test_the_checks_of_channels_are_counted_in_their_period(cast: Cast) -> None:
    done, _missed = make_channel(cast), make_channel(cast)
    record_look(channel=done, result=CheckResult.NOTHING, by=cast.teacher, now=NOW)
    day = NOW.date()

    def checks(first: date, last: date) -> tuple[int, int, int, int]:
        period = Period(first, last)
        found = figures_of(cast.oakfield, period, reader=cast.chair, now=NOW).checks
        return (found.due, found.done, found.late, found.missed)

    assert checks(day, day) == (2, 1, 0, 0)
    assert checks(day - timedelta(days=9), day - timedelta(days=1)) == (0, 0, 0, 0)
