"""What a status means, and how long a source asks us to wait."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.connectors.base import ConnectorError, Response
from footprint.connectors.http import raise_for_status, retry_after

NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def _answer(status: int, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status, named, b"", "https://news.example/feed?token=SECRET")


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("0", timedelta(0)),
        ("120", timedelta(minutes=2)),
        (" 120 ", timedelta(minutes=2)),
        ("999999999999", timedelta(days=7)),
        ("Mon, 02 Nov 2026 09:05:00 GMT", timedelta(minutes=5)),
        ("Mon, 02 Nov 2026 10:05:00 +0100", timedelta(minutes=5)),
        ("Mon, 02 Nov 2026 09:05:00 -0000", timedelta(minutes=5)),
        ("Mon, 02 Nov 2026 08:00:00 GMT", timedelta(0)),
        ("Fri, 31 Dec 9999 23:59:59 GMT", timedelta(days=7)),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("Mon, 99 Nov 2026 09:05:00 GMT", None),
    ],
)
def test_the_wait_is_read_from_seconds_or_a_date(value: str, wait: timedelta | None) -> None:
    assert retry_after({"retry-after": value}, now=NOW) == wait


@given(st.text(max_size=40))
def test_no_text_in_that_header_breaks_us(value: str) -> None:
    wait = retry_after({"retry-after": value}, now=NOW)

    assert wait is None or timedelta(0) <= wait <= timedelta(days=7)


@pytest.mark.parametrize("status", [200, 203])
def test_a_plain_answer_raises_nothing(status: int) -> None:
    raise_for_status(_answer(status), now=NOW)


@pytest.mark.parametrize(
    ("status", "permanent"),
    [
        (401, True),
        (403, False),
        (404, True),
        (410, True),
        (451, True),
        (429, False),
        (503, False),
        (500, False),
        (418, False),
        (204, False),
        (206, False),
        (300, False),
    ],
)
def test_every_other_status_is_an_error_that_names_the_site_only(
    status: int, permanent: bool
) -> None:
    with pytest.raises(ConnectorError) as caught:
        raise_for_status(_answer(status), now=NOW)

    assert caught.value.permanent is permanent
    assert "news.example" in str(caught.value)
    assert "SECRET" not in str(caught.value)


@pytest.mark.parametrize("status", [429, 503, 500])
def test_a_busy_source_is_given_the_wait_it_asks_for(status: int) -> None:
    with pytest.raises(ConnectorError) as caught:
        raise_for_status(_answer(status, retry_after="90"), now=NOW)

    assert caught.value.retry_after == timedelta(seconds=90)
