"""Read the adopted policy, and find the versions."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.policies.models import PolicyVersion
from footprint.policies.presenting import shown_policy
from footprint.policies.views.finding import versions_for
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_READ)
def show_policy(request: SignedInRequest) -> HttpResponse:
    """The version in force today, in plain words, with the sentence behind each line."""
    return _policy_page(request, _in_force(request), in_force=True)


@requires(Permission.POLICIES_READ)
def show_version(request: SignedInRequest, pk: int) -> HttpResponse:
    """One adopted version, in force or not."""
    version = get_object_or_404(versions_for(request).adopted(), pk=pk)
    return _policy_page(request, version, in_force=version == _in_force(request))


def _in_force(request: SignedInRequest) -> PolicyVersion | None:
    return versions_for(request).in_force(school_id=request.school_id, on=timezone.localdate())


def _policy_page(
    request: SignedInRequest, version: PolicyVersion | None, *, in_force: bool
) -> HttpResponse:
    shown = shown_policy(version.policy) if version else []
    context = {
        "version": version,
        "in_force": in_force,
        "stated": [clause for clause in shown if clause.is_stated],
        "silent": [clause for clause in shown if not clause.is_stated],
        "may_draft": may(request.user, Permission.POLICIES_DRAFT, request.school_id),
        "may_adopt": may(request.user, Permission.POLICIES_ADOPT, request.school_id),
    }
    return TemplateResponse(request, "policies/show_policy.html", context)


@requires(Permission.POLICIES_READ)
def list_versions(request: SignedInRequest) -> HttpResponse:
    """Adopted versions, newest first; drafts for those who work on them."""
    seen = versions_for(request).for_list()
    context = {
        "adopted": seen.adopted(),
        "drafts": seen.drafts().with_progress(),
        "may_draft": may(request.user, Permission.POLICIES_DRAFT, request.school_id),
        "may_adopt": may(request.user, Permission.POLICIES_ADOPT, request.school_id),
    }
    return TemplateResponse(request, "policies/list_versions.html", context)
