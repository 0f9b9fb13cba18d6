"""What is kept of a batch, what is only counted, and that neither happens twice."""

from datetime import timedelta

import pytest

from footprint.audit.models import Event
from footprint.connectors.base import Batch
from footprint.listening import actions
from footprint.listening.models import DroppedCount, Mention, Source
from footprint.listening.tests.factories import (
    ALL,
    ANOTHERS,
    NAMESAKE,
    NOBODYS,
    OURS,
    OURS_TOO,
    found,
    make_source,
)
from footprint.rulebook.terms import Platform
from footprint.schools.models import SchoolName
from tests.cast import NOW, Cast


def counts(source: Source) -> dict[str, int]:
    return dict(DroppedCount.objects.filter(source=source).values_list("reason", "count"))


def test_a_post_that_names_the_school_is_kept_and_the_rest_is_only_counted(cast: Cast) -> None:
    source = make_source(cast)

    stored = actions.store_batch(source=source, batch=Batch(ALL, {"etag": "a"}), now=NOW)

    assert (stored.kept, stored.no_school, stored.another_school) == (2, 1, 2)
    assert set(Mention.objects.values_list("text", flat=True)) == {OURS.text, OURS_TOO.text}
    assert counts(source) == {"no_school": 1, "another_school": 2}
    source.refresh_from_db()
    assert source.checkpoint == {"etag": "a"}


def test_a_mention_says_where_it_stands_and_why_it_was_kept(cast: Cast) -> None:
    source = make_source(cast)

    actions.store_batch(source=source, batch=Batch((OURS,)), now=NOW)

    mention = Mention.objects.get()
    assert mention.school == cast.oakfield
    assert mention.source == source
    assert (mention.url, mention.author) == (OURS.url, OURS.author)
    assert (mention.published_at, mention.found_at) == (NOW, NOW)
    assert mention.matched == "This post names “Oakfield Primary”."
    assert mention.received_at is None


def test_the_same_batch_twice_keeps_and_counts_nothing_twice(cast: Cast) -> None:
    source = make_source(cast)

    for _ in range(2):
        stored = actions.store_batch(source=source, batch=Batch(ALL), now=NOW)

    assert (stored.kept, stored.already) == (0, 2)
    assert Mention.objects.count() == 2
    assert counts(source) == {"no_school": 1, "another_school": 2}


def test_posts_not_kept_are_remembered_across_batches_without_their_words(cast: Cast) -> None:
    source = make_source(cast)
    for batch in (Batch((NOBODYS,)), Batch((ANOTHERS,)), Batch((NOBODYS, ANOTHERS, NAMESAKE))):
        actions.store_batch(source=source, batch=batch, now=NOW)

    source.refresh_from_db()
    assert counts(source) == {"no_school": 1, "another_school": 2}
    assert len(source.counted) == 3
    assert not any("swimming" in str(value) for value in vars(source).values())


def test_a_source_of_another_school_keeps_only_what_names_that_school(cast: Cast) -> None:
    theirs = make_source(cast, school=cast.riverside)

    stored = actions.store_batch(source=theirs, batch=Batch(ALL), now=NOW)

    assert stored.kept == 1
    assert Mention.objects.get().text == ANOTHERS.text
    assert Mention.objects.get().school == cast.riverside


def test_a_name_added_later_lets_the_same_post_in(cast: Cast) -> None:
    source = make_source(cast)
    post = found(9, "The OPS summer fair")
    actions.store_batch(source=source, batch=Batch((post,)), now=NOW)

    SchoolName.objects.create(school=cast.oakfield, text="OPS")
    stored = actions.store_batch(source=source, batch=Batch((post,)), now=NOW)

    assert stored.kept == 1


def test_the_name_of_a_source_can_hold_the_word_that_must_be_there(cast: Cast) -> None:
    cast.oakfield.must_include = ["Puddleford"]
    cast.oakfield.save()
    local = make_source(cast)
    national = make_source(cast, label="National news", address="https://national.example/feed")

    assert actions.store_batch(source=local, batch=Batch((OURS,)), now=NOW).kept == 1
    assert actions.store_batch(source=national, batch=Batch((OURS_TOO,)), now=NOW).kept == 0


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "https://x.example/" + "a" * 2000]
)
def test_a_link_that_no_page_may_show_is_left_out_and_the_post_stays(cast: Cast, url: str) -> None:
    post = found(1, OURS.text, url=url, title="t" * 900, author="a" * 900)

    actions.store_batch(source=make_source(cast), batch=Batch((post,)), now=NOW)

    mention = Mention.objects.get()
    assert mention.url == ""
    assert (len(mention.title), len(mention.author)) == (500, 200)


def test_where_a_link_does_not_tell_the_platform_staff_did(cast: Cast) -> None:
    source = make_source(cast, platform=Platform.MUMSNET.value)
    plain, told = found(1, OURS.text), found(2, OURS.text, platform=Platform.REDDIT)

    actions.store_batch(source=source, batch=Batch((plain, told)), now=NOW)

    platforms = Mention.objects.order_by("external_id").values_list("platform", flat=True)
    assert list(platforms) == ["mumsnet", "reddit"]


def test_whoever_lost_the_source_stores_nothing(cast: Cast) -> None:
    source = make_source(cast)
    assert actions.take_lease(source=source, now=NOW)
    late = NOW + timedelta(hours=1)
    other = Source.objects.get(pk=source.pk)
    assert actions.take_lease(source=other, now=late)

    with pytest.raises(actions.LeaseLost):
        actions.store_batch(source=source, batch=Batch(ALL, {"etag": "old"}), now=late)

    assert Mention.objects.count() == 0
    assert DroppedCount.objects.count() == 0
    assert Source.objects.get().checkpoint == {}
    assert Event.objects.count() == 0


def test_of_two_workers_one_gets_a_source(cast: Cast) -> None:
    first = make_source(cast)
    second = Source.objects.get(pk=first.pk)

    assert actions.take_lease(source=first, now=NOW)
    assert not actions.take_lease(source=second, now=NOW)
    assert not Source.objects.due_by(NOW).exists()


def test_what_was_kept_is_in_the_audit_log_without_a_word_of_it(cast: Cast) -> None:
    actions.store_batch(source=make_source(cast), batch=Batch(ALL), now=NOW)

    event = Event.objects.get()
    assert (event.action, event.details) == ("listening.mentions_kept", {"kept": 2})
