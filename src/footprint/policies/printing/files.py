"""A paper as a file to keep: its format, its name, its content type."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from django.http import Http404, HttpResponse
from django.utils.text import slugify

from footprint.policies.models import PolicyVersion
from footprint.policies.printing.choosing import PRINTED_FORMS, PrintedForm
from footprint.policies.printing.layout import Paper
from footprint.policies.printing.portable import as_pdf
from footprint.policies.printing.word import as_word


class Format(NamedTuple):
    """How a paper becomes a file."""

    make: Callable[[Paper], bytes]
    suffix: str
    content_type: str


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMATS: Mapping[str, Format] = {
    "pdf": Format(as_pdf, "pdf", "application/pdf"),
    "word": Format(as_word, "docx", _WORD),
}


def form_named(name: str) -> PrintedForm:
    """
    One of the forms in which a policy is printed.

    Raises:
        Http404: there is no such form.
    """
    if name not in PRINTED_FORMS:
        raise Http404(name)
    return PRINTED_FORMS[name]


def as_file(
    paper: Paper, *, printed: PrintedForm, version: PolicyVersion, format: str
) -> HttpResponse:
    """
    The paper as a download, named after the school, the form and the version.

    Raises:
        Http404: there is no such format.
    """
    made = FORMATS.get(format)
    if made is None:
        raise Http404(format)
    name = f"{slugify(paper.school)}-{printed.filename}-version-{version.number}.{made.suffix}"
    return HttpResponse(
        made.make(paper),
        content_type=made.content_type,
        headers={"Content-Disposition": f'attachment; filename="{name.lstrip("-")}"'},
    )
