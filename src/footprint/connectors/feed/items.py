"""
A feed that is not well-formed, put together again from those of its items that are whole.

One unescaped "&", a download that stopped half-way or one item pasted by hand must not cost
the others. What is not there is never guessed: an item without its end is left out and named.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from footprint.connectors.base import Problem
from footprint.connectors.feed.soundness import is_sound
from footprint.connectors.plain_text import LONGEST

MOST_ITEMS = 1_000  # feeds list newest first, so what is left out is the oldest

_MARK = re.compile(r"<!\[CDATA\[|<!--|<(/?)((?:[\w.-]+:)?(item|entry))(?=[\s/>])[^<>]*>")
_SECTION_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}
_FEED_END = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|RDF)\s*>")
_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_NAMED = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{1,30});")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})

# What a damaged item may still give, if the field has both its ends: name there -> name in RSS.
_FIELDS = {
    "title": "title",
    "link": "link",
    "guid": "guid",
    "id": "guid",
    "content:encoded": "description",
    "content": "description",
    "description": "description",
    "summary": "description",
    "pubDate": "pubDate",
    "published": "pubDate",
    "updated": "pubDate",
    "dc:date": "pubDate",
    "dc:creator": "author",
}
_LONGEST_FIELD = {"description": LONGEST, "title": 2_000, "link": 2_000}
_HREF = re.compile(r"""<link\s[^<>]*?href\s*=\s*["']([^"'<>]{1,2000})["']""")

_DECLARATION = re.compile(r"""xmlns:([A-Za-z_][\w.-]{0,40})\s*=\s*["']([^"'<>&]{1,200})["']""")
_PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
}


@dataclass(frozen=True)
class Mended:
    """
    A feed that is well-formed.

    Args:
        positions: for each of its items, the place it had in the feed that came, from 1.
        cut: the feed lost its end; reading it again may bring it whole.
    """

    xml: str
    positions: tuple[int, ...]
    problems: tuple[Problem, ...] = ()
    cut: bool = False


@dataclass(frozen=True)
class _Piece:
    """One item as found; `whole` is False when its end is missing."""

    kind: str
    xml: str
    whole: bool


@dataclass(frozen=True)
class _Frame:
    """What stands around the items."""

    kind: str
    before: str
    after: str

    def around(self, items: str) -> str:
        return f"{self.before}{items}{self.after}"


def mend(xml: str) -> Mended:
    """
    Take whole items only, mend what can be mended without guessing, name the rest.

    Items keep their own words; what surrounded them is replaced by a frame of ours. Never
    raises, and always gives a feed that `soundness.is_sound` accepts.
    """
    kept: list[str] = []
    positions: list[int] = []
    problems: list[Problem] = []
    frame: _Frame | None = None
    cut = not _FEED_END.search(xml)
    for position, piece in enumerate(_pieces(xml), start=1):
        if position > MOST_ITEMS:
            problems.append(_too_many())
            break
        frame = frame or _frame(xml, piece.kind)
        text, trouble = _mended(piece, frame)
        if text:
            kept.append(text)
            positions.append(position)
        if trouble:
            problems.append(Problem(position, f"Item {position} {trouble}"))
    if cut:
        problems.append(_cut_short())
    whole = (frame or _frame(xml, "item")).around("".join(kept))
    return Mended(whole, tuple(positions), tuple(problems), cut)


def _frame(xml: str, kind: str) -> _Frame:
    """A root element of our own that knows the prefixes which the feed's root declared."""
    root = xml[: xml.find(">") + 1]
    prefixes = {**dict(_DECLARATION.findall(root)), **_PREFIXES}
    prefixes.pop("xml", None)
    prefixes.pop("xmlns", None)
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in prefixes.items())
    if kind == "item":
        return _Frame(kind, f'<rss version="2.0" {spaces}><channel>', "</channel></rss>")
    return _Frame(kind, f'<feed xmlns="http://www.w3.org/2005/Atom" {spaces}>', "</feed>")


def _mended(piece: _Piece, frame: _Frame) -> tuple[str, str]:
    """The item's text, fit for the frame, and what to say of it; both "" where not needed."""
    if not piece.whole:
        return "", "has no end, so it was left out."
    for text in (piece.xml, _outside_sections(piece.xml)):
        if is_sound(frame.around(text)):
            return text, ""
    fields = _whole_fields(piece.xml)
    if not fields:
        return "", "is damaged and nothing of it could be read."
    return _item_of(fields, frame.kind), "is damaged; only its undamaged parts were kept."


