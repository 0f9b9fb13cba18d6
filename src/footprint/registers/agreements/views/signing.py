"""Sign for oneself: signed in, or behind a one-time link without account, script or cookie."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from footprint.people.actions import LinkNotUsable
from footprint.people.models import Person
from footprint.registers.agreements import actions
from footprint.registers.agreements.forms import LinkAnswerForm, OwnAnswerForm
from footprint.registers.agreements.layout import pieces_of
from footprint.registers.agreements.models import AgreementText, Signature, State
from footprint.registers.agreements.standing import Standing
from footprint.registers.agreements.views.finding import audience_called, names_for, today
from footprint.registers.agreements.waiting import agreements_of, person_behind
from footprint.registers.agreements.wording import COLOURS, SIGN_FREELY, STANDINGS, names_at
from footprint.rulebook.decisions.signing import GROUPS
from footprint.rulebook.terms import Audience
from footprint.users.access import SignedInRequest, may, public, requires
from footprint.users.permissions import Permission


@requires(Permission.AGREEMENTS_SIGN)
def list_mine(request: SignedInRequest) -> HttpResponse:
    """My agreements: what is for me, and what I answered."""
    person, names = person_behind(request.user, request.school_id, on=today()), names_for(request)
    context = {
        "person": person,
        "agreements": [
            {
                "text": text,
                "name": names[text.for_whom],
                "words": STANDINGS[standing],
                "colour": COLOURS[standing],
                "is_open": standing in (Standing.NOT_YET, Standing.NEVER_ASKED),
            }
            for text, standing in (agreements_of(person, on=today()) if person else [])
        ],
        "answers": Signature.objects.of_person(person) if person else [],
        "may_sign_class": may(request.user, Permission.PEOPLE_NAME, request.school_id),
    }
    return TemplateResponse(request, "agreements/list_mine.html", context)


@requires(Permission.AGREEMENTS_SIGN)
def sign_mine(request: SignedInRequest, audience: str) -> HttpResponse:
    """Read one's own text, and sign or decline it."""
    asked = audience_called(audience)
    person = person_behind(request.user, request.school_id, on=today())
    found = agreements_of(person, on=today()) if person else []
    match = next(((text, each) for text, each in found if text.for_whom is asked), None)
    if person is None or match is None:
        raise Http404(audience)
    text, standing = match
    form = OwnAnswerForm(request.POST or None)
    if form.is_valid() and _answered(request, text, person, form):
        return redirect("agreements:list_mine")
    context = {
        **_reading(text),
        "form": form,
        "words": STANDINGS[standing],
        "standing": standing.value,
    }
    return TemplateResponse(request, "agreements/sign_mine.html", context)


def _answered(
    request: SignedInRequest, text: AgreementText, person: Person, form: OwnAnswerForm
) -> bool:
    state = State(form.cleaned_data["answer"])
    try:
        actions.answer_signed_in(
            text=text,
            person=person,
            seen=form.cleaned_data["seen"],
            state=state,
            by=request.user,
            now=timezone.now(),
        )
    except actions.TextChangedMeanwhile:
        form.add_error(None, _changed_meanwhile())
        return False
    signed = state is State.SIGNED
    words = _("You have signed") if signed else _("You have declined. The policy still applies.")
    messages.success(request, words)
    return True


@csrf_exempt  # the address itself is the secret; a cookie would shut out phones that refuse it
@public
def answer_link(request: HttpRequest, token: str) -> HttpResponse:
    """The text and two buttons. What is done is said only after it is stored."""
    now = timezone.now()
    try:
        question = actions.find_question(token=token, now=now)
    except LinkNotUsable:
        return _not_usable(request)
    form = LinkAnswerForm(request.POST or None)
    context = {
        **_reading(question.text),
        "form": form,
        "person": question.person,
        "school": question.person.school,
    }
    if form.is_valid():
        given = form.cleaned_data
        try:
            context["answer"] = actions.answer_by_link(
                token=token,
                seen=given["seen"],
                state=State(given["answer"]),
                signed_as=given["name"],
                now=now,
            )
        except LinkNotUsable:
            return _not_usable(request)
        except actions.TextChangedMeanwhile:
            form.add_error(None, _changed_meanwhile())
        else:
            return _quiet(TemplateResponse(request, "agreements/answered.html", context))
    return _quiet(TemplateResponse(request, "agreements/answer_link.html", context))


def _reading(text: AgreementText) -> dict[str, Any]:
    return {
        "text": text,
        "pieces": pieces_of(text.body),
        "name": names_at(text.school)[text.for_whom],
        "is_pupil": GROUPS[text.for_whom].part is Audience.PUPIL,
        "is_free": text.for_whom in SIGN_FREELY,
        "change": "" if text.number == 1 else text.reason,
    }


def _not_usable(request: HttpRequest) -> HttpResponse:
    """The same for a used, an ended and an unknown link: whoever tries links learns nothing."""
    return _quiet(TemplateResponse(request, "agreements/link_not_usable.html", status=404))


def _quiet(response: HttpResponse) -> HttpResponse:
    """The address is a secret: kept by no cache, told to no other site."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _changed_meanwhile() -> str:
    return _("The text has changed while you had it open. Read it again before you answer.")
