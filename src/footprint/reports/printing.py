"""
The governors' report as a tagged PDF (PDF/UA-1), from data.

A file of its own because typst is loaded here and nowhere else. The data go in as JSON and are
never read as markup, so a school's name cannot change the page.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

import typst

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
    pdf = typst.compile(
        str(TEMPLATE),
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,  # the same paper on every machine
    )
    return bytes(pdf)
