"""The September review: say of each allowed link whether it still stands, many at a time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.forms import ReviewForm
from footprint.registers.connection_exceptions.models import (
    ConnectionException,
    ConnectionExceptionQuerySet,
)
from footprint.registers.connection_exceptions.views.showing import posted, row_of
from footprint.rulebook.terms import Role
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

AT_ONCE = 100


@requires(Permission.CONNECTIONS_DECIDE)
def review_connections(request: SignedInRequest) -> HttpResponse:
    """For the headteacher."""
    seen = ConnectionException.objects.seen_by(request.user).on_desk(Role.HEADTEACHER)
    return _review(request, seen, "list_connections", "show_connection")


@requires(Permission.CONNECTIONS_DECIDE_HEAD)
def review_head_connections(request: SignedInRequest) -> HttpResponse:
    """For the chair: those of which the headteacher or their family is part."""
    seen = ConnectionException.objects.of_the_head(request.user)
    return _review(request, seen, "list_head_connections", "show_head_connection")


def _review(
    request: SignedInRequest, seen: ConnectionExceptionQuerySet, back: str, page: str
) -> HttpResponse:
    now = timezone.now()
    today = timezone.localdate(now)
    rows = seen.of_school(request.school_id).due_for_review(today).for_list()[:AT_ONCE]
    due = {str(connection.pk): connection for connection in rows}
    form = ReviewForm(
        posted(request),
        rows=[(key, f"{each.name}, {each.name_of_other}") for key, each in due.items()],
        hints={key: _hint(each) for key, each in due.items()},
    )
    if form.is_valid():
        chosen = [due[key] for key in form.cleaned_data["still"]]
        count = actions.confirm(connections=chosen, by=request.user, now=now)
        _say(request, count, len(chosen))
        return redirect(f"connection_exceptions:{back}")
    context = {
        "form": form,
        "due": list(due.values()),
        "back": f"connection_exceptions:{back}",
        "page": f"connection_exceptions:{page}",
    }
    return TemplateResponse(request, "connection_exceptions/review_connections.html", context)


def _hint(connection: ConnectionException) -> str:
    row = row_of(connection)
    until = date_format(connection.ends_on, "j F Y") if connection.ends_on else ""
    pieces = (str(row["link"]), row["platforms"], _("until %(day)s") % {"day": until})
    return "; ".join((*pieces, connection.limits) if connection.limits else pieces)


def _say(request: SignedInRequest, count: int, chosen: int) -> None:
    if count:
        sentence = ngettext("%(count)s link was confirmed", "%(count)s links were confirmed", count)
        messages.success(request, sentence % {"count": count})
    if count < chosen:
        messages.info(
            request,
            _(
                "Some were not confirmed: they changed meanwhile, or they are your own or your "
                "family’s."
            ),
        )
