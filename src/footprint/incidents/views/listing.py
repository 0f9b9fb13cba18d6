"""The list of incidents: what is open by next date, what is mine, what is closed."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.incidents.forms import SHOWN, FilterForm
from footprint.incidents.models import Incident, IncidentQuerySet
from footprint.incidents.wording import MATTERS, STEP_COLOURS
from footprint.rulebook.decisions.incident_steps import STEPS
from footprint.rulebook.terms import Matter
from footprint.users.access import SignedInRequest, matters_at, may, requires
from footprint.users.models import User
from footprint.users.permissions import Permission

PAGE = 25


@requires(Permission.INCIDENTS_READ)
def list_incidents(request: SignedInRequest) -> HttpResponse:
    """Incidents that this person may see at this school."""
    today = timezone.localdate()
    mine = Incident.objects.seen_by(request.user).of_school(request.school_id)
    seen = mine.but_low_level()
    show = request.GET.get("show", "open")
    show = show if show in dict(SHOWN) else "open"
    form = FilterForm(request.GET)
    form.is_valid()
    filters = {name: str(form.cleaned_data.get(name) or "") for name in ("step", "words")}
    rows = _narrow(_shown(seen, show, request.user), **filters)
    found = Paginator(rows.for_list(), PAGE).get_page(request.GET.get("page"))
    asked = {"show": show, **filters}
    context = {
        "tabs": [(value, words, value == show) for value, words in SHOWN],
        "form": form,
        "show": show,
        "filtered": any(filters.values()),
        "rows": [_row(incident, today) for incident in found],
        "anything": seen.exists(),
        "overdue_count": seen.overdue(today).count(),
        "newer_url": _url(asked, found.number - 1) if found.has_previous() else "",
        "older_url": _url(asked, found.number + 1) if found.has_next() else "",
        "may_break_glass": may(request.user, Permission.BREAK_GLASS, request.school_id),
        "may_see_low_level": Matter.LOW_LEVEL in matters_at(request.user, request.school_id),
        "may_open": may(request.user, Permission.INCIDENTS_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "incidents/list_incidents.html", context)


def _shown(seen: IncidentQuerySet, show: str, user: User) -> IncidentQuerySet:
    if show == "closed":
        return seen.closed()
    return seen.open().owned_by(user) if show == "mine" else seen.open()


def _narrow(rows: IncidentQuerySet, *, step: str, words: str) -> IncidentQuerySet:
    if step:
        rows = rows.at_step(step)
    return rows.with_words(words) if words.strip() else rows


def _row(incident: Incident, today: date) -> dict[str, Any]:
    is_open = not incident.is_closed
    return {
        "incident": incident,
        "step": STEPS[incident.stands_at].title,
        "step_colour": STEP_COLOURS[incident.stands_at],
        "matter": MATTERS[Matter(incident.matter)],
        "overdue": is_open and incident.next_date < today,
        "due_today": is_open and incident.next_date == today,
    }


def _url(asked: dict[str, str], number: int) -> str:
    return "?" + urlencode({**{k: v for k, v in asked.items() if v}, "page": number})
