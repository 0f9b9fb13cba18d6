"""What a page is made of: headings, paragraphs, and lists with all their items together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from footprint.rulebook.writing.blocks import Block

PieceKind = Literal["title", "heading", "paragraph", "list"]


@dataclass(frozen=True)
class Piece:
    """
    One thing on a page.

    Args:
        text: of a title, a heading or a paragraph; "" for a list.
        items: of a list; () for everything else.
    """

    kind: PieceKind
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Paper:
    """
    What is printed.

    Args:
        school: its name, for the foot of each page and the file's properties.
        line: version and adoption, for the foot of each page; short, so that it stays one line.
            "" where there is nothing to say.
        points: size of the type.
        fits_a_page: in print the type is set smaller until one page holds everything, though
            never so small that it is hard to read.
    """

    blocks: tuple[Block, ...]
    school: str
    line: str = ""
    points: float = 11
    fits_a_page: bool = False

    @property
    def title(self) -> str:
        """The text of the first heading, with the school."""
        first = next((block.text for block in self.blocks if block.level == 1), "")
        return printable(f"{first}: {self.school}" if first else self.school)

    @property
    def foot(self) -> str:
        return printable(f"{self.school}, {self.line}" if self.line else self.school)


_NOT_PRINTED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """The text without control characters: neither XML nor a font has them."""
    return _NOT_PRINTED.sub("", text)


def pieces_of(blocks: Iterable[Block]) -> list[Piece]:
    """The blocks in order; neighbouring list items become one list."""
    pieces: list[Piece] = []
    for is_list, group in groupby(blocks, lambda block: block.kind == "list_item"):
        if is_list:
            pieces.append(Piece("list", items=tuple(printable(block.text) for block in group)))
        else:
            pieces += [Piece(_kind(block), printable(block.text)) for block in group]
    return pieces


def _kind(block: Block) -> PieceKind:
    if block.kind != "heading":
        return "paragraph"
    return "title" if block.level == 1 else "heading"
