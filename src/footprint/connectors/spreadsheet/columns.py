"""Which column holds what: by the headings people use, or as staff said."""

import re
from collections.abc import Mapping, Sequence

from footprint.connectors.base import ConnectorError

_HEADINGS = {
    "text": ("text", "post", "content", "comment", "message", "body", "review", "caption",
             "what was said", "post text", "full text"),
    "date": ("date", "posted", "when", "posted at", "posted on", "published", "published at",
             "created", "created at", "time", "timestamp", "date posted", "date and time"),
    "link": ("link", "url", "address", "web address", "permalink", "post link", "post url"),
    "author": ("author", "name", "by", "user", "username", "user name", "posted by", "account",
               "display name", "who"),
    "platform": ("platform", "site", "channel", "network", "where", "source", "website"),
    "title": ("title", "subject", "headline"),
}  # fmt: skip
FIELDS = tuple(_HEADINGS)


def find_columns(headings: Sequence[str], mapping: Mapping[str, str] | None) -> dict[str, int]:
    """
    Say at which place each field stands.

    Args:
        headings: the first row of the file.
        mapping: field -> heading as staff chose it; wins over our guess. None guesses all.

    Raises:
        ConnectorError: permanent; no column holds the posts' text, or the mapping names a
            field or column that is not there. The sentence lists the columns that are.
    """
    plain = [_plain(heading) for heading in headings]
    found: dict[str, int] = {}
    for field, heading in (mapping or {}).items():
        if field not in FIELDS or _plain(heading) not in plain:
            raise _refused(f"There is no column “{heading}” to take the {field} from.", headings)
        found[field] = plain.index(_plain(heading))

    for field, names in _HEADINGS.items():
        free = [name for name in names if name in plain and plain.index(name) not in found.values()]
        if field not in found and free:
            found[field] = plain.index(free[0])
    if "text" not in found:
        raise _refused("No column holds the text of the posts. Name one of them “Text”.", headings)
    return found


def known_headings(headings: Sequence[str]) -> int:
    """How many of these we know: tells commas from semicolons, and headings from a first post."""
    known = {name for names in _HEADINGS.values() for name in names}
    return sum(_plain(heading) in known for heading in headings)


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"\w+", heading.casefold().replace("_", " ")))


def _refused(sentence: str, headings: Sequence[str]) -> ConnectorError:
    listed = ", ".join(f"“{heading.strip()[:40]}”" for heading in headings[:20] if heading.strip())
    return ConnectorError(f"{sentence} The file's columns are: {listed or 'none'}.", permanent=True)
