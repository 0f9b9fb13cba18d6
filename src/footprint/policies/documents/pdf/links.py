"""Links of a page: the rectangle that can be pressed, and where it leads."""

import ctypes
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from footprint.policies.documents.text import Link
from footprint.policies.documents.tidying import tidy

_MOST_LINKS = 500
_MOST_BYTES = 2_000


def links_on(document: "pdfium.PdfDocument", page: "pdfium.PdfPage") -> list[Link]:
    """Links with words, in the file's order. One that leads nowhere has the target ""."""
    textpage = page.get_textpage()
    found: list[Link] = []
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    try:
        while len(found) < _MOST_LINKS and raw.FPDFLink_Enumerate(page, at, link):
            words = _words(textpage, link)
            if words:
                found.append(Link(words, _target(document, link)))
    finally:
        textpage.close()
    return _whole(found)


def _words(textpage: Any, link: object) -> str:
    rect = raw.FS_RECTF()
    if not raw.FPDFLink_GetAnnotRect(link, rect):
        return ""
    left, right = sorted((rect.left, rect.right))
    bottom, top = sorted((rect.bottom, rect.top))
    return tidy(textpage.get_text_bounded(left + 0.5, bottom, right - 0.5, top)).replace("\n", " ")


def _target(document: "pdfium.PdfDocument", link: object) -> str:
    action = raw.FPDFLink_GetAction(link)
    if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        return tidy(buffer.value[:_MOST_BYTES].decode("utf-8", errors="replace"))
    target = raw.FPDFLink_GetDest(document, link)
    if not target and action:
        target = raw.FPDFAction_GetDest(document, action)
    if not target:
        return ""
    return f"#page={raw.FPDFDest_GetDestPageIndex(document, target) + 1}"


def _whole(links: list[Link]) -> list[Link]:
    """A link that runs over a line's end is two in the file and one on paper."""
    whole: list[Link] = []
    for link in links:
        if whole and whole[-1].target == link.target and link.target:
            whole[-1] = Link(f"{whole[-1].text} {link.text}", link.target)
        else:
            whole.append(link)
    return whole
