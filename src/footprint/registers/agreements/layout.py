"""
The plain text of an agreement as pieces of a page: headings, paragraphs and points.

A file of its own because the public page, the class page, the preview and the printed text must
look alike, and what somebody types is never read as markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass

POINT = "- "
HEADING = "# "


@dataclass(frozen=True)
class Piece:
    """A heading or a paragraph has one line; a list has one for each point."""

    kind: str  # "heading", "paragraph" or "list"
    lines: tuple[str, ...]


def pieces_of(body: str) -> list[Piece]:
    """A blank line parts paragraphs; "- " begins a point of a list, "# " a heading."""
    return list(_joined(_lines(body)))


def _lines(body: str) -> Iterator[tuple[str, str]]:
    """(kind, words) of each line; "" parts what stands before from what comes after."""
    for line in body.splitlines():
        words = line.strip()
        if words.startswith(POINT):
            yield "list", words.removeprefix(POINT).strip()
        elif words.startswith(HEADING):
            yield "heading", words.removeprefix(HEADING).strip()
        else:
            yield ("paragraph" if words else ""), words


def _joined(lines: Iterator[tuple[str, str]]) -> Iterator[Piece]:
    kind, gathered = "", list[str]()
    for next_kind, words in lines:
        if gathered and (next_kind != kind or kind == "heading"):
            yield _piece(kind, gathered)
            gathered = []
        kind = next_kind
        if kind and words:
            gathered.append(words)
    if gathered:
        yield _piece(kind, gathered)


def _piece(kind: str, lines: list[str]) -> Piece:
    return Piece(kind, tuple(lines) if kind == "list" else (" ".join(lines),))
