"""
Foreign markup to text. We store text, never markup, so nothing of it can run on our pages.

What a stranger sends may be built to cost hours (100,000 nested elements, 20,000 attributes), so
size, attributes and number of tags are bounded before the parser sees anything.
"""

import html
import re

from selectolax.lexbor import LexborHTMLParser

LONGEST = 200_000  # characters of one item's markup; the rest is left out

_MOST_TAGS = 5_000
_TAG = re.compile(r"<[a-zA-Z/!?]")
_ATTRIBUTES = re.compile(r"""<(/?[a-zA-Z][a-zA-Z0-9:-]*+)(?:[^<>"']|"[^"<]*"|'[^'<]*')*+>""")
_STRAY = re.compile(r"<(?=[^<>]*+(?:<|\Z))")  # opens no tag: "x < y", or a tag that was cut off
_BLOCK = re.compile(
    r"<(?=/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|pre|hr|section|article)\b)",
    re.IGNORECASE,
)
_UNSEEN = ["script", "style", "template", "noscript", "iframe", "object", "svg", "math"]
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def text_of(markup: str) -> str:
    """
    The words a reader would see, with line ends where blocks end.

    Takes plain text too: "3 < 5 & rising" comes back as it is. The same input always gives the
    same text, and the text is never longer than the markup.
    """
    short = _without_comments(markup[:LONGEST])
    if _TAG.search(short) is None:
        return clean(html.unescape(short))
    short = _STRAY.sub("&lt;", _ATTRIBUTES.sub(r"<\1>", short))
    parser = LexborHTMLParser(_BLOCK.sub("\n<", _first_tags(short)))
    parser.strip_tags(_UNSEEN)
    return clean(parser.body.text(separator="") if parser.body else "")


def clean(text: str) -> str:
    """Text without control characters, with single spaces and at most one empty line in a row."""
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def clean_line(text: str, longest: int) -> str:
    """Text on one line, at most so many characters."""
    return " ".join(clean(text).split())[:longest].rstrip()


def _without_comments(markup: str) -> str:
    kept: list[str] = []
    here = 0
    while (start := markup.find("<!--", here)) >= 0:
        end = markup.find("-->", start + 4)
        if end < 0:
            break
        kept.append(markup[here:start])
        here = end + 3
    return "".join(kept) + markup[here:]


def _first_tags(markup: str) -> str:
    for number, tag in enumerate(_TAG.finditer(markup)):
        if number == _MOST_TAGS:
            return markup[: tag.start()]
    return markup
