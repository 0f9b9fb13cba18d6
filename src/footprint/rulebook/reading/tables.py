"""Rows of tables: a cell means what its row's first cell and its column's head make of it."""

import re
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
        for row in table:
            head = _head_of(passages, table, row)
            who = _who(passages, row, head)
            for column, place in enumerate(row):
                said = _context(passages, row, column, head)
                of_who = column < len(head) and _WHO.fullmatch(head[column].strip())
                found[place] = f"{who} {said}" if who and not of_who else said
    return MappingProxyType(found)


# The head of a column that says whose duty the rest of the row is.
_WHO = re.compile(
    r"(?:by )?(?:who\??|whom\??|who (?:does|will do|decides|acts|is responsible|leads|"
    r"deals)\b.{0,25}"
    r"|(?:person |staff |lead |officer )?responsible(?: person| officer)?|responsibility(?: of)?"
    r"|(?:action|done|carried out|led) by|lead|owner|duty of|role|person|named person"
    r"|whose job.{0,20})",
    re.IGNORECASE,
)


def _who(passages: Sequence[Passage], row: Sequence[int], head: Sequence[str]) -> str:
    """ "Headteacher:", where a column beside the first says who does what the row says."""
    for column in range(1, min(len(row), len(head))):
        name = passages[row[column]].text
        if _WHO.fullmatch(head[column].strip()) and len(name) <= _LONGEST_HEAD:
            return f"{name}:"
    return ""


def _head_of(
    passages: Sequence[Passage], table: Sequence[Sequence[int]], row: Sequence[int]
) -> list[str]:
    """The heads of a row's columns; a head with one cell too few has none above the first."""
    if row is table[0]:
        return []
    head = [passages[place].text for place in table[0]]
    return ["", *head] if len(head) == len(row) - 1 else head


_HEADS = re.compile(
    r"(?:question|answer|what|when|how|why|channel|account|platform|who can use it|step|"
    r"action|rule|"
    r"situation|group|area|topic|issue|do|don['’]?t|by when|timescale|deadline|details|notes?|"
    r"what we do|what to do|expectation|policy|name|contact|where)s?\??",
    re.IGNORECASE,
)


def heads(passages: Sequence[Passage]) -> frozenset[int]:
    """Places of cells that only head their columns; they state nothing."""
    found: set[int] = set()
    for table in _tables(passages):
        texts = [passages[place].text.strip() for place in table[0]]
        if any(_HEADS.fullmatch(text) or _WHO.fullmatch(text) or mood_of(text) for text in texts):
            found.update(table[0])
    return frozenset(found)


def column_moods(passages: Sequence[Passage]) -> Mapping[int, str]:
    """Place of a cell -> what the head of its column makes of it ("must not:"), where it does."""
    found: dict[int, str] = {}
    for table in _tables(passages):
        for row in table[1:]:
            moods = [mood_of(text) for text in _head_of(passages, table, row)]
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
