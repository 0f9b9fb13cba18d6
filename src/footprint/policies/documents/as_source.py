"""A document as the rulebook's reader wants it: the same blocks, without what only we need."""

from footprint.policies.documents.text import Document
from footprint.rulebook.reading.source import Block, Link, SourceText, source_from_blocks


def source_of(document: Document) -> SourceText:
    """The document's blocks in order; offsets count on the same text as `Document.text`."""
    return source_from_blocks(
        Block(
            block.kind,
            block.text,
            block.where,
            tuple(Link(link.text, link.target) for link in block.links),
        )
        for block in document.blocks
    )
