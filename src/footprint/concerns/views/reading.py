"""The list of concerns and one of them, for those of its circle."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.concerns import actions
from footprint.concerns.models import Concern, ConcernQuerySet
from footprint.incidents.advice import NO_POLICY
from footprint.incidents.models import Incident
from footprint.incidents.wording import MATTERS, QUESTIONS
from footprint.policies.models import PolicyVersion
from footprint.rulebook.decisions.safety import SafetyRuling, rule_on_safety
from footprint.rulebook.terms import Matter, SafetyQuestion
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

PAGE = 50


@requires(Permission.INCIDENTS_READ)
def list_concerns(request: SignedInRequest) -> HttpResponse:
    """Those of the classes open to this person, newest first, without a word of what they say."""
    seen = seen_concerns(request)
    shown = {
        "open": (_("Open"), seen.open().apart(False)),
        "apart": (_("Kept apart"), seen.open().apart(True)),
        "closed": (_("Closed"), seen.closed()),
    }
    show = request.GET.get("show", "")
    show = show if show in shown else "open"
    found = Paginator(shown[show][1].for_list(), PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": [(value, words, value == show) for value, (words, _rows) in shown.items()],
        "rows": [_row(concern) for concern in found],
        "show": show,
        "newer_url": f"?show={show}&page={found.number - 1}" if found.has_previous() else "",
        "older_url": f"?show={show}&page={found.number + 1}" if found.has_next() else "",
    }
    return TemplateResponse(request, "concerns/list_concerns.html", context)


@requires(Permission.INCIDENTS_READ)
def show_concern(request: SignedInRequest, pk: int) -> HttpResponse:
    """One concern; that it was read is recorded."""
    concern = seen_concern(request, pk)
    actions.note_reading(concern=concern, by=request.user, now=timezone.now())
    context = {
        **_row(concern),
        "yes": [QUESTIONS[SafetyQuestion(each)] for each in concern.answers],
        "ruling": _ruling(concern),
        "sent": concern.messages.select_related("written_by"),
        "readers": concern.readers(),
        "may_change": may(request.user, Permission.INCIDENTS_CHANGE, request.school_id),
        "incident_url": _incident(request, concern),
    }
    return TemplateResponse(request, "concerns/show_concern.html", context)


def seen_concerns(request: SignedInRequest) -> ConcernQuerySet:
    return Concern.objects.seen_by(request.user).of_school(request.school_id)


def seen_concern(request: SignedInRequest, pk: int) -> Concern:
    """The concern, or "not found" for whoever may not see it."""
    related = ("school", "written_by", "closed_by")
    return get_object_or_404(seen_concerns(request).select_related(*related), pk=pk)


def _row(concern: Concern) -> dict[str, Any]:
    return {
        "concern": concern,
        "way": concern.get_way_display(),
        "matter": MATTERS[Matter(concern.matter)],
        "is_closed": concern.is_closed,
        "is_urgent": bool(concern.answers) and not concern.is_closed,
    }


def _ruling(concern: Concern) -> SafetyRuling:
    version = PolicyVersion.objects.in_force(school_id=concern.school_id, on=timezone.localdate())
    return rule_on_safety(
        policy=version.policy if version else NO_POLICY,
        answers={each: each.value in concern.answers for each in SafetyQuestion},
        subject_is_head=concern.matter == Matter.ALLEGATION_HEAD.value,
    )


def _incident(request: SignedInRequest, concern: Concern) -> str:
    """Only where they may see that too."""
    seen = Incident.objects.seen_by(request.user).in_bulk([concern.incident_id])
    return reverse("incidents:show_incident", args=[concern.incident_id]) if seen else ""
