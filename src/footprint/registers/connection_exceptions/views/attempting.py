"""Report an attempt to connect; read and settle those that one may see."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.people.models import Person
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.forms import AttemptForm, SettleForm
from footprint.registers.connection_exceptions.models import (
    AttemptOutcome,
    ConnectionAttempt,
    ConnectionAttemptQuerySet,
)
from footprint.registers.connection_exceptions.sides import adults_of
from footprint.registers.connection_exceptions.views.showing import (
    policy_at,
    posted,
    said_about,
    school_of,
)
from footprint.registers.connection_exceptions.wording import (
    DOES,
    PARTIES,
    PLATFORMS,
    TOLD,
    lower_first,
)
from footprint.rulebook.terms import ClauseName, ConnectionKind, Party, Platform, Role
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

PAGE = 50


@requires(Permission.CONNECTIONS_DECLARE)
def report_attempt(request: SignedInRequest) -> HttpResponse:
    """Anybody of the school reports in a minute, and reads nothing back."""
    school = school_of(request)
    now = timezone.now()
    today = timezone.localdate(now)
    form = AttemptForm(
        posted(request),
        today=today,
        adults=adults_of(school, today),
        whom={"other": Person.objects.of_school(school.pk).present(today)},
        silently=not may(request.user, Permission.PEOPLE_NAME, school.pk),
    )
    if form.is_valid():
        try:
            kept, ruling = actions.report_attempt(
                school=school, attempt=actions.Attempt(**form.given()), by=request.user, now=now
            )
        except actions.NobodyMaySee:
            return TemplateResponse(request, "connection_exceptions/attempt_not_kept.html", {})
        context = {"ruling": ruling, "told": TOLD[Role(kept.told)]}
        return TemplateResponse(request, "connection_exceptions/attempt_reported.html", context)
    notice = ClauseName.BREACH_NOTICE
    policy = policy_at(school.pk, today)
    said = said_about(policy, (notice, "by_child"), (notice, "by_staff"))
    context = {"form": form, "said": said}
    return TemplateResponse(request, "connection_exceptions/report_attempt.html", context)


@requires(Permission.INCIDENTS_READ)
def list_attempts(request: SignedInRequest) -> HttpResponse:
    """Reports of the classes open to this person, newest first."""
    show = "settled" if request.GET.get("show") == "settled" else "open"
    seen = _seen(request)
    rows = seen.settled() if show == "settled" else seen.open()
    found = Paginator(rows.for_list(), PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": [("open", _("Waiting"), show == "open"), ("settled", _("Settled"), show != "open")],
        "rows": [_row(attempt) for attempt in found],
        "show": show,
        "newer_url": f"?show={show}&page={found.number - 1}" if found.has_previous() else "",
        "older_url": f"?show={show}&page={found.number + 1}" if found.has_next() else "",
    }
    return TemplateResponse(request, "connection_exceptions/list_attempts.html", context)


@requires(Permission.INCIDENTS_READ)
def show_attempt(request: SignedInRequest, pk: int) -> HttpResponse:
    """One report; that it was read is recorded."""
    attempt = get_object_or_404(_seen(request), pk=pk)
    actions.note_reading(attempt=attempt, by=request.user, now=timezone.now())
    may_change = may(request.user, Permission.INCIDENTS_CHANGE, request.school_id)
    context = {
        **_row(attempt),
        "readers": attempt.readers(),
        "may_change": may_change and not attempt.outcome,
        "incident_url": _incident(attempt),
    }
    return TemplateResponse(request, "connection_exceptions/show_attempt.html", context)


@requires(Permission.INCIDENTS_CHANGE)
def settle_attempt(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what became of it, where no incident is opened."""
    attempt = get_object_or_404(_seen(request), pk=pk)
    form = SettleForm(posted(request))
    if form.is_valid():
        try:
            actions.settle_attempt(
                attempt=attempt,
                outcome=AttemptOutcome(form.cleaned_data["outcome"]),
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadySettled:
            messages.info(request, _("Somebody settled it before you."))
        else:
            messages.success(request, _("Settled"))
        return redirect("connection_exceptions:show_attempt", pk=pk)
    back = reverse("connection_exceptions:show_attempt", args=[pk])
    context = {"form": form, **_row(attempt), "cancel_url": back}
    return TemplateResponse(request, "connection_exceptions/settle_attempt.html", context)


def _seen(request: SignedInRequest) -> ConnectionAttemptQuerySet:
    return ConnectionAttempt.objects.seen_by(request.user).of_school(request.school_id)


def _incident(attempt: ConnectionAttempt) -> str:
    number = attempt.incident_number
    return reverse("incidents:show_incident", args=[number]) if number else ""


def _row(attempt: ConnectionAttempt) -> dict[str, Any]:
    by, to = PARTIES[Party(attempt.by_party)], PARTIES[Party(attempt.to_party)]
    return {
        "attempt": attempt,
        "by": by,
        "to": lower_first(to),
        "does": DOES[ConnectionKind(attempt.kind)],
        "platform": PLATFORMS[Platform(attempt.platform)],
        "told": TOLD[Role(attempt.told)],
        "outcome": attempt.get_outcome_display(),
    }
