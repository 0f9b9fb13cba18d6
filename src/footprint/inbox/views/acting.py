"""Pages on which something is decided: reply, leave, pass on, open an incident, reopen."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.inbox import actions
from footprint.inbox.forms import (
    IncidentForm,
    LeaveForm,
    PassOnForm,
    ReopenForm,
    ReplyForm,
    RevisionForm,
)
from footprint.inbox.models import Item
from footprint.inbox.views.showing import about, refuse, seen_item
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

REFUSALS = (
    actions.AlreadyDecided,
    actions.AlreadyOpen,
    actions.CannotSee,
    actions.ChangedMeanwhile,
    actions.NotOffered,
    actions.NotTold,
    actions.SafetyFirst,
)


@requires(Permission.INBOX_DECIDE)
def reply_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Keep what was answered, with the policy's advice beside the form."""
    item = seen_item(request, pk)
    form = ReplyForm(request.POST or None, initial={"revision": item.revision})
    done = _try(request, item, form, actions.record_reply, "reply")
    return done or _page(request, "inbox/reply_item.html", item, form)


@requires(Permission.INBOX_DECIDE)
def leave_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Do nothing about it, with a reason."""
    item = seen_item(request, pk)
    form = LeaveForm(request.POST or None, initial={"revision": item.revision})
    done = _try(request, item, form, actions.leave, "reason")
    return done or _page(request, "inbox/leave_item.html", item, form)


@requires(Permission.INBOX_DECIDE)
def pass_on_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Pass praise or feedback on."""
    item = seen_item(request, pk)
    form = PassOnForm(request.POST or None, initial={"revision": item.revision})
    done = _try(request, item, form, actions.pass_on, "to", "note")
    return done or _page(request, "inbox/pass_on_item.html", item, form)


@requires(Permission.INCIDENTS_CHANGE)
def open_incident(request: SignedInRequest, pk: int) -> HttpResponse:
    """Open an incident about it and go on there."""
    item = seen_item(request, pk)
    today = timezone.localdate()
    initial = {"revision": item.revision, "next_date": today}
    form = IncidentForm(request.POST or None, today=today, initial=initial)
    done = _try(request, item, form, actions.open_as_incident, "title", "next_date")
    if done:
        item.refresh_from_db()
        return redirect("incidents:show_incident", pk=item.incident_id)
    return _page(request, "inbox/open_incident.html", item, form)


@requires(Permission.INBOX_DECIDE)
def reopen_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take a decision back."""
    item = seen_item(request, pk)
    form = ReopenForm(request.POST or None, initial={"revision": item.revision})
    done = _try(request, item, form, actions.reopen, "reason")
    return done or _page(request, "inbox/reopen_item.html", item, form)


def _try(
    request: SignedInRequest,
    item: Item,
    form: RevisionForm,
    act: Callable[..., Any],
    *fields: str,
) -> HttpResponse | None:
    """Act if the form is whole; None to show it (again), with what was written still in it."""
    if not form.is_valid():
        return None
    given = {name: form.cleaned_data[name] for name in (*fields, "revision")}
    try:
        act(item=item, by=request.user, now=timezone.now(), **given)
    except REFUSALS as error:
        refuse(item, form, error)
        return None
    messages.success(request, _("Saved"))
    return redirect("inbox:show_item", pk=item.pk)


def _page(request: SignedInRequest, template: str, item: Item, form: RevisionForm) -> HttpResponse:
    return TemplateResponse(request, template, {**about(item), "form": form})
