"""Add a source, change it, switch it."""

from dataclasses import replace

import pytest

from footprint.audit.models import Event
from footprint.connectors.base import Batch
from footprint.listening import actions
from footprint.listening.models import Source
from footprint.listening.tests.factories import OURS, make_source
from footprint.rulebook.terms import Platform
from tests.cast import NOW, Cast

DETAILS = actions.SourceDetails("Gazette", "https://gazette.example/feed", 30)


def add(cast: Cast) -> Source:
    return actions.add_source(
        school=cast.oakfield,
        kind="feed",
        details=DETAILS,
        platform=Platform.NEWS,
        by=cast.head,
        now=NOW,
    )


def test_a_new_source_is_due_at_once(cast: Cast) -> None:
    source = add(cast)

    assert list(Source.objects.due_by(NOW)) == [source]
    assert Event.objects.get().target == f"source:{source.pk}"


def test_an_address_is_listened_to_once(cast: Cast) -> None:
    add(cast)

    with pytest.raises(actions.AlreadyListening):
        add(cast)

    assert Source.objects.count() == 1
    assert Event.objects.count() == 1


def test_another_address_is_read_from_its_beginning(cast: Cast) -> None:
    source = make_source(cast, checkpoint={"etag": "a"}, counted=["x"], failures=2, trouble="No.")
    new = replace(DETAILS, address="https://gazette.example/news.xml")

    actions.change_source(source=source, details=new, revision=1, by=cast.head, now=NOW)

    source = Source.objects.get()
    assert (source.checkpoint, source.counted, source.trouble) == ({}, [], "")
    assert source.address == new.address


def test_a_new_name_alone_keeps_the_place_where_reading_stopped(cast: Cast) -> None:
    source = make_source(cast, checkpoint={"etag": "a"})
    renamed = replace(DETAILS, label="The Gazette", address=source.address)

    actions.change_source(source=source, details=renamed, revision=1, by=cast.head, now=NOW)

    source = Source.objects.get()
    assert (source.label, source.checkpoint) == ("The Gazette", {"etag": "a"})


def test_what_was_being_read_at_the_old_address_is_not_stored_under_the_new(cast: Cast) -> None:
    reading = make_source(cast)
    actions.take_lease(source=reading, now=NOW)
    new = replace(DETAILS, address="https://gazette.example/news.xml")
    actions.change_source(
        source=Source.objects.get(), details=new, revision=1, by=cast.head, now=NOW
    )

    with pytest.raises(actions.LeaseLost):
        actions.store_batch(source=reading, batch=Batch((OURS,), {"etag": "old"}), now=NOW)

    assert Source.objects.get().checkpoint == {}


def test_of_two_people_at_once_the_second_is_told(cast: Cast) -> None:
    source = make_source(cast)
    first, second = replace(DETAILS, label="First"), replace(DETAILS, label="Second")
    actions.change_source(source=source, details=first, revision=1, by=cast.head, now=NOW)

    with pytest.raises(actions.SourceChangedMeanwhile):
        actions.change_source(source=source, details=second, revision=1, by=cast.dsl, now=NOW)

    assert Source.objects.get().label == "First"


def test_an_address_that_another_source_has_is_refused(cast: Cast) -> None:
    make_source(cast)
    other = make_source(cast, address="https://blog.example/feed")

    with pytest.raises(actions.AlreadyListening):
        actions.change_source(source=other, details=DETAILS, revision=1, by=cast.head, now=NOW)


def test_switched_off_is_not_read_and_switched_on_is_due(cast: Cast) -> None:
    source = make_source(cast, trouble="It is gone.", failures=4)

    actions.switch_source(source=source, on=False, revision=1, by=cast.head, now=NOW)
    assert not Source.objects.due_by(NOW).exists()

    actions.switch_source(source=source, on=True, revision=2, by=cast.head, now=NOW)
    source = Source.objects.due_by(NOW).get()
    assert (source.trouble, source.failures) == ("", 0)
