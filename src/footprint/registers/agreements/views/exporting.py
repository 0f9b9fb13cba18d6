"""What leaves for an inspection: who answered which version, when and how; and the text itself."""

from collections.abc import Iterator

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from footprint.design.exports import Cell, as_response
from footprint.registers.agreements.models import AgreementText
from footprint.registers.agreements.standing import stands
from footprint.registers.agreements.views.finding import (
    ClassFilter,
    audience_called,
    names_for,
    text_or_404,
    texts_for,
    today,
)
from footprint.registers.agreements.views.listing import Row, rows_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.AGREEMENTS_READ)
def export_audience(request: SignedInRequest, audience: str, form: str) -> HttpResponse:
    """Everybody of the audience who is here now, with the answer that counts."""
    asked = audience_called(audience)
    text = text_or_404(request.school_id, asked)
    people = ClassFilter(request, asked).of(stands(text, on=today())).for_list()
    columns = [
        _("Name"),
        _("Class"),
        _("Answer"),
        _("Version answered"),
        _("Version in use"),
        _("Signed on"),
        _("How"),
        _("Name as written"),
        _("Recorded by"),
        _("Recorded at"),
    ]
    name = f"agreement {names_for(request)[asked]} {today().isoformat()}"
    return as_response(name=name, columns=columns, rows=_lines(rows_of(people), text), form=form)


def _lines(rows: list[Row], text: AgreementText) -> Iterator[list[Cell]]:
    for row in rows:
        answer = row.answer
        told: list[Cell] = [None] * 6
        if answer is not None:
            at = timezone.localtime(answer.recorded_at)
            told = [
                answer.signed_on,
                answer.get_how_display(),
                answer.signed_as,
                answer.recorded_by.name if answer.recorded_by else "",
                at.strftime("%d/%m/%Y %H:%M"),
            ]
        version = answer.text.number if answer else None
        yield [
            row.person.name,
            row.person.class_name,
            str(row.words),
            version,
            text.number,
            *told[:5],
        ]


@requires(Permission.AGREEMENTS_READ)
def export_text(request: SignedInRequest, pk: int) -> HttpResponse:
    """One version as a plain text file, with its number and days."""
    text = get_object_or_404(texts_for(request).numbered().select_related("school"), pk=pk)
    head = _("%(school)s: %(title)s, version %(number)d, in use from %(day)s") % {
        "school": text.school.name,
        "title": text.title,
        "number": text.number or 0,
        "day": text.in_use_from.strftime("%d/%m/%Y") if text.in_use_from else "",
    }
    name = slugify(f"{text.title} version {text.number}")
    return HttpResponse(
        f"{head}\n\n{text.body}\n",
        content_type="text/plain; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.txt"'},
    )
