"""A CSV file of posts that staff have gathered by hand or exported from another tool."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime

from footprint.connectors.base import Batch, ConnectorError, FoundPost, Problem
from footprint.connectors.links import plain_link
from footprint.connectors.plain_text import clean, clean_line
from footprint.connectors.platforms import platform_as_written, platform_of_link
from footprint.connectors.spreadsheet.columns import find_columns
from footprint.connectors.spreadsheet.dates import read_date
from footprint.connectors.spreadsheet.decoding import decode
from footprint.connectors.spreadsheet.rows import Row, RowShape, read_rows, refuse_swallowed_rows
from footprint.rulebook.terms import Platform


class _BadRow(Exception):
    """Why a row was left out, as the end of a sentence about it."""


class Spreadsheet:
    """Files handed in by staff; the same file handed in twice gives the same posts."""

    kind = "spreadsheet"
    label = "Spreadsheet (CSV file)"
    can_see = "The posts that somebody wrote into the file, and nothing else."
    cannot_see = "Anything nobody wrote down: a file is only as complete as the search behind it."

    def read_posts(self, data: bytes, *, mapping: Mapping[str, str] | None = None) -> Batch:
        """The same as `read_posts` of this module."""
        return read_posts(data, mapping=mapping)


def read_posts(data: bytes, *, mapping: Mapping[str, str] | None = None) -> Batch:
    """
    Read a CSV file with one post a row.

    Args:
        data: the file, at most 5 MB, in the encodings and with the delimiters that Excel,
            LibreOffice and Google Sheets write.
        mapping: field (text, date, link, author, platform, title) -> column heading, where
            the headings are not the usual ones.

    Returns the posts of the good rows, and a problem for each row that was left out. Dates are
    read day first, in London time unless a zone is written.

    Raises:
        ConnectorError: permanent; the file as a whole cannot be trusted, and nothing was read.
    """
    delimiter, rows = read_rows(decode(data))
    headings, body = rows[0], rows[1:]
    columns = find_columns(headings.cells, mapping)
    refuse_swallowed_rows(rows, delimiter, RowShape(len(headings.cells), columns.get("date")))
    if not body:
        raise ConnectorError("This file has headings but no posts under them.", permanent=True)

    posts, problems = _posts(body, columns, len(headings.cells))
    return Batch(posts, {}, problems)


def _posts(
    body: Sequence[Row], columns: Mapping[str, int], width: int
) -> tuple[tuple[FoundPost, ...], tuple[Problem, ...]]:
    posts: dict[str, FoundPost] = {}
    first_rows: dict[str, int] = {}
    problems: list[Problem] = []
    for row in body:
        try:
            post = _post(row, columns, width)
        except _BadRow as error:
            problems.append(Problem(row.number, f"Row {row.number} was left out: {error}"))
            continue
        first = first_rows.setdefault(post.external_id, row.number)
        if first != row.number:
            sentence = f"Row {row.number} says the same as row {first}; kept once."
            problems.append(Problem(row.number, sentence))
        posts.setdefault(post.external_id, post)
    return tuple(posts.values()), tuple(problems)


def _post(row: Row, columns: Mapping[str, int], width: int) -> FoundPost:
    cells = _cells(row, columns, width)
    text = clean(cells["text"])
    if not text:
        raise _BadRow("it has no text.")
    link = _link(cells.get("link", ""))
    platform = _platform(cells.get("platform", ""), link)
    author = clean_line(cells.get("author", ""), 200)
    published_at = _date(cells.get("date", ""))
    return FoundPost(
        platform=platform,
        external_id=_id(platform, link, author, text, "" if link else str(published_at)),
        url=link,
        author=author,
        text=text,
        published_at=published_at,
        title=clean_line(cells.get("title", ""), 500),
    )


def _cells(row: Row, columns: Mapping[str, int], width: int) -> dict[str, str]:
    """What the row has in each column that we know; a short row ends in empty cells."""
    if any(cell.strip() for cell in row.cells[width:]):
        raise _BadRow(
            f"it has {len(row.cells)} cells and the headings are {width}. A comma inside a text "
            "needs quotation marks around the text."
        )
    padded = row.cells + ("",) * width
    return {field: padded[place] for field, place in columns.items()}


def _date(written: str) -> datetime | None:
    found = read_date(written)
    if written.strip() and found is None:
        raise _BadRow("its date cannot be read. Write it like 31/12/2026 or 31/12/2026 18:05.")
    return found


def _link(written: str) -> str:
    written = written.strip()
    if not written:
        return ""
    link = plain_link(written) or plain_link(f"https://{written}")
    if not link or "." not in link:
        raise _BadRow("its link is no web address. It should begin with https://.")
    return link


def _platform(written: str, link: str) -> Platform:
    """What the person wrote; else what the link says; OTHER for a name we do not know."""
    if not written.strip():
        return platform_of_link(link) if link else Platform.OTHER
    return platform_as_written(written) or Platform.OTHER


def _id(*parts: str) -> str:
    """The same for the same post, so that handing a file in again doubles nothing."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
