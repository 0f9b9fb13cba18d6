"""
The governors' report as a table for a spreadsheet program.

A file of its own because a cell that begins like a formula is run by Excel: every cell passes here.
"""

import csv
from collections.abc import Iterable
from io import StringIO

from django.utils.translation import gettext as _

from footprint.reports.presenting import Section

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def safe_cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet program would run."""
    return f"'{text}" if text.lstrip(" ").startswith(DANGEROUS) else text


def as_csv(school: str, period: str, sections: Iterable[Section]) -> bytes:
    """UTF-8 with the mark that Excel needs; one line a count."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([_("School"), _("Period"), _("Part"), _("What"), _("How many"), _("Of")])
    for section in sections:
        for row in section.rows:
            cells = [school, period, section.title, row.label, row.value, row.of]
            writer.writerow([safe_cell(cell) for cell in cells])
    return out.getvalue().encode("utf-8-sig")
