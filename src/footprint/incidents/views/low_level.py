"""Low-level concerns about adults: the head's own list, and telling of oneself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.guidance.at_school import fact_for
from footprint.incidents import actions
from footprint.incidents.actions.self_referring import refer_oneself
from footprint.incidents.forms.low_level import SelfReferralForm
from footprint.incidents.models import Incident
from footprint.incidents.patterns import about_the_same
from footprint.policies.models import PolicyVersion
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.LOW_LEVEL_READ)
def list_low_level(request: SignedInRequest) -> HttpResponse:
    """All of them, and beside each other those that name the same person."""
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    seen = Incident.objects.seen_by(request.user).of_school(request.school_id).low_level()
    concerns = list(seen.for_list())
    context = {
        "open": [each for each in concerns if not each.is_closed],
        "closed": [each for each in concerns if each.is_closed],
        "together": about_the_same(concerns),
        "fact": fact_for(school=school, key="law.low_level", on=timezone.localdate()),
    }
    return TemplateResponse(request, "incidents/list_low_level.html", context)


@requires(Permission.SIGHTINGS_WRITE)
def refer_myself(request: SignedInRequest) -> HttpResponse:
    """Tell the head of something that one did, or that could be misunderstood."""
    school = get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)
    form = SelfReferralForm(request.POST or None)
    if form.is_valid():
        now = timezone.now()
        policy = PolicyVersion.objects.in_force(school_id=school.pk, on=timezone.localdate(now))
        try:
            refer_oneself(
                school=school, policy_version=policy, **form.cleaned_data, by=request.user, now=now
            )
        except (actions.CannotSee, actions.NotTold) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Kept safely. Thank you for telling. You may be asked."))
            return redirect("home:today")
    return TemplateResponse(request, "incidents/refer_myself.html", {"form": form})
