"""Open an incident about a report of an attempt to connect: the same form, filled in."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.incidents.actions import from_attempt
from footprint.incidents.views.asking import REFUSALS
from footprint.incidents.views.opening import form_for, given_by, opened, seeing
from footprint.registers.connection_exceptions.actions import AlreadySettled
from footprint.registers.connection_exceptions.models import ConnectionAttempt
from footprint.registers.connection_exceptions.sides import is_adult
from footprint.rulebook.terms import Matter, Party, SafetyQuestion
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.INCIDENTS_CHANGE)
def open_from_attempt(request: SignedInRequest, pk: int) -> HttpResponse:
    """The class of matter is suggested from who tried; a person answers and decides."""
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    seen = ConnectionAttempt.objects.seen_by(request.user).of_school(school.pk).open()
    attempt = get_object_or_404(seen, pk=pk)
    form = form_for(request, school, **_start(attempt))
    if form.is_valid():
        try:
            incident, ruling = from_attempt.open_from_attempt(
                attempt=attempt,
                **given_by(form, request, school),
                by=request.user,
                now=timezone.now(),
            )
        except AlreadySettled:
            form.add_error(None, _("Somebody settled this report before you. Go back to it."))
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            return opened(request, incident, ruling)
    context = {"form": form, "attempt": attempt, "seeing": seeing(request, school)}
    return TemplateResponse(request, "incidents/open_from_attempt.html", context)


def _start(attempt: ConnectionAttempt) -> dict[str, Any]:
    """What is known already; an adult of the school who tried is accused until somebody says no."""
    by_adult = is_adult(Party(attempt.by_party))
    about_head = attempt.matter == Matter.ALLEGATION_HEAD.value
    return {
        "title": _("An attempt to connect online"),
        "text": attempt.words,
        "author": attempt.by_name,
        "posted_on": attempt.happened_on,
        "how": _("a report of an attempt to connect"),
        "matter": attempt.matter,
        "named": list(attempt.shut_out.all()),
        SafetyQuestion.ADULT_ACCUSED.value: by_adult or about_head,
        "about_head": about_head if by_adult or about_head else None,
    }
