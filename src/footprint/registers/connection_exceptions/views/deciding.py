"""The decision about a declared link, a new end date, and its end."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.forms import Form
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.forms import ChangeEndForm, DecideForm, EndForm
from footprint.registers.connection_exceptions.models import (
    ConnectionException,
    ConnectionExceptionQuerySet,
    EndReason,
)
from footprint.registers.connection_exceptions.views.showing import (
    about,
    other_approver,
    policy_at,
    posted,
)
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

REFUSALS = (
    actions.AlreadyDecided,
    actions.AlreadyEnded,
    actions.NotTheirs,
    actions.TheirOwn,
)
SENTENCES: dict[type[Exception], str] = {
    actions.AlreadyDecided: "Somebody decided it or changed it before you. Look at it again.",
    actions.AlreadyEnded: "Somebody ended it before you.",
    actions.NotTheirs: (
        "It is not for you to decide: the headteacher decides, and about a link of the "
        "headteacher’s own or their family’s the chair of governors does."
    ),
    actions.TheirOwn: (
        "You or your family are part of this link, and nobody decides about their own. Ask "
        "whoever stands in for you."
    ),
}


@requires(Permission.CONNECTIONS_DECIDE)
def decide_connection(request: SignedInRequest, pk: int) -> HttpResponse:
    """The headteacher allows or refuses it."""
    return _decide(request, _seen(request, pk), "show_connection")


@requires(Permission.CONNECTIONS_DECIDE_HEAD)
def decide_head_connection(request: SignedInRequest, pk: int) -> HttpResponse:
    """The chair does, where the headteacher or their family is part of it."""
    return _decide(request, _seen_by_chair(request, pk), "show_head_connection")


@requires(Permission.CONNECTIONS_DECIDE)
def change_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """The headteacher gives an allowed link another last day."""
    return _change_end(request, _seen(request, pk), "show_connection")


@requires(Permission.CONNECTIONS_DECIDE_HEAD)
def change_head_end(request: SignedInRequest, pk: int) -> HttpResponse:
    """The chair does."""
    return _change_end(request, _seen_by_chair(request, pk), "show_head_connection")


@requires(Permission.CONNECTIONS_READ)
def end_connection(request: SignedInRequest, pk: int) -> HttpResponse:
    """The link is gone, or somebody has left."""
    connection = _seen(request, pk)
    form = EndForm(posted(request))

    def act() -> None:
        actions.end(
            connection=connection,
            why=EndReason(form.cleaned_data["why"]),
            text=form.cleaned_data["text"],
            by=request.user,
            now=timezone.now(),
        )

    done = _attempt(request, form, act, _("The link was ended"), connection, "show_connection")
    if done:
        return done
    back = reverse("connection_exceptions:show_connection", args=[pk])
    context = {"form": form, "connection": connection, "cancel_url": back}
    return TemplateResponse(request, "connection_exceptions/end_connection.html", context)


def _decide(request: SignedInRequest, connection: ConnectionException, page: str) -> HttpResponse:
    today = timezone.localdate()
    form = DecideForm(posted(request), today=today, initial={"starts_on": today})

    def act() -> None:
        shared = {"connection": connection, "by": request.user, "now": timezone.now()}
        if form.allows:
            actions.allow(terms=form.terms(), **shared)  # type: ignore[arg-type]
        else:
            actions.refuse(reason=form.cleaned_data["reason"], **shared)  # type: ignore[arg-type]

    done = _attempt(request, form, act, _("Decided"), connection, page)
    if done:
        return done
    back = reverse(f"connection_exceptions:{page}", args=[connection.pk])
    context = {
        **about(connection, today),
        "form": form,
        "cancel_url": back,
        "approver": other_approver(policy_at(connection.school_id, today)),
    }
    return TemplateResponse(request, "connection_exceptions/decide_connection.html", context)


def _change_end(
    request: SignedInRequest, connection: ConnectionException, page: str
) -> HttpResponse:
    today = timezone.localdate()
    form = ChangeEndForm(posted(request), today=today, initial={"seen": connection.ends_on})

    def act() -> None:
        actions.change_end(
            connection=connection,
            by=request.user,
            now=timezone.now(),
            **form.cleaned_data,
        )

    done = _attempt(request, form, act, _("The end date was changed"), connection, page)
    if done:
        return done
    back = reverse(f"connection_exceptions:{page}", args=[connection.pk])
    context = {**about(connection, today), "form": form, "cancel_url": back}
    return TemplateResponse(request, "connection_exceptions/change_end.html", context)


def _attempt(
    request: SignedInRequest,
    form: Form,
    act: Callable[[], None],
    said: str,
    connection: ConnectionException,
    page: str,
) -> HttpResponse | None:
    """Act once if the form is whole; None to show it, with the reason where it was refused."""
    if not form.is_valid():
        return None
    try:
        act()
    except REFUSALS as error:
        form.add_error(None, _(SENTENCES[type(error)]))
        return None
    except ValueError:
        form.add_error(None, _("The last day must be on or after the first day"))
        return None
    messages.success(request, said)
    return redirect(f"connection_exceptions:{page}", pk=connection.pk)


def _seen(request: SignedInRequest, pk: int) -> ConnectionException:
    rows = ConnectionException.objects.seen_by(request.user)
    return _one(rows, request, pk)


def _seen_by_chair(request: SignedInRequest, pk: int) -> ConnectionException:
    return _one(ConnectionException.objects.of_the_head(request.user), request, pk)


def _one(
    rows: ConnectionExceptionQuerySet, request: SignedInRequest, pk: int
) -> ConnectionException:
    return get_object_or_404(rows.of_school(request.school_id).for_list(), pk=pk)
