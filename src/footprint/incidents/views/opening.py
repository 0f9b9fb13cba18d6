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
from footprint.people.models import Person
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
    form = form_for(request, school)
    if form.is_valid():
        try:
            incident, ruling = actions.report_incident(
                **given_by(form, request, school), by=request.user, now=timezone.now()
            )
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            return opened(request, incident, ruling)
    context = {"form": form, "seeing": seeing(request, school)}
    return TemplateResponse(request, "incidents/open_incident.html", context)


def form_for(request: SignedInRequest, school: School, **start: Any) -> OpenForm:
    """The form for this person, with what is known already in it."""
    today = timezone.localdate()
    return OpenForm(
        request.POST or None,
        today=today,
        matters=[(matter.value, MATTERS[matter]) for matter in _open_to(request, school)],
        members=[each for each in members_of(school.pk) if each.user != request.user],
        people=Person.objects.named_for(request.user).of_school(school.pk),
        initial={**start, "next_date": suggested_next_date(school, today)},
    )


def _open_to(request: SignedInRequest, school: School) -> list[Matter]:
    return [matter for matter in Matter if matter in matters_at(request.user, school.pk)]


def given_by(form: OpenForm, request: SignedInRequest, school: School) -> dict[str, Any]:
    """What the action takes besides the person and the time."""
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
        "people": data["names"],
        "next_date": data["next_date"],
    }


def opened(request: SignedInRequest, incident: Incident, ruling: SafetyRuling) -> HttpResponse:
    """To the incident; after a yes to a safety question, what to do now."""
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


def seeing(request: SignedInRequest, school: School) -> list[tuple[object, list[str]]]:
    """Who will see what, by class of matter, with real names; shown before anything is saved."""
    return [
        (
            MATTERS[matter],
            [member.user.name for member in circle_of(school_id=school.pk, matter=matter)],
        )
        for matter in _open_to(request, school)
    ]
