"""
Pages behind a one-time link, for people without an account: no sign-in, script or cookie.

The link is its own proof, so the form carries no forgery token: that would need a cookie.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from footprint.people.actions import LinkNotUsable, find_link
from footprint.people.models import OneTimeLink, Person
from footprint.registers.image_permissions import actions
from footprint.registers.image_permissions.actions.writing import PURPOSE
from footprint.registers.image_permissions.answering import policy_of
from footprint.registers.image_permissions.forms import AnswerForm
from footprint.registers.image_permissions.givers import answered_for
from footprint.registers.image_permissions.models import ImagePermission, ImageUse
from footprint.rulebook.terms import ClauseName
from footprint.users.access import public

LinkView = Callable[[HttpRequest, OneTimeLink, str], HttpResponse]


def _by_link(view: LinkView) -> Callable[[HttpRequest, str], HttpResponse]:
    """Used, ended and unknown links are answered alike; nothing here is kept by a browser."""

    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        try:
            link = find_link(token=token, purpose=PURPOSE, now=timezone.now())
            response = view(request, link, token)
        except LinkNotUsable:
            response = TemplateResponse(
                request, "image_permissions/link_not_usable.html", status=404
            )
        response["Cache-Control"] = "no-store"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex"
        return response

    return opened


@csrf_exempt
@public
@_by_link
def answer_question(request: HttpRequest, link: OneTimeLink, token: str) -> HttpResponse:
    """Every use with who will see it; yes or no for each, nothing chosen before."""
    form = _form(request, link.person)
    if form.is_valid():
        fresh = actions.answer_by_link(link=link, said=form.said(), now=timezone.now())
        return redirect("image_permissions:show_saved", token=fresh)
    policy = policy_of(link.person.school, timezone.localdate())
    context = {
        "form": form,
        "token": token,
        "school": link.person.school,
        "quote": policy.clause(ClauseName.IMAGE_PERMISSION).quote if policy else None,
        "any_stored": ImagePermission.objects.given_by(link.person).current().exists(),
    }
    return TemplateResponse(request, "image_permissions/answer_question.html", context)


@public
@_by_link
def show_saved(request: HttpRequest, link: OneTimeLink, token: str) -> HttpResponse:
    """What was stored, and the way to change it, which is as short as the way here."""
    answers = ImagePermission.objects.given_by(link.person).current().for_saved()
    context = {
        "answers": answers,
        "token": token,
        "giver": link.person,
        "school": link.person.school,
    }
    return TemplateResponse(request, "image_permissions/show_saved.html", context)


def _form(request: HttpRequest, giver: Person) -> AnswerForm:
    stored = ImagePermission.objects.given_by(giver).current()
    return AnswerForm(
        request.POST if request.method == "POST" else None,
        giver=giver,
        people=answered_for(giver, on=timezone.localdate()),
        uses=ImageUse.objects.of_school(giver.school_id).offered(),
        stored={(row.person_id, row.use_id): row for row in stored},
    )
