"""Pages: this is a fake account; those who told us hear back."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from footprint.connectors.platforms import platform_of_link
from footprint.incidents import actions
from footprint.incidents.forms import FakeForm, HearingBackForm
from footprint.incidents.models import Incident
from footprint.incidents.views.asking import attempt, page, seen_incident
from footprint.rulebook.decisions.ways import OFF_THE_TRACK
from footprint.rulebook.terms import Matter
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_CHANGE)
def say_fake(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that an account pretends to be the school, or somebody there."""
    incident = seen_incident(request, pk)
    url = incident.capture.url if incident.capture else ""
    initial = {
        "revision": incident.revision,
        "address": url,
        "platform": platform_of_link(url).value if url else "",
    }
    form = FakeForm(request.POST or None, initial=initial)
    done = attempt(request, incident, form, actions.say_fake, said=_("Saved"))
    return done or page(request, "incidents/say_fake.html", incident, form)


@requires(Permission.INCIDENTS_CHANGE)
def hear_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """What those who told us were told, or why nothing."""
    incident = seen_incident(request, pk)
    initial = {"revision": incident.revision, "words": safe_words(incident)}
    form = HearingBackForm(request.POST or None, initial=initial)
    done = attempt(request, incident, form, actions.hear_back, said=_("Saved"))
    return done or page(request, "incidents/hear_back.html", incident, form)


def safe_words(incident: Incident) -> str:
    """A text to begin with. It names nobody, says nothing of an outcome, and confirms no pupil."""
    words = _("Thank you for telling us. We have looked at what you told us and are acting on it.")
    if Matter(incident.matter) in OFF_THE_TRACK:
        words = _("Thank you for telling us. It is with the people who keep children safe.")
    more = _(
        "We cannot say more, because it is about other people. Please tell us if you see more."
    )
    return f"{words} {more}"
