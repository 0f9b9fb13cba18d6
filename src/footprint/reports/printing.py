"""
The governors' report as a tagged PDF (PDF/UA-1), from data.

A file of its own because the report as a page, a table and a PDF are three ways to show one thing.
"""

from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from footprint.design.papers import print_pdf
from footprint.reports.presenting import Section

TEMPLATE = Path(__file__).parent / "templates" / "reports" / "governors.typ"


def as_pdf(
    *,
    title: str,
    school: str,
    period: str,
    printed_on: str,
    audit_code: str,
    words: dict[str, str],
    sections: Iterable[Section],
) -> bytes:
    """
    The whole report as a PDF.

    Args:
        audit_code: the digest of the audit trail's last event: whoever keeps the paper can show
            later that nothing before it was changed (`footprint verify-audit --printed CODE`).
        words: the headings of columns and the labels of the head, by the template's names.
    """
    data = {
        "title": title,
        "school": school,
        "period": period,
        "printed_on": printed_on,
        "audit_code": audit_code,
        "words": words,
        "sections": [asdict(section) for section in sections],
    }
    return print_pdf(TEMPLATE, data)
