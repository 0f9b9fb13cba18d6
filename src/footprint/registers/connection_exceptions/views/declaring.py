"""My own links: declare one, see what was decided, end it; and the office's record for others."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.people.models import Person, PersonQuerySet
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.forms import DeclareForm, EndForm, RecordForm
from footprint.registers.connection_exceptions.models import (
    ConnectionException,
    ConnectionExceptionQuerySet,
    EndReason,
    How,
)
from footprint.registers.connection_exceptions.sides import Side, party_here, person_here
from footprint.registers.connection_exceptions.views.showing import (
    about,
    policy_at,
    posted,
    row_of,
    said_about,
    school_of,
)
from footprint.rulebook.terms import ClauseName, Party
from footprint.users.access import SignedInRequest, may, requires, roles_of
from footprint.users.permissions import Permission

ALREADY = "A link between these two is in the register already, and it waits or is allowed."
THEMSELVES = "Both sides are the same person. Enter the name of the other one."


@requires(Permission.CONNECTIONS_DECLARE)
def list_mine(request: SignedInRequest) -> HttpResponse:
    """My links, and all that anybody can do here."""
    rows = _mine(request).for_list()
    context = {
        "rows": [row_of(connection) for connection in rows],
        "of_head": may(request.user, Permission.CONNECTIONS_DECIDE_HEAD, request.school_id),
        "reads": may(request.user, Permission.CONNECTIONS_READ, request.school_id),
        "reads_attempts": may(request.user, Permission.INCIDENTS_READ, request.school_id),
    }
    return TemplateResponse(request, "connection_exceptions/list_mine.html", context)


@requires(Permission.CONNECTIONS_DECLARE)
def show_mine(request: SignedInRequest, pk: int) -> HttpResponse:
    """One of my links, and what was decided about it."""
    connection = get_object_or_404(_mine(request).for_list(), pk=pk)
    own = bool(_declared_for_me(request).in_bulk([connection.pk]))
    context = {**about(connection, timezone.localdate()), "is_mine": True, "may_end": own}
    if not own:  # somebody else declared it with me: what was decided, not what they wrote
        context.update(entries=[], by_other=True)
    return TemplateResponse(request, "connection_exceptions/show_connection.html", context)


@requires(Permission.CONNECTIONS_DECLARE)
def end_mine(request: SignedInRequest, pk: int) -> HttpResponse:
    """My link does not exist any more."""
    connection = get_object_or_404(_declared_for_me(request).open(), pk=pk)
    form = EndForm(posted(request))
    if form.is_valid():
        try:
            actions.end(
                connection=connection,
                why=EndReason(form.cleaned_data["why"]),
                text=form.cleaned_data["text"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyEnded:
            messages.info(request, _("It was ended before."))
        else:
            messages.success(request, _("The link was ended. What your policy says holds again."))
        return redirect("connection_exceptions:show_mine", pk=pk)
    back = reverse("connection_exceptions:show_mine", args=[pk])
    context = {"form": form, "connection": connection, "cancel_url": back}
    return TemplateResponse(request, "connection_exceptions/end_connection.html", context)


@requires(Permission.CONNECTIONS_DECLARE)
def declare_connection(request: SignedInRequest) -> HttpResponse:
    """Declare a link of my own."""
    school = school_of(request)
    person = person_here(request.user, school.pk)
    roles = roles_of(request.user).get(school.pk, frozenset())
    own = Side(party_here(request.user, person, roles), person, request.user)
    form = DeclareForm(
        posted(request),
        whom={"other": _people(request).but(person)},
        silently=not _may_pick(request),
    )
    if form.is_valid():
        try:
            connection = actions.declare(
                school=school,
                declaration=actions.Declaration(own=own, **form.given()),
                how=How.SIGNED_IN,
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyDeclared:
            form.add_error("other", _(ALREADY))
        except actions.WithThemselves:
            form.add_error("other", _(THEMSELVES))
        else:
            messages.success(request, _("Declared. You get a message once it is decided."))
            return redirect("connection_exceptions:show_mine", pk=connection.pk)
    context = {"form": form, "said": _said(school.pk)}
    return TemplateResponse(request, "connection_exceptions/declare_connection.html", context)


@requires(Permission.CONNECTIONS_READ)
def record_connection(request: SignedInRequest) -> HttpResponse:
    """Write down a link that somebody told the school, a pupil or parent above all."""
    school = school_of(request)
    people = _people(request)
    form = RecordForm(
        posted(request), whom={"name": people, "other": people}, silently=not _may_pick(request)
    )
    if form.is_valid():
        try:
            connection = actions.declare(
                school=school,
                declaration=actions.Declaration(own=_own_side(form), **form.given()),
                how=How.OFFICE,
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyDeclared:
            form.add_error("other", _(ALREADY))
        except actions.WithThemselves:
            form.add_error("other", _(THEMSELVES))
        else:
            messages.success(request, _("Recorded"))
            return redirect("connection_exceptions:show_connection", pk=connection.pk)
    context = {"form": form, "said": _said(school.pk)}
    return TemplateResponse(request, "connection_exceptions/record_connection.html", context)


def _own_side(form: RecordForm) -> Side:
    return Side(Party(form.cleaned_data["party"]), form.declarer())


def _mine(request: SignedInRequest) -> ConnectionExceptionQuerySet:
    return ConnectionException.objects.of_user(request.user).of_school(request.school_id)


def _declared_for_me(request: SignedInRequest) -> ConnectionExceptionQuerySet:
    return ConnectionException.objects.declared_for(request.user).of_school(request.school_id)


def _people(request: SignedInRequest) -> PersonQuerySet:
    """Among whom a typed name is looked for: those who are here today."""
    return Person.objects.of_school(request.school_id).present(timezone.localdate())


def _may_pick(request: SignedInRequest) -> bool:
    return may(request.user, Permission.PEOPLE_NAME, request.school_id)


def _said(school_id: int) -> list[dict[str, str]]:
    return said_about(policy_at(school_id, timezone.localdate()), ClauseName.EXCEPTIONS)
