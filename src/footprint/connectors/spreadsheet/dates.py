"""Dates as people in the United Kingdom write them. Day first, London time unless it says so."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_LONDON = ZoneInfo("Europe/London")
_YEARS = range(2000, 2100)  # social media is younger, and a typing slip is likelier than 1926

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = ("january", "february", "march", "april", "may", "june", "july", "august",
                "september", "october", "november", "december")  # fmt: skip
_ISO = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[t ](?P<time>.+))?")
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4}|\d{2})(?:(?:,| at)? +(?P<time>.+))?"
)
_IN_WORDS = re.compile(
    r"(?:[a-z]{3,9},? +)?(?P<d>\d{1,2})(?:st|nd|rd|th)?[ -]+(?P<month>[a-z]{3,9})\.?,?[ -]+"
    r"(?P<y>\d{4})(?:(?:,| at)? +(?P<time>.+))?"
)
_TIME = re.compile(
    r"(?P<h>\d{1,2})(?:[:.](?P<min>\d{2}))?(?:[:.](?P<s>\d{2})(?:\.\d{1,9})?)? ?"
    r"(?P<half>am|pm)?(?: ?(?P<zone>z|utc|gmt|[+-]\d{2}:?\d{2}))?"
)


def read_date(written: str) -> datetime | None:
    """
    The moment meant by "31/12/2026", "2026-12-31T18:05" or "31 Dec 2026, 6.05 pm".

    Returns it aware, in UTC; a date without a time is its midnight in London. None for
    anything else, the American 12/31/2026 too: better no date than a wrong one.
    """
    plain = " ".join(written.casefold().split())
    found = _ISO.fullmatch(plain) or _DAY_FIRST.fullmatch(plain) or _IN_WORDS.fullmatch(plain)
    if found is None:
        return None
    parts = found.groupdict()
    month = int(parts["m"]) if parts.get("m") else _month(parts["month"])
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    time = _time(parts["time"])
    if year not in _YEARS or time is None:
        return None
    try:
        local = datetime(year, month, int(parts["d"]), time[0], time[1], time[2], tzinfo=_LONDON)
        return _moved(local, time[3]).astimezone(UTC)
    except ValueError:
        return None


def _month(name: str) -> int:
    """1 to 12; 0, which is no month, for any other word."""
    if name == "sept":
        return 9
    for names in (_MONTHS, _MONTH_NAMES):
        if name in names:
            return names.index(name) + 1
    return 0


def _time(written: str | None) -> tuple[int, int, int, str] | None:
    """Hour, minute, second and zone ("" for London); None if it is no time."""
    if written is None:
        return 0, 0, 0, ""
    found = _TIME.fullmatch(written.strip())
    if found is None or (found["min"] is None and found["half"] is None):
        return None
    hour = int(found["h"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    return hour, int(found["min"] or 0), int(found["s"] or 0), found["zone"] or ""


def _moved(local: datetime, zone: str) -> datetime:
    """The same clock reading in the zone that was written, London if none was."""
    if not zone:
        return local
    offset = "+0000" if zone in ("z", "utc", "gmt") else zone.replace(":", "")
    return datetime.strptime(f"{local:%Y-%m-%d %H:%M:%S} {offset}", "%Y-%m-%d %H:%M:%S %z")
