"""A spreadsheet of posts: choose the file, say which column is which, see what became of it."""

import base64
import binascii
from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from footprint.connectors.base import ConnectorError
from footprint.connectors.registry import UPLOADED
from footprint.design.uploads import takes_files
from footprint.listening import actions
from footprint.listening.forms import ColumnsForm, SpreadsheetForm
from footprint.listening.models import Upload
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.LISTENING_CHANGE)
@takes_files
def upload_spreadsheet(request: SignedInRequest) -> HttpResponse:
    """Choose a file. Where its headings tell nothing, the next page asks."""
    form = SpreadsheetForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            return _store(request, data, file.name, None)
        except actions.ColumnsUnknown as unknown:
            content = base64.b64encode(data).decode()
            asked = ColumnsForm(
                headings=unknown.headings, initial={"content": content, "file_name": file.name}
            )
            return TemplateResponse(request, "listening/choose_columns.html", {"form": asked})
        except ConnectorError as error:
            form.add_error("file", error.message)
    context = {"form": form, "kind": UPLOADED["spreadsheet"]}
    return TemplateResponse(request, "listening/upload_spreadsheet.html", context)


@require_POST
@requires(Permission.LISTENING_CHANGE)
def choose_columns(request: SignedInRequest) -> HttpResponse:
    """The same file, carried along by the page, with what each of its columns holds."""
    try:
        data = base64.b64decode(request.POST.get("content", ""), validate=True)
        headings = actions.headings_of(data)
    except (binascii.Error, ConnectorError):
        messages.warning(request, _("The file was lost on the way. Choose it again."))
        return redirect("listening:upload_spreadsheet")
    form = ColumnsForm(request.POST, headings=headings)
    if form.is_valid():
        try:
            return _store(request, data, form.cleaned_data["file_name"], form.mapping())
        except ConnectorError as error:
            form.add_error(None, error.message)
    return TemplateResponse(request, "listening/choose_columns.html", {"form": form})


@requires(Permission.LISTENING_READ)
def show_upload(request: SignedInRequest, pk: int) -> HttpResponse:
    """What became of the rows of a file."""
    mine = Upload.objects.seen_by(request.user).of_school(request.school_id)
    upload = get_object_or_404(mine.select_related("uploaded_by"), pk=pk)
    return TemplateResponse(request, "listening/show_upload.html", {"upload": upload})


def _store(
    request: SignedInRequest, data: bytes, name: str, mapping: Mapping[str, str] | None
) -> HttpResponse:
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    upload = actions.store_spreadsheet(
        school=school,
        data=data,
        file_name=name,
        mapping=mapping,
        by=request.user,
        now=timezone.now(),
    )
    return redirect("listening:show_upload", pk=upload.pk)
