"""What a document becomes: blocks of text, each with the place where a person finds it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Kind = Literal["heading", "paragraph", "list_item", "table_cell", "note"]

SEPARATOR = "\n\n"


@dataclass(frozen=True)
class Link:
    """
    A link in a block.

    `target` is as the document has it: it may be relative, "#" or empty. Those are kept, because a
    link that leads nowhere is something to tell the school.
    """

    text: str
    target: str


@dataclass(frozen=True)
class Block:
    """
    One heading, paragraph, list item, table cell or note.

    `where` is what a person can find: "page 2", "paragraph 14", "table 1, row 3", "footnote 2".
    """

    kind: Kind
    text: str
    where: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Document:
    """
    The text of one file.

    `source_format` is "text", "word", "pdf", "opendocument" or "web page"; `notes` are sentences
    on what was left out or is odd, for the person who confirms the reading.
    """

    blocks: tuple[Block, ...]
    title: str
    source_format: str
    notes: tuple[str, ...] = ()

    @cached_property
    def text(self) -> str:
        """All blocks joined by blank lines: offsets of a reading are counted on this string."""
        return SEPARATOR.join(block.text for block in self.blocks)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for block in self.blocks:
            starts.append(at)
            at += len(block.text) + len(SEPARATOR)
        return tuple(starts)

    def block_at(self, offset: int) -> Block:
        """
        The block that holds the character at `offset` of `text`.

        Raises:
            IndexError: the offset is outside the text.
        """
        if not 0 <= offset < len(self.text):
            raise IndexError(f"No character {offset} in a text of {len(self.text)}")
        return self.blocks[bisect_right(self._starts, offset) - 1]

    def where_of(self, offset: int) -> str:
        """The place of the character at `offset`; raises IndexError like `block_at`."""
        return self.block_at(offset).where


def title_of(blocks: Sequence[Block], *, aside: Sequence[str] = (), fallback: str) -> str:
    """
    What to call the document: a title near its start, best one that says "policy".

    `aside` are texts that are no block but may hold the title (a page header, the file's own).
    """
    headings = [block.text for block in blocks[:10] if block.kind == "heading"]
    named = [text for text in (*headings, *aside) if "policy" in text.casefold()]
    titles = [text for text in (*named, *headings, *aside) if text[:1].isalpha()]
    return titles[0] if titles else fallback
