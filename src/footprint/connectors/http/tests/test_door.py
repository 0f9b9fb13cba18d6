"""The door against servers that misbehave."""

import gzip
import zlib
from datetime import UTC, datetime

import pytest

from footprint.connectors.base import ConnectorError
from footprint.connectors.http import Guard, GuardedHttp
from footprint.connectors.http.tests.servers import (
    Answer,
    RawServer,
    answer_with,
    drips,
    raw_server,
    redirect_to,
    says,
)

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def door(*servers: RawServer, deadline: float = 20.0, max_bytes: int = 5_000_000) -> GuardedHttp:
    return GuardedHttp(
        now=NOW,
        guard=Guard(frozenset(server.place for server in servers)),
        deadline=deadline,
        max_bytes=max_bytes,
    )


def test_a_plain_answer_comes_back_with_headers_in_lower_case() -> None:
    with raw_server(answer_with(b"hello", "Content-Type: text/xml", "ETag: w1")) as server:
        response = door(server).get(server.url("/feed"), headers={"If-None-Match": "w0"})

    assert (response.status, response.body, response.final_url) == (
        200,
        b"hello",
        server.url("/feed"),
    )
    assert (response.headers["content-type"], response.headers["etag"]) == ("text/xml", "w1")
    request = server.requests[0].lower()
    assert "if-none-match: w0" in request
    assert "user-agent: footprint" in request


def test_the_name_is_asked_for_but_the_checked_address_is_connected_to() -> None:
    with raw_server(answer_with(b"hello")) as server:
        place = f"feeds.oakfield.example:{server.port}"
        http = GuardedHttp(
            now=NOW,
            guard=Guard(frozenset({place})),
            resolve=lambda *_: ("127.0.0.1",),  # the name itself exists nowhere
        )

        assert http.get(f"http://{place}/").body == b"hello"

    assert f"host: {place}" in server.requests[0].lower()


def test_the_second_address_is_tried_when_nobody_listens_at_the_first() -> None:
    with raw_server(answer_with(b"hello")) as server:
        http = GuardedHttp(
            now=NOW,
            guard=Guard(frozenset({server.place})),
            resolve=lambda *_: ("::1", "127.0.0.1"),
        )

        assert http.get(server.url()).body == b"hello"


@pytest.mark.parametrize("status", ["404 Not Found", "500 Oh", "304 Not Modified", "204 None"])
def test_any_status_is_an_answer(status: str) -> None:
    with raw_server(answer_with(b"", status=status)) as server:
        assert door(server).get(server.url()).status == int(status[:3])


def test_a_redirect_is_followed_and_its_end_is_told() -> None:
    with raw_server(redirect_to("/new?page=1"), answer_with(b"hello")) as server:
        response = door(server).get(server.url("/old"))

    assert (response.body, response.final_url) == (b"hello", server.url("/new?page=1"))


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.1:{port}/",  # the same server, but not under the name that was opened
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
        "//169.254.169.254/latest/",
        "file:///etc/passwd",
        "ftp://localhost/",
        "http://user:pass@localhost:{port}/",
        "https://localhost/",
        "http://[::1",
        "javascript:alert(1)",
    ],
)
def test_a_redirect_to_where_we_may_not_go_is_refused(location: str) -> None:
    with raw_server(answer_with(b"never read")) as inside:
        to = location.format(port=inside.port)
        with raw_server(redirect_to(to)) as server, pytest.raises(ConnectorError):
            door(server).get(server.url())

    assert inside.requests == []


def test_a_circle_of_redirects_ends() -> None:
    with (
        raw_server(redirect_to("/again")) as server,
        pytest.raises(ConnectorError, match="without end"),
    ):
        door(server).get(server.url())

    assert len(server.requests) == 6


def test_secrets_are_not_sent_to_the_site_a_redirect_leads_to() -> None:
    headers = {"Authorization": "Bearer key", "X-Api-Key": "key", "If-None-Match": "w0"}
    with (
        raw_server(answer_with(b"hello")) as other,
        raw_server(redirect_to(other.url())) as server,
    ):
        door(server, other).get(server.url(), headers=headers)

    assert "Bearer key" in server.requests[0]
    assert "key" not in other.requests[0]
    assert "w0" in other.requests[0]


