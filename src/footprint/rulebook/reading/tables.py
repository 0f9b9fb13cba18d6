"""Rows of tables: a cell means what its row's first cell and its column's head make of it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from footprint.rulebook.reading.moods import mood_of
from footprint.rulebook.reading.source import Passage

_LONGEST_HEAD = 60  # characters; a longer first cell is a text, not the name of its row


def contexts(passages: Sequence[Passage]) -> Mapping[int, str]:
    """
    Place of a cell -> the words of its row's first cell and its column's head, as one line.

    Cells of one row stand next to each other and have one `where`; the first row of a table with
    three columns or more, or whose cells are all short, is its head.
    """
    found: dict[int, str] = {}
    for table in _tables(passages):
        head = [passages[place].text for place in table[0]]
        for row in table:
            for column, place in enumerate(row):
                found[place] = _context(passages, row, column, head if row is not table[0] else [])
    return MappingProxyType(found)


def column_moods(passages: Sequence[Passage]) -> Mapping[int, str]:
    """Place of a cell -> what the head of its column makes of it ("must not:"), where it does."""
    found: dict[int, str] = {}
    for table in _tables(passages):
        moods = [mood_of(passages[place].text) for place in table[0]]
        for row in table[1:]:
            found.update((place, mood) for place, mood in zip(row, moods, strict=False) if mood)
    return MappingProxyType(found)


def _context(
    passages: Sequence[Passage], row: Sequence[int], column: int, head: Sequence[str]
) -> str:
    above = head[column] if column < len(head) else ""
    if mood_of(above):  # "Do | Don't": the cell beside it is a rule of its own, not a name
        above = ""
        named = column and not mood_of(head[0])
        first = passages[row[0]].text if named else ""
    else:
        first = passages[row[0]].text if column else ""
    return " ".join(f"{each}:" for each in (first, above) if 0 < len(each) <= _LONGEST_HEAD)


def _tables(passages: Sequence[Passage]) -> Iterator[list[list[int]]]:
    """Places of cells, by table and row; a table of one column or one row tells us nothing."""
    numbered = enumerate(passages)
    for kind, run in groupby(numbered, key=lambda pair: pair[1].kind):
        if kind != "table_cell":
            continue
        rows = [[place for place, _ in cells] for _, cells in groupby(run, key=_place)]
        if len(rows) > 1 and len(rows[0]) > 1:
            yield rows


def _place(pair: tuple[int, Passage]) -> str:
    return pair[1].where
