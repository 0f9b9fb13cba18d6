"""Dates as people here write them."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.connectors.spreadsheet.dates import read_date


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("31/12/2026", datetime(2026, 12, 31, tzinfo=UTC)),
        ("31/12/2026 18:05", datetime(2026, 12, 31, 18, 5, tzinfo=UTC)),
        ("31/12/2026 18:05:09", datetime(2026, 12, 31, 18, 5, 9, tzinfo=UTC)),
        ("31/12/2026, 6:05 pm", datetime(2026, 12, 31, 18, 5, tzinfo=UTC)),
        ("31/12/2026 6pm", datetime(2026, 12, 31, 18, tzinfo=UTC)),
        ("31/12/2026 12.30am", datetime(2026, 12, 31, 0, 30, tzinfo=UTC)),
        ("31/12/2026 12:30 PM", datetime(2026, 12, 31, 12, 30, tzinfo=UTC)),
        ("31-12-2026", datetime(2026, 12, 31, tzinfo=UTC)),
        ("31.12.26", datetime(2026, 12, 31, tzinfo=UTC)),
        ("1/6/2026", datetime(2026, 5, 31, 23, tzinfo=UTC)),  # midnight in summer time
        ("01/06/2026 09:00", datetime(2026, 6, 1, 8, tzinfo=UTC)),
        ("2026-06-01", datetime(2026, 5, 31, 23, tzinfo=UTC)),
        ("2026-06-01T09:00", datetime(2026, 6, 1, 8, tzinfo=UTC)),
        ("2026-06-01 09:00:00", datetime(2026, 6, 1, 8, tzinfo=UTC)),
        ("2026-06-01T09:00:00Z", datetime(2026, 6, 1, 9, tzinfo=UTC)),
        ("2026-06-01T09:00:00.123Z", datetime(2026, 6, 1, 9, tzinfo=UTC)),
        ("2026-06-01T09:00:00+02:00", datetime(2026, 6, 1, 7, tzinfo=UTC)),
        ("2026-06-01 09:00 UTC", datetime(2026, 6, 1, 9, tzinfo=UTC)),
        ("31 Dec 2026", datetime(2026, 12, 31, tzinfo=UTC)),
        ("31st December 2026 at 18:05", datetime(2026, 12, 31, 18, 5, tzinfo=UTC)),
        ("Thursday 31 Dec 2026, 6.05 pm", datetime(2026, 12, 31, 18, 5, tzinfo=UTC)),
        ("5 Sept 2026", datetime(2026, 9, 4, 23, tzinfo=UTC)),
        ("29/03/2026 01:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),  # an hour that is skipped
        ("25/10/2026 01:30", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),  # the first of two
        ("29/02/2028", datetime(2028, 2, 29, tzinfo=UTC)),
        ("29/02/2026", None),
        ("12/31/2026", None),
        ("31/31/2026", None),
        ("0/1/2026", None),
        ("31/12/1926", None),
        ("31/12/2126", None),
        ("31/12", None),
        ("31/12/2026 25:00", None),
        ("31/12/2026 13pm", None),
        ("31/12/2026 18", None),
        ("31/12/2026 18:05 +99:99", None),
        ("yesterday", None),
        ("5 Foo 2026", None),
        ("46387", None),
        ("", None),
    ],
)
def test_a_date_is_read_day_first_in_london_or_not_at_all(
    written: str, moment: datetime | None
) -> None:
    assert read_date(written) == moment


@given(st.text(max_size=40) | st.text(alphabet="0123456789/-:. TZpam+", max_size=30))
def test_any_text_is_a_moment_in_utc_or_none(written: str) -> None:
    moment = read_date(written)

    assert moment is None or moment.utcoffset() == UTC.utcoffset(None)
