"""Cover for somebody who is away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from footprint.rota import actions
from footprint.rota.forms import CoverForm
from footprint.rota.models import Cover
from footprint.rota.views.finding import staff_of, the_school, today
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.CHECKS_PLAN)
def list_covers(request: SignedInRequest) -> HttpResponse:
    """Who covers for whom now and next, and a form for one more."""
    form = CoverForm(request.POST or None, staff=staff_of(request))
    if form.is_valid():
        try:
            actions.add_cover(
                school=the_school(request),
                person=form.cleaned_data["person"],
                by_person=form.cleaned_data["by_person"],
                first_day=form.cleaned_data["first_day"],
                last_day=form.cleaned_data["last_day"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.CoverNotAllowed:
            form.add_error(None, _("One of them is not on the staff then. Choose again."))
        else:
            messages.success(request, _("The cover is set"))
            return redirect("rota:list_covers")
    seen = Cover.objects.seen_by(request.user).of_school(request.school_id)
    context = {"form": form, "covers": seen.not_over(today())}
    return TemplateResponse(request, "rota/list_covers.html", context)


@require_POST
@requires(Permission.CHECKS_PLAN)
def withdraw_cover(request: SignedInRequest, pk: int) -> HttpResponse:
    """They are back, or it was a mistake."""
    seen = Cover.objects.seen_by(request.user).of_school(request.school_id)
    cover = get_object_or_404(seen.standing(), pk=pk)
    actions.withdraw_cover(cover=cover, by=request.user, now=timezone.now())
    messages.success(request, _("The cover was withdrawn"))
    return redirect("rota:list_covers")
