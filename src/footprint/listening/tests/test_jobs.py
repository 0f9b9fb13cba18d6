"""Reading what is due: over real HTTP, sick beside healthy, twice, and cut off."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.conf import LazySettings
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from footprint.connectors.base import Batch, Problem
from footprint.listening import actions, jobs
from footprint.listening.models import DroppedCount, Mention, Source
from footprint.listening.tests.factories import (
    ALL,
    NOBODYS,
    OURS,
    OURS_TOO,
    Canned,
    make_source,
    refused,
    rss,
)
from tests.cast import NOW, Cast

FEED = rss(("1", "A fair at Oakfield Primary"), ("2", "The pool opens again"))
GAZETTE = "https://gazette.example/feed"
BLOG = "https://blog.example/feed"


@pytest.fixture
def web(httpserver: HTTPServer, settings: LazySettings) -> Iterator[HTTPServer]:
    """A server on this machine that the way out lets through."""
    settings.FETCH_ALLOW = frozenset({f"{httpserver.host}:{httpserver.port}"})
    yield httpserver
    httpserver.check_assertions()


def clock() -> datetime:
    return NOW


def read_all(connector: Canned) -> list[jobs.Outcome]:
    sources = Source.objects.due_by(NOW)
    return list(jobs.fetch(sources, connectors={"feed": connector}, clock=clock))


def test_a_feed_over_http_from_its_address_to_the_mention(cast: Cast, web: HTTPServer) -> None:
    web.expect_request("/feed").respond_with_data(FEED, content_type="application/rss+xml")
    source = make_source(cast, address=web.url_for("/feed"))

    assert jobs.fetch_due.call() == 1

    mention = Mention.objects.get()
    assert mention.title == "A fair at Oakfield Primary"
    assert mention.url == "https://gazette.example/1"
    source.refresh_from_db()
    assert (source.trouble, source.failures, source.lease_until) == ("", 0, None)
    assert source.succeeded_at is not None
    assert jobs.fetch_due.call() == 0  # not due again yet


def test_an_unchanged_feed_is_asked_for_with_its_mark_and_doubles_nothing(
    cast: Cast, web: HTTPServer
) -> None:
    def answer(request: Request) -> Response:
        if request.headers.get("If-None-Match") == '"v1"':
            return Response(status=304)
        return Response(FEED, content_type="application/rss+xml", headers={"ETag": '"v1"'})

    web.expect_request("/feed").respond_with_handler(answer)
    make_source(cast, address=web.url_for("/feed"))

    for _ in range(2):
        Source.objects.update(next_fetch_at=NOW - timedelta(days=1))
        assert jobs.fetch_due.call() == 1

    assert [answered.status_code for _, answered in web.log] == [200, 304]
    assert Mention.objects.count() == 1
    assert DroppedCount.objects.get().count == 1


def test_a_feed_without_marks_read_twice_doubles_nothing(cast: Cast, web: HTTPServer) -> None:
    web.expect_request("/feed").respond_with_data(FEED, content_type="application/rss+xml")
    make_source(cast, address=web.url_for("/feed"))

    for _ in range(2):
        Source.objects.update(next_fetch_at=NOW - timedelta(days=1))
        jobs.fetch_due.call()

    assert Mention.objects.count() == 1
    assert DroppedCount.objects.get().count == 1


def test_a_source_that_asks_for_a_pause_gets_it(cast: Cast, web: HTTPServer) -> None:
    web.expect_request("/feed").respond_with_data(
        "busy", status=503, headers={"Retry-After": str(6 * 3600)}
    )
    make_source(cast, address=web.url_for("/feed"))

    jobs.fetch_due.call()

    source = Source.objects.get()
    assert source.trouble
    assert source.tried_at is not None
    assert source.next_fetch_at - source.tried_at > timedelta(hours=5, minutes=59)


def test_an_address_inside_the_network_is_refused(cast: Cast, httpserver: HTTPServer) -> None:
    make_source(cast, address=httpserver.url_for("/feed"))

    jobs.fetch_due.call()

    assert Source.objects.get().trouble
    assert httpserver.log == []


@pytest.mark.parametrize(
    "trouble", [refused(), ValueError("a defect"), RecursionError()], ids=["sick", "bug", "deep"]
)
def test_one_sick_source_neither_breaks_nor_delays_the_others(
    cast: Cast, trouble: Exception
) -> None:
    sick = make_source(cast, address=BLOG, next_fetch_at=NOW - timedelta(hours=1))
    healthy = make_source(cast)

    outcomes = read_all(Canned({BLOG: [trouble], GAZETTE: [Batch(ALL)]}))

    assert {outcome.source.pk: bool(outcome.error) for outcome in outcomes} == {
        sick.pk: True,
        healthy.pk: False,
    }
    assert Mention.objects.filter(source=healthy).count() == 2
    assert Source.objects.get(pk=sick.pk).trouble
    assert not Source.objects.filter(lease_until__isnull=False).exists()


def test_a_kind_that_is_gone_is_trouble_of_that_source_only(cast: Cast) -> None:
    make_source(cast, kind="carrier_pigeon", address=BLOG)
    make_source(cast)

    outcomes = read_all(Canned({GAZETTE: [Batch((OURS,))]}))

    assert len(outcomes) == 2
    assert Mention.objects.count() == 1


def test_more_sources_than_are_read_at_once(cast: Cast) -> None:
    addresses = [f"https://site{number}.example/feed" for number in range(jobs.AT_ONCE + 3)]
    for address in addresses:
        make_source(cast, address=address)

    outcomes = read_all(Canned({address: [] for address in addresses}))

    assert len(outcomes) == len(addresses)
    assert Source.objects.filter(succeeded_at=NOW).count() == len(addresses)


def test_what_came_before_the_trouble_stands_with_its_checkpoint(cast: Cast) -> None:
    make_source(cast)
    given: list[Batch | Exception] = [Batch((OURS,), {"page": "1"}), refused()]

    read_all(Canned({GAZETTE: given}))

    source = Source.objects.get()
    assert Mention.objects.count() == 1
    assert source.checkpoint == {"page": "1"}
    assert (source.failures, source.succeeded_at) == (1, None)


def test_broken_items_are_shown_and_the_others_kept(cast: Cast) -> None:
    make_source(cast)
    problem = Problem(3, "Item 3 is damaged and nothing of it could be read.")

    read_all(Canned({GAZETTE: [Batch((OURS,), {}, (problem,))]}))

    assert Mention.objects.count() == 1
    assert Source.objects.get().problems == [problem.sentence]


@pytest.mark.parametrize("point", ["listening.fetched", "listening.stored"])
def test_cut_off_between_two_stages_loses_and_doubles_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    class Killed(BaseException):
        """As a kill: nobody's `except Exception` may tidy up after it."""

    def kill(name: str) -> None:
        if name == point:
            raise Killed

    make_source(cast)
    given = [Batch((OURS, NOBODYS), {"page": "1"}), Batch((OURS_TOO,), {"page": "2"})]
    monkeypatch.setattr(jobs, "failpoint", kill)
    with pytest.raises(Killed):
        read_all(Canned({GAZETTE: given}))
    monkeypatch.undo()
    stored_before = Mention.objects.count()

    after = NOW + actions.fetching.LEASE + timedelta(seconds=1)
    connector = Canned({GAZETTE: given})
    again = Source.objects.due_by(after)
    list(jobs.fetch(again, connectors={"feed": connector}, clock=lambda: after))

    assert stored_before == (1 if point == "listening.stored" else 0)
    assert connector.checkpoints == [{"page": "1"} if point == "listening.stored" else {}]
    assert set(Mention.objects.values_list("text", flat=True)) == {OURS.text, OURS_TOO.text}
    assert Mention.objects.count() == 2
    assert DroppedCount.objects.get().count == 1


def test_what_cannot_be_stored_of_one_source_does_not_keep_the_others_out(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    sick, _ = make_source(cast, address=BLOG), make_source(cast)
    store = actions.store_batch

    def stumble(*, source: Source, batch: Batch, now: datetime) -> actions.Stored:
        if source.pk == sick.pk:
            raise OSError("disk full")
        return store(source=source, batch=batch, now=now)

    monkeypatch.setattr(actions, "store_batch", stumble)
    read_all(Canned({BLOG: [Batch((OURS,), {"page": "1"})], GAZETTE: [Batch((OURS_TOO,))]}))

    assert Mention.objects.count() == 1
    sick.refresh_from_db()
    assert sick.trouble == jobs.UNEXPECTED.message
    assert sick.checkpoint == {}
