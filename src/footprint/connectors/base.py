"""
The contract between a source of posts and everything that listens to it.

A connector turns an address into values (`FoundPost`); it stores nothing, knows no school and
decides nothing. Whoever calls it keeps the checkpoint and gives it back next time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from footprint.rulebook.terms import Platform


class ConnectorError(Exception):
    """
    A source could not be read.

    Args:
        message: for the school's staff; says what they can do. No secrets, no post text.
        permanent: True when trying again cannot help (gone, key refused, not a feed address).
        retry_after: the wait the source asked for, if it did.
    """

    def __init__(
        self, message: str, permanent: bool = False, retry_after: timedelta | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.permanent = permanent
        self.retry_after = retry_after


@dataclass(frozen=True)
class FoundPost:
    """
    One public post, as text; never markup.

    Args:
        external_id: the same every time the source is read, at most 200 characters; together
            with the platform it is what "seen before" means.
        url: http or https, or "" where the source gave none.
        author: the display name as published, or "".
        published_at: aware, UTC; None where the source gives no date that can be read.
        language: a code such as "en-gb" as the source states it; None where it does not.
    """

    platform: Platform
    external_id: str
    url: str
    author: str
    text: str
    published_at: datetime | None
    title: str = ""
    language: str | None = None


@dataclass(frozen=True)
class Problem:
    """
    One item that could not be read, or not wholly.

    Args:
        position: 1 for the first item of a feed; the row number of a spreadsheet, whose
            headings are row 1; 0 when the trouble is with the source as a whole.
        sentence: plain words for staff, naming the item. No post text.
    """

    position: int
    sentence: str


@dataclass(frozen=True)
class Batch:
    """
    Posts to keep in one go, with the checkpoint that is true once they are kept.

    The checkpoint replaces the one before it. Store both in one transaction: a checkpoint
    stored without its posts loses them for good.
    """

    posts: tuple[FoundPost, ...]
    checkpoint: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Response:
    """
    What a web address answered.

    Args:
        headers: names in lower case; a header given twice is joined with a comma.
        body: unpacked, whole.
        final_url: where it was found, after redirects. May hold a private token: never show it.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    final_url: str


class Http(Protocol):
    """The one way out to the web; `connectors.http.GuardedHttp` is the real one."""

    @property
    def now(self) -> datetime:
        """The time of this run, aware; a source's "come back on Tuesday" is counted from it."""

    def get(self, address: str, *, headers: Mapping[str, str] | None = None) -> Response:
        """Fetch one address, or raise ConnectorError. Any status is an answer."""


class Connector(Protocol):
    """
    A kind of source that is fetched.

    `can_see` and `cannot_see` are shown to staff word for word wherever the source is listed:
    a school must never believe that it listens where it does not.
    """

    kind: str
    label: str
    can_see: str
    cannot_see: str

    def fetch(self, *, address: str, checkpoint: Mapping[str, str], http: Http) -> Iterator[Batch]:
        """
        Read what is new since the checkpoint.

        Raises:
            ConnectorError: the source could not be read at all; batches already yielded stand.
        """
