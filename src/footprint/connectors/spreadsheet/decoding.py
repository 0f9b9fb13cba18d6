"""Bytes of a file to lines of text, or a sentence on how to save it so that it can be read."""

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


def decode(data: bytes) -> str:
    """
    The text of a CSV file, in the encodings that Excel, LibreOffice and Google Sheets write.

    Raises:
        ConnectorError: permanent; empty, larger than 5 MB, no text file, or damaged.
    """
    if len(data) > LONGEST_FILE:
        raise _refused("This file is larger than 5 MB. Split it into smaller files.")
    for start, sentence in _BINARY.items():
        if data.startswith(start):
            raise _refused(f"{sentence} {_SAVE_AS}")
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError:
        raise _refused(f"This file is damaged or in an unknown encoding. {_SAVE_AS}") from None
    if "\x00" in text:
        raise _refused(f"This file holds bytes that no text has, so it is damaged. {_SAVE_AS}")
    if not text.strip():
        raise _refused("This file is empty. Choose the file with the posts in it.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if _is_unmarked_utf16(data):
        return "utf-16-le" if data[1] == 0 else "utf-16-be"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
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
