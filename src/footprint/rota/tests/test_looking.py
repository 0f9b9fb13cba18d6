"""A look is evidence: who, when, what; it counts once, and a mistake is put right beside it."""

from datetime import date, datetime, timedelta

import pytest

from footprint.audit.models import Event
from footprint.rota import actions
from footprint.rota.models import Channel, Due, Look
from footprint.rota.tests.factories import (
    MONDAY,
    OPEN,
    due_of,
    make_channel,
    make_listing,
)
from footprint.rulebook.decisions.channel_check import CheckEvery, CheckResult
from tests.cast import NOW, Cast

LATER = timedelta(minutes=5)


def look(
    channel: Channel,
    cast: Cast,
    result: CheckResult = CheckResult.NOTHING,
    *,
    now: datetime = NOW,
) -> Look:
    return actions.record_look(channel=channel, result=result, by=cast.teacher, now=now)


@pytest.mark.parametrize(
    ("result", "done_on"),
    [
        (CheckResult.NOTHING, MONDAY),
        (CheckResult.SIGHTING, MONDAY),
        (CheckResult.COULD_NOT_LOOK, None),
    ],
)
def test_a_look_does_the_check_unless_one_could_not_look(
    cast: Cast, result: CheckResult, done_on: date | None
) -> None:
    channel = make_channel(cast)
    found = look(channel, cast, result)
    assert (found.by, found.at, found.due) == (cast.teacher, NOW, due_of(channel))
    assert due_of(channel).done_on == done_on
    [event] = Event.objects.filter(target=f"check:{found.pk}")
    assert event.details == {"channel": channel.pk}


def test_two_taps_on_the_same_button_are_one_look(cast: Cast) -> None:
    channel = make_channel(cast)
    first, second = look(channel, cast), look(channel, cast, now=NOW + timedelta(seconds=5))
    assert first == second
    assert look(channel, cast, now=NOW + LATER) != first
    assert Look.objects.count() == 2


def test_a_look_counts_for_the_newest_check_and_the_one_before_stays_missed(cast: Cast) -> None:
    channel = make_channel(cast, every=CheckEvery.WEEK.value)
    actions.make_due(channel=channel, calendar=OPEN, on=MONDAY + timedelta(days=7))
    look(channel, cast, now=NOW + timedelta(days=8))
    first, second = Due.objects.order_by("due_on")
    assert first.done_on is None
    assert second.done_on == MONDAY + timedelta(days=8)
    assert list(Due.objects.missed()) == [first]


def test_a_look_when_nothing_is_due_is_kept_too(cast: Cast) -> None:
    channel = make_channel(cast, begins_on=MONDAY + timedelta(days=1))
    assert look(channel, cast).due is None


@pytest.mark.parametrize(
    ("listing", "result", "fits"),
    [
        (True, CheckResult.LISTING_RIGHT, True),
        (True, CheckResult.LISTING_WRONG, True),
        (True, CheckResult.COULD_NOT_LOOK, True),
        (True, CheckResult.NOTHING, False),
        (True, CheckResult.SIGHTING, False),
        (False, CheckResult.NOTHING, True),
        (False, CheckResult.SIGHTING, True),
        (False, CheckResult.COULD_NOT_LOOK, True),
        (False, CheckResult.LISTING_RIGHT, False),
        (False, CheckResult.LISTING_WRONG, False),
    ],
)
def test_a_listing_has_its_own_answers(
    cast: Cast, listing: bool, result: CheckResult, fits: bool
) -> None:
    channel = make_listing(cast) if listing else make_channel(cast)
    if fits:
        assert look(channel, cast, result).result == result
    else:
        with pytest.raises(actions.NotThisChannel):
            look(channel, cast, result)


def test_a_mistake_is_put_right_by_a_further_row_and_both_stay(cast: Cast) -> None:
    channel = make_channel(cast)
    wrong = look(channel, cast)
    right = actions.correct_look(
        look=wrong,
        result=CheckResult.COULD_NOT_LOOK,
        note="The site was down",
        by=cast.head,
        now=NOW + LATER,
    )
    wrong.refresh_from_db()
    assert (wrong.result, right.corrects) == ("nothing", wrong)
    assert due_of(channel).done_on is None  # nobody has looked after all

    with pytest.raises(actions.CorrectedAlready):
        actions.correct_look(
            look=wrong, result=CheckResult.SIGHTING, note="x", by=cast.head, now=NOW
        )


def test_a_correction_counts_for_the_day_on_which_somebody_looked(cast: Cast) -> None:
    channel = make_channel(cast)
    wrong = look(channel, cast, CheckResult.COULD_NOT_LOOK)
    actions.correct_look(
        look=wrong,
        result=CheckResult.NOTHING,
        note="I could, later",
        by=cast.teacher,
        now=NOW + timedelta(days=2),
    )
    assert due_of(channel).done_on == MONDAY


def test_nothing_in_the_room_changes_or_deletes_a_look(cast: Cast) -> None:
    found = look(make_channel(cast), cast)
    before = Look.objects.filter(pk=found.pk).values().get()
    look(found.channel, cast, CheckResult.SIGHTING, now=NOW + LATER)
    actions.end_channel(channel=found.channel, on=MONDAY + timedelta(days=1), by=cast.head, now=NOW)
    assert Look.objects.filter(pk=found.pk).values().get() == before
