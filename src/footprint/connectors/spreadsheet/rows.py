"""
Text of a CSV file to rows, strictly.

A quote left open swallows every row up to the next quote without any error: 500 rows became 2.
So the reader is strict, and a cell that has swallowed rows is found and its line named.
"""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from footprint.connectors.base import ConnectorError
from footprint.connectors.spreadsheet.columns import known_headings
from footprint.connectors.spreadsheet.dates import read_date

MOST_ROWS = 20_000

_DELIMITERS = (",", ";", "\t")


@dataclass(frozen=True)
class Row:
    """
    One row.

    Args:
        number: as the spreadsheet program shows it; the headings are row 1.
        line: where it begins in the file; differs where cells hold line ends.
    """

    number: int
    line: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True)
class RowShape:
    """
    What a line must look like to be a row by itself.

    Args:
        width: cells of the headings.
        date_column: the place of the date, None where the file has none.
    """

    width: int
    date_column: int | None

    def fits(self, cells: list[str]) -> bool:
        if self.date_column is None:
            return len(cells) == self.width > 1
        return (
            len(cells) >= self.width > 1
            and read_date(cells[self.date_column].strip(' "')) is not None
        )

    def is_too_many(self, alike: int, lines: int) -> bool:
        """One dated line is a row; without dates a post of many commas may look alike by chance."""
        if self.date_column is None:
            return alike >= 3 and alike * 2 > lines
        return alike >= 1


def read_rows(
    text: str,
    *,
    known: Callable[[Sequence[str]], int] = known_headings,
    holding: str = "posts",
    most: int = MOST_ROWS,
) -> tuple[str, list[Row]]:
    """
    The delimiter and every row that is not blank, the headings first.

    Args:
        known: how many of these headings the caller knows; tells commas from semicolons.
        holding: what the rows are, for the sentence about a file that has none.

    Raises:
        ConnectorError: permanent; a quote never closed (with the line it opened on), or more
            rows than `most`.
    """
    text, line = _without_hint(text)
    delimiter = max(_DELIMITERS, key=lambda each: _likeliness(text, each, known))
    rows = []
    for row in _strict(text, delimiter, line):
        if not row.is_blank:
            rows.append(row)
        if len(rows) > most + 1:
            raise ConnectorError(
                f"This file has more than {most:,} rows. Split it into smaller files.",
                permanent=True,
            )
    if not rows:
        raise ConnectorError(
            f"This file has no rows. Choose the file with the {holding} in it.", permanent=True
        )
    return delimiter, rows


def refuse_swallowed_rows(rows: list[Row], delimiter: str, shape: RowShape) -> None:
    """
    Compare counts: a cell whose own lines look like rows of this file has swallowed them.

    Raises:
        ConnectorError: permanent; names the line on which the quote was opened.
    """
    for row in rows:
        line = row.line
        for cell in row.cells:
            inner = cell.split("\n")[1:]
            alike = sum(shape.fits(each.split(delimiter)) for each in inner)
            if shape.is_too_many(alike, len(inner)):
                raise _open_quote(line)
            line += len(inner)


def _strict(text: str, delimiter: str, line: int) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number, read = 1, 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            start = _line_start(text, read)
            raise _open_quote(line + read + _quote_opened(text[start:], delimiter)) from None
        yield Row(number, line + read, tuple(cells))
        number, read = number + 1, reader.line_num


def _likeliness(
    text: str, delimiter: str, known: Callable[[Sequence[str]], int]
) -> tuple[int, int]:
    """Headings we know count first, then mere number of columns."""
    try:
        headings = next(csv.reader(io.StringIO(text.lstrip("\n"), newline=""), delimiter=delimiter))
    except (csv.Error, StopIteration):
        return (0, 0)
    return known(headings), len(headings)


def _without_hint(text: str) -> tuple[str, int]:
    """Without Excel's own first line "sep=;", which it does not show; and the line that is next."""
    first, _, rest = text.partition("\n")
    if first.strip('" ').lower().startswith("sep="):
        return rest, 2
    return text, 1


def _line_start(text: str, lines: int) -> int:
    """Where the line after so many lines begins."""
    here = 0
    for _ in range(lines):
        here = text.find("\n", here) + 1
    return here


def _quote_opened(text: str, delimiter: str) -> int:
    """How many lines further down the trouble's quote was opened; 0 is the first line."""
    opened, line, at_start, inside = 0, 0, True, False
    for char in text:
        if char == '"' and (inside or at_start):
            inside = not inside
            if inside:
                opened = line
        line += char == "\n"
        at_start = not inside and char in (delimiter, "\n")
        if char == "\n" and not inside:
            break
    return opened


def _open_quote(line: int) -> ConnectorError:
    return ConnectorError(
        f"A quotation mark that was opened on line {line} is not closed properly, so the rows "
        "after it run together. Nothing was read. Mend that line, or save the file again from "
        "the spreadsheet.",
        permanent=True,
    )
