"""A check that was not done: first those asked and the stand-in hear of it, then the leads."""

from datetime import datetime, timedelta

import pytest

from footprint.notices.models import Notice
from footprint.rota import actions
from footprint.rota.models import Due
from footprint.rota.tests.factories import MONDAY, OPEN, make_channel, make_cover, staff_of
from footprint.rulebook.decisions.channel_check import CheckEvery, CheckResult
from footprint.rulebook.facts import SchoolCalendar
from tests.cast import NOW, Cast

DAY = timedelta(days=1)


def escalate(cast: Cast, days: int, calendar: SchoolCalendar = OPEN) -> list[str]:
    """Who gets a message on that day after Monday."""
    Notice.objects.all().delete()
    now: datetime = NOW + days * DAY
    actions.escalate(school=cast.oakfield, calendar=calendar, on=now.date(), now=now)
    return sorted(Notice.objects.values_list("to", flat=True))


@pytest.fixture
def rota(cast: Cast) -> Cast:
    make_channel(
        cast,
        staff_of(cast, cast.teacher),
        name="The secret place",
        standin=staff_of(cast, cast.office),
    )
    return cast


def test_first_those_asked_and_the_standin_then_the_leads_each_once(rota: Cast) -> None:
    told = {days: escalate(rota, days) for days in range(5)}
    assert told == {
        0: [],
        1: ["office@oakfield.example", "teacher@oakfield.example"],
        2: ["dsl@oakfield.example", "head@oakfield.example"],
        3: [],
        4: [],
    }


def test_run_twice_it_tells_once(rota: Cast) -> None:
    escalate(rota, 1)
    now = NOW + DAY
    again = actions.escalate(school=rota.oakfield, calendar=OPEN, on=now.date(), now=now)
    assert again == 0


def test_a_missed_morning_is_caught_up(rota: Cast) -> None:
    assert len(escalate(rota, 3)) == 4


def test_nobody_is_told_on_a_closed_day_or_of_what_was_done(rota: Cast) -> None:
    shut = SchoolCalendar(closed=frozenset({MONDAY + DAY}))
    assert escalate(rota, 1, shut) == []
    assert escalate(rota, 2, shut) == ["office@oakfield.example", "teacher@oakfield.example"]
    due = Due.objects.get()
    actions.record_look(
        channel=due.channel, result=CheckResult.NOTHING, by=rota.teacher, now=NOW + 2 * DAY
    )
    assert escalate(rota, 3, shut) == []


def test_who_could_not_look_has_not_done_it(rota: Cast) -> None:
    due = Due.objects.get()
    actions.record_look(
        channel=due.channel, result=CheckResult.COULD_NOT_LOOK, by=rota.teacher, now=NOW
    )
    assert len(escalate(rota, 1)) == 2


def test_whoever_covers_is_told_in_place_of_who_is_away(cast: Cast) -> None:
    away, cover = staff_of(cast, cast.teacher), staff_of(cast, cast.deputy)
    make_channel(cast, away)
    make_cover(away, cover, first_day=MONDAY, last_day=MONDAY + DAY, added_by=cast.head)
    assert escalate(cast, 1) == ["deputy@oakfield.example"]


def test_each_gets_one_message_however_many_checks_and_no_details(cast: Cast) -> None:
    checker = staff_of(cast, cast.teacher)
    for number in range(3):
        make_channel(cast, checker, name=f"Secret place {number}")
    escalate(cast, 1)
    [notice] = Notice.objects.all()
    assert "3 checks of channels were not done" in notice.body
    assert "Secret" not in notice.body + notice.subject
    escalate(cast, 2)
    assert all("Secret" not in notice.body + notice.subject for notice in Notice.objects.all())


def test_the_other_school_hears_nothing(rota: Cast) -> None:
    now = NOW + 2 * DAY
    assert actions.escalate(school=rota.riverside, calendar=OPEN, on=now.date(), now=now) == 0


def test_a_channel_taken_off_the_rota_is_nobodys_concern(rota: Cast) -> None:
    due = Due.objects.get()
    actions.end_channel(channel=due.channel, on=MONDAY + DAY, by=rota.head, now=NOW)
    assert escalate(rota, 1) == []


def test_a_daily_check_missed_each_day_makes_one_message_a_day(cast: Cast) -> None:
    channel = make_channel(cast, staff_of(cast, cast.teacher), every=CheckEvery.SCHOOL_DAY.value)
    actions.make_due(channel=channel, calendar=OPEN, on=MONDAY + 2 * DAY)
    assert escalate(cast, 2) == [
        "dsl@oakfield.example",
        "head@oakfield.example",
        "teacher@oakfield.example",
    ]
