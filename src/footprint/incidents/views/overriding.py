"""The opinion gate: ask a second person, and answer as one."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from footprint.incidents import actions
from footprint.incidents.advice import advise, is_fair_opinion
from footprint.incidents.forms import AnswerOverrideForm, AskOverrideForm
from footprint.incidents.views.asking import attempt, page, seen_incident
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_CHANGE)
def ask_override(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask whether removal may be asked for although the post is a fair opinion."""
    incident = seen_incident(request, pk)
    form = AskOverrideForm(request.POST or None, initial={"revision": incident.revision})
    done = attempt(
        request, incident, form, actions.ask_override, said=_("Asked. Another person decides.")
    )
    return done or page(
        request,
        "incidents/ask_override.html",
        incident,
        form,
        opinion_reasons=advise(incident).opinion.reasons,
        offered=is_fair_opinion(incident),
        deciders=actions.could_decide(incident, but=request.user),
    )


@requires(Permission.INCIDENTS_CHANGE)
def answer_override(request: SignedInRequest, pk: int, override_pk: int) -> HttpResponse:
    """Agree to removal of an opinion, or refuse: never one's own question."""
    incident = seen_incident(request, pk)
    override = get_object_or_404(incident.overrides.select_related("asked_by"), pk=override_pk)
    override.incident = incident
    form = AnswerOverrideForm(request.POST or None, initial={"revision": incident.revision})
    done = attempt(
        request,
        incident,
        form,
        actions.answer_override,
        said=_("Decision recorded"),
        override=override,
    )
    return done or page(
        request,
        "incidents/answer_override.html",
        incident,
        form,
        override=override,
        own=override.asked_by == request.user,
        opinion_reasons=advise(incident).opinion.reasons,
    )