def _pieces(xml: str) -> Iterator[_Piece]:
    """Items in their order, each from its start to its own end, or to where the next begins."""
    start, kind, name = -1, "", ""
    for mark in _marks(xml):
        closing = mark[1] == "/"
        if start >= 0 and (not closing or mark[2] == name):
            yield _Piece(kind, xml[start : mark.end() if closing else mark.start()], closing)
            start = -1
        if not closing and mark[0].endswith("/>"):
            yield _Piece(mark[3], mark[0], True)
        elif not closing:
            start, kind, name = mark.start(), mark[3], mark[2]
    if start >= 0:
        yield _Piece(kind, xml[start:], False)


def _marks(xml: str) -> Iterator[re.Match[str]]:
    """Starts and ends of items, but not those that are only quoted in CDATA or a comment."""
    here = 0
    while mark := _MARK.search(xml, here):
        here = mark.end()
        if end := _SECTION_ENDS.get(mark[0]):
            here = xml.find(end, here) + len(end)
            if here < len(end):
                return  # the section never ends: all that follows is inside it
        else:
            yield mark


def _outside_sections(xml: str) -> str:
    """The item with bare ampersands and HTML's own names mended; CDATA is left as it is."""
    parts: list[str] = []
    here = 0
    while (start := xml.find("<![CDATA[", here)) >= 0:
        end = xml.find("]]>", start)
        if end < 0:
            break
        parts += [_with_entities(xml[here:start]), xml[start : end + 3]]
        here = end + 3
    return "".join(parts) + _with_entities(xml[here:])


def _with_entities(xml: str) -> str:
    def numbered(found: re.Match[str]) -> str:
        char = html.unescape(found[0])
        if found[1] in _XML_NAMES or char == found[0]:
            return found[0]
        return "".join(f"&#{ord(each)};" for each in char)

    return _AMPERSAND.sub("&amp;", _NAMED.sub(numbered, xml))


def _whole_fields(xml: str) -> dict[str, str]:
    """Fields that have both their ends, as text; the first of each name counts."""
    fields: dict[str, str] = {}
    for theirs, ours in _FIELDS.items():
        opened = re.search(rf"<{theirs}(?:\s[^<>]*)?(?<!/)>", xml)
        end = xml.find(f"</{theirs}>", opened.end()) if opened else -1
        if opened and end >= 0 and ours not in fields:
            inner = xml[opened.end() : end].strip()
            fields[ours] = _text(inner)[: _LONGEST_FIELD.get(ours, 200)]
    if "link" not in fields and (found := _HREF.search(xml)):
        fields["link"] = html.unescape(found[1])
    return {name: value for name, value in fields.items() if value}


def _text(inner: str) -> str:
    if inner.startswith("<![CDATA[") and inner.endswith("]]>"):
        return _writable(inner[9:-3])
    return _writable(html.unescape(inner))


def _writable(text: str) -> str:
    """Without the characters that XML cannot hold at all."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def _item_of(fields: dict[str, str], kind: str) -> str:
    if kind == "item":
        inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items())
        # Said to be no link, or feedparser would make one of "17", and the id would change.
        return f"<item>{inner}</item>".replace("<guid>", '<guid isPermaLink="false">')
    atom = {"guid": "id", "description": "content", "pubDate": "published"}
    inner = "".join(
        f"<{atom.get(name, name)} type='html'>{escape(value)}</{atom.get(name, name)}>"
        for name, value in fields.items()
        if name not in ("link", "author")
    )
    if "link" in fields:
        inner += f"<link href={quoteattr(fields['link'])}/>"
    if "author" in fields:
        inner += f"<author><name>{escape(fields['author'])}</name></author>"
    return f"<entry>{inner}</entry>"


def _too_many() -> Problem:
    return Problem(
        0,
        f"The feed lists more than {MOST_ITEMS:,} items. The first {MOST_ITEMS:,} were read and "
        "the rest left out.",
    )


def _cut_short() -> Problem:
    return Problem(
        0,
        "The feed was cut short on its way. The whole items were kept; Footprint reads it again "
        "next time.",
    )
