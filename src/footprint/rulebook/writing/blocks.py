"""What a written policy is made of, and what the school adds to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from footprint.rulebook.reading import source
from footprint.rulebook.terms import ClauseName

BlockKind = Literal["heading", "paragraph", "list_item"]


class Block(NamedTuple):
    """
    One passage of a written policy; the pages, the PDF and the Word file show the same ones.

    Args:
        clause: the clause that the passage rests on; None for what states nothing (the title,
            the introduction, the lines on the adoption).
        level: of a heading, 1 for the title and 2 for a section; 0 for everything else.
    """

    kind: BlockKind
    text: str
    clause: ClauseName | None = None
    level: int = 0


@dataclass(frozen=True)
class SchoolFacts:
    """
    What a written policy says besides the policy itself.

    Args:
        governors_word: what the school calls its governors ("governors", "LCMs").
        office_email: "" where none is known.
        adopted_on, minute, review_on: as recorded at adoption; None or "" where not recorded.
        accounts: the real official accounts, as (name of the channel, address or handle). They
            are listed below the accounts that the policy speaks of. None: no register is kept.
        keepers: who looks after each channel today, in place of the names in the policy. None:
            the policy's names stand.
        ages: today's minimum ages of services that the policy names with another age; they are
            written beside the policy's own, never in its place. None: nothing is known.
    """

    school_name: str
    governors_word: str = "governors"
    office_email: str = ""
    adopted_on: date | None = None
    minute: str = ""
    review_on: date | None = None
    accounts: tuple[tuple[str, str], ...] | None = None
    keepers: Mapping[str, tuple[str, ...]] | None = None
    ages: Mapping[str, int] | None = None


def title(text: str) -> Block:
    """The heading of the whole."""
    return Block("heading", text, None, 1)


def heading(text: str) -> Block:
    """The heading of a section."""
    return Block("heading", text, None, 2)


def paragraph(text: str, clause: ClauseName | None = None) -> Block:
    """A paragraph of one or more sentences."""
    return Block("paragraph", text, clause)


def list_of(stem: str, items: Iterable[str], clause: ClauseName | None = None) -> Iterator[Block]:
    """A line that ends with a colon and the items below it; nothing where there are no items."""
    listed = tuple(items)
    if listed:
        yield Block("paragraph", stem, clause)
        yield from (Block("list_item", item, clause) for item in listed)


def source_of_blocks(blocks: Iterable[Block]) -> source.SourceText:
    """The blocks as the reader wants them: what was written is read like any other document."""
    return source.source_from_blocks(
        source.Block(block.kind, block.text, f"paragraph {number}")
        for number, block in enumerate(blocks, start=1)
    )
