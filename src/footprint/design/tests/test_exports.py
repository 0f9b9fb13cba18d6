"""Tables that leave: nothing in them can be run, and both forms hold the same."""

import csv
from datetime import date
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.http import Http404

from footprint.design.exports import Cell, as_response

COLUMNS = ("Name", "Class", "Signed", "Day", "Count")
ROWS: list[tuple[Cell, ...]] = [
    ("Tolly Applegarth", "3B", True, date(2026, 9, 4), 2),
    ('=HYPERLINK("http://x.example")', " +cmd", False, None, -1),
]


def test_a_csv_holds_every_row_and_excel_reads_its_letters() -> None:
    response = as_response(name="Agreements, autumn", columns=COLUMNS, rows=ROWS, form="csv")

    assert response["Content-Disposition"] == 'attachment; filename="agreements-autumn.csv"'
    assert response.content.startswith("\ufeff".encode())
    rows = list(csv.reader(StringIO(response.content.decode("utf-8-sig"))))
    assert rows[0] == list(COLUMNS)
    assert rows[1] == ["Tolly Applegarth", "3B", "yes", "04/09/2026", "2"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", " =1", "\rx"])
def test_what_a_spreadsheet_would_run_is_written_as_text(text: str) -> None:
    as_csv = as_response(name="a", columns=["x"], rows=[[text]], form="csv").content
    # newline="": the reader must see a carriage return as we wrote it
    written = list(csv.reader(StringIO(as_csv.decode("utf-8-sig"), newline="")))[1][0]
    assert written == f"'{text}"

    as_xlsx = as_response(name="a", columns=["x"], rows=[[text]], form="xlsx").content
    book = ZipFile(BytesIO(as_xlsx))
    assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_a_workbook_keeps_numbers_and_days_as_what_they_are() -> None:
    response = as_response(name="a", columns=COLUMNS, rows=ROWS, form="xlsx")

    sheet = ZipFile(BytesIO(response.content)).read("xl/worksheets/sheet1.xml").decode()
    assert '<c r="E2"><v>2</v></c>' in sheet
    assert "<f>" not in sheet


def test_another_form_does_not_exist() -> None:
    with pytest.raises(Http404):
        as_response(name="a", columns=COLUMNS, rows=ROWS, form="exe")
