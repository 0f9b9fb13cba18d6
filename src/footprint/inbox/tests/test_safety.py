"""The four safety questions: a yes leaves the reputation track, and the right people are told."""

import pytest

from footprint.audit.models import Event
from footprint.inbox.actions import AlreadyDecided, ChangedMeanwhile, answer_safety, leave
from footprint.inbox.models import Item
from footprint.inbox.tests.factories import make_item, make_safe_item
from footprint.notices.models import Notice
from footprint.rulebook.terms import SafetyQuestion as Q
from footprint.users.models import User
from tests.cast import NOW, Cast

WORDS = "Oakfield Primary, just no"


def answer(item: Item, by: User, *yes: Q, about_head: bool = False) -> None:
    answer_safety(
        item=item,
        answers={question: question in yes for question in Q},
        subject_is_head=about_head,
        revision=item.revision,
        by=by,
        now=NOW,
    )
    item.refresh_from_db()


@pytest.mark.parametrize(
    ("yes", "about_head", "matter", "desk", "told"),
    [
        (Q.DANGER_NOW, False, "safeguarding", "dsl", {"dsl", "deputy", "head"}),
        (Q.NUDE_IMAGE, False, "safeguarding", "dsl", {"dsl", "deputy", "head"}),
        (Q.EXTREMISM, False, "safeguarding", "dsl", {"dsl", "deputy", "head"}),
        (Q.ADULT_ACCUSED, False, "allegation", "headteacher", {"head"}),
        (Q.ADULT_ACCUSED, True, "allegation_head", "chair", {"chair", "lead"}),
    ],
)
def test_a_yes_hands_over_and_tells_the_circle_and_nobody_else(
    cast: Cast, yes: Q, about_head: bool, matter: str, desk: str, told: set[str]
) -> None:
    item = make_item(cast.oakfield, WORDS)

    answer(item, cast.office, yes, about_head=about_head)

    assert (item.matter, item.desk) == (matter, desk)
    assert {notice.to.partition("@")[0] for notice in Notice.objects.all()} == told


def test_four_times_no_stays_on_the_reputation_track(cast: Cast) -> None:
    item = make_item(cast.oakfield, WORDS)

    answer(item, cast.office)

    assert item.matter == "reputation"
    assert item.safety_by == cast.office
    assert not Notice.objects.exists()


def test_a_message_carries_no_words_of_the_post(cast: Cast) -> None:
    item = make_item(cast.oakfield, "canary-phrase at Oakfield Primary about Poppy Canary")

    answer(item, cast.office, Q.DANGER_NOW)

    for notice in Notice.objects.all():
        assert "anary" not in notice.subject + notice.body
        assert f"/inbox/{item.pk}/" in notice.body


def test_a_head_accused_sees_nothing_of_it_any_more(cast: Cast) -> None:
    item = make_item(cast.oakfield, WORDS)
    assert Item.objects.seen_by(cast.head).exists()

    answer(item, cast.dsl, Q.ADULT_ACCUSED, about_head=True)

    assert not Item.objects.seen_by(cast.head).exists()
    assert not Item.objects.seen_by(cast.dsl).exists()
    assert Item.objects.seen_by(cast.chair).get() == item


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    item = make_item(cast.oakfield, WORDS)
    stale = Item.objects.get(pk=item.pk)
    answer(item, cast.office)

    with pytest.raises(ChangedMeanwhile):
        answer(stale, cast.dsl, Q.DANGER_NOW)

    assert not Notice.objects.exists()


def test_a_decided_item_takes_no_answers(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, WORDS, cast.office)
    leave(item=item, reason="news", revision=item.revision, by=cast.office, now=NOW)
    item.refresh_from_db()

    with pytest.raises(AlreadyDecided):
        answer(item, cast.office)


def test_the_answers_are_audited(cast: Cast) -> None:
    item = make_item(cast.oakfield, WORDS)

    answer(item, cast.office, Q.EXTREMISM)

    event = Event.objects.get(action="inbox.safety_answered")
    assert event.by == cast.office.email
    assert event.details["extremism"] is True
