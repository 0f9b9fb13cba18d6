"""Closed days: half terms, training days. Deadlines in working days step over them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from footprint.schools import actions
from footprint.schools.forms import ClosureForm, ConfirmForm
from footprint.schools.models import Closure, School
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.LISTENING_READ)
def list_closures(request: SignedInRequest) -> HttpResponse:
    """The days on which this school is closed, those to come first."""
    today = timezone.localdate(timezone.now())
    found = list(Closure.objects.seen_by(request.user).of_school(request.school_id))
    context = {
        "coming": [closure for closure in found if closure.last_day >= today],
        "past": [closure for closure in reversed(found) if closure.last_day < today],
        "may_change": may(request.user, Permission.LISTENING_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "schools/list_closures.html", context)


@requires(Permission.LISTENING_CHANGE)
def add_closure(request: SignedInRequest) -> HttpResponse:
    """Add days on which the school is closed."""
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    form = ClosureForm(request.POST or None)
    if form.is_valid():
        actions.add_closure(
            school=school,
            first_day=form.cleaned_data["first_day"],
            last_day=form.cleaned_data["last_day"],
            name=form.cleaned_data["name"],
            by=request.user,
            now=timezone.now(),
        )
        messages.success(request, _("The closed days were added"))
        return redirect("schools:list_closures")
    return TemplateResponse(request, "schools/add_closure.html", {"form": form})


@requires(Permission.LISTENING_CHANGE)
def remove_closure(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then take the closed days away."""
    mine = Closure.objects.seen_by(request.user).of_school(request.school_id)
    closure = get_object_or_404(mine, pk=pk)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST":
        actions.remove_closure(closure=closure, by=request.user, now=timezone.now())
        messages.success(request, _("The closed days were removed"))
        return redirect("schools:list_closures")
    context = {
        "form": form,
        "question": _("Remove these closed days?"),
        "consequence": _(
            "“%(name)s”, %(days)s. Due dates that are already set stay as they are; new ones will "
            "count these days as working days."
        )
        % {"name": closure.name, "days": _days(closure)},
        "button": _("Remove"),
        "warning": True,
        "cancel_url": reverse("schools:list_closures"),
    }
    return TemplateResponse(request, "design/confirm.html", context)


def _days(closure: Closure) -> str:
    first, last = (date_format(day, "j F Y") for day in (closure.first_day, closure.last_day))
    return first if first == last else _("%(first)s to %(last)s") % {"first": first, "last": last}
