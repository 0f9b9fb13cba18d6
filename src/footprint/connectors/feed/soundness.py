"""
What a feed must be before feedparser sees it.

Left alone, feedparser reads a half item as if it were whole, and some of its patterns take
minutes on a name of 100,000 letters. So: well-formed, flat enough, names and dates short.
"""

import re
from xml.parsers import expat

from footprint.connectors.base import ConnectorError

_DEEPEST = 100  # elements inside one another
_MOST_ELEMENTS = 100_000
_LONGEST_NAME = 1_000  # characters of a name or a date
_SHORT = frozenset(
    {
        *("author", "creator", "contributor", "name", "email", "owner", "publisher"),
        *("managingeditor", "webmaster", "pubdate", "published", "updated", "modified"),
        *("issued", "created", "date", "lastbuilddate", "expirationdate"),
    }
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?:rss|feed|RDF)(?=[\s>])")
_PAGE = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class _Unsound(Exception):
    """Stops the parser early."""


def feed_within(text: str) -> str:
    """
    The feed itself, without what stands before it (declaration, stray warnings of the site).

    Raises:
        ConnectorError: permanent for entity declarations; not permanent for what is no feed:
            a site that is being repaired often shows a page where the feed will be again.
    """
    text = _CONTROL.sub("", text)
    root = _ROOT.search(text)
    before = text[: root.start()] if root else text
    if _PAGE.search(before):
        raise ConnectorError(
            "This address shows an ordinary web page, perhaps a sign-in page, and not a feed. "
            "Look on the site for a link called RSS or feed and use that address."
        )
    if root is None:
        raise ConnectorError(
            "This address does not give an RSS or Atom feed. Check it in a browser and use the "
            "address of the feed itself."
        )
    if re.search(r"<!ENTITY", before, re.IGNORECASE):
        raise ConnectorError(
            "This feed carries instructions that no feed needs, so Footprint did not read it. "
            "Tell whoever runs the site, or remove this source.",
            permanent=True,
        )
    return text[root.start() :]


def is_sound(xml: str) -> bool:
    """True for XML that is well-formed, flat enough, and whose names and dates are short."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    watch = _Watch()
    parser.StartElementHandler = watch.start
    parser.EndElementHandler = watch.end
    parser.CharacterDataHandler = watch.text
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, _Unsound, UnicodeError):
        return False
    return True


class _Watch:
    """Counts elements, depth, and the letters inside one name or date."""

    def __init__(self) -> None:
        self._elements = 0
        self._depth = 0
        self._short_at = 0  # the depth of the name or date we are in; 0 when in none
        self._letters = 0

    def start(self, name: str, _attributes: object) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise _Unsound
        if not self._short_at and name.rpartition(" ")[2].lower() in _SHORT:
            self._short_at, self._letters = self._depth, 0

    def end(self, _name: str) -> None:
        if self._short_at == self._depth:
            self._short_at = 0
        self._depth -= 1

    def text(self, text: str) -> None:
        if self._short_at:
            self._letters += len(text)
            if self._letters > _LONGEST_NAME:
                raise _Unsound
