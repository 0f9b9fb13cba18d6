"""An answer in public: checked, approved by another, kept word for word; or none, with a reason."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from footprint.inbox import actions
from footprint.inbox.actions import replying
from footprint.inbox.models import Item, ReplyDraft
from footprint.inbox.tests.factories import make_item, make_safe_item
from footprint.people.tests.factories import make_person
from footprint.rulebook.terms import Flag, PostKind, SafetyQuestion
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

CRITICISM = "Not impressed with the homework app Oakfield Primary uses, it loses work"
GOOD = "Thank you for telling us. Please come in, so that we can talk."
BAD = "Your son is a pupil who forgets things, and our records show it."


def write(item: Item, by: User, text: str = GOOD, why: str = "") -> ReplyDraft:
    item.refresh_from_db()
    return replying.write_reply(
        item=item, text=text, kept_because=why, revision=item.revision, by=by, now=NOW
    )


def approve(draft: ReplyDraft, by: User) -> None:
    draft.item.refresh_from_db()
    replying.approve_reply(draft=draft, revision=draft.item.revision, by=by, now=NOW)
    draft.refresh_from_db()


def test_written_by_one_approved_by_another_and_kept_word_for_word(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    draft = write(item, cast.office)
    approve(draft, cast.head)
    draft.item.refresh_from_db()
    replying.record_approved(draft=draft, revision=draft.item.revision, by=cast.office, now=NOW)

    item.refresh_from_db()
    assert (item.decided, item.reply) == ("replied", GOOD)


def test_the_author_cannot_approve_and_the_database_keeps_that_too(cast: Cast) -> None:
    draft = write(make_safe_item(cast.oakfield, CRITICISM, cast.office), cast.office)

    with pytest.raises(replying.NotYours):
        approve(draft, cast.office)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReplyDraft.objects.update(approved_by=cast.office, approved_at=NOW)


def test_it_is_not_ready_before_it_is_approved(cast: Cast) -> None:
    draft = write(make_safe_item(cast.oakfield, CRITICISM, cast.office), cast.office)
    with pytest.raises(actions.NotOffered):
        replying.record_approved(draft=draft, revision=draft.item.revision, by=cast.head, now=NOW)


def test_written_anew_it_has_to_be_approved_again(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    approve(write(item, cast.office), cast.head)

    again = write(item, cast.office, "Thank you. Please ring the office.")

    assert list(item.reply_drafts.standing()) == [again]
    assert not again.is_ready


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    draft = write(make_safe_item(cast.oakfield, CRITICISM, cast.office), cast.office)
    stale = draft.item.revision - 1
    with pytest.raises(actions.ChangedMeanwhile):
        replying.approve_reply(draft=draft, revision=stale, by=cast.head, now=NOW)


def test_what_confirms_a_pupil_stops_until_somebody_says_why_it_stays(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    with pytest.raises(actions.NotTold, match="why they stay"):
        write(item, cast.office, BAD)
    assert not item.reply_drafts.exists()
    assert write(item, cast.office, BAD, "The parent asked for it").kept_because


def test_a_pupil_of_the_register_is_found_by_name(cast: Cast) -> None:
    make_person(cast.oakfield)
    pupil = cast.oakfield.people.get()
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    said = f"{pupil.given_name} {pupil.family_name} is a pupil of ours"
    with pytest.raises(actions.NotTold):
        write(item, cast.office, said)


def test_what_may_be_harm_is_not_answered_in_public(cast: Cast) -> None:
    item = make_item(cast.oakfield, CRITICISM)
    answers = dict.fromkeys(SafetyQuestion, False) | {SafetyQuestion.DANGER_NOW: True}
    actions.answer_safety(
        item=item,
        answers=answers,
        subject_is_head=False,
        revision=item.revision,
        by=cast.dsl,
        now=NOW,
    )
    with pytest.raises(actions.NotOffered):
        write(item, cast.dsl)


def test_a_draft_is_sealed_with_its_item(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    write(item, cast.office, "quetzalcoatlus says thank you")
    item.refresh_from_db()
    answers = dict.fromkeys(SafetyQuestion, False) | {SafetyQuestion.ADULT_ACCUSED: True}
    actions.answer_safety(
        item=item,
        answers=answers,
        subject_is_head=False,
        revision=item.revision,
        by=cast.office,
        now=NOW,
    )

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM inbox_replydraft")
        assert "quetzalcoatlus" not in cursor.fetchone()[0]
    assert ReplyDraft.objects.get().text.startswith("quetzalcoatlus")


def test_the_pages_from_writing_to_posting(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    office, head = client_of(cast.office), client_of(cast.head)
    url = reverse("inbox:write_reply", args=[item.pk])
    approving = reverse("inbox:show_reply", args=[item.pk])
    fetch_page(office, url)
    fetch_page(office, approving, status=404)

    stopped = office.post(url, {"text": BAD, "revision": item.revision}).content.decode()
    assert "This tells everybody that a child is a pupil here." in stopped
    assert "This argues a complaint in front of everybody." in stopped
    office.post(url, {"text": GOOD, "revision": item.revision})
    assert "You wrote it." in text_of(fetch_page(office, approving))
    assert "waits for another person" in text_of(
        fetch_page(head, reverse("inbox:show_item", args=[item.pk]))
    )
    item.refresh_from_db()
    head.post(approving, {"revision": item.revision})
    assert "I posted exactly this" in text_of(fetch_page(office, approving))
    item.refresh_from_db()
    office.post(approving, {"revision": item.revision})
    item.refresh_from_db()
    assert item.reply == GOOD


def test_sent_back_with_a_reason_it_stands_no_more(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    write(item, cast.office)
    item.refresh_from_db()
    url = reverse("inbox:send_back_reply", args=[item.pk])
    fetch_page(client_of(cast.head), url)
    client_of(cast.head).post(url, {"because": "Too long", "revision": item.revision})
    assert not item.reply_drafts.standing().exists()
    assert item.reply_drafts.get().sent_back_because == "Too long"


def test_an_accused_teacher_is_warned_of_before_anything_is_written(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    url = reverse("inbox:write_reply", args=[item.pk])
    assert "accused teacher" not in text_of(fetch_page(client_of(cast.office), url))
    Item.objects.update(
        kind=PostKind.CONCERN, flags=[Flag.ALLEGATION], confirmed_at=NOW, confirmed_by=cast.head
    )
    assert "Name no accused teacher" in text_of(fetch_page(client_of(cast.office), url))


def test_no_reply_because_is_a_recorded_choice_and_praise_is_passed_on(cast: Cast) -> None:
    quiet = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    actions.leave(
        item=quiet, reason="An open letter", revision=quiet.revision, by=cast.office, now=NOW
    )
    praise = make_safe_item(cast.oakfield, "The kitchen at Oakfield Primary is lovely", cast.office)
    actions.pass_on(
        item=praise, to="The kitchen", note="", revision=praise.revision, by=cast.office, now=NOW
    )
    quiet.refresh_from_db()
    praise.refresh_from_db()
    assert (quiet.decided, quiet.decided_reason) == ("no_action", "An open letter")
    assert (praise.decided, praise.passed_to) == ("passed_on", "The kitchen")
