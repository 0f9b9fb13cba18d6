"""
What the page offers next: the routes that the policy names, then what else the steps allow.

The rulebook decides (`advice`); this turns its answers into links with words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.incidents.advice import Advice, may_meet, step_is_open
from footprint.incidents.models import Incident, ReferredTo
from footprint.incidents.wording import MODALITIES
from footprint.rulebook.decisions.route import Modality, Route, RouteOption
from footprint.rulebook.terms import Step

REFERRED_TO = {
    Route.BEHAVIOUR_POLICY: ReferredTo.BEHAVIOUR,
    Route.CODE_OF_CONDUCT: ReferredTo.STAFF_CODE,
    Route.HELPLINE: ReferredTo.HELPLINE,
    Route.POLICE: ReferredTo.POLICE,
    Route.PREVENT: ReferredTo.PREVENT,
}
TITLES = {
    Route.BEHAVIOUR_POLICY: _("Deal with it under the behaviour policy"),
    Route.CODE_OF_CONDUCT: _("Deal with it under the code of conduct"),
    Route.DELETION_REQUEST: _("Ask the author to delete the post"),
    Route.PLATFORM_REPORT: _("Report the post to the platform"),
    Route.HELPLINE: _("Ask the helpline for professionals"),
    Route.POLICE: _("Involve the police"),
    Route.PREVENT: _("Speak to the local Prevent team"),
}


@dataclass(frozen=True)
class Offer:
    """
    One thing that may be done now.

    Args:
        modality: how the policy puts it, in words; "" where it is no matter of the policy.
        quote: the sentence of the policy; "" where it is silent.
        is_silent: the policy could say something about this, and does not.
    """

    title: str | Promise
    url: str
    sentence: str | Promise = ""
    modality: str | Promise = ""
    quote: str = ""
    is_silent: bool = False


def routes_now(incident: Incident, advice: Advice) -> list[Offer]:
    """The routes of the policy that can be taken now, in its order."""
    found = []
    for option in advice.routes.options:
        url = _url(incident, advice, option.route)
        if url:
            found.append(_offer(option, url))
    return found


def also_now(incident: Incident, advice: Advice) -> list[Offer]:
    """What the steps allow besides; the policy does not name it for this poster."""
    named = {option.route for option in advice.routes.options}
    return [
        *_what_waits(incident),
        *_other_routes(incident, advice, named),
        *_talk(incident),
        *_fake(incident),
        *_other_steps(incident),
    ]


def _offer(option: RouteOption, url: str) -> Offer:
    return Offer(
        title=TITLES[option.route],
        url=url,
        sentence=option.sentence,
        modality=MODALITIES[option.modality],
        quote=option.quote.text if option.quote else "",
        is_silent=option.modality is Modality.NOT_STATED,
    )


def _url(incident: Incident, advice: Advice, route: Route) -> str:
    """Where the route begins; "" when it cannot be taken now."""
    if route is Route.DELETION_REQUEST:
        free = advice.deletion and incident.open_request is None
        return _step_url(incident, Step.DELETION_REQUESTED, "request_deletion") if free else ""
    if route is Route.PLATFORM_REPORT:
        offered = advice.platform
        return _step_url(incident, Step.PLATFORM_REPORTED, "report_to_platform") if offered else ""
    to = REFERRED_TO[route]
    url = _step_url(incident, Step.REFERRED, "refer_incident")
    return f"{url}?to={to.value}" if url and to in advice.referrals else ""


def _step_url(incident: Incident, step: Step, name: str) -> str:
    if not step_is_open(incident, step):
        return ""
    return reverse(f"incidents:{name}", args=[incident.pk])


def _what_waits(incident: Incident) -> Iterator[Offer]:
    """What was asked of others and has no answer yet."""
    request = incident.open_request
    if request is not None:
        url = reverse("incidents:record_outcome", args=[incident.pk, request.pk])
        yield Offer(_("Say how the deletion request ended"), url)
    for report in incident.platform_reports.all():
        if report.answer:
            continue
        url = reverse("incidents:record_answer", args=[incident.pk, report.pk])
        yield Offer(_("Say what the platform did"), url)


def _other_routes(incident: Incident, advice: Advice, named: set[Route]) -> Iterator[Offer]:
    for route in (Route.PLATFORM_REPORT, Route.HELPLINE):
        url = _url(incident, advice, route)
        if route not in named and url:
            yield Offer(
                TITLES[route], url, modality=MODALITIES[Modality.NOT_STATED], is_silent=True
            )


def _talk(incident: Incident) -> Iterator[Offer]:
    """A talk takes no step, so a fair critic can be invited too."""
    waiting = incident.meetings.waiting().first()
    if waiting:
        url = reverse("incidents:record_meeting", args=[incident.pk, waiting.pk])
        yield Offer(_("Say what came of the talk"), url)
    elif may_meet(incident):
        yield Offer(_("Invite them in for a talk"), _to(incident, "invite_to_meeting"))


def _fake(incident: Incident) -> Iterator[Offer]:
    if not incident.fake_accounts.exists():
        yield Offer(_("Say that it is a fake account"), _to(incident, "say_fake"))


def _to(incident: Incident, name: str) -> str:
    return reverse(f"incidents:{name}", args=[incident.pk])


def _other_steps(incident: Incident) -> Iterator[Offer]:
    for step, name, title in (
        (Step.REFERRED, "refer_incident", _("Pass it on to somebody else")),
        (Step.FOLLOWED_UP, "follow_up", _("Look again, or note a conversation")),
        (Step.RESOLVED, "resolve_incident", _("Say that nothing more has to be done")),
    ):
        url = _step_url(incident, step, name)
        if url:
            yield Offer(title, url)
