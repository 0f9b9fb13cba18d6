"""Open an incident about something that somebody told; posts that we found come from the inbox."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.incidents import actions
from footprint.incidents.circle import circle, circle_of, members_of
from footprint.incidents.forms import OpenForm
from footprint.incidents.models import Incident
from footprint.incidents.views.asking import REFUSALS, go_back, suggested_next_date
from footprint.incidents.wording import MATTERS
from footprint.policies.models import PolicyVersion
from footprint.rulebook.decisions.safety import SafetyRuling
from footprint.rulebook.terms import Matter
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, matters_at, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_CHANGE)
def open_incident(request: SignedInRequest) -> HttpResponse:
    """Write down what was told or seen; the four safety questions come first."""
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    today = timezone.localdate()
    mine = [matter for matter in Matter if matter in matters_at(request.user, school.pk)]
    form = OpenForm(
        request.POST or None,
        today=today,
        matters=[(matter.value, MATTERS[matter]) for matter in mine],
        members=[each for each in members_of(school.pk) if each.user != request.user],
        initial={"next_date": suggested_next_date(school, today)},
    )
    if form.is_valid():
        try:
            incident, ruling = actions.report_incident(
                **_given(form, request, school), by=request.user, now=timezone.now()
            )
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            return _opened(request, incident, ruling)
    context = {"form": form, "seeing": _seeing(school, mine)}
    return TemplateResponse(request, "incidents/open_incident.html", context)


def _given(form: OpenForm, request: SignedInRequest, school: School) -> dict[str, Any]:
    data = form.cleaned_data
    today = timezone.localdate()
    return {
        "school": school,
        "answers": form.answers(),
        "subject_is_head": bool(data["about_head"]),
        "matter": Matter(data["matter"]),
        "title": data["title"],
        "capture_facts": actions.CaptureFacts(
            url=data["url"],
            author=data["author"],
            text=data["text"],
            posted_at=form.posted_at(),
            method=f"{data['how']}, typed by {request.user.name}"[:100],
        ),
        "policy_version": PolicyVersion.objects.in_force(school_id=school.pk, on=today),
        "shut_out": data["named"],
        "next_date": data["next_date"],
    }


def _opened(request: SignedInRequest, incident: Incident, ruling: SafetyRuling) -> HttpResponse:
    if not ruling.leaves_reputation_track:
        messages.success(request, _("Incident opened"))
        return go_back(request, incident)
    sees = bool(Incident.objects.seen_by(request.user).in_bulk([incident.pk]))
    context = {
        "incident": incident,
        "ruling": ruling,
        "sees": sees,
        "members": circle(incident) if sees else [],
    }
    return TemplateResponse(request, "incidents/show_ruling.html", context)


def _seeing(school: School, matters: list[Matter]) -> list[tuple[object, list[str]]]:
    """Who will see what, by class of matter, with real names; shown before anything is saved."""
    return [
        (
            MATTERS[matter],
            [member.user.name for member in circle_of(school_id=school.pk, matter=matter)],
        )
        for matter in matters
    ]
