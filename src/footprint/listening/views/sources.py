"""Where the school listens: how each place is doing, add one, try one, change it, switch it."""

from datetime import datetime, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from footprint.connectors.base import ConnectorError
from footprint.connectors.registry import FETCHED, UPLOADED
from footprint.listening import actions
from footprint.listening.forms import NewSourceForm, SourceForm
from footprint.listening.models import Source, Upload
from footprint.schools.forms import ConfirmForm
from footprint.schools.models import School, SchoolName
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

KIND = "feed"
COUNTED_DAYS = 30
LATE = timedelta(minutes=15)  # beyond its time: nobody turns the handle
UPLOADS_SHOWN = 5


@requires(Permission.LISTENING_READ)
def list_sources(request: SignedInRequest) -> HttpResponse:
    """Every source of this school, and honestly how each is doing."""
    now = timezone.now()
    names = SchoolName.objects.seen_by(request.user).of_school(request.school_id)
    uploads = Upload.objects.seen_by(request.user).of_school(request.school_id)
    context = {
        "sources": _with_counts(request, now),
        "late_before": now - LATE,
        "days": COUNTED_DAYS,
        "kinds": {**FETCHED, **UPLOADED},
        "names": list(names),
        "uploads": uploads[:UPLOADS_SHOWN],
        "may_change": may(request.user, Permission.LISTENING_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "listening/list_sources.html", context)


def _with_counts(request: SignedInRequest, now: datetime) -> list[Source]:
    since = now - timedelta(days=COUNTED_DAYS)
    found = Source.objects.seen_by(request.user).of_school(request.school_id)
    return list(found.with_counts(since=since, since_day=timezone.localdate(since)))


@requires(Permission.LISTENING_CHANGE)
def add_source(request: SignedInRequest) -> HttpResponse:
    """Add a feed, or try its address first; trying keeps nothing."""
    school = _school(request)
    form = NewSourceForm(request.POST or None)
    context: dict[str, Any] = {"form": form, "kind": FETCHED[KIND]}
    if form.is_valid() and "try" in request.POST:
        context["trial"] = _trial(school, form)
    elif form.is_valid():
        try:
            actions.add_source(
                school=school,
                kind=KIND,
                details=_details(form),
                platform=form.cleaned_data["platform"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyListening:
            form.add_error("address", _("This school listens to this address already"))
        else:
            messages.success(request, _("The source was added. It is read within a minute."))
            return redirect("listening:list_sources")
    return TemplateResponse(request, "listening/add_source.html", context)


@requires(Permission.LISTENING_CHANGE)
def change_source(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change a source's name, address or pause; or try the address first."""
    source = _source(request, pk)
    form = SourceForm(request.POST or None, initial=_initial(source))
    context: dict[str, Any] = {"form": form, "source": source, "kind": FETCHED[source.kind]}
    if form.is_valid() and "try" in request.POST:
        context["trial"] = _trial(source.school, form)
    elif form.is_valid():
        try:
            actions.change_source(
                source=source,
                details=_details(form),
                revision=form.cleaned_data["revision"] or 0,
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyListening:
            form.add_error("address", _("This school listens to this address already"))
        except actions.SourceChangedMeanwhile:
            form.add_error(None, _changed_meanwhile())
        else:
            messages.success(request, _("The source was changed"))
            return redirect("listening:list_sources")
    return TemplateResponse(request, "listening/change_source.html", context)


@requires(Permission.LISTENING_CHANGE)
def switch_off_source(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then stop listening there. What was found stays."""
    source = _source(request, pk)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST":
        return _switch(request, source, on=False)
    context = {
        "form": form,
        "question": _("Stop listening to “%(label)s”?") % {"label": source.label},
        "consequence": _(
            "Nothing that is posted there from now on is noticed. What was found stays, and you "
            "can switch the source on again."
        ),
        "button": _("Stop listening"),
        "warning": True,
        "cancel_url": reverse("listening:list_sources"),
    }
    return TemplateResponse(request, "design/confirm.html", context)


@require_POST
@requires(Permission.LISTENING_CHANGE)
def switch_on_source(request: SignedInRequest, pk: int) -> HttpResponse:
    """Listen there again."""
    return _switch(request, _source(request, pk), on=True)


def _switch(request: SignedInRequest, source: Source, *, on: bool) -> HttpResponse:
    try:
        actions.switch_source(
            source=source, on=on, revision=source.revision, by=request.user, now=timezone.now()
        )
    except actions.SourceChangedMeanwhile:
        messages.warning(request, _changed_meanwhile())
    else:
        words = _("Listening to “%(label)s” again") if on else _("“%(label)s” is switched off")
        messages.success(request, words % {"label": source.label})
    return redirect("listening:list_sources")


def _trial(school: School, form: SourceForm) -> actions.Trial | None:
    """What the address gives; where it cannot be read, the form says why."""
    door = actions.way_out(now=timezone.now(), deadline=actions.PATIENCE)
    address = form.cleaned_data["address"]
    try:
        return actions.try_address(school=school, kind=KIND, address=address, http=door)
    except ConnectorError as error:
        form.add_error("address", error.message)
        return None


def _details(form: SourceForm) -> actions.SourceDetails:
    found = form.cleaned_data
    return actions.SourceDetails(found["label"], found["address"], found["every_minutes"])


def _initial(source: Source) -> dict[str, Any]:
    return {
        "label": source.label,
        "address": source.address,
        "every_minutes": source.every_minutes,
        "revision": source.revision,
    }


def _source(request: SignedInRequest, pk: int) -> Source:
    mine = Source.objects.seen_by(request.user).of_school(request.school_id)
    return get_object_or_404(mine.select_related("school"), pk=pk)


def _school(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def _changed_meanwhile() -> str:
    return _("Somebody else changed this source while you had it open. Look at it again first.")
