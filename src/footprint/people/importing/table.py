"""Bytes of a CSV file to headings and rows, strictly: what is doubtful is refused with its line."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from footprint.connectors.base import ConnectorError
from footprint.connectors.spreadsheet.decoding import decode
from footprint.connectors.spreadsheet.rows import Row, read_rows
from footprint.people.importing.problem import FileRefused

MOST_COLUMNS = 200
LONGEST_CELL = 2_000
_FEWEST_TO_COMPARE = 3  # columns; a line of prose may hold one comma by chance


@dataclass(frozen=True)
class Table:
    """Headings, each once, and the rows that are not blank."""

    headings: tuple[str, ...]
    rows: tuple[Row, ...]

    def sample(self, heading: str, most: int = 3) -> list[str]:
        """The first few things that stand under a heading, for the page that asks what it holds."""
        place = self.headings.index(heading)
        found = (row.cells[place].strip() for row in self.rows if len(row.cells) > place)
        return list(dict.fromkeys(cell[:40] for cell in found if cell))[:most]


def read_table(data: bytes, *, known: Callable[[Sequence[str]], int]) -> Table:
    """
    The rows of a CSV file: UTF-8 with or without its mark, UTF-16, or Windows-1252.

    Args:
        known: how many of these headings the caller knows.

    Raises:
        FileRefused: empty, too large, no CSV, a broken encoding or an open quote (with its line).
    """
    try:
        delimiter, rows = read_rows(decode(data, holding="people"), known=known, holding="people")
    except ConnectorError as error:
        raise FileRefused(error.message) from None
    headings, body = rows[0].cells, rows[1:]
    _refuse_shape(headings, body)
    _refuse_swallowed(rows, delimiter, len(headings))
    return Table(_each_once(headings), tuple(body))


def _refuse_shape(headings: tuple[str, ...], body: Sequence[Row]) -> None:
    if len(headings) > MOST_COLUMNS:
        raise FileRefused(f"This file has more than {MOST_COLUMNS} columns. Is it the right one?")
    if not body:
        raise FileRefused("This file has headings but nobody under them.")
    for row in body:
        if any(len(cell) > LONGEST_CELL for cell in row.cells):
            raise FileRefused(
                f"A cell of row {row.number} is longer than {LONGEST_CELL:,} characters. Either a "
                "quotation mark is missing there, or it is the wrong file."
            )


def _refuse_swallowed(rows: Iterable[Row], delimiter: str, width: int) -> None:
    """A quote left open swallows rows without a word: then a line inside a cell looks like one."""
    if width < _FEWEST_TO_COMPARE:
        return
    for row in rows:
        line = row.line
        for cell in row.cells:
            inner = cell.split("\n")[1:]
            if any(each.count(delimiter) >= width - 2 for each in inner):
                raise FileRefused(
                    f"A quotation mark that was opened on line {line} is not closed, so the rows "
                    "after it run together. Nothing was read. Mend that line, or save the file "
                    "again from the spreadsheet."
                )
            line += len(inner)


def _each_once(headings: Iterable[str]) -> tuple[str, ...]:
    """ "Email", "Email" become "Email", "Email (2)"; one without a word becomes "Column 5"."""
    seen: Counter[str] = Counter()
    named = []
    for number, heading in enumerate(headings, start=1):
        name = " ".join(heading.split())[:80] or f"Column {number}"
        seen[name.casefold()] += 1
        times = seen[name.casefold()]
        named.append(f"{name} ({times})" if times > 1 else name)
    return tuple(named)
