"""What the worker does: messages out, reminders on school days, leavers noticed."""

from datetime import UTC, datetime

import pytest
import time_machine

from footprint.notices.models import Notice
from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.agreements import actions, jobs
from footprint.registers.agreements.models import Signature, SigningRequest
from footprint.registers.agreements.tests.factories import make_text_in_use, record_paper
from footprint.rulebook.terms import AgreementAudience
from footprint.schools.models import Closure
from tests.cast import NOW, Cast

MONDAY_AFTER = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SATURDAY = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)


def asked_parent(cast: Cast) -> Person:
    parent = make_parent(of=make_person(cast.oakfield, year_group=4), email="m@mail.example")
    text = make_text_in_use(cast.oakfield, cast.office, AgreementAudience.PARENTS)
    actions.ask(text=text, people=[parent.pk], by=cast.office, now=NOW)
    actions.plan_reminders(school=cast.oakfield, most=1, school_days=5, by=cast.office, now=NOW)
    return parent


def test_requests_go_out_once(cast: Cast) -> None:
    asked_parent(cast)

    with time_machine.travel(NOW, tick=False):
        assert (jobs.send_requests.func(), jobs.send_requests.func()) == (1, 0)
    assert Notice.objects.count() == 1


@pytest.mark.parametrize(
    ("at", "closed", "reminded"),
    [
        (NOW, False, 0),
        (MONDAY_AFTER, False, 1),
        (MONDAY_AFTER, True, 0),
        (SATURDAY, False, 0),
    ],
    ids=["too soon", "after five school days", "the school is closed", "at the weekend"],
)
def test_reminders_keep_to_school_days(
    cast: Cast, at: datetime, closed: bool, reminded: int
) -> None:
    asked_parent(cast)
    if closed:
        day = at.date()
        Closure.objects.create(school=cast.oakfield, first_day=day, last_day=day, name="INSET")

    with time_machine.travel(at, tick=False):
        assert (jobs.remind_people.func(), jobs.remind_people.func()) == (reminded, 0)
    assert SigningRequest.objects.reminders().count() == reminded


def test_without_a_number_of_the_schools_own_nobody_is_reminded(cast: Cast) -> None:
    asked_parent(cast)
    cast.oakfield.reminder_plan.delete()

    with time_machine.travel(MONDAY_AFTER, tick=False):
        assert jobs.remind_people.func() == 0


def test_leavers_are_noticed_in_the_night(cast: Cast) -> None:
    pupil = make_person(cast.oakfield, year_group=4)
    record_paper(make_text_in_use(cast.oakfield, cast.office), pupil, by=cast.office)
    Person.objects.filter(pk=pupil.pk).update(left_on=NOW.date())

    with time_machine.travel(NOW, tick=False):
        assert (jobs.end_for_leavers.func(), jobs.end_for_leavers.func()) == (1, 0)
    assert not Signature.objects.current().exists()
