"""Report something seen online: one question, one short form, in words only."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from footprint.listening import actions
from footprint.listening.forms import LONGEST_PLACE, AskForm, SightingForm
from footprint.listening.models import Mention
from footprint.rulebook.terms import Platform, Role
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, holders, requires
from footprint.users.permissions import Permission


@requires(Permission.SIGHTINGS_WRITE)
def report_sighting(request: SignedInRequest) -> HttpResponse:
    """The first question. A yes never reaches a form."""
    form = AskForm(request.POST or None)
    if form.is_valid():
        if form.cleaned_data["could_show_a_child"] == "yes":
            return redirect("listening:stop_now")
        return redirect(f"{reverse('listening:write_sighting')}{_carried(request)}")
    return TemplateResponse(request, "listening/report_sighting.html", {"form": form})


@requires(Permission.SIGHTINGS_WRITE)
def stop_now(request: SignedInRequest) -> HttpResponse:
    """What to do about an image of a child: no field, no upload, no link."""
    leads = holders(request.school_id, [Role.DSL, Role.DEPUTY_DSL])
    return TemplateResponse(request, "listening/stop_now.html", {"leads": leads})


@requires(Permission.SIGHTINGS_WRITE)
def write_sighting(request: SignedInRequest) -> HttpResponse:
    """The form itself: what it says, where, when."""
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    now = timezone.now()
    form = SightingForm(request.POST or None, now=now, initial=_known_place(request))
    if form.is_valid():
        try:
            mention = actions.record_sighting(
                school=school, sighting=_sighting(form.cleaned_data), by=request.user, now=now
            )
        except actions.AlreadyReported as error:
            form.ask_whether_again(_already(error.mention))
        else:
            return redirect("listening:sighting_kept", pk=mention.pk)
    return TemplateResponse(request, "listening/write_sighting.html", {"form": form})


@requires(Permission.SIGHTINGS_WRITE)
def sighting_kept(request: SignedInRequest, pk: int) -> HttpResponse:
    """Thanks, and the reference. Only the person's own report, and no word of its content."""
    mention = get_object_or_404(Mention.objects.sighted_by(request.user), pk=pk)
    return TemplateResponse(request, "listening/sighting_kept.html", {"mention": mention})


def _known_place(request: SignedInRequest) -> dict[str, str]:
    """Where somebody comes from a check of a channel: its platform and name are filled in."""
    platform = request.GET.get("platform", "")
    where = request.GET.get("where", "")[:LONGEST_PLACE]
    known = {"platform": platform if platform in set(Platform) else "", "where": where}
    return {name: value for name, value in known.items() if value}


def _carried(request: SignedInRequest) -> str:
    known = _known_place(request)
    return f"?{urlencode(known)}" if known else ""


def _sighting(found: dict[str, Any]) -> actions.Sighting:
    return actions.Sighting(
        words=found["words"],
        platform=found["platform"],
        seen_at=found["seen_at"],
        url=found["url"],
        where=found["where"],
        author=found["author"],
        again=found["again"],
    )


def _already(mention: Mention) -> str:
    at = date_format(timezone.localtime(mention.found_at), "j F Y, H:i")
    return _(
        "You told us about this link on %(at)s: it is already there. If there is something new "
        "about it, tick the box at the end and send it again."
    ) % {"at": at}
