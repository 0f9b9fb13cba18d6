"""A body, whole and bounded. The count is of unpacked bytes: 5 kB of gzip can hold 5 MB."""

import zlib
from collections.abc import Iterable, Iterator

_PIECE = 65_536  # unpacked bytes at a time, so that memory stays near the cap
_GZIP_OR_ZLIB = 47  # zlib's code for "look at the header and see which of the two it is"


class TooLarge(Exception):
    """More bytes than the caller takes."""


class Damaged(Exception):
    """The body ended early, or is packed in a way that was not asked for."""


def read_body(chunks: Iterable[bytes], *, encoding: str, limit: int) -> bytes:
    """
    Collect and unpack a body.

    Args:
        chunks: bytes as they came over the wire.
        encoding: the Content-Encoding header, "" when there is none.
        limit: bytes, counted packed and unpacked alike.

    Raises:
        TooLarge, Damaged: nothing of the body is usable.
    """
    encoding = encoding.strip().lower()
    counted = _counted(chunks, limit)
    if encoding in ("", "identity"):
        return b"".join(counted)
    if encoding in ("gzip", "x-gzip", "deflate"):
        return b"".join(_counted(_unpacked(counted), limit))
    raise Damaged(encoding)


def _counted(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    total = 0
    for chunk in chunks:
        total += len(chunk)
        if total > limit:
            raise TooLarge
        yield chunk


def _unpacked(chunks: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
    began = False
    try:
        for chunk in chunks:
            while chunk:
                if unpacker.eof:  # a gzip body may be several, one behind the other
                    unpacker = zlib.decompressobj(_GZIP_OR_ZLIB)
                began = True
                yield unpacker.decompress(chunk, _PIECE)
                chunk = unpacker.unconsumed_tail or unpacker.unused_data
        yield unpacker.flush()
    except zlib.error:
        raise Damaged("packed") from None
    if began and not unpacker.eof:  # a cut gzip body raises nothing by itself
        raise Damaged("cut")
