"""What the reader is given: a text, and the passages that it is made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["heading", "paragraph", "list_item", "table_cell", "note"]

SEPARATOR = "\n\n"


class Link(NamedTuple):
    """A link as the document has it; a target of "#" or "" leads nowhere and is kept."""

    text: str
    target: str


class Block(NamedTuple):
    """A passage that has no offsets yet."""

    kind: Kind
    text: str
    where: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Passage:
    """
    One heading, paragraph, list item, table cell or note.

    Args:
        where: what a person can find it by ("page 2", "paragraph 14").
        start, end: offsets in `SourceText.text`, in characters; text[start:end] == passage.text.
    """

    text: str
    kind: Kind
    where: str
    start: int
    end: int
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class SourceText:
    """A document to be read: quotes point into `text`."""

    text: str
    passages: tuple[Passage, ...]


def source_from_blocks(blocks: Iterable[Block]) -> SourceText:
    """The blocks joined by blank lines, each with its offsets in the whole."""
    passages, at = [], 0
    for block in blocks:
        end = at + len(block.text)
        passages.append(Passage(block.text, block.kind, block.where, at, end, block.links))
        at = end + len(SEPARATOR)
    return SourceText(SEPARATOR.join(passage.text for passage in passages), tuple(passages))
