"""
Bytes of a feed to text, whatever it says about itself.

Feeds lie about their encoding more often than they tell the truth: a server adds
"charset=utf-8" to a page written in Windows-1252, or one pasted byte spoils a good UTF-8 feed.
"""

import codecs
import re

_DECLARED = re.compile(
    rb"""\A[^<]{0,200}<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})"""
)
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._-]{1,40})""", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ((b"<\x00?\x00", "utf-16-le"), (b"\x00<\x00?", "utf-16-be"))
# Python knows "encodings" such as zip and punycode; a feed may name only what holds text.
_TEXT_CODECS = re.compile(
    r"\A(utf-?8|utf-?16.*|us-ascii|ascii|latin-?1|iso-?8859-?\d+|windows-?125\d|cp125\d|"
    r"koi8-[ru]|macintosh|mac-?roman|gb2312|gbk|gb18030|big5|shift[_-]jis|euc-(jp|kr))\Z",
    re.IGNORECASE,
)


def decode(body: bytes, *, content_type: str = "") -> str:
    """
    The text of a feed. Never raises: what no encoding explains becomes U+FFFD.

    Order: byte order mark; UTF-8 if the bytes are nothing else; what the document declares;
    what the server declares; Windows-1252, which nearly every undeclared old page is.
    """
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    for start, name in _UNMARKED:
        if body.startswith(start):
            return body.decode(name, "replace")
    if (text := _as_utf8(body)) is not None:
        return text

    for name in _named(body, content_type):
        if _TEXT_CODECS.match(name) and name.lower().replace("-", "") != "utf8":
            return body.decode(name, "replace")
    return body.decode("cp1252", "replace")


def _as_utf8(body: bytes) -> str | None:
    """
    The text, if UTF-8 is what it most likely is.

    A cut last character does not count against it, and a few spoilt bytes among many good
    characters stay a few spoilt bytes: reading the whole feed as Windows-1252 because of one
    would garble every other item.
    """
    try:
        return codecs.getincrementaldecoder("utf-8")("strict").decode(body, final=False)
    except UnicodeDecodeError:
        text = body.decode("utf-8", "replace")
    spoilt = text.count("\ufffd")
    good = sum(1 for char in text if char > "\x7f") - spoilt
    return text if good >= spoilt else None


def _named(body: bytes, content_type: str) -> list[str]:
    """The encodings that the document and the server name, in the order we believe them."""
    declared = _DECLARED.match(body)
    served = _CHARSET.search(content_type)
    return ([declared[1].decode("ascii")] if declared else []) + ([served[1]] if served else [])
