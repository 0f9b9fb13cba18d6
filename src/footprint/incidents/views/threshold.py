"""The harm threshold: four questions, and what follows from them."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.guidance.at_school import fact_for
from footprint.incidents.actions.threshold import answer_threshold as answer
from footprint.incidents.forms.threshold import ThresholdForm
from footprint.incidents.views.asking import attempt, page, seen_incident
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

FACTS = ("law.harm_threshold", "law.allegation_route", "law.before_the_lado", "law.low_level")


@requires(Permission.INCIDENTS_CHANGE)
def answer_threshold(request: SignedInRequest, pk: int) -> HttpResponse:
    """Answer the four questions; the call to the LADO does not wait for them."""
    incident = seen_incident(request, pk)
    form = ThresholdForm(request.POST or None, initial={"revision": incident.revision})
    done = attempt(request, incident, form, answer, said=_("Your answers are kept"))
    if done:
        return done
    today = timezone.localdate()
    found = [fact_for(school=incident.school, key=key, on=today) for key in FACTS]
    facts = [each for each in found if each]
    return page(request, "incidents/answer_threshold.html", incident, form, facts=facts)
