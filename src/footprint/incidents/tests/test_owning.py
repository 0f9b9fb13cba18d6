"""Handing over: to somebody who can see it, with a note, and a message without names."""

import pytest

from footprint.incidents import actions
from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import THURSDAY, assessed, opened
from footprint.notices.models import Notice
from footprint.rulebook.terms import Matter
from footprint.users.models import User
from tests.cast import NOW, Cast


def hand_over(incident: Incident, to: User, **changes: object) -> None:
    given = {
        "note": "I am away; please write to the author.",
        "next_date": THURSDAY,
        "revision": incident.revision,
        "by": incident.owner,
        "now": NOW,
        **changes,
    }
    actions.hand_over(incident=incident, to=to, **given)  # type: ignore[arg-type]


def test_a_new_owner_with_a_note_and_a_message(cast: Cast) -> None:
    incident = opened(cast)
    hand_over(incident, cast.dsl)

    incident.refresh_from_db()
    assert incident.owner == cast.dsl
    entry = incident.entries.get(action="handed_over")
    assert "Dinah Lead" in entry.text
    notice = Notice.objects.get()
    assert notice.to == cast.dsl.email
    words = notice.subject + notice.body
    assert not any(name in words for name in ("Dinah", "Harriet", "lunchtime", "author"))


@pytest.mark.parametrize("name", ["teacher", "governor", "stranger", "keeper", "chair"])
def test_only_somebody_who_can_see_it(cast: Cast, name: str) -> None:
    incident = opened(cast)

    with pytest.raises(actions.CannotSee):
        hand_over(incident, getattr(cast, name))
    incident.refresh_from_db()
    assert incident.owner == cast.head
    assert not Notice.objects.exists()


def test_not_to_somebody_who_is_named_in_it(cast: Cast) -> None:
    incident = assessed(cast, shut_out=(cast.dsl,))

    with pytest.raises(actions.CannotSee):
        hand_over(incident, cast.dsl)


def test_not_without_a_word_why_and_not_to_oneself(cast: Cast) -> None:
    incident = opened(cast)

    with pytest.raises(actions.NotTold):
        hand_over(incident, cast.dsl, note=" ")
    with pytest.raises(actions.NotTold):
        hand_over(incident, cast.head)


def test_what_turns_out_to_be_about_the_head_goes_to_the_chair_unseen(cast: Cast) -> None:
    incident = opened(cast, owner=cast.dsl)
    hand_over(incident, cast.chair, matter=Matter.ALLEGATION_HEAD)

    assert not Incident.objects.seen_by(cast.head).exists()
    assert not Incident.objects.seen_by(cast.dsl).exists()
    assert Incident.objects.seen_by(cast.chair).get() == incident


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    incident = opened(cast)
    same = Incident.objects.get(pk=incident.pk)
    hand_over(incident, cast.dsl)

    with pytest.raises(actions.ChangedMeanwhile):
        hand_over(same, cast.deputy, revision=same.revision)
    incident.refresh_from_db()
    assert incident.owner == cast.dsl
    assert Notice.objects.count() == 1
