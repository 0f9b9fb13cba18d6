"""
Many posts as one block of plain bytes: small ASCII words, one space between, one line a post.

An apostrophe of any kind is a space here, so "St Mary's" is "st mary s"; who builds the names
allows for that. The whole block goes through each step in one call: one post at a time costs
three times as much.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate

_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_WORDS = bytes(
    code if chr(code) in "0123456789abcdefghijklmnopqrstuvwxyz\n"
    else code + 32 if chr(code) in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    else 32
    for code in range(256)
)  # fmt: skip
_SPACES = re.compile(b"  +")
_MOST_REMEMBERED = 20_000


class _Folds(dict[bytes, bytes]):
    """Letters without their accents, looked up once each."""

    def __missing__(self, letters: bytes) -> bytes:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[letters] = folded = _SPACES.sub(
            b" ", plain_letters(letters.decode(errors="replace")).encode()
        )
        return folded


_FOLDS = _Folds()


def plain_letters(text: str) -> str:
    """Letters without accents or width, nothing invisible; a space for what is no such letter."""
    apart = unicodedata.normalize("NFKD", text).casefold()
    shown = (char for char in apart if unicodedata.category(char) not in ("Mn", "Cf", "Me"))
    return "".join(char if char.isascii() else " " for char in shown).replace("\n", " ")


def block_of(posts: Iterable[str]) -> bytes:
    """Each post a line " like this ", every line ended by a line feed."""
    joined = "\n".join([post.replace("\n", " ") if "\n" in post else post for post in posts])
    return normalised(joined.encode(errors="replace"))


def normalised(lines: bytes) -> bytes:
    """The same from bytes that have one post on each line."""
    if not lines.isascii():
        lines = lines.replace("’".encode(), b"'")  # by far the most frequent
        lines = _NOT_ASCII.sub(lambda found: _FOLDS[found[0]], lines)
    if b"&" in lines:
        lines = lines.replace(b"&amp;", b"&").replace(b"&", b" and ")
    words = lines.translate(_WORDS).replace(b"\n", b" \n ")
    words = _SPACES.sub(b" ", b" " + words + b" \n")
    return words.replace(b" saint ", b" st ")


def ends_of(block: bytes) -> list[int]:
    """Where each line of a block ends, counting its line feed."""
    return list(accumulate(len(line) + 1 for line in block[:-1].split(b"\n")))


def words_of(text: str) -> str:
    """One text as its line of a block, without the spaces around."""
    return block_of([text]).decode("ascii").strip()
