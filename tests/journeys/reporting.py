"""Step 5: the governors' report as a page, a PDF and a table; and the audit trail behind it."""

import csv
from pathlib import Path

from playwright.sync_api import Page, expect
from pypdfium2 import PdfDocument

from tests.journeys.walking import press, see, see_title


def read_report(page: Page) -> dict[str, str]:
    """The governors' page; {what: how many}."""
    page.goto("/reports/")
    see_title(page, "Report to the governors")
    rows = page.locator("tbody tr").all()
    return {row.locator("th").inner_text(): row.locator("td").first.inner_text() for row in rows}


def download(page: Page, words: str) -> Path:
    """Follow the link that leads to a file; where the file lies now."""
    with page.expect_download() as waiting:
        press(page, words)
    return Path(waiting.value.path())


def words_of_pdf(path: Path) -> str:
    """What a PDF says, all pages."""
    assert path.read_bytes().startswith(b"%PDF-")
    with PdfDocument(path) as pdf:
        assert len(pdf) >= 1
        return " ".join(page.get_textpage().get_text_range() for page in pdf)


def rows_of_csv(path: Path) -> list[list[str]]:
    """The table, as a spreadsheet program reads it."""
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def check_trail(page: Page) -> None:
    """The audit trail holds from end to end, and the page says so."""
    page.goto("/reports/audit-trail/")
    expect(page.locator("main time").first).to_be_visible()
    press(page, "Check the whole trail")
    see(page, "Checked from end to end just now: nothing was changed, removed or put in.")
