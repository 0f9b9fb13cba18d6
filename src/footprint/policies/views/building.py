"""Write a policy clause by clause, or fill the gaps of the one in force."""

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.policies import actions
from footprint.policies.choices import GUIDES, Guide
from footprint.policies.forms import ClauseForm
from footprint.policies.models import ClauseReview, PolicyVersion
from footprint.policies.presenting import progress, shown_policy, shown_reviews
from footprint.policies.views.finding import on_draft, versions_for
from footprint.policies.views.reviewing import decided, find_review, was_saved
from footprint.rulebook.policy import Clause, Value, clause_from_json
from footprint.rulebook.terms import ClauseName, Stated
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_DRAFT)
def build_policy(request: SignedInRequest) -> HttpResponse:
    """What will be asked; a button begins."""
    if request.method == "POST":
        return _start(request)
    seen = versions_for(request)
    in_force = seen.in_force(school_id=request.school_id, on=timezone.localdate())
    shown = shown_policy(in_force.policy) if in_force else []
    context = {
        "in_force": in_force,
        "open_draft": seen.drafts().built().first(),
        "gaps": [clause for clause in shown if not clause.is_stated],
        "total": len(ClauseName),
    }
    return TemplateResponse(request, "policies/build_policy.html", context)


def _start(request: SignedInRequest) -> HttpResponse:
    school = School.objects.get(pk=request.school_id)
    try:
        version = actions.start_building(school=school, by=request.user, now=timezone.now())
    except actions.AlreadyUnderReview as error:
        messages.info(request, _("There is one already. Go on here."))
        version = error.version
    waiting = version.reviews.waiting_after(-1)
    if waiting is None:
        return redirect("policies:review_version", pk=version.pk)
    return redirect("policies:build_clause", pk=version.pk, name=waiting.name)


@requires(Permission.POLICIES_DRAFT)
@on_draft
def build_clause(request: SignedInRequest, version: PolicyVersion, name: str) -> HttpResponse:
    """One clause: what it means, what schools choose and why, and the fields."""
    if not version.is_built:
        raise Http404(name)
    review = find_review(version, name)
    clause_name = ClauseName(review.name)
    guide = GUIDES[clause_name]
    begun = _begun(review, guide, request.GET.get("like", ""))
    form = ClauseForm(request.POST or None, clause=begun, read=begun, whole=True)
    if form.is_valid():
        write = partial(actions.write_clause, review=review, values=form.values())
        try:
            return decided(request, review, write)
        except (actions.HalfARule, actions.DecidedMeanwhile) as error:
            form.add_error(None, str(error))
    return TemplateResponse(
        request,
        "policies/build_clause.html",
        {"form": form, "guide": guide, **_about(request, version, review)},
    )


def _begun(review: ClauseReview, guide: Guide, like: str) -> Clause:
    """What the fields hold at first: an option of the guide, or what is decided."""
    name = ClauseName(review.name)
    option = next((each for each in guide.options if each.key == like), None)
    if option is None:
        return clause_from_json(name, review.as_confirmed or review.as_read)
    values = {key: Value(value, None) for key, value in option.values.items()}
    return Clause(name, Stated.STATED, values)


def _about(
    request: SignedInRequest, version: PolicyVersion, review: ClauseReview
) -> dict[str, Any]:
    reviews = shown_reviews(version)
    return {
        "version": version,
        "shown": reviews[review.position],
        "position": review.position + 1,
        **progress(reviews),
        "saved": next((each for each in reviews if was_saved(request, each)), None),
        "like": request.GET.get("like", ""),
        "before": reviews[review.position - 1] if review.position else None,
        "after": reviews[review.position + 1] if review.position + 1 < len(reviews) else None,
    }
