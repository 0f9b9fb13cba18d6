"""Pass it on, note something, support the person, say that it is done, close it."""

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.incidents import actions
from footprint.incidents.actions.referring import PROTECTORS
from footprint.incidents.advice import advise, helpline_of, policy_of, step_is_open
from footprint.incidents.forms import CloseForm, NoteForm, ReferralForm, ResolveForm, SupportForm
from footprint.incidents.models import Incident
from footprint.incidents.views.asking import about, attempt, page, seen_incident, start_of
from footprint.incidents.views.offering import REFERRED_TO
from footprint.incidents.wording import READY
from footprint.rulebook.catalogue import CATALOGUE
from footprint.rulebook.terms import Step
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_CHANGE)
def refer_incident(request: SignedInRequest, pk: int) -> HttpResponse:
    """Pass the matter on, with what must be ready for each."""
    incident = seen_incident(request, pk)
    today = timezone.localdate()
    advice = advise(incident)
    offered = advice.referrals
    if not step_is_open(incident, Step.REFERRED):  # those who protect children wait for no step
        offered = tuple(to for to in offered if to in PROTECTORS)
    form = ReferralForm(
        request.POST or None,
        today=today,
        offered=offered,
        initial=start_of(incident, today=today) | {"to": request.GET.get("to", "")},
    )
    done = attempt(request, incident, form, actions.refer, said=_("Referral recorded"))
    if done:
        return done
    said = {
        REFERRED_TO[each.route]: each for each in advice.routes.options if each.route in REFERRED_TO
    }
    ready = [(to.label, READY[to], said.get(to)) for to in offered]
    return page(
        request,
        "incidents/refer_incident.html",
        incident,
        form,
        ready=ready,
        helpline=helpline_of(policy_of(incident)),
    )


@requires(Permission.INCIDENTS_CHANGE)
def add_note(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a line on the timeline, for now or for an earlier time."""
    incident = seen_incident(request, pk)
    form = NoteForm(request.POST or None, today=timezone.localdate())
    done = attempt(request, incident, form, actions.add_note, said=_("Note added"))
    if done:
        return done
    return page(request, "incidents/add_note.html", incident, form)


@requires(Permission.INCIDENTS_CHANGE)
def record_support(request: SignedInRequest, pk: int) -> HttpResponse:
    """What was offered to the person the post is aimed at, or why nothing."""
    incident = seen_incident(request, pk)
    initial = {"revision": incident.revision, "text": incident.support}
    form = SupportForm(request.POST or None, initial=initial)
    done = attempt(request, incident, form, actions.record_support, said=_("Support recorded"))
    if done:
        return done
    return page(request, "incidents/record_support.html", incident, form)


@requires(Permission.INCIDENTS_CHANGE)
def resolve_incident(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that nothing more has to be done about the post."""
    incident = seen_incident(request, pk)
    today = timezone.localdate()
    form = ResolveForm(request.POST or None, today=today, initial=start_of(incident, today=today))
    done = attempt(
        request,
        incident,
        form,
        actions.resolve,
        said=_("Saved. When the record is complete it can be closed."),
    )
    if done:
        return done
    return page(request, "incidents/resolve_incident.html", incident, form)


@requires(Permission.INCIDENTS_CLOSE)
def close_incident(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close it, or see what is missing first."""
    incident = seen_incident(request, pk)
    missing = actions.missing(incident)
    if missing and request.method != "POST":
        context = {
            **about(incident),
            "missing": [each.value for each in missing],
            "asked": incident.open_request,
        }
        return TemplateResponse(request, "incidents/close_what_is_missing.html", context)
    form = CloseForm(
        request.POST or None, clauses=_clauses(incident), initial={"revision": incident.revision}
    )
    done = attempt(request, incident, form, actions.close, said=_("Incident closed"))
    if done:
        return done
    return page(request, "incidents/close_incident.html", incident, form)


def _clauses(incident: Incident) -> list[tuple[str, str]]:
    """Those that the policy states; all that we know of where the school had no policy."""
    policy = policy_of(incident)
    stated = [each for each in CATALOGUE if policy.clause(each.name).is_stated]
    return [(each.name.value, each.title) for each in stated or CATALOGUE]
