"""Bytes of a file to lines of text, or a sentence on how to save it so that it can be read."""

import codecs
import re

from footprint.connectors.base import ConnectorError

LONGEST_FILE = 5_000_000  # bytes

_BINARY = {
    b"PK\x03\x04": "This is an Excel or OpenDocument file, not a CSV file.",
    b"\xd0\xcf\x11\xe0": "This is an old Excel file, not a CSV file.",
    b"%PDF": "This is a PDF, not a CSV file.",
    b"\x1f\x8b": "This is a compressed file, not a CSV file.",
    b"\x89PNG": "This is a picture, not a CSV file.",
    b"\xff\xd8\xff": "This is a picture, not a CSV file.",
}
_SAVE_AS = "Open it in Excel, choose Save as, pick “CSV UTF-8” and upload that file."


# An accented letter, a curly quote or a dash of UTF-8; in Windows-1252 the same bytes are nonsense.
_UTF8_LETTER = re.compile(rb"\xc3[\x80-\xbf]|\xe2\x80[\x90-\xa6]")


def decode(data: bytes, *, holding: str = "posts", longest: int = LONGEST_FILE) -> str:
    """
    The text of a CSV file, in the encodings that Excel, LibreOffice and Google Sheets write.

    Args:
        holding: what its rows are, for the sentence about a file that has none.
        longest: bytes.

    Raises:
        ConnectorError: permanent; empty, larger than `longest`, no text file, or damaged, with the
            line; a file that mixes two encodings is damaged.
    """
    if len(data) > longest:
        most = longest // 1_000_000
        raise _refused(f"This file is larger than {most} MB. Split it into smaller files.")
    for start, sentence in _BINARY.items():
        if data.startswith(start):
            raise _refused(f"{sentence} {_SAVE_AS}")
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(
            f"Line {line} of this file is damaged or in an unknown encoding. {_SAVE_AS}"
        ) from None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise _refused(f"Line {line} holds bytes that no text has: the file is damaged. {_SAVE_AS}")
    if not text.strip():
        raise _refused(f"This file is empty. Choose the file with the {holding} in it.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if _is_unmarked_utf16(data):
        return "utf-16-le" if data[1] == 0 else "utf-16-be"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        is_utf8 = data.startswith(codecs.BOM_UTF8) or _UTF8_LETTER.search(data)
        return "utf-8-sig" if is_utf8 else "cp1252"
    return "utf-8-sig"


def _is_unmarked_utf16(data: bytes) -> bool:
    """English text in UTF-16 has a NUL in every second place, and in no other."""
    even, odd = data[0:2_000:2], data[1:2_000:2]
    return len(data) % 2 == 0 and (
        (odd.count(0) > len(odd) * 0.8 and 0 not in even)
        or (even.count(0) > len(even) * 0.8 and 0 not in odd)
    )


def _refused(sentence: str) -> ConnectorError:
    return ConnectorError(sentence, permanent=True)
