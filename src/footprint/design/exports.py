"""
Tables that leave the product, as CSV or XLSX.

A file of its own because every export must pass here: a cell that begins like a formula is run by
a spreadsheet program, and a parent may type one into a form.
"""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO, StringIO

import xlsxwriter
from django.http import Http404, HttpResponse
from django.utils.text import slugify

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDEST = 60  # characters; a longer text is read in its cell

Cell = str | int | date | bool | None


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet program would run."""
    return f"'{text}" if text.lstrip(" ").startswith(DANGEROUS) else text


def as_response(
    *, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]], form: str
) -> HttpResponse:
    """
    A table as a file to keep, named after `name`.

    Args:
        rows: cells in the order of `columns`; True and False become "yes" and "no", None "".
        form: "csv" (UTF-8 with the mark that Excel needs) or "xlsx".

    Raises:
        Http404: another form.
    """
    if form not in ("csv", "xlsx"):
        raise Http404(form)
    made = _as_csv(columns, rows) if form == "csv" else _as_xlsx(columns, rows)
    response = HttpResponse(made, content_type="text/csv; charset=utf-8" if form == "csv" else XLSX)
    response["Content-Disposition"] = f'attachment; filename="{slugify(name)}.{form}"'
    return response


def _as_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([safe_cell(_in_words(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _as_xlsx(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet()
    bold = book.add_format({"bold": True})
    widths = [len(column) for column in columns]
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, bold)
    for line, row in enumerate(rows, start=1):
        for place, cell in enumerate(row):
            widths[place] = max(widths[place], _write(sheet, line, place, cell))
    for place, width in enumerate(widths):
        sheet.set_column(place, place, min(width, _WIDEST) + 2)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _write(sheet: xlsxwriter.workbook.Worksheet, line: int, place: int, cell: Cell) -> int:
    """Write one cell as what it is; only text can begin like a formula. Returns its width."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        sheet.write_number(line, place, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(line, place, cell)
    else:
        sheet.write_string(line, place, _in_words(cell))
    return len(_in_words(cell))


def _in_words(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell.strftime("%d/%m/%Y") if isinstance(cell, date) else str(cell)
