"""Who is named in an incident, and so who gets no sign of it."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from footprint.incidents import actions
from footprint.incidents.circle import circle, members_of
from footprint.incidents.forms import NameForm, TakeBackForm
from footprint.incidents.views.asking import attempt, page, seen_incident
from footprint.people.models import Person
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_CHANGE)
def name_people(request: SignedInRequest, pk: int) -> HttpResponse:
    """Name people; the page shows who can see the matter before and who is named already."""
    incident = seen_incident(request, pk)
    form = NameForm(
        request.POST or None,
        members=members_of(incident.school_id),
        people=Person.objects.named_for(request.user).of_school(incident.school_id),
        initial={"revision": incident.revision},
    )
    done = attempt(request, incident, form, actions.name_people, said=_("Saved"))
    return done or page(
        request,
        "incidents/name_people.html",
        incident,
        form,
        members=circle(incident),
        namings=list(incident.namings.for_list()),
    )


@requires(Permission.INCIDENTS_CHANGE)
def take_back_naming(request: SignedInRequest, pk: int, naming_pk: int) -> HttpResponse:
    """Say that somebody was named by mistake."""
    incident = seen_incident(request, pk)
    naming = get_object_or_404(incident.namings.standing(), pk=naming_pk)
    form = TakeBackForm(request.POST or None, initial={"revision": incident.revision})
    done = attempt(
        request,
        incident,
        form,
        actions.take_back_naming,
        said=_("Taken back"),
        naming=naming,
    )
    return done or page(request, "incidents/take_back_naming.html", incident, form, naming=naming)
