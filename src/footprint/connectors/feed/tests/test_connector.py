"""The feed connector against a real server on this machine."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from footprint.connectors.base import ConnectorError
from footprint.connectors.feed.connector import Feed
from footprint.connectors.http import Guard, GuardedHttp

SAMPLE = (Path(__file__).parents[1] / "samples" / "mastodon.xml").read_bytes()
NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def door(server: HTTPServer) -> GuardedHttp:
    return GuardedHttp(now=NOW, guard=Guard(frozenset({f"localhost:{server.port}"})))


def test_an_unchanged_feed_is_asked_about_and_not_read_again(httpserver: HTTPServer) -> None:
    def answer(request: Request) -> Response:
        if request.headers.get("If-None-Match") == '"v1"':
            return Response(status=304)
        return Response(SAMPLE, content_type="application/rss+xml", headers={"ETag": '"v1"'})

    httpserver.expect_request("/feed").respond_with_handler(answer)
    address, http = httpserver.url_for("/feed"), door(httpserver)

    (first,) = Feed().fetch(address=address, checkpoint={}, http=http)
    second = list(Feed().fetch(address=address, checkpoint=first.checkpoint, http=http))

    assert len(first.posts) == 1
    assert first.checkpoint == {"etag": '"v1"'}
    assert second == []


def test_the_date_of_the_last_change_is_kept_where_there_is_no_etag(
    httpserver: HTTPServer,
) -> None:
    changed = "Sun, 01 Nov 2026 12:00:00 GMT"
    httpserver.expect_oneshot_request("/feed").respond_with_data(
        SAMPLE, headers={"Last-Modified": changed}
    )
    httpserver.expect_request("/feed", headers={"If-Modified-Since": changed}).respond_with_data(
        status=304
    )
    address, http = httpserver.url_for("/feed"), door(httpserver)

    (first,) = Feed().fetch(address=address, checkpoint={}, http=http)

    assert list(Feed().fetch(address=address, checkpoint=first.checkpoint, http=http)) == []


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_site_is_given_the_time_it_asks_for(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/feed").respond_with_data(
        "", status=status, headers={"Retry-After": "Mon, 02 Nov 2026 10:00:00 GMT"}
    )

    with pytest.raises(ConnectorError) as caught:
        list(
            Feed().fetch(address=httpserver.url_for("/feed"), checkpoint={}, http=door(httpserver))
        )

    assert caught.value.retry_after == timedelta(hours=1)
    assert not caught.value.permanent


@pytest.mark.parametrize(("status", "permanent"), [(404, True), (410, True), (500, False)])
def test_gone_for_good_is_told_from_ill_today(
    httpserver: HTTPServer, status: int, permanent: bool
) -> None:
    httpserver.expect_request("/feed").respond_with_data("", status=status)

    with pytest.raises(ConnectorError) as caught:
        list(
            Feed().fetch(address=httpserver.url_for("/feed"), checkpoint={}, http=door(httpserver))
        )

    assert caught.value.permanent is permanent


def test_a_feed_served_under_a_wrong_type_is_still_a_feed(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/feed").respond_with_data(SAMPLE, content_type="text/html")

    (batch,) = Feed().fetch(
        address=httpserver.url_for("/feed"), checkpoint={}, http=door(httpserver)
    )

    assert len(batch.posts) == 1


def test_a_redirect_to_a_sign_in_page_says_so(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/feed").respond_with_data(
        "", status=302, headers={"Location": "/login"}
    )
    httpserver.expect_request("/login").respond_with_data("<!doctype html><title>Sign in</title>")

    with pytest.raises(ConnectorError, match="sign-in page"):
        list(
            Feed().fetch(address=httpserver.url_for("/feed"), checkpoint={}, http=door(httpserver))
        )


@pytest.mark.parametrize("etag", ["é", "a\r\nX: y", "a" * 500, "\x00"])
def test_a_checkpoint_that_cannot_be_sent_is_left_out(httpserver: HTTPServer, etag: str) -> None:
    httpserver.expect_request("/feed").respond_with_data(SAMPLE)

    (batch,) = Feed().fetch(
        address=httpserver.url_for("/feed"), checkpoint={"etag": etag}, http=door(httpserver)
    )

    assert len(batch.posts) == 1
