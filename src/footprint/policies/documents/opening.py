"""One uploaded file in, one `Document` out. The format is told by the bytes, never by the name."""

import logging
import re
from collections.abc import Callable
from pathlib import PurePosixPath

from footprint.policies.documents.decoding import decode, not_a_document
from footprint.policies.documents.open_document_text import WHAT as OPEN_DOCUMENT
from footprint.policies.documents.open_document_text import read_open_document
from footprint.policies.documents.package import Package
from footprint.policies.documents.pdf.reading import WHAT as PDF
from footprint.policies.documents.pdf.reading import read_pdf
from footprint.policies.documents.plain import read_plain
from footprint.policies.documents.problem import FORMATS, DocumentProblem, damaged
from footprint.policies.documents.text import Document
from footprint.policies.documents.tidying import tidy
from footprint.policies.documents.web_page import read_web_page
from footprint.policies.documents.word import WHAT as WORD
from footprint.policies.documents.word import read_word

__all__ = ["MAX_BYTES", "DocumentProblem", "open_document"]

MAX_BYTES = 10 * 1024 * 1024
MAX_CHARACTERS = 2_000_000  # ten times the longest policy seen; keeps every later step quick
_LEAST_LETTERS = 3

logger = logging.getLogger(__name__)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|div|h[1-6]|p|section|table)\b",
    re.I | re.S,
)
_XML = re.compile(r"\s*<(?:\?xml|!doctype)\b", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_SAVE_AS = "Open it and save it as a Word document (.docx) or a PDF, then upload that."


def open_document(data: bytes, *, filename: str) -> Document:
    """
    Read an uploaded file. Call it in a child process (`child.open_in_child`): parsers have bugs.

    Args:
        data: the file, at most `MAX_BYTES`.
        filename: used as a title where the document has none; never trusted for the format.

    Raises:
        DocumentProblem: with one sentence for the person who uploaded it.
    """
    if not data.strip(b"\x00\t\n\r\f "):
        raise DocumentProblem("This file is empty. Check that it opens on your computer.")
    if len(data) > MAX_BYTES:
        raise DocumentProblem(
            "This file is larger than 10 MB. Save it without pictures and upload the smaller copy."
        )
    what, read = _reader(data)
    document = _guarded(read, data, what, _stem(filename))
    return _checked(document)


_Reader = Callable[..., Document]


def _stem(filename: str) -> str:
    return tidy(PurePosixPath(filename.replace("\\", "/")).stem)[:200]


def _guarded(read: _Reader, data: bytes, what: str, title: str) -> Document:
    """The libraries underneath promise no list of errors; none of them may reach the page."""
    try:
        return read(data, fallback_title=title)
    except (DocumentProblem, MemoryError):
        raise
    except RecursionError:
        raise DocumentProblem(
            f"This {what} is nested too deep to be read. Copy its text into a new document and "
            "upload that."
        ) from None
    except Exception as error:
        logger.warning("A %s could not be read: %s", what, type(error).__name__)
        raise damaged(what) from None


def _checked(document: Document) -> Document:
    if len(document.text) > MAX_CHARACTERS:
        raise DocumentProblem(
            "This document is far longer than a policy. Upload the policy on its own."
        )
    if sum(map(str.isalpha, document.text[:20_000])) < _LEAST_LETTERS:
        raise DocumentProblem(
            "We found no words in this document. If it is a picture of a text, upload the file "
            "that it was made from."
        )
    return document


def _reader(data: bytes) -> tuple[str, _Reader]:
    """
    What the bytes are, in words, and what reads them.

    Raises:
        DocumentProblem: a format that we do not read; names what to do with it.
    """
    if b"%PDF-" in data[:1024]:
        return PDF, read_pdf
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_reader(data)
    if data.startswith(_OLE):
        raise _old_office(data)
    if data.startswith(b"{\\rtf"):
        raise DocumentProblem(f"This is a rich text file (.rtf). {_SAVE_AS}")
    if data.startswith(_PICTURES) or data[8:12] == b"WEBP" or data[4:8] == b"ftyp":
        raise DocumentProblem(
            "This is a picture or a film. Upload the document itself: a Word document or a PDF."
        )
    return _text_reader(decode(data))


def _text_reader(text: str) -> tuple[str, _Reader]:
    if len(text) > 4 * MAX_CHARACTERS:
        raise DocumentProblem(
            "This document is far longer than a policy. Upload the policy on its own."
        )
    head = text[:3000]
    if head.lstrip()[:200].lower().startswith(("mime-version:", "from: <saved by")):
        raise DocumentProblem(
            "This is a web archive (.mhtml). Save the page again as “Web page, HTML only” and "
            "upload that."
        )
    if _HTML.match(head):
        return "web page", lambda _data, **kw: read_web_page(text, **kw)
    if _XML.match(head):
        raise not_a_document()
    return "text", lambda _data, **kw: read_plain(text, **kw)


def _zip_reader(data: bytes) -> tuple[str, _Reader]:
    package = Package(data, what="file")
    names = package.names
    if "word/document.xml" in names or _says_word(package):
        return WORD, read_word
    if "content.xml" in names and "mimetype" in names:
        return _open_document_reader(package)
    if any(name.startswith(("xl/", "ppt/")) for name in names):
        raise DocumentProblem(
            "This is a spreadsheet or a slide show, not a document. Save the policy as a Word "
            "document (.docx) or a PDF and upload that."
        )
    if any(name.startswith("Index/") for name in names):
        raise DocumentProblem(
            "This is a Pages document. Export it as a Word document (.docx) or a PDF, then "
            "upload that."
        )
    raise DocumentProblem(f"This is a zip folder. Take the policy out and upload {FORMATS}.")


def _says_word(package: Package) -> bool:
    types = "[Content_Types].xml"
    return types in package.names and b"wordprocessingml.document.main" in package.read(types)


def _open_document_reader(package: Package) -> tuple[str, _Reader]:
    manifest = "META-INF/manifest.xml"
    if manifest in package.names and b"encryption-data" in package.read(manifest):
        raise DocumentProblem(_protected("document"))
    if b"opendocument.text" not in package.read("mimetype")[:200]:
        raise DocumentProblem(
            "This is an OpenDocument file, but not a text. Save the policy as a text document "
            "(.odt) or a PDF and upload that."
        )
    return OPEN_DOCUMENT, read_open_document


def _old_office(data: bytes) -> DocumentProblem:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return DocumentProblem(_protected("Word document"))
    return DocumentProblem(f"This is an old Office file (.doc). {_SAVE_AS}")


def _protected(what: str) -> str:
    return f"This {what} is protected by a password. Save a copy without one and upload that."
