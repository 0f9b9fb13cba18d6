"""A link that lets a pupil, or a parent with them, declare once, without an account."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from footprint.people.actions import LinkNotUsable, find_link, make_link
from footprint.people.models import OneTimeLink, Person, PersonQuerySet
from footprint.registers.connection_exceptions import actions
from footprint.registers.connection_exceptions.forms import LinkForm, PickForm
from footprint.registers.connection_exceptions.sides import Side, party_of
from footprint.registers.connection_exceptions.views.declaring import ALREADY, THEMSELVES
from footprint.registers.connection_exceptions.views.showing import (
    policy_at,
    posted,
    said_about,
)
from footprint.rulebook.terms import ClauseName
from footprint.users.access import SignedInRequest, may, public, requires
from footprint.users.permissions import Permission

PURPOSE = "connections"


@requires(Permission.CONNECTIONS_READ)
def ask_for_declaration(request: SignedInRequest) -> HttpResponse:
    """Make the link for one person; it is shown once, to be handed over."""
    now = timezone.now()
    people = Person.objects.of_school(request.school_id).present(timezone.localdate(now))
    form = PickForm(
        posted(request),
        whom={"name": people},
        silently=not may(request.user, Permission.PEOPLE_NAME, request.school_id),
    )
    address, person = "", None
    if form.is_valid():
        person = form.person("name")
        if person is not None:
            token = make_link(person=person, purpose=PURPOSE, by=request.user.username, now=now)
            path = reverse("connection_exceptions:declare_by_link", args=[token])
            address = request.build_absolute_uri(path)
    context = {"form": form, "address": address, "person": person}
    return TemplateResponse(request, "connection_exceptions/ask_for_declaration.html", context)


# No session and no cookie is used: the token in the address is the secret, and it is spent once.
@csrf_exempt
@public
def declare_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Declare a link by a one-time link; used, ended and unknown ones are answered alike."""
    now = timezone.now()
    try:
        link = find_link(token=token, purpose=PURPOSE, now=now)
    except LinkNotUsable:
        return _not_usable(request)
    form = LinkForm(posted(request), whom={"other": _others(link)}, silently=True)
    if form.is_valid():
        own = Side(party_of(link.person), link.person)
        try:
            actions.declare_by_link(
                link=link, declaration=actions.Declaration(own=own, **form.given()), now=now
            )
        except LinkNotUsable:
            return _not_usable(request)
        except actions.AlreadyDeclared:
            form.add_error("other", _(ALREADY))
        except actions.WithThemselves:
            form.add_error("other", _(THEMSELVES))
        else:
            return redirect("connection_exceptions:thank_declarer")
    policy = policy_at(link.person.school_id, timezone.localdate(now))
    context = {
        "form": form,
        "link": link,
        "said": said_about(policy, ClauseName.EXCEPTIONS),
    }
    return TemplateResponse(request, "connection_exceptions/declare_by_link.html", context)


@public
def thank_declarer(request: HttpRequest) -> HttpResponse:
    """Thanks, and what happens next; says nothing of what was declared."""
    return TemplateResponse(request, "connection_exceptions/thank_declarer.html", {})


def _others(link: OneTimeLink) -> PersonQuerySet:
    here = Person.objects.of_school(link.person.school_id)
    return here.present(timezone.localdate()).but(link.person)


def _not_usable(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "connection_exceptions/link_not_usable.html", {}, status=404)
