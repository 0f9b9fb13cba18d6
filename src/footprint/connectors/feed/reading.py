"""A feed's text to posts. Pure: no clock, no network; the same text gives the same posts."""

import hashlib
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser

from footprint.connectors.base import Batch, ConnectorError, FoundPost, Problem
from footprint.connectors.feed.decoding import decode
from footprint.connectors.feed.items import MOST_ITEMS, Mended, mend
from footprint.connectors.feed.soundness import feed_within, is_sound
from footprint.connectors.links import plain_link
from footprint.connectors.plain_text import LONGEST, clean_line, text_of
from footprint.connectors.platforms import platform_of_link
from footprint.rulebook.terms import Platform

_LONGEST_ID = 200
_ITEM = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)[\s/>]")
_LANGUAGE = re.compile(
    r"""<language>\s*([a-zA-Z][a-zA-Z-]{1,19})\s*</language>|xml:lang=["']([a-zA-Z-]{2,20})["']"""
)
_SAYS_MASTODON = re.compile(r"<generator>\s*Mastodon", re.IGNORECASE)
_E_MAIL = re.compile(r"(?<![\w@.+-])[\w.+-]{1,64}@[\w.-]{1,255}")
_IS_URI = re.compile(r"[a-z][a-z0-9+.-]{1,20}:", re.IGNORECASE)


@dataclass(frozen=True)
class _Origin:
    """What the feed says about all its items; `site` scopes ids such as "17"."""

    site: str
    language: str | None
    platform: Platform


def read_feed(
    body: bytes,
    *,
    address: str,
    found_at: str = "",
    content_type: str = "",
    checkpoint: Mapping[str, str] | None = None,
) -> Batch:
    """
    Read RSS or Atom.

    Args:
        address: as the school typed it; its site is part of ids that are no ids by themselves.
        found_at: where redirects ended; relative links start there.
        content_type: the header, for its charset.
        checkpoint: what is true once the posts are kept; given back empty where the feed was
            cut short, so that the next fetch brings it whole.

    Raises:
        ConnectorError: it is empty, no feed at all, or a bomb.
    """
    if not body.strip():
        raise ConnectorError(
            "The site sent an empty answer. Footprint tries again by itself; if this stays so, "
            "check the address in a browser."
        )
    xml = feed_within(decode(body, content_type=content_type))
    mended = _whole(xml)
    origin = _origin(xml, address)
    posts, problems = _posts(mended, _entries(mended.xml, found_at or address), origin)
    kept = {} if mended.cut else dict(checkpoint or {})
    named = sorted((*problems, *mended.problems), key=lambda problem: problem.position)
    return Batch(tuple(posts), kept, tuple(named))


def _whole(xml: str) -> Mended:
    items = len(_ITEM.findall(xml))
    if items <= MOST_ITEMS and is_sound(xml):
        return Mended(xml, tuple(range(1, items + 1)))
    return mend(xml)


def _entries(xml: str, address: str) -> list[dict[str, Any]]:
    told = {"content-type": "application/xml; charset=utf-8", "content-location": address}
    try:
        found = feedparser.parse(
            io.BytesIO(xml.encode()),  # never a string: feedparser opens those as files or links
            response_headers=told,
            resolve_relative_uris=False,
            sanitize_html=False,  # all markup goes; its cleaning leaves forms and styles in place
        )
    except Exception:
        raise ConnectorError(
            "This feed could not be read. Tell whoever runs the site that it is damaged."
        ) from None
    return list(found.entries)


def _origin(xml: str, address: str) -> _Origin:
    item = _ITEM.search(xml)
    head = xml[: item.start() if item else None][:20_000]
    language = _LANGUAGE.search(head)
    return _Origin(
        site=urlsplit(address).hostname or "",
        language=(language[1] or language[2]).lower() if language else None,
        platform=Platform.MASTODON if _SAYS_MASTODON.search(head) else Platform.WEB,
    )


def _posts(
    mended: Mended, entries: list[dict[str, Any]], origin: _Origin
) -> tuple[list[FoundPost], list[Problem]]:
    posts: dict[str, FoundPost] = {}
    problems: list[Problem] = []
    positions = mended.positions
    if len(positions) != len(entries):  # an item inside an item: places are as good as we know
        positions = tuple(range(1, len(entries) + 1))
    for position, entry in zip(positions, entries, strict=True):
        post = _post(entry, origin)
        if post is None:
            problems.append(_empty(position))
            continue
        if len(_markup(entry)) > LONGEST:
            problems.append(_long(position))
        known = posts.get(post.external_id)
        if known is not None and known != post:  # a site that gives all its items one id
            post = _under_own_id(post)
        posts.setdefault(post.external_id, post)
    return list(posts.values()), problems


def _post(entry: dict[str, Any], origin: _Origin) -> FoundPost | None:
    title = clean_line(text_of(_string(entry, "title")), 500)
    link = plain_link(_string(entry, "link"))
    text = text_of(_markup(entry))
    if not (title or link or text):
        return None
    platform = platform_of_link(link)
    return FoundPost(
        platform=origin.platform if platform is Platform.WEB else platform,
        external_id=_id(clean_line(_string(entry, "id"), 2_000), link, title, text, origin.site),
        url=link,
        author=_author(entry),
        text=text,
        published_at=_published(entry),
        title=title,
        language=origin.language,
    )


def _markup(entry: dict[str, Any]) -> str:
    for part in entry.get("content") or ():
        value = part.get("value")
        if isinstance(value, str) and value.strip():
            return value
    return _string(entry, "summary")


def _author(entry: dict[str, Any]) -> str:
    """The display name. E-mail addresses are more than we need, so they are not kept."""
    name = _E_MAIL.sub("", text_of(_string(entry, "author"))).replace("()", "").replace("<>", "")
    name = clean_line(name, 200).strip("<> ")
    return name[1:-1] if name.startswith("(") and name.endswith(")") else name


def _published(entry: dict[str, Any]) -> datetime | None:
    for name in ("published_parsed", "updated_parsed", "created_parsed"):
        if name in entry and (parsed := entry[name]):  # `get` would warn about old names
            try:
                year, month, day, hour, minute, second = parsed[:6]
                return datetime(year, month, day, hour, minute, second, tzinfo=UTC)
            except (ValueError, TypeError, OverflowError):
                continue
    return None


def _id(theirs: str, link: str, title: str, text: str, site: str) -> str:
    if not theirs:
        return _hashed(link, title, "" if link or title else text)
    scoped = theirs if _IS_URI.match(theirs) else f"{site}:{theirs}"
    return scoped if len(scoped) <= _LONGEST_ID else _hashed(scoped)


def _under_own_id(post: FoundPost) -> FoundPost:
    return FoundPost(
        **{**vars(post), "external_id": _hashed(post.external_id, post.url, post.title, post.text)}
    )


def _hashed(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _string(entry: dict[str, Any], name: str) -> str:
    value = entry.get(name)
    return value if isinstance(value, str) else ""


def _empty(position: int) -> Problem:
    return Problem(
        position, f"Item {position} has no title, no link and no text, so it was left out."
    )


def _long(position: int) -> Problem:
    return Problem(
        position, f"Item {position} is very long; its first {LONGEST:,} characters were kept."
    )
