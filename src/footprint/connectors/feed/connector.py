"""RSS and Atom feeds, Google Alerts among them."""

import re
from collections.abc import Iterator, Mapping

from footprint.connectors.base import Batch, Http, Response
from footprint.connectors.feed.reading import read_feed
from footprint.connectors.http.answers import raise_for_status

_ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.5"
_SENDABLE = re.compile(r"[\x21-\x7e](?:[\x20-\x7e]{0,298}[\x21-\x7e])?")
_CONDITIONS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


class Feed:
    """One address, asked again and again; unchanged feeds cost one short answer."""

    kind = "feed"
    label = "Feed (RSS, Atom, Google Alerts)"
    can_see = (
        "What the site puts in its feed: news stories, blog posts, public Mastodon accounts, and "
        "the pages that a Google Alert has found."
    )
    cannot_see = (
        "Anything behind a sign-in: private accounts, closed groups, class chats. A Google Alert "
        "finds only part of the public web, often a day or more late, and hardly any posts on "
        "Facebook, Instagram, X, TikTok or Snapchat."
    )

    def fetch(self, *, address: str, checkpoint: Mapping[str, str], http: Http) -> Iterator[Batch]:
        """
        Yield one batch, or none where the feed has not changed.

        Raises:
            ConnectorError: no answer, a refusal, or no feed at this address.
        """
        conditions = {
            header: checkpoint[name]
            for name, header in _CONDITIONS.items()
            if _SENDABLE.fullmatch(checkpoint.get(name, ""))
        }
        response = http.get(address, headers={"Accept": _ACCEPT, **conditions})
        if response.status == 304:
            return
        raise_for_status(response, now=http.now)

        yield read_feed(
            response.body,
            address=address,
            found_at=response.final_url,
            content_type=response.headers.get("content-type", ""),
            checkpoint=_checkpoint(response),
        )


def _checkpoint(response: Response) -> dict[str, str]:
    found = {name: response.headers.get(name, "") for name in _CONDITIONS}
    return {name: value for name, value in found.items() if _SENDABLE.fullmatch(value)}
