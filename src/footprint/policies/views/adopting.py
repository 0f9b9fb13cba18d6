"""Record that the governing body adopted a version; or put a draft away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.policies import actions
from footprint.policies.comparing import compare
from footprint.policies.forms import AdoptForm
from footprint.policies.inpost import not_in_post
from footprint.policies.models import PolicyVersion
from footprint.policies.presenting import shown_policy
from footprint.policies.views.finding import kept_for, on_draft
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_ADOPT)
@on_draft
def adopt_version(request: SignedInRequest, version: PolicyVersion) -> HttpResponse:
    """What is adopted, in words, and the governing body's date and minute."""
    policy, today = version.reviewed, timezone.localdate()
    in_force = PolicyVersion.objects.in_force(school_id=version.school_id, on=today)
    gone = not_in_post(version, on=today)
    form = AdoptForm(
        request.POST or None,
        policy=policy,
        gone=gone,
        in_force=in_force.policy if in_force else None,
        today=today,
    )
    if form.is_valid():
        try:
            _adopt(request, version, form)
        except actions.CannotAdopt as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The policy is adopted. Everything now follows it."))
            return redirect("policies:show_policy")
    shown = shown_policy(policy)
    context = {
        "form": form,
        "version": version,
        "in_force": in_force,
        "gone": gone,
        "comparison": compare(in_force, version) if in_force else None,
        "kept": kept_for(request),
        "undecided": version.reviews.undecided().count(),
        "stated": [clause for clause in shown if clause.is_stated],
        "silent": [clause for clause in shown if not clause.is_stated],
        "may_draft": may(request.user, Permission.POLICIES_DRAFT, request.school_id),
    }
    return TemplateResponse(request, "policies/adopt_version.html", context)


def _adopt(request: SignedInRequest, version: PolicyVersion, form: AdoptForm) -> None:
    actions.adopt(
        version=version,
        adopted_on=form.cleaned_data["adopted_on"],
        minute=form.cleaned_data["minute"],
        review_on=form.cleaned_data["review_on"],
        given=form.given(),
        by=request.user,
        now=timezone.now(),
    )


@requires(Permission.POLICIES_DRAFT)
@on_draft
def set_aside_version(request: SignedInRequest, version: PolicyVersion) -> HttpResponse:
    """Ask, then put a draft away."""
    if request.method != "POST":
        context = {"version": version}
        return TemplateResponse(request, "policies/set_aside_version.html", context)
    try:
        actions.set_aside(version=version, by=request.user, now=timezone.now())
    except actions.CannotAdopt as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The draft is set aside"))
    return redirect("policies:list_versions")
