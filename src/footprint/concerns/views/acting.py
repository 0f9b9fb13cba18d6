"""Answer a reporter, say who is named, open an incident, close."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.concerns import actions
from footprint.concerns.forms import AnswerForm, CloseForm, NameForm
from footprint.concerns.models import Concern
from footprint.concerns.views.reading import seen_concern
from footprint.design.forms import Form
from footprint.incidents.actions import CannotSee
from footprint.incidents.circle import members_of
from footprint.incidents.views.asking import REFUSALS
from footprint.incidents.views.opening import form_for, given_by, opened, seeing
from footprint.people.models import Person
from footprint.rulebook.terms import SafetyQuestion
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_CHANGE)
def answer_concern(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write to whoever reported."""
    form = AnswerForm(request.POST or None)

    def act(concern: Concern) -> None:
        given = form.cleaned_data
        actions.add_answer(
            concern=concern,
            text=given["text"],
            is_outcome=given["is_outcome"],
            by=request.user,
            now=timezone.now(),
        )

    return _act(request, pk, form, act, title=_("Write to the reporter"), done=_("Sent"))


@requires(Permission.INCIDENTS_CHANGE)
def close_concern(request: SignedInRequest, pk: int) -> HttpResponse:
    """Close it with a reason."""
    form = CloseForm(request.POST or None)

    def act(concern: Concern) -> None:
        reason = form.cleaned_data["reason"]
        actions.close(concern=concern, reason=reason, by=request.user, now=timezone.now())

    return _act(request, pk, form, act, title=_("Close the concern"), done=_("Closed"))


@requires(Permission.INCIDENTS_CHANGE)
def name_people(request: SignedInRequest, pk: int) -> HttpResponse:
    """Whoever is named, and their family, see nothing of it from now on."""
    form = NameForm(
        request.POST or None,
        members=members_of(request.school_id),
        people=Person.objects.named_for(request.user).of_school(request.school_id),
    )

    def act(concern: Concern) -> None:
        actions.shut_out_people(
            concern=concern,
            users=form.cleaned_data["users"],
            people=form.cleaned_data["names"],
            by=request.user,
            now=timezone.now(),
        )

    return _act(request, pk, form, act, title=_("Say who is named"), done=_("Saved"))


@requires(Permission.INCIDENTS_CHANGE)
def open_incident(request: SignedInRequest, pk: int) -> HttpResponse:
    """The form of incidents, with what was told already in it; a person decides."""
    concern = seen_concern(request, pk)
    school = concern.school
    form = form_for(request, school, **_start(concern))
    if form.is_valid():
        try:
            incident, ruling = actions.open_from_concern(
                concern=concern,
                **given_by(form, request, school),
                by=request.user,
                now=timezone.now(),
            )
        except actions.AlreadyClosed:
            form.add_error(None, _("It is closed, or has an incident already. Go back to it."))
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            return opened(request, incident, ruling)
    context = {"form": form, "concern": concern, "seeing": seeing(request, school)}
    return TemplateResponse(request, "concerns/open_incident.html", context)


def _start(concern: Concern) -> dict[str, Any]:
    """What was told; the title says nothing, because it is read over shoulders."""
    about = f"{concern.about}\n\n" if concern.about else ""
    return {
        "title": _("A concern"),
        "text": f"{about}{concern.words}"[:5000],
        "how": concern.get_way_display(),
        "matter": concern.matter,
        "named": list(concern.shut_out.all()),
        **{each.value: each.value in concern.answers for each in SafetyQuestion},
    }


def _act(
    request: SignedInRequest,
    pk: int,
    form: Form,
    act: Callable[[Concern], None],
    *,
    title: str,
    done: str,
) -> HttpResponse:
    concern = seen_concern(request, pk)
    if form.is_valid():
        try:
            act(concern)
        except actions.AlreadyClosed:
            form.add_error(None, _("Somebody closed it before you. Go back to it."))
        except (actions.NotTold, CannotSee) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, done)
            still = bool(Concern.objects.seen_by(request.user).in_bulk([pk]))
            return redirect("concerns:show_concern", pk) if still else redirect("home:today")
    back = reverse("concerns:show_concern", args=[pk])
    context = {"form": form, "concern": concern, "title": title, "cancel_url": back}
    return TemplateResponse(request, "concerns/act.html", context)
