"""Notes: back-dated ones are placed where they belong, and marked."""

from datetime import UTC, datetime, timedelta

import pytest

from footprint.audit.models import Event
from footprint.incidents import actions
from footprint.incidents.tests.factories import opened
from tests.cast import NOW, Cast


def test_a_back_dated_note_is_placed_and_marked(cast: Cast) -> None:
    incident = opened(cast)
    actions.add_note(
        incident=incident,
        text="A parent rang.",
        by=cast.office,
        now=NOW,
        happened_at=NOW - timedelta(days=3),
    )

    first, second = incident.entries.all()
    assert (first.action, first.is_back_dated, first.written_at) == ("note", True, NOW)
    assert (second.action, second.is_back_dated) == ("opened", False)


def test_the_school_day_and_not_the_day_in_utc_decides(cast: Cast) -> None:
    """23:30 UTC in July is half past midnight of the next day at the school."""
    written = datetime(2027, 7, 6, 8, 0, tzinfo=UTC)
    incident = opened(cast)
    note = actions.add_note(
        incident=incident,
        text="It began to spread.",
        by=cast.head,
        now=written,
        happened_at=datetime(2027, 7, 5, 23, 30, tzinfo=UTC),
    )

    assert not note.is_back_dated


def test_an_empty_note_or_one_of_tomorrow_is_refused(cast: Cast) -> None:
    incident = opened(cast)

    with pytest.raises(actions.NotTold):
        actions.add_note(incident=incident, text=" ", by=cast.head, now=NOW)
    with pytest.raises(actions.NotTold):
        actions.add_note(
            incident=incident,
            text="x",
            by=cast.head,
            now=NOW,
            happened_at=NOW + timedelta(minutes=1),
        )


def test_a_note_is_in_the_audit_chain_without_its_words(cast: Cast) -> None:
    actions.add_note(incident=opened(cast), text="secret words", by=cast.head, now=NOW)

    event = Event.objects.get(action="incidents.note")
    assert "secret" not in str(event.details)
