"""What a status means for the person who set the source up."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from footprint.connectors.base import ConnectorError, Response

_LONGEST_WAIT = timedelta(days=7)  # a source that asks for more is asked again after a week

_PERMANENT = {
    401: "{site} wants a sign-in before it shows this address. Footprint reads only what is "
    "public: look for a public feed address, or remove this source.",
    404: "{site} has nothing at this address any more. Check the address in a browser, then "
    "correct it or remove this source.",
    410: "{site} says that this address is gone for good. Remove this source.",
    451: "{site} may not show this address for legal reasons. Remove this source.",
}
_FOR_NOW = {
    403: "{site} refused to show this address. Open it in a browser: if it needs a sign-in, "
    "Footprint cannot read it.",
    429: "{site} says we ask too often. Footprint waits and tries again by itself.",
    503: "{site} is busy or being repaired. Footprint waits and tries again by itself.",
}


def raise_for_status(response: Response, *, now: datetime) -> None:
    """
    Do nothing for a plain answer with a body.

    Args:
        now: aware; the moment that a Retry-After date is counted from.

    Raises:
        ConnectorError: for everything but 200 and 203.
    """
    if response.status in (200, 203):
        return
    site = urlsplit(response.final_url).hostname or "The site"
    wait = retry_after(response.headers, now=now)
    if response.status in _PERMANENT:
        raise ConnectorError(_PERMANENT[response.status].format(site=site), permanent=True)
    if response.status in _FOR_NOW:
        raise ConnectorError(_FOR_NOW[response.status].format(site=site), retry_after=wait)
    raise ConnectorError(
        f"{site} could not answer properly (code {response.status}). Footprint tries again by "
        "itself; if this stays so for days, check the address in a browser.",
        retry_after=wait,
    )


def retry_after(headers: Mapping[str, str], *, now: datetime) -> timedelta | None:
    """
    The wait a source asks for, between 0 and 7 days.

    Args:
        headers: with names in lower case; Retry-After holds seconds or an HTTP date.
        now: aware.

    Returns None where there is none, or none that can be read.
    """
    value = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]{1,12}", value):
        return min(timedelta(seconds=int(value)), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return min(max(moment - now, timedelta(0)), _LONGEST_WAIT)
