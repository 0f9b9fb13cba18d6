"""
The governors' report as a table for a spreadsheet program.

A file of its own because its rows have sections, and every cell must pass `safe_cell`.
"""

import csv
from collections.abc import Iterable
from io import StringIO

from django.utils.translation import gettext as _

from footprint.design.exports import safe_cell
from footprint.reports.presenting import Section


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
