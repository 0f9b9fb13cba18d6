"""The ladder of removal beyond letter and report: a talk, and the pack for the helpline."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.guidance.at_school import fact_for
from footprint.incidents import actions
from footprint.incidents.advice import advise, may_meet
from footprint.incidents.forms import InviteForm, MeetingForm
from footprint.incidents.ladder import at_once, pack_text, rungs_of
from footprint.incidents.models import ReferredTo
from footprint.incidents.views.asking import about, attempt, page, seen_incident, start_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_CHANGE)
def invite_to_meeting(request: SignedInRequest, pk: int) -> HttpResponse:
    """Record that people were invited in for a talk."""
    incident = seen_incident(request, pk)
    start = start_of(incident, today=timezone.localdate())
    initial = {"revision": start["revision"], "on": start["next_date"]}
    form = InviteForm(request.POST or None, today=timezone.localdate(), initial=initial)
    done = attempt(request, incident, form, actions.invite, said=_("Invitation recorded"))
    return done or page(
        request, "incidents/invite_to_meeting.html", incident, form, offered=may_meet(incident)
    )


@requires(Permission.INCIDENTS_CHANGE)
def record_meeting(request: SignedInRequest, pk: int, meeting_pk: int) -> HttpResponse:
    """What came of the invitation."""
    incident = seen_incident(request, pk)
    meeting = get_object_or_404(incident.meetings, pk=meeting_pk)
    meeting.incident = incident
    today = timezone.localdate()
    form = MeetingForm(request.POST or None, today=today, initial=start_of(incident, today=today))
    done = attempt(
        request, incident, form, actions.record_meeting, said=_("Talk recorded"), meeting=meeting
    )
    return done or page(request, "incidents/record_meeting.html", incident, form, meeting=meeting)


@requires(Permission.INCIDENTS_READ)
def show_pack(request: SignedInRequest, pk: int) -> HttpResponse:
    """The pack for the helpline: words only, ready to read out, print or copy."""
    incident = seen_incident(request, pk)
    now = timezone.now()
    actions.note_reading(incident=incident, by=request.user, now=now, printed=True)
    today = timezone.localdate(now)
    context = {
        **about(incident),
        "text": pack_text(incident, caller=request.user),
        "rungs": rungs_of(incident, on=today),
        "at_once": at_once(incident),
        "offered": ReferredTo.HELPLINE in advise(incident).referrals,
        "helpline": fact_for(school=incident.school, key="route.posh", on=today),
        "waiting": fact_for(school=incident.school, key="clock.posh", on=today),
        "printed_at": now,
    }
    return TemplateResponse(request, "incidents/show_pack.html", context)
