"""Read the adopted policy, and find the versions."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.policies.inpost import not_in_post
from footprint.policies.models import PolicyVersion, TrustPolicy
from footprint.policies.presenting import shown_policy
from footprint.policies.rechecking import recheck
from footprint.policies.trusts import own_names
from footprint.policies.views.finding import kept_for, versions_for
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
    policy = version.policy if version else None
    shown = shown_policy(policy) if policy else []
    drafts = may(request.user, Permission.POLICIES_DRAFT, request.school_id)
    adopts = may(request.user, Permission.POLICIES_ADOPT, request.school_id)
    trust_policy = _trust_policy(version) if version else None
    asked = version if in_force and (drafts or adopts) else None
    context = {
        "version": version,
        "trust_policy": trust_policy,
        "ours": own_names(policy, trust_policy) if policy else (),
        "gone": not_in_post(asked, on=timezone.localdate()) if asked else (),
        "in_force": in_force,
        "dated": recheck(version, on=timezone.localdate()) if version and in_force else (),
        "stated": [clause for clause in shown if clause.is_stated],
        "silent": [clause for clause in shown if not clause.is_stated],
        "may_draft": drafts,
        "may_adopt": adopts,
        "may_override": may(request.user, Permission.GUIDANCE_CHANGE, request.school_id),
        "may_trust": may(request.user, Permission.TRUST_POLICIES, request.school_id),
    }
    return TemplateResponse(request, "policies/show_policy.html", context)


def _trust_policy(version: PolicyVersion) -> TrustPolicy | None:
    """What the version was proposed from, else the trust's policy today."""
    return version.trust_policy or TrustPolicy.objects.latest_of(version.school.trust_id)


@requires(Permission.POLICIES_READ)
def list_versions(request: SignedInRequest) -> HttpResponse:
    """Adopted versions, newest first; drafts for those who work on them."""
    seen = versions_for(request).for_list()
    adopted, drafts = list(seen.adopted()), list(seen.drafts().with_progress())
    context = {
        "adopted": adopted,
        "drafts": drafts,
        "kept": kept_for(request),
        "may_compare": len(adopted) + len(drafts) > 1,
        "may_draft": may(request.user, Permission.POLICIES_DRAFT, request.school_id),
        "may_adopt": may(request.user, Permission.POLICIES_ADOPT, request.school_id),
    }
    return TemplateResponse(request, "policies/list_versions.html", context)
