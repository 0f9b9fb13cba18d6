"""Report a concern as staff: one short form; what was written is not read back."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.concerns import actions
from footprint.concerns.forms import StaffForm
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.SIGHTINGS_WRITE)
def report_concern(request: SignedInRequest) -> HttpResponse:
    """To the safeguarding lead, the head or the chair, by the safety questions."""
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    form = StaffForm(request.POST or None)
    if form.is_valid():
        try:
            _concern, ruling = actions.report(
                school=school, told=form.told(), by=request.user, now=timezone.now()
            )
        except actions.NobodyMayRead:
            return TemplateResponse(request, "concerns/staff_not_kept.html", {})
        return TemplateResponse(request, "concerns/reported.html", {"ruling": ruling})
    return TemplateResponse(request, "concerns/report_concern.html", {"form": form})
