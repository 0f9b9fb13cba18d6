"""What every page on one incident does: find it, try an action, show the form again."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from footprint.design.forms import Form
from footprint.incidents import actions
from footprint.incidents.forms import NoteForm, RevisionForm
from footprint.incidents.models import Incident
from footprint.incidents.wording import ENTRIES, MATTERS, STEP_COLOURS
from footprint.rulebook.decisions.deadline import add_school_days
from footprint.rulebook.decisions.incident_steps import STEPS
from footprint.rulebook.terms import Matter
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School
from footprint.users.access import SignedInRequest

REFUSALS = (
    actions.CannotSee,
    actions.ChangedMeanwhile,
    actions.NotOffered,
    actions.NotTold,
    actions.StepNotAllowed,
)
LOOK_AGAIN_AFTER = 2  # school days that a form suggests for the next date; a person decides


def seen_incident(request: SignedInRequest, pk: int) -> Incident:
    """The incident, or "not found" for whoever may not see it."""
    seen = Incident.objects.seen_by(request.user).of_school(request.school_id)
    related = ("school", "owner", "capture", "capture__captured_by", "policy_version", "mention")
    return get_object_or_404(seen.select_related(*related), pk=pk)


def suggested_next_date(school: School, today: date) -> date:
    """A date that the form starts with."""
    return add_school_days(today, LOOK_AGAIN_AFTER, calendar_of(school, around=today))


def start_of(incident: Incident, *, today: date) -> dict[str, Any]:
    """What a form on this incident starts with."""
    return {
        "revision": incident.revision,
        "next_date": suggested_next_date(incident.school, today),
    }


def attempt(
    request: SignedInRequest,
    incident: Incident,
    form: RevisionForm | NoteForm,
    act: Callable[..., object],
    *,
    said: str,
    **target: object,
) -> HttpResponse | None:
    """
    Act once if the form is whole, and go back to the incident.

    Args:
        act: takes what the form gives, the person and the time.
        target: what it acts on; the incident where nothing else is given.

    Returns:
        None to show the form: not sent yet, or refused. Then it says why, and everything that was
        written is still in it.
    """
    if not form.is_valid():
        return None
    try:
        about = target or {"incident": incident}
        act(**about, **form.given(), by=request.user, now=timezone.now())
    except REFUSALS as error:
        incident.refresh_from_db()
        if isinstance(form, RevisionForm):
            form.refuse(str(error), revision=incident.revision)
        else:
            form.add_error(None, str(error))
        return None
    messages.success(request, said)
    return go_back(request, incident)


def go_back(request: SignedInRequest, incident: Incident) -> HttpResponse:
    """To the incident, or to the list for somebody who has just handed it out of sight."""
    if bool(Incident.objects.seen_by(request.user).in_bulk([incident.pk])):
        return redirect("incidents:show_incident", pk=incident.pk)
    return redirect("incidents:list_incidents")


def page(
    request: SignedInRequest, template: str, incident: Incident, form: Form, **more: object
) -> HttpResponse:
    """A page with a form about one incident."""
    context = {**about(incident), "form": form, "entries": recent(incident), **more}
    context.setdefault("cancel_url", context["back_url"])
    return TemplateResponse(request, template, context)


def about(incident: Incident) -> dict[str, Any]:
    """What every page on one incident shows of it."""
    step = incident.stands_at
    today = timezone.localdate()
    return {
        "incident": incident,
        "today": today,
        "back_url": reverse("incidents:show_incident", args=[incident.pk]),
        "step": STEPS[step].title,
        "step_colour": STEP_COLOURS[step],
        "matter": MATTERS[Matter(incident.matter)],
        "overdue": not incident.is_closed and incident.next_date < today,
        "due_today": not incident.is_closed and incident.next_date == today,
    }


def recent(incident: Incident) -> list[dict[str, Any]]:
    """The last lines of the timeline, for somebody who was told that it has changed."""
    found = incident.entries.select_related("written_by").order_by("-written_at", "-pk")[:3]
    return [{"entry": entry, "title": ENTRIES.get(entry.action, entry.action)} for entry in found]