def test_secrets_stay_when_the_redirect_stays_on_the_same_site() -> None:
    with raw_server(redirect_to("/b"), answer_with(b"hello")) as server:
        door(server).get(server.url("/a"), headers={"Authorization": "Bearer key"})

    assert "Bearer key" in server.requests[1]


@pytest.mark.parametrize(
    "answer",
    [
        drips(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a"),
        drips(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", b"a"),
        drips(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        drips(b"", b""),
    ],
    ids=["header", "body", "chunks", "silence"],
)
def test_a_slow_drip_ends_at_the_deadline(answer: Answer) -> None:
    with raw_server(answer) as server, pytest.raises(ConnectorError, match="in time") as caught:
        door(server, deadline=0.3).get(server.url())

    assert not caught.value.permanent


def test_redirects_share_one_deadline() -> None:
    with (
        raw_server(redirect_to("/slow"), drips(b"", b"")) as server,
        pytest.raises(ConnectorError, match="in time"),
    ):
        door(server, deadline=0.3).get(server.url())


def _gzipped(size: int) -> bytes:
    return gzip.compress(b"a" * size)


def test_a_gzip_body_is_unpacked_and_several_members_too() -> None:
    body = gzip.compress(b"one ") + gzip.compress(b"two")
    with raw_server(answer_with(body, "Content-Encoding: gzip")) as server:
        assert door(server).get(server.url()).body == b"one two"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (b"a" * 10_001, ()),
        (_gzipped(10_001), ("Content-Encoding: gzip",)),
        (_gzipped(50_000_000), ("Content-Encoding: gzip",)),
        (zlib.compress(b"a" * 10_001), ("Content-Encoding: deflate",)),
    ],
    ids=["plain", "just over", "bomb", "deflate"],
)
def test_more_than_the_cap_is_refused_counted_unpacked(
    body: bytes, headers: tuple[str, ...]
) -> None:
    with (
        raw_server(answer_with(body, *headers)) as server,
        pytest.raises(ConnectorError, match="more than Footprint takes"),
    ):
        door(server, max_bytes=10_000).get(server.url())


def test_exactly_the_cap_is_taken() -> None:
    with raw_server(answer_with(_gzipped(10_000), "Content-Encoding: gzip")) as server:
        assert len(door(server, max_bytes=10_000).get(server.url()).body) == 10_000


@pytest.mark.parametrize(
    "answer",
    [
        says(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<rss>"),
        says(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>"),
        answer_with(_gzipped(5_000)[:-9], "Content-Encoding: gzip"),
        answer_with(b"not packed", "Content-Encoding: gzip"),
        answer_with(b"\x00", "Content-Encoding: br"),
        says(b"HTTP/1.1 200 OK\r\nContent-"),
        says(b"SSH-2.0-OpenSSH\r\n"),
        says(b""),
    ],
    ids=["short", "chunk", "cut gzip", "no gzip", "unasked", "cut head", "not http", "nothing"],
)
def test_a_short_or_damaged_body_is_a_failure_and_never_half_used(answer: Answer) -> None:
    with raw_server(answer) as server, pytest.raises(ConnectorError) as caught:
        door(server).get(server.url())

    assert "tries again by itself" in str(caught.value)
    assert not caught.value.permanent


def test_no_sentence_repeats_the_address_where_private_tokens_live() -> None:
    with raw_server(says(b"")) as server, pytest.raises(ConnectorError) as caught:
        door(server).get(server.url("/feed?token=SECRET"), headers={"X-Key": "SECRET"})

    assert "SECRET" not in str(caught.value)


def test_a_header_that_cannot_be_sent_is_our_own_error() -> None:
    with raw_server(answer_with(b"")) as server, pytest.raises(ConnectorError):
        door(server).get(server.url(), headers={"If-None-Match": "w\u20ac\r\n"})


def test_a_port_where_nobody_listens_is_said_plainly() -> None:
    with raw_server(says(b"")) as server:
        pass

    with pytest.raises(ConnectorError, match="No connection"):
        door(server).get(server.url())
