"""Who approves: whom the register names, never the author, and only what the check lets through."""

from datetime import timedelta

import pytest
from django.core import mail

from footprint.notices.models import Notice
from footprint.publishing import actions, jobs
from footprint.publishing.models import Approval, Draft, State
from footprint.publishing.tests.factories import (
    again,
    answer,
    approved,
    make_desk,
    make_draft,
    staff,
    submitted,
    with_picture,
)
from footprint.publishing.waiting import waiting_for
from footprint.registers.official_accounts.tests.factories import make_account, make_approver
from footprint.users.models import User
from tests.cast import NOW, Cast

TODAY = NOW.date()


def test_the_approvers_of_the_account_are_told_and_one_of_them_approves(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = submitted(make_draft(cast, desk.key))
    assert draft.state == State.WAITING
    [notice] = Notice.objects.all()
    assert notice.to == cast.head.email
    assert "Sports day" not in notice.subject + notice.body

    actions.approve_draft(draft=draft, revision=draft.revision, by=cast.head, now=NOW)

    draft = again(draft)
    assert draft.state == State.APPROVED
    assert draft.decided_by == cast.head
    assert Notice.objects.filter(to=cast.office.email).count() == 1
    assert not mail.outbox


def test_nobody_approves_their_own_not_even_the_only_one_who_is_named(cast: Cast) -> None:
    desk = make_desk(cast, approver=cast.head)
    draft = make_draft(cast, desk.key, author=cast.head)

    with pytest.raises(actions.NoApprover, match="Nobody but you"):
        submitted(draft)

    make_approver(desk.account, staff(cast, cast.dsl))
    draft = submitted(draft)
    with pytest.raises(actions.OwnDraft):
        actions.approve_draft(draft=draft, revision=draft.revision, by=cast.head, now=NOW)


@pytest.mark.parametrize("name", ["dsl", "keeper", "teacher", "office", "governor", "stranger"])
def test_whom_the_register_does_not_name_may_not_approve(cast: Cast, name: str) -> None:
    draft = submitted(make_draft(cast, make_desk(cast).key))
    person: User = getattr(cast, name)
    refusal = actions.OwnDraft if name == "office" else actions.MayNotApprove

    with pytest.raises(refusal):
        actions.approve_draft(draft=draft, revision=draft.revision, by=person, now=NOW)


def test_a_named_person_who_may_approve_nothing_at_all_does_not_count(cast: Cast) -> None:
    desk = make_desk(cast, approver=cast.teacher)

    with pytest.raises(actions.NoApprover):
        submitted(make_draft(cast, desk.key))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_one_of_up_to_three_named_people_is_enough(cast: Cast, number: int) -> None:
    account = make_account(cast)
    people = [cast.head, cast.dsl, cast.deputy][:number]
    for person in people:
        make_approver(account, staff(cast, person))
    draft = submitted(make_draft(cast, f"account:{account.pk}"))
    assert Notice.objects.count() == number

    actions.approve_draft(draft=draft, revision=draft.revision, by=people[-1], now=NOW)

    assert again(draft).state == State.APPROVED


def test_each_place_needs_its_own_approver(cast: Cast) -> None:
    one, two = make_account(cast), make_account(cast)
    make_approver(one, staff(cast, cast.head))
    make_approver(two, staff(cast, cast.dsl))
    draft = submitted(make_draft(cast, f"account:{one.pk}", f"account:{two.pk}"))

    actions.approve_draft(draft=draft, revision=draft.revision, by=cast.head, now=NOW)
    assert again(draft).state == State.WAITING
    assert waiting_for(cast.head, cast.oakfield.pk, on=TODAY).to_approve == []
    assert waiting_for(cast.dsl, cast.oakfield.pk, on=TODAY).to_approve == [draft]
    with pytest.raises(actions.MayNotApprove):
        actions.approve_draft(draft=again(draft), revision=draft.revision, by=cast.head, now=NOW)

    actions.approve_draft(draft=again(draft), revision=draft.revision, by=cast.dsl, now=NOW)
    assert again(draft).state == State.APPROVED
    assert Approval.objects.filter(draft=draft).count() == 2


def test_what_the_check_stops_cannot_be_submitted(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = with_picture(make_draft(cast, desk.key, "press"), desk.child)

    with pytest.raises(actions.NotYet):
        submitted(draft)


def test_a_permission_that_went_after_submitting_stops_the_approval(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = submitted(with_picture(make_draft(cast, desk.key), desk.child))

    answer(cast, desk.child, desk.parent, desk.key, yes=False)

    with pytest.raises(actions.NotYet):
        actions.approve_draft(draft=draft, revision=draft.revision, by=cast.head, now=NOW)
    assert again(draft).state == State.WAITING


def test_an_approval_is_for_what_was_read(cast: Cast) -> None:
    draft = submitted(make_draft(cast))
    read = draft.revision
    actions.say_who(
        draft=draft,
        people=[],
        others=False,
        others_note="",
        revision=read,
        by=cast.office,
        now=NOW,
    )
    draft = submitted(again(draft))

    with pytest.raises(actions.ChangedMeanwhile):
        actions.approve_draft(draft=draft, revision=read, by=cast.head, now=NOW)


def test_it_is_sent_back_with_a_reason_and_can_be_mended(cast: Cast) -> None:
    draft = submitted(make_draft(cast))

    actions.send_back(
        draft=draft, reason="Too long", revision=draft.revision, by=cast.head, now=NOW
    )

    draft = again(draft)
    assert (draft.state, draft.reason) == (State.REJECTED, "Too long")
    assert waiting_for(cast.office, cast.oakfield.pk, on=TODAY).sent_back == [draft]
    assert submitted(draft).state == State.WAITING


def test_the_author_and_whoever_is_not_named_send_nothing_back(cast: Cast) -> None:
    draft = submitted(make_draft(cast, make_desk(cast).key))
    said = {"draft": draft, "reason": "x", "revision": draft.revision, "now": NOW}

    with pytest.raises(actions.OwnDraft):
        actions.send_back(by=cast.office, **said)  # type: ignore[arg-type]
    with pytest.raises(actions.MayNotApprove):
        actions.send_back(by=cast.dsl, **said)  # type: ignore[arg-type]


def test_an_approved_draft_can_still_be_sent_back(cast: Cast) -> None:
    draft = approved(make_draft(cast), cast.head)

    actions.send_back(draft=draft, reason="Wait", revision=draft.revision, by=cast.dsl, now=NOW)

    assert again(draft).state == State.REJECTED


def test_only_the_author_submits_and_gives_up(cast: Cast) -> None:
    draft = make_draft(cast)

    with pytest.raises(actions.NotNow):
        actions.submit_draft(draft=draft, revision=1, by=cast.head, now=NOW)
    with pytest.raises(actions.NotNow):
        actions.give_up(draft=draft, revision=1, by=cast.head, now=NOW)


def test_a_draft_that_nobody_finishes_ends_with_its_words_and_pictures(
    cast: Cast, time_machine: object
) -> None:
    desk = make_desk(cast)
    draft = with_picture(make_draft(cast, desk.key, text="Hello"), desk.child)
    time_machine.move_to(NOW + timedelta(days=14), tick=False)  # type: ignore[attr-defined]
    assert jobs.expire_drafts.call() == 0
    assert Draft.objects.past(draft.expires_on).count() == 0

    time_machine.move_to(NOW + timedelta(days=15), tick=False)  # type: ignore[attr-defined]
    assert jobs.expire_drafts.call() == 1
    assert jobs.expire_drafts.call() == 0

    draft = again(draft)
    assert (draft.state, draft.text, draft.key) == (State.EXPIRED, "", "")
    assert not draft.people.exists()
    assert not draft.pictures.exists()


def test_the_author_is_warned_once_before_a_draft_ends(cast: Cast, time_machine: object) -> None:
    draft = make_draft(cast)

    for days, queued in ((10, 0), (11, 1), (12, 0)):
        time_machine.move_to(NOW + timedelta(days=days), tick=False)  # type: ignore[attr-defined]
        assert jobs.warn_of_ending_drafts.call() == queued

    [notice] = Notice.objects.all()
    assert notice.to == draft.author.email
    assert draft.title not in notice.subject + notice.body


def test_the_schools_own_number_of_days_goes_before_ours(cast: Cast) -> None:
    actions.set_periods(
        school=cast.oakfield, draft_days=1, take_down_days=None, by=cast.head, now=NOW
    )

    assert make_draft(cast).expires_on == TODAY + timedelta(days=1)
