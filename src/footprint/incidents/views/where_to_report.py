"""Something may be against the law: plain questions, and where to report it. Nothing is kept."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.guidance.at_school import fact_for
from footprint.incidents.forms.where_to_report import SeenForm
from footprint.rulebook.decisions.where_to_report import NOT_A_VERDICT, direct
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.SIGHTINGS_WRITE)
def ask_where_to_report(request: SignedInRequest) -> HttpResponse:
    """For everybody who works here; the routes are dated facts, with the school's own values."""
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    form = SeenForm(request.POST or None)
    found = direct(form.cleaned_data["seen"]) if form.is_valid() else direct([])
    today = timezone.localdate()
    rows = [
        (row, [fact for key in row.routes if (fact := fact_for(school=school, key=key, on=today))])
        for row in found.rows
    ]
    context = {
        "form": form,
        "rows": rows,
        "tell_lead": found.tell_lead,
        "not_a_verdict": NOT_A_VERDICT,
    }
    return TemplateResponse(request, "incidents/where_to_report.html", context)
