"""Reminders: before, on the day, too late; over weekends and closed days; once each."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from footprint.incidents import actions, jobs
from footprint.incidents.actions import Stage, stage_on
from footprint.incidents.models import DeletionRequest, Incident
from footprint.incidents.tests.factories import CANARY, asked, assessed, opened
from footprint.notices.models import Notice
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.terms import Matter, Step
from footprint.schools.models import Closure
from footprint.users.models import User
from footprint.worker.periodic import JOBS
from tests.cast import Cast

OPEN = SchoolCalendar()
HOLIDAY = SchoolCalendar(frozenset(date(2026, 12, day) for day in range(21, 32)))


@pytest.mark.parametrize(
    ("today", "due", "calendar", "stage"),
    [
        (date(2026, 11, 17), date(2026, 11, 19), OPEN, None),
        (date(2026, 11, 18), date(2026, 11, 19), OPEN, Stage.BEFORE),
        (date(2026, 11, 19), date(2026, 11, 19), OPEN, Stage.DUE),
        (date(2026, 11, 20), date(2026, 11, 19), OPEN, Stage.OVERDUE),
        (date(2026, 11, 19), date(2026, 11, 23), OPEN, None),
        (date(2026, 11, 20), date(2026, 11, 23), OPEN, Stage.BEFORE),  # Friday for Monday
        (date(2026, 11, 23), date(2026, 11, 20), OPEN, Stage.OVERDUE),  # Monday for Friday
        (date(2026, 11, 20), date(2026, 11, 21), OPEN, Stage.BEFORE),  # due on a Saturday
        (date(2026, 11, 23), date(2026, 11, 21), OPEN, Stage.DUE),
        (date(2026, 11, 24), date(2026, 11, 21), OPEN, Stage.OVERDUE),
        (date(2026, 12, 18), date(2027, 1, 4), HOLIDAY, None),  # 1 January is open here
        (date(2027, 1, 1), date(2027, 1, 4), HOLIDAY, Stage.BEFORE),
        (date(2026, 12, 18), date(2026, 12, 24), HOLIDAY, Stage.BEFORE),  # last day of term
        (date(2027, 1, 1), date(2026, 12, 24), HOLIDAY, Stage.DUE),
    ],
)
def test_where_a_date_stands(
    today: date, due: date, calendar: SchoolCalendar, stage: Stage | None
) -> None:
    assert stage_on(today=today, due=due, calendar=calendar) == stage


def run_on(day: date) -> int:
    with time_machine.travel(datetime(day.year, day.month, day.day, 7, 0, tzinfo=UTC), tick=False):
        return int(jobs.remind_of_dates.call())


def told() -> set[tuple[str, str]]:
    return {(notice.to, notice.subject.rpartition(" is ")[2]) for notice in Notice.objects.all()}


def test_a_request_is_reminded_of_and_then_told_to_the_safeguarding_leads(cast: Cast) -> None:
    _, request = asked(cast)  # due on Wednesday 18 November

    assert run_on(date(2026, 11, 16)) == 0
    assert run_on(date(2026, 11, 17)) == 1
    assert run_on(date(2026, 11, 17)) == 0
    assert told() == {(cast.head.email, "due soon")}
    assert run_on(date(2026, 11, 18)) == 1
    assert run_on(date(2026, 11, 19)) == 3
    assert run_on(date(2026, 11, 20)) == 0
    late = {to for to, word in told() if word == "overdue"}
    assert late == {cast.head.email, cast.dsl.email, cast.deputy.email}
    request.refresh_from_db()
    assert request.reminded_at is not None


def test_a_missed_morning_is_caught_up_once(cast: Cast) -> None:
    asked(cast)

    assert run_on(date(2026, 11, 18)) == 1  # the worker was off on the day before
    assert told() == {(cast.head.email, "due")}


def test_no_message_goes_on_a_closed_day(cast: Cast) -> None:
    asked(cast)
    Closure.objects.create(
        school=cast.oakfield,
        first_day=date(2026, 11, 19),
        last_day=date(2026, 11, 20),
        name="Training",
    )

    assert run_on(date(2026, 11, 19)) == 0
    assert run_on(date(2026, 11, 21)) == 0  # a Saturday
    assert run_on(date(2026, 11, 23)) == 3


def test_a_next_date_without_a_request(cast: Cast) -> None:
    assessed(cast)  # next date: Thursday 19 November

    assert run_on(date(2026, 11, 18)) == 1
    assert run_on(date(2026, 11, 19)) == 1


def test_a_new_date_is_reminded_of_again(cast: Cast) -> None:
    incident = assessed(cast)
    run_on(date(2026, 11, 19))
    Incident.objects.filter(pk=incident.pk).update(next_date=date(2026, 11, 26))

    assert run_on(date(2026, 11, 26)) == 1


def test_messages_name_nobody_and_quote_nothing(cast: Cast) -> None:
    incident, _ = asked(cast, title="About a lunchtime")
    run_on(date(2026, 11, 19))

    for notice in Notice.objects.all():
        words = notice.subject + notice.body
        assert f"/incidents/{incident.pk}/" in words
        assert not any(word in words for word in (CANARY, "lunchtime", "Harriet", "angry_parent"))


def test_nobody_outside_the_circle_is_told(cast: Cast) -> None:
    assessed(cast, owner=cast.dsl, matter=Matter.SAFEGUARDING, shut_out=(cast.head, cast.deputy))
    opened(cast, owner=cast.chair, matter=Matter.ALLEGATION_HEAD)
    run_on(date(2026, 11, 20))

    late = {to for to, _ in told()}
    assert late == {cast.dsl.email, cast.chair.email, cast.trust_lead.email}


def test_when_the_owner_has_left_the_leads_are_told_at_once(cast: Cast) -> None:
    assessed(cast)
    User.objects.filter(pk=cast.head.pk).update(is_active=False)

    run_on(date(2026, 11, 18))
    assert {to for to, _ in told()} == {cast.dsl.email, cast.deputy.email}


def test_what_is_closed_or_far_off_is_left_alone(cast: Cast) -> None:
    incident = assessed(cast)
    Incident.objects.filter(pk=incident.pk).update(next_date=date(2027, 11, 19))
    assert run_on(date(2026, 11, 19)) == 0

    actions.record_support(
        incident=incident, offered=True, text="x", revision=2, by=cast.head, now=incident.opened_at
    )
    Incident.objects.filter(pk=incident.pk).update(
        next_date=date(2026, 11, 19),
        step=Step.CLOSED.value,
        closed_at=incident.opened_at,
        closed_by=cast.head,
        closed_clause="conduct",
        closed_reason="x",
        outcome="deleted",
    )
    assert run_on(date(2026, 11, 19)) == 0
    assert not DeletionRequest.objects.exists()


def test_the_job_runs_each_morning() -> None:
    assert JOBS["footprint.incidents.jobs.remind_of_dates"].line == "0 7 * * *"
