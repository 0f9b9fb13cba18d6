"""The register of declared links: the list, its export, one link; and the headteacher's own."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from footprint.design.exports import Cell, as_response
from footprint.registers.connection_exceptions.models import (
    ConnectionException,
    ConnectionExceptionQuerySet,
    State,
)
from footprint.registers.connection_exceptions.views.showing import about, row_of
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

PAGE = 50
SHOWN = (
    ("open", gettext_lazy("Waiting and allowed")),
    ("declared", gettext_lazy("Waiting")),
    ("allowed", gettext_lazy("Allowed")),
    ("refused", gettext_lazy("Refused")),
    ("ended", gettext_lazy("Ended")),
)


@requires(Permission.CONNECTIONS_READ)
def list_connections(request: SignedInRequest) -> HttpResponse:
    """Every declared link of the school, by state, filtered as somebody types."""
    today = timezone.localdate()
    everything = _register(request)
    show, words = _asked(request)
    rows = _narrow(everything, show, words)
    found = Paginator(rows.for_list(), PAGE).get_page(request.GET.get("page"))
    context = {
        "tabs": [(value, label, value == show) for value, label in SHOWN],
        "show": show,
        "keep": {"show": show},
        "words": words,
        "rows": [row_of(connection) for connection in found],
        "anything": everything.exists(),
        "waiting": everything.waiting().count(),
        "due": everything.due_for_review(today).count(),
        "may_decide": may(request.user, Permission.CONNECTIONS_DECIDE, request.school_id),
        "newer_url": _url(show, words, found.number - 1) if found.has_previous() else "",
        "older_url": _url(show, words, found.number + 1) if found.has_next() else "",
        "asked": urlencode({"show": show, "words": words}),
    }
    return TemplateResponse(request, "connection_exceptions/list_connections.html", context)


@requires(Permission.CONNECTIONS_READ)
def export_connections(request: SignedInRequest, form: str) -> HttpResponse:
    """What the list shows, as a file: filtered in the same way."""
    rows = _narrow(_register(request), *_asked(request)).for_list()
    columns = (
        _("Name"),
        _("What they are"),
        _("Other person"),
        _("What they are"),
        _("Link"),
        _("Where"),
        _("How"),
        _("State"),
        _("From"),
        _("Until"),
        _("Limits"),
        _("Declared on"),
    )
    return as_response(
        name="declared-links",
        columns=[str(column) for column in columns],
        rows=(_cells(connection) for connection in rows),
        form=form,
    )


@requires(Permission.CONNECTIONS_READ)
def show_connection(request: SignedInRequest, pk: int) -> HttpResponse:
    """One link with its history, and what the policy says of it."""
    connection = get_object_or_404(_register(request).for_list(), pk=pk)
    may_decide = may(request.user, Permission.CONNECTIONS_DECIDE, request.school_id)
    context = {
        **about(connection, timezone.localdate()),
        "may_decide": may_decide and not row_is_of_head(connection),
        "may_end": True,
    }
    return TemplateResponse(request, "connection_exceptions/show_connection.html", context)


@requires(Permission.CONNECTIONS_DECIDE_HEAD)
def list_head_connections(request: SignedInRequest) -> HttpResponse:
    """For the chair: the links of which the headteacher or their family is part."""
    today = timezone.localdate()
    mine = _of_head(request)
    context = {
        "rows": [row_of(connection) for connection in mine.for_list()],
        "due": mine.due_for_review(today).count(),
    }
    return TemplateResponse(request, "connection_exceptions/list_head_connections.html", context)


@requires(Permission.CONNECTIONS_DECIDE_HEAD)
def show_head_connection(request: SignedInRequest, pk: int) -> HttpResponse:
    """For the chair: one of them."""
    connection = get_object_or_404(_of_head(request).for_list(), pk=pk)
    context = {**about(connection, timezone.localdate()), "may_decide": True, "for_chair": True}
    return TemplateResponse(request, "connection_exceptions/show_connection.html", context)


def row_is_of_head(connection: ConnectionException) -> bool:
    """The chair decides about it."""
    return bool(row_of(connection)["of_head"])


def _register(request: SignedInRequest) -> ConnectionExceptionQuerySet:
    return ConnectionException.objects.seen_by(request.user).of_school(request.school_id)


def _of_head(request: SignedInRequest) -> ConnectionExceptionQuerySet:
    return ConnectionException.objects.of_the_head(request.user).of_school(request.school_id)


def _asked(request: SignedInRequest) -> tuple[str, str]:
    show = request.GET.get("show", "open")
    return show if show in dict(SHOWN) else "open", request.GET.get("words", "")[:100].strip()


def _narrow(
    rows: ConnectionExceptionQuerySet, show: str, words: str
) -> ConnectionExceptionQuerySet:
    rows = rows.open() if show == "open" else rows.at_state(State(show).value)
    return rows.with_words(words) if words else rows


def _url(show: str, words: str, number: int) -> str:
    return "?" + urlencode({"show": show, "words": words, "page": number})


def _cells(connection: ConnectionException) -> list[Cell]:
    row: dict[str, Any] = row_of(connection)
    return [
        connection.name,
        str(row["party"]),
        connection.name_of_other,
        str(row["other_party"]),
        str(row["link"]),
        row["platforms"],
        row["kinds"],
        str(row["state"]),
        connection.starts_on,
        connection.ends_on,
        connection.limits,
        timezone.localdate(connection.declared_at),
    ]
