"""Sources, posts and feeds for the tests of this room."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from footprint.connectors.base import Batch, ConnectorError, FoundPost, Http
from footprint.listening.models import Source
from footprint.rulebook.terms import Platform
from footprint.schools.models import School
from tests.cast import NOW, Cast


def make_source(cast: Cast, *, school: School | None = None, **fields: Any) -> Source:
    """A feed of Oakfield's, due now."""
    given: dict[str, Any] = {
        "kind": "feed",
        "label": "Puddleford Gazette",
        "address": "https://gazette.example/feed",
        "next_fetch_at": NOW,
        "added_at": NOW,
        "added_by": cast.head,
    }
    source: Source = Source.objects.create(school=school or cast.oakfield, **(given | fields))
    return source


def found(number: int, text: str, **fields: object) -> FoundPost:
    """One post from somewhere on the web."""
    given: dict[str, object] = {
        "platform": Platform.WEB,
        "external_id": f"post-{number}",
        "url": f"https://gazette.example/{number}",
        "author": "A reader",
        "text": text,
        "published_at": NOW,
    }
    return FoundPost(**(given | fields))  # type: ignore[arg-type]


OURS = found(1, "A lovely fair at Oakfield Primary today.")
OURS_TOO = found(2, "Parking at Oakfield Primary School is a nightmare.")
NOBODYS = found(3, "The swimming pool opens again.")
ANOTHERS = found(4, "Riverside Junior School has a new hall.")
NAMESAKE = found(5, "Oakfield Primary in Yorkshire won the cup.")
ALL = (OURS, OURS_TOO, NOBODYS, ANOTHERS, NAMESAKE)


class Canned:
    """A connector that gives these batches for an address, and then the trouble, if any."""

    kind = "feed"
    label = "Canned"
    can_see = "What the test gives."
    cannot_see = "All else."

    def __init__(self, given: Mapping[str, Sequence[Batch | Exception]]) -> None:
        self.given = given
        self.checkpoints: list[Mapping[str, str]] = []

    def fetch(self, *, address: str, checkpoint: Mapping[str, str], http: Http) -> Iterator[Batch]:
        """The next of what was given."""
        self.checkpoints.append(dict(checkpoint))
        for each in self.given[address]:
            if isinstance(each, Exception):
                raise each
            yield each


def refused(message: str = "The site did not answer.", **about: object) -> ConnectorError:
    """A failure that may pass."""
    return ConnectorError(message, **about)  # type: ignore[arg-type]


def rss(*items: tuple[str, str]) -> str:
    """A feed of (id, text)."""
    inner = "".join(
        f"<item><guid>https://gazette.example/{name}</guid><title>{text}</title>"
        f"<link>https://gazette.example/{name}</link></item>"
        for name, text in items
    )
    return f'<rss version="2.0"><channel><title>Gazette</title>{inner}</channel></rss>'


def at(hour: int, minute: int = 0) -> datetime:
    """A time on the day of the tests, UTC."""
    return NOW.replace(hour=hour, minute=minute)


def attribute(page: LexborHTMLParser, selector: str, name: str) -> str:
    """An attribute of the one element that the test means; "" where it has none."""
    node = page.css_first(selector)
    assert node is not None, f"nothing on the page is {selector}"
    return node.attributes.get(name) or ""


def words_in(page: LexborHTMLParser, selector: str) -> str:
    """The words inside the one element that the test means."""
    node = page.css_first(selector)
    assert node is not None, f"nothing on the page is {selector}"
    return " ".join(node.text().split())
