"""Where it went is remembered, and comes down again when permission goes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from footprint.audit.models import Event
from footprint.notices.models import Notice
from footprint.people.models import Person
from footprint.publishing import actions, jobs
from footprint.publishing.models import Draft, Outcome, Publication, State, TakeDown, Use
from footprint.publishing.tests.factories import (
    HOUR,
    Desk,
    again,
    answer,
    approved,
    make_desk,
    make_draft,
    put_out,
    with_picture,
)
from footprint.publishing.waiting import waiting_for
from footprint.registers.image_permissions.tests.factories import make_protection
from tests.cast import NOW, Cast

TODAY = NOW.date()


def out(cast: Cast, desk: Desk) -> Publication:
    """A picture of the child, on the account since now."""
    draft = with_picture(make_draft(cast, desk.key), desk.child)
    return put_out(approved(draft, cast.head), desk.key)


def make_all(cast: Cast, *, hours: int = 2) -> int:
    return actions.make_take_downs(school=cast.oakfield, by="the test", now=NOW + hours * HOUR)


def test_what_went_out_is_kept_word_for_word_with_who_is_shown(cast: Cast) -> None:
    desk = make_desk(cast)

    publication = out(cast, desk)

    assert publication.text == "What a sports day! Thank you all."
    assert publication.alts == ["Children run across a field"]
    assert [use.person for use in publication.uses.all()] == [desk.child]
    draft = again(publication.draft)
    assert draft.state == State.OUT
    assert not draft.pictures.exists()
    assert Event.objects.filter(action="publishing.put_out").count() == 1


def test_a_child_who_is_named_comes_down_where_nothing_may_be_published(cast: Cast) -> None:
    desk = make_desk(cast)
    answer(cast, desk.child, desk.parent, "website", yes=True)
    draft = make_draft(cast, "press", text="Nell Brackwater and friends sang.")
    put_out(approved(draft, cast.head), "press")
    [use] = Use.objects.all()
    assert (use.person, use.is_shown) == (desk.child, False)
    assert make_all(cast) == 0  # nobody was asked about the press, and nobody has to be

    make_protection(desk.child, cast.dsl, now=NOW + HOUR)

    assert make_all(cast) == 1


def test_words_alone_make_no_use_of_anybody(cast: Cast) -> None:
    desk = make_desk(cast)

    put_out(approved(make_draft(cast, desk.key), cast.head), desk.key)

    assert not Use.objects.exists()


def test_a_draft_for_two_places_keeps_its_pictures_until_both_are_out(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = with_picture(make_draft(cast, desk.key, "website"), desk.child)
    draft = approved(draft, cast.head)

    put_out(draft, "website")
    assert again(draft).state == State.APPROVED
    assert again(draft).pictures.exists()
    with pytest.raises(actions.ChangedMeanwhile):
        put_out(draft, "website")

    put_out(again(draft), desk.key)
    assert again(draft).state == State.OUT
    assert Use.objects.count() == 2


def test_nothing_is_recorded_that_is_not_approved_or_has_not_happened(cast: Cast) -> None:
    draft = make_draft(cast)
    with pytest.raises(actions.NotNow, match="not approved"):
        put_out(draft, "website")

    draft = approved(draft, cast.head)
    with pytest.raises(actions.NotNow, match="has not come yet"):
        actions.record_publication(
            draft=draft,
            place=draft.places.get(),
            address="",
            went_out_on=TODAY + timedelta(days=1),
            revision=draft.revision,
            by=cast.office,
            now=NOW,
        )


@pytest.mark.parametrize("how", ["withdrawn", "protected"])
def test_a_withdrawal_and_a_protection_make_the_same_task_once(cast: Cast, how: str) -> None:
    desk = make_desk(cast)
    out(cast, desk)
    assert make_all(cast) == 0

    if how == "withdrawn":
        answer(cast, desk.child, desk.parent, desk.key, yes=False, now=NOW + HOUR)
    else:
        make_protection(desk.child, cast.dsl, now=NOW + HOUR)

    assert make_all(cast) == 1
    assert make_all(cast) == 0
    [task] = TakeDown.objects.all()
    assert task.caused_at == NOW + HOUR
    assert task.due_on == TODAY + timedelta(days=2)
    assert "Footprint suggests 2 school days" in task.due_because
    assert task.owner == cast.keeper
    assert waiting_for(cast.keeper, cast.oakfield.pk, on=TODAY).take_downs == [task]
    [notice] = Notice.objects.filter(to=cast.keeper.email)
    assert "Brackwater" not in notice.subject + notice.body


def test_every_past_use_gets_its_own_task(cast: Cast) -> None:
    desk = make_desk(cast)
    out(cast, desk)
    out(cast, desk)
    draft = with_picture(make_draft(cast, "website"), desk.child)
    put_out(approved(draft, cast.head), "website")

    answer(cast, desk.child, desk.parent, desk.key, yes=False, now=NOW + HOUR)
    assert make_all(cast) == 2
    make_protection(desk.child, cast.dsl, now=NOW + 2 * HOUR)
    assert make_all(cast, hours=3) == 1


def test_no_task_where_permission_was_given_again_before_anybody_looked(cast: Cast) -> None:
    desk = make_desk(cast)
    out(cast, desk)
    answer(cast, desk.child, desk.parent, desk.key, yes=False, now=NOW + HOUR)
    answer(cast, desk.child, desk.parent, desk.key, yes=True, now=NOW + HOUR)

    assert make_all(cast) == 0


def test_what_went_out_after_the_withdrawal_is_a_task_at_once(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = approved(with_picture(make_draft(cast, desk.key), desk.child), cast.head)
    answer(cast, desk.child, desk.parent, desk.key, yes=False, now=NOW + HOUR)

    put_out(draft, desk.key, now=NOW + 2 * HOUR)

    assert TakeDown.objects.open().count() == 1
    assert make_all(cast, hours=3) == 0


def test_the_schools_own_number_sets_the_clock(cast: Cast) -> None:
    actions.set_periods(
        school=cast.oakfield, draft_days=None, take_down_days=0, by=cast.head, now=NOW
    )
    desk = make_desk(cast)
    out(cast, desk)
    make_protection(desk.child, cast.dsl, now=NOW + HOUR)
    make_all(cast)

    [task] = TakeDown.objects.all()
    assert (task.due_on, task.due_because) == (TODAY, "Your school gave itself 0 school days.")


@pytest.mark.parametrize("outcome", Outcome)
def test_a_task_is_closed_once_with_proof(cast: Cast, outcome: Outcome) -> None:
    desk = make_desk(cast)
    publication = out(cast, desk)
    make_protection(desk.child, cast.dsl, now=NOW + HOUR)
    make_all(cast)
    task = TakeDown.objects.for_list().get()
    later = NOW + 3 * HOUR

    with pytest.raises(actions.ProofMissing):
        actions.close_take_down(task=task, outcome=outcome, proof=" ", by=cast.keeper, now=later)
    actions.close_take_down(
        task=task, outcome=outcome, proof="Looked: gone", by=cast.keeper, now=later
    )
    with pytest.raises(actions.AlreadyDone):
        actions.close_take_down(task=task, outcome=outcome, proof="x", by=cast.keeper, now=later)

    publication.refresh_from_db()
    assert (publication.taken_down_on is not None) is (outcome is Outcome.TAKEN_DOWN)
    assert make_all(cast, hours=4) == 0


def test_what_is_down_is_down_for_everybody_in_it(cast: Cast) -> None:
    desk = make_desk(cast)
    draft = with_picture(make_draft(cast, desk.key), desk.child)
    publication = put_out(approved(draft, cast.head), desk.key)
    friend = Person.objects.create(
        school=cast.oakfield, given_name="Tolly", family_name="Applegarth"
    )
    Use.objects.create(publication=publication, person=friend)
    for child in (desk.child, friend):
        make_protection(child, cast.dsl, now=NOW + HOUR)
    assert make_all(cast) == 2

    actions.close_take_down(
        task=TakeDown.objects.for_list()[0],
        outcome=Outcome.TAKEN_DOWN,
        proof="Gone",
        by=cast.keeper,
        now=NOW + 3 * HOUR,
    )

    assert not TakeDown.objects.open().exists()
    assert set(TakeDown.objects.values_list("proof", flat=True)) == {"Gone"}


def test_the_owner_is_reminded_on_the_day_and_after_it_once_a_morning(
    cast: Cast, time_machine: object
) -> None:
    desk = make_desk(cast)
    out(cast, desk)
    make_protection(desk.child, cast.dsl, now=NOW + HOUR)
    make_all(cast)
    Notice.objects.all().delete()

    for days, queued in ((1, 0), (2, 1), (2, 0), (3, 1)):
        time_machine.move_to(NOW + timedelta(days=days), tick=False)  # type: ignore[attr-defined]
        assert jobs.remind_of_waiting_take_downs.call() == queued


def test_the_job_looks_at_every_school_and_can_be_run_twice(
    cast: Cast, time_machine: object
) -> None:
    desk = make_desk(cast)
    out(cast, desk)
    make_protection(desk.child, cast.dsl, now=NOW + HOUR)
    time_machine.move_to(NOW + 2 * HOUR, tick=False)  # type: ignore[attr-defined]

    assert jobs.make_waiting_take_downs.call() == 1
    assert jobs.make_waiting_take_downs.call() == 0


def test_an_account_without_a_keeper_leaves_the_task_with_the_author(cast: Cast) -> None:
    desk = make_desk(cast)
    desk.account.duties.filter(kind="keeper").update(until=TODAY, ended_at=NOW, ended_by="the test")
    out(cast, desk)
    make_protection(desk.child, cast.dsl, now=NOW + HOUR)
    make_all(cast)

    assert TakeDown.objects.get().owner == cast.office


def test_looking_for_withdrawals_asks_as_much_for_ten_uses_as_for_one(cast: Cast) -> None:
    desk = make_desk(cast)
    out(cast, desk)
    with CaptureQueriesContext(connection) as one:
        make_all(cast)
    for _ in range(9):
        out(cast, desk)
    with CaptureQueriesContext(connection) as ten:
        make_all(cast)

    assert len(ten) == len(one)
    assert Draft.objects.in_state(State.OUT).count() == 10
