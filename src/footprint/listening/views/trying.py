"""Try a text: would it be kept, and why? Nothing of it is stored."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from footprint.listening import actions
from footprint.listening.forms import TryForm
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.LISTENING_READ)
def try_text(request: SignedInRequest) -> HttpResponse:
    """Say what the watched names make of a text."""
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    form = TryForm(request.POST or None)
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        context["verdict"] = actions.judge_text(school=school, text=form.cleaned_data["text"])
    return TemplateResponse(request, "listening/try_text.html", context)
