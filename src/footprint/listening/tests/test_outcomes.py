"""How a look at a source ended, and when the next one is due."""

from datetime import timedelta

import pytest

from footprint.audit.models import Event
from footprint.connectors.base import Problem
from footprint.listening import actions
from footprint.listening.models import Source
from footprint.listening.tests.factories import make_source, refused
from tests.cast import NOW, Cast

HOUR = timedelta(hours=1)


def test_read_whole_ends_all_trouble(cast: Cast) -> None:
    source = make_source(cast, failures=3, trouble="No answer.", every_minutes=60)
    actions.take_lease(source=source, now=NOW)

    actions.record_success(source=source, problems=(Problem(2, "Item 2 has no text."),), now=NOW)

    source = Source.objects.get()
    assert (source.failures, source.trouble, source.lease_until) == (0, "", None)
    assert source.succeeded_at == NOW
    assert source.next_fetch_at == NOW + HOUR
    assert source.problems == ["Item 2 has no text."]


def test_nothing_new_leaves_the_problems_of_the_items_that_are_still_there(cast: Cast) -> None:
    source = make_source(cast, problems=["Item 2 has no text."])

    actions.record_success(source=source, now=NOW)

    assert Source.objects.get().problems == ["Item 2 has no text."]


@pytest.mark.parametrize(
    ("failures_before", "retry_after", "pause"),
    [
        (0, None, HOUR),
        (1, None, 2 * HOUR),
        (3, None, 8 * HOUR),
        (10, None, timedelta(days=1)),
        (4_000, None, timedelta(days=1)),
        (0, timedelta(minutes=5), HOUR),
        (0, 6 * HOUR, 6 * HOUR),
        (0, timedelta(days=3), timedelta(days=3)),
        (0, timedelta(days=4_000), timedelta(days=7)),
    ],
)
def test_the_pause_doubles_and_is_never_shorter_than_the_source_asked(
    cast: Cast, failures_before: int, retry_after: timedelta | None, pause: timedelta
) -> None:
    source = make_source(cast, every_minutes=60, failures=failures_before)

    actions.record_failure(source=source, error=refused(retry_after=retry_after), now=NOW)

    source = Source.objects.get()
    assert source.next_fetch_at == NOW + pause
    assert source.failures == failures_before + 1
    assert source.is_active


def test_trouble_is_said_and_never_passes_for_a_look(cast: Cast) -> None:
    earlier = NOW - HOUR
    source = make_source(cast, succeeded_at=earlier)
    actions.take_lease(source=source, now=NOW)

    actions.record_failure(source=source, error=refused("The site is being repaired."), now=NOW)

    source = Source.objects.get()
    assert source.trouble == "The site is being repaired."
    assert (source.tried_at, source.succeeded_at) == (NOW, earlier)
    assert source.lease_until is None


def test_what_cannot_help_any_more_switches_the_source_off_and_says_why(cast: Cast) -> None:
    source = make_source(cast)

    actions.record_failure(source=source, error=refused("It is gone.", permanent=True), now=NOW)

    source = Source.objects.get()
    assert (source.is_active, source.trouble) == (False, "It is gone.")
    event = Event.objects.get()
    assert (event.action, event.by) == ("listening.source_switched_off", "system: listening")
