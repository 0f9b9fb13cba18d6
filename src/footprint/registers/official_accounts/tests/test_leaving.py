"""When a keeper leaves: noticed by itself, done step by step, signed off."""

from datetime import timedelta

import pytest
import time_machine

from footprint.audit.models import Event
from footprint.notices.models import Notice
from footprint.people.tests.factories import make_person
from footprint.registers.official_accounts import actions, jobs
from footprint.registers.official_accounts.models import Handover, Step, Why, keepers_of
from footprint.registers.official_accounts.tests.factories import (
    TODAY,
    make_account,
    make_approver,
    make_keeper,
    make_kept_account,
)
from footprint.rulebook.terms import Audience
from tests.cast import NOW, Cast


def leaver_with_two_duties(cast: Cast) -> Handover:
    account = make_kept_account(cast)
    leaver = make_person(cast.oakfield, Audience.STAFF, family_name="Gonefield", left_on=TODAY)
    make_keeper(account, leaver)
    make_approver(account, leaver)
    [handover] = actions.notice_leavers(school_id=cast.oakfield.pk, on=TODAY, now=NOW)
    return handover


def test_a_leaver_ends_with_all_duties_and_one_task_list_for_each_account(cast: Cast) -> None:
    handover = leaver_with_two_duties(cast)

    assert handover.why == Why.LEFT
    assert handover.person.pk not in [
        person.pk for person in keepers_of([handover.account], on=TODAY)[handover.account_id]
    ]
    ended = handover.account.duties.filter(person=handover.person)
    assert {(duty.until, duty.ended_by) for duty in ended} == {
        (TODAY, "system: official_accounts.notice_leavers")
    }


def test_noticing_again_opens_nothing(cast: Cast) -> None:
    leaver_with_two_duties(cast)
    assert actions.notice_leavers(school_id=cast.oakfield.pk, on=TODAY, now=NOW) == []
    assert Handover.objects.count() == 1


def test_nobody_is_noticed_before_they_go(cast: Cast) -> None:
    soon = make_person(cast.oakfield, Audience.STAFF, left_on=TODAY + timedelta(days=1))
    make_keeper(make_account(cast), soon)
    assert actions.notice_leavers(school_id=cast.oakfield.pk, on=TODAY, now=NOW) == []


def test_it_is_signed_off_once_everything_is_done_and_not_before(cast: Cast) -> None:
    handover = leaver_with_two_duties(cast)
    for step in (Step.RECOVERY, Step.ACCESS):
        actions.take_step(handover=handover, step=step, note="", by=cast.office, now=NOW)
    with pytest.raises(actions.StepNotAllowed):
        actions.sign_off(handover=handover, note="", by=cast.head, now=NOW)

    actions.take_step(handover=handover, step=Step.KEEPER, note="", by=cast.office, now=NOW)
    actions.sign_off(handover=handover, note="", by=cast.head, now=NOW)

    assert not Handover.objects.open().exists()
    told = Event.objects.filter(action__startswith="official_accounts.handover_")
    assert told.count() == 5


@pytest.mark.parametrize("step", [Step.ACCESS, Step.SIGNED_OFF])
def test_a_step_is_taken_once_and_signing_off_is_no_task(cast: Cast, step: Step) -> None:
    handover = leaver_with_two_duties(cast)
    actions.take_step(handover=handover, step=Step.ACCESS, note="", by=cast.office, now=NOW)
    with pytest.raises(actions.StepNotAllowed):
        actions.take_step(handover=handover, step=step, note="", by=cast.office, now=NOW)


def test_the_job_tells_once_and_names_nobody(cast: Cast) -> None:
    account = make_kept_account(cast)
    gone = make_person(cast.oakfield, Audience.STAFF, family_name="Gonefield", left_on=TODAY)
    make_keeper(account, gone)

    with time_machine.travel(NOW, tick=False):
        assert jobs.notice_leavers.func() == 1
        assert jobs.notice_leavers.func() == 0

    told = Notice.objects.all()
    assert {notice.to for notice in told} == {cast.head.email, cast.keeper.email}
    assert all("Gonefield" not in notice.body + notice.subject for notice in told)


def test_a_review_that_is_due_is_asked_for_once_a_month_on_school_days(cast: Cast) -> None:
    make_kept_account(cast, reviewed_on=TODAY - timedelta(days=366))
    make_kept_account(cast, reviewed_on=TODAY)

    with time_machine.travel(NOW - timedelta(days=1), tick=False):  # a Sunday
        assert jobs.remind_of_account_reviews.func() == 0
    with time_machine.travel(NOW, tick=False):
        assert jobs.remind_of_account_reviews.func() > 0
        assert jobs.remind_of_account_reviews.func() == 0
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        assert jobs.remind_of_account_reviews.func() == 0
    with time_machine.travel(NOW + timedelta(days=28), tick=False):
        assert jobs.remind_of_account_reviews.func() > 0
