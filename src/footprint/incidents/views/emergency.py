"""Open a matter beyond one's circle, after saying once more who one is."""

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.incidents import actions
from footprint.incidents.forms import EmergencyForm
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.BREAK_GLASS)
def break_glass(request: SignedInRequest) -> HttpResponse:
    """One matter, one hour, with a reason. In the demo nobody has a password to give again."""
    if settings.DEMO:
        return _ask(request)
    answer: HttpResponse = reauthentication_required(_ask)(request)
    return answer


def _ask(request: SignedInRequest) -> HttpResponse:
    form = EmergencyForm(request.POST or None)
    if form.is_valid():
        school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
        try:
            incident = actions.break_glass(
                school=school, **form.cleaned_data, by=request.user, now=timezone.now()
            )
        except actions.NoSuchMatter:
            form.add_error(
                "number", _("There is no incident of this number that you may open this way")
            )
        else:
            messages.success(request, _("Open to you for one hour. Others have been told."))
            return redirect("incidents:show_incident", pk=incident.pk)
    return TemplateResponse(request, "incidents/break_glass.html", {"form": form})
