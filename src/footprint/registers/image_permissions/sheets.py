"""
A sheet of paper for each family: what is asked, boxes to tick, and the link to answer instead.

A file of its own because it turns the same questions as the page behind a link into a PDF.
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from footprint.design.papers import print_pdf
from footprint.people.models import Person
from footprint.registers.image_permissions.givers import answered_for_each
from footprint.registers.image_permissions.models import ImageUse
from footprint.registers.image_permissions.wording import WHO_SEES
from footprint.schools.models import School

TEMPLATE = Path(__file__).parent / "templates" / "image_permissions" / "sheets.typ"


def as_pdf(
    *, school: School, sheets: Iterable[tuple[Person, str]], uses: Iterable[ImageUse], on: date
) -> bytes:
    """
    All sheets as one PDF, each on a page of its own.

    Args:
        sheets: (who answers, the address of their own link).
    """
    printed = list(sheets)
    people = answered_for_each([giver for giver, _address in printed], on=on)
    data = {
        "school": school.name,
        "office": " ".join(filter(None, [school.office_email, school.office_phone])),
        "printed_on": date_format(on, "j F Y"),
        "uses": [{"label": use.label, "seen_by": str(WHO_SEES[use.picture_use])} for use in uses],
        "sheets": [
            {
                "giver": giver.name,
                "address": address,
                "people": [
                    " ".join(filter(None, [person.name, _in_class(person)]))
                    for person in people[giver.pk]
                ],
            }
            for giver, address in printed
        ],
        "words": _words(),
    }
    return print_pdf(TEMPLATE, data)


def _in_class(person: Person) -> str:
    return f"({person.class_name})" if person.class_name else ""


def _words() -> dict[str, str]:
    return {
        "title": _("May we use pictures?"),
        "to": _("For"),
        "intro": _(
            "You decide for each use by itself. If you do not answer, we do not use a picture. "
            "You can change your answer whenever you like."
        ),
        "online": _("Answer on any phone, without a password:"),
        "paper": _("Or tick here and return this sheet to the school office:"),
        "use": _("Use"),
        "yes": _("Yes"),
        "no": _("No"),
        "signed": _("Signature"),
        "day": _("Date"),
        "questions": _("Questions? Ask the school office:"),
    }
