"""Who posted it, what it is, who is named; and in whose hands it is."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.incidents import actions
from footprint.incidents.advice import policy_of
from footprint.incidents.circle import Member, circle, members_of
from footprint.incidents.forms import AssessForm, HandOverForm
from footprint.incidents.models import Incident
from footprint.incidents.views.asking import attempt, page, seen_incident, start_of
from footprint.incidents.wording import MATTERS
from footprint.rulebook.terms import Step
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_CHANGE)
def assess_incident(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say who posted it and what it is; again, when more is known."""
    incident = seen_incident(request, pk)
    today = timezone.localdate()
    form = AssessForm(
        request.POST or None,
        today=today,
        members=members_of(incident.school_id),
        policy=policy_of(incident),
        initial=_as_assessed(incident, today),
    )
    done = attempt(request, incident, form, actions.assess, said=_("Assessment saved"))
    return done or page(
        request, "incidents/assess_incident.html", incident, form, members=circle(incident)
    )


def _as_assessed(incident: Incident, today: date) -> dict[str, Any]:
    start = start_of(incident, today=today) | {
        "kind": incident.kind,
        "flags": incident.flags,
        "named": list(incident.shut_out.all()),
    }
    if incident.stands_at is Step.OPENED:
        return start
    return start | {
        "poster": incident.poster,
        "conduct": incident.conduct,
        "potentially_illegal": incident.potentially_illegal,
        "dangerous": incident.dangerous,
        "next_date": max(incident.next_date, today),
    }


@requires(Permission.INCIDENTS_CHANGE)
def hand_over(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give it to somebody else who can see it."""
    incident = seen_incident(request, pk)
    today = timezone.localdate()
    form = HandOverForm(
        request.POST or None,
        today=today,
        members=_who_could_take_it(incident),
        matters=list(MATTERS.items()),
        initial=start_of(incident, today=today) | {"matter": incident.matter},
    )
    done = attempt(request, incident, form, actions.hand_over, said=_("Handed over"))
    return done or page(
        request, "incidents/hand_over.html", incident, form, members=circle(incident)
    )


def _who_could_take_it(incident: Incident) -> list[Member]:
    """In this class or, where it turns out to be one, in another."""
    shut_out = set(incident.shut_out.values_list("pk", flat=True))
    return [
        member
        for member in members_of(incident.school_id)
        if member.may(Permission.INCIDENTS_CHANGE) and member.user.pk not in shut_out
    ]
