"""Bytes to characters, for files that do not say how they are written."""

import codecs
import re

from footprint.policies.documents.problem import FORMATS, DocumentProblem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ue000-\uf8ff]")
_MOST_ODD = 0.005  # of all characters; more is a program or a picture, not prose


def decode(data: bytes) -> str:
    """
    The text in `data`: by its byte order mark, else UTF-8, UTF-16 by its NULs, Windows, Latin-1.

    Raises:
        DocumentProblem: no such reading gives text.
    """
    text = _decoded(data)
    if "\x00" in text or len(_NOT_TEXT.findall(text)) > _MOST_ODD * len(text):
        raise not_a_document()
    return text


def not_a_document() -> DocumentProblem:
    """The problem of a file that is none of our formats."""
    return DocumentProblem(f"This is not a document we can read. Please upload {FORMATS}.")


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    for encoding in (_utf16_without_mark(data), "utf-8", "cp1252"):
        try:
            if encoding:
                return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _utf16_without_mark(data: bytes) -> str:
    """The UTF-16 that every second byte being NUL gives away, or an empty string."""
    sample = data[:4096]
    most = len(sample) // 2 * 0.6
    if sample[1::2].count(0) > most and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > most and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return ""
