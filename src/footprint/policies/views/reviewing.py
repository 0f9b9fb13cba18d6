"""The review: the findings, every clause, and one decision after another."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from footprint.policies import actions
from footprint.policies.forms import ClauseForm
from footprint.policies.inpost import not_in_post
from footprint.policies.models import ClauseReview, PolicyVersion
from footprint.policies.presenting import (
    MarkedBlock,
    ShownReview,
    excerpt,
    findings_about,
    marked_blocks,
    progress,
    shown_reviews,
)
from footprint.policies.rechecking import findings_now
from footprint.policies.trusts import own_clause, own_names, same_as_ours
from footprint.policies.views.finding import on_draft
from footprint.rulebook.policy import clause_from_json
from footprint.rulebook.terms import ClauseName
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.POLICIES_DRAFT)
@on_draft
def review_version(request: SignedInRequest, version: PolicyVersion) -> HttpResponse:
    """Findings first, then every clause with its decision, and how much is left."""
    reviews = shown_reviews(version)
    context = {
        "version": version,
        "notes": version.document.content["document"]["notes"] if version.document else [],
        "findings": findings_now(version, on=timezone.localdate()),
        "gone": not_in_post(version, on=timezone.localdate()),
        "reviews": reviews,
        **progress(reviews),
        "same": _same(version),
        "ours": own_names(version.as_it_stands, version.trust_policy),
        "next": next((shown for shown in reviews if not shown.review.decision), None),
        "may_adopt": may(request.user, Permission.POLICIES_ADOPT, request.school_id),
    }
    return TemplateResponse(request, "policies/review_version.html", context)


def _same(version: PolicyVersion) -> frozenset[ClauseName]:
    """Of a proposal: what it says as the school does, and nobody has decided on yet."""
    if version.trust_policy is None:
        return frozenset()
    waiting = {ClauseName(review.name) for review in version.reviews.undecided()}
    return same_as_ours(version, on=timezone.localdate()) & waiting


@require_POST
@requires(Permission.POLICIES_DRAFT)
@on_draft
def confirm_same_clauses(request: SignedInRequest, version: PolicyVersion) -> HttpResponse:
    """All clauses at once in which the trust says what the school says already."""
    if version.trust_policy is None:
        raise Http404(version.pk)
    try:
        count = actions.confirm_same(version=version, by=request.user, now=timezone.now())
    except (actions.AlreadyAdopted, actions.DecidedMeanwhile) as error:
        messages.error(request, str(error))
    else:
        sentence = ngettext(
            "%(count)s clause is confirmed", "%(count)s clauses are confirmed", count
        )
        messages.success(request, sentence % {"count": count})
    return redirect("policies:review_version", pk=version.pk)


@requires(Permission.POLICIES_DRAFT)
@on_draft
def review_clause(request: SignedInRequest, version: PolicyVersion, name: str) -> HttpResponse:
    """The document beside the clause: confirm it, correct it, or say that it is not there."""
    review = find_review(version, name)
    if version.is_built:
        page = reverse("policies:build_clause", args=[version.pk, name])
        return redirect(f"{page}?{request.GET.urlencode()}")
    form = _clause_form(request, review)
    if form.is_valid():
        correct = partial(actions.correct, review=review, values=form.values())
        try:
            return decided(request, review, correct)
        except actions.DecidedMeanwhile as error:
            form.add_error(None, str(error))
    return _clause_page(request, version, review, form)


def _clause_form(request: SignedInRequest, review: ClauseReview) -> ClauseForm:
    name = ClauseName(review.name)
    return ClauseForm(
        request.POST or None,
        clause=clause_from_json(name, review.as_confirmed or review.as_read),
        read=clause_from_json(name, review.as_read),
    )


def _clause_page(
    request: SignedInRequest, version: PolicyVersion, review: ClauseReview, form: ClauseForm
) -> HttpResponse:
    reviews = shown_reviews(version)
    shown = reviews[review.position]
    context = {
        "shown": shown,
        "version": version,
        "form": form,
        "findings": findings_about(findings_now(version, on=timezone.localdate()), shown.read),
        "excerpt": _excerpt(version, shown),
        "own": own_clause(version, shown.read.name, on=timezone.localdate()),
        "position": review.position + 1,
        **progress(reviews),
        "saved": next((each for each in reviews if was_saved(request, each)), None),
        "before": reviews[review.position - 1] if review.position else None,
        "after": reviews[review.position + 1] if review.position + 1 < len(reviews) else None,
    }
    return TemplateResponse(request, "policies/review_clause.html", context)


def _excerpt(version: PolicyVersion, shown: ShownReview) -> list[MarkedBlock]:
    if version.document is None:
        return []
    return excerpt(marked_blocks(version.document.content, shown.read.quotes))


def was_saved(request: SignedInRequest, shown: ShownReview) -> bool:
    """Whether this clause was decided on the page before."""
    return bool(shown.review.decision) and shown.review.name == request.GET.get("saved")


@requires(Permission.POLICIES_DRAFT)
@on_draft
def show_document(request: SignedInRequest, version: PolicyVersion, name: str) -> HttpResponse:
    """The whole document, with the sentences behind one clause marked."""
    review = find_review(version, name)
    if version.document is None:
        raise Http404(name)
    shown = shown_reviews(version)[review.position]
    blocks = marked_blocks(version.document.content, shown.read.quotes)
    context = {"version": version, "shown": shown, "blocks": blocks}
    return TemplateResponse(request, "policies/show_document.html", context)


@require_POST
@requires(Permission.POLICIES_DRAFT)
@on_draft
def confirm_clause(request: SignedInRequest, version: PolicyVersion, name: str) -> HttpResponse:
    """The clause was read rightly."""
    return _posted(request, find_review(version, name), actions.confirm_as_read)


@require_POST
@requires(Permission.POLICIES_DRAFT)
@on_draft
def deny_clause(request: SignedInRequest, version: PolicyVersion, name: str) -> HttpResponse:
    """Our policy does not say this."""
    return _posted(request, find_review(version, name), actions.not_in_policy)


@require_POST
@requires(Permission.POLICIES_DRAFT)
@on_draft
def keep_clause(request: SignedInRequest, version: PolicyVersion, name: str) -> HttpResponse:
    """Keep our own clause, whatever the trust proposes."""
    if version.trust_policy is None:
        raise Http404(name)
    return _posted(request, find_review(version, name), actions.keep_ours)


@require_POST
@requires(Permission.POLICIES_DRAFT)
@on_draft
def reopen_clause(request: SignedInRequest, version: PolicyVersion, name: str) -> HttpResponse:
    """Take a decision back, and stay with the clause."""
    review = find_review(version, name)
    _posted(request, review, actions.undo)
    return redirect("policies:review_clause", pk=version.pk, name=name)


def find_review(version: PolicyVersion, name: str) -> ClauseReview:
    """One clause under review; 404 for what is no clause."""
    if name not in set(ClauseName):
        raise Http404(name)
    return get_object_or_404(version.reviews.select_related("decided_by"), name=name)


def _posted(
    request: SignedInRequest, review: ClauseReview, decide: Callable[..., None]
) -> HttpResponse:
    """A decision by one button; whoever comes second sees the clause as it stands now."""
    try:
        return decided(request, review, partial(decide, review=review))
    except actions.DecidedMeanwhile as error:
        messages.error(request, str(error))
        return redirect("policies:review_clause", pk=review.version_id, name=review.name)


def decided(
    request: SignedInRequest, review: ClauseReview, decide: Callable[..., None]
) -> HttpResponse:
    """Write the decision, then lead to the next clause that waits."""
    try:
        decide(seen=_seen(request), by=request.user, now=timezone.now())
    except actions.AlreadyAdopted as error:
        messages.error(request, str(error))
        return redirect("policies:list_versions")
    waiting = review.version.reviews.waiting_after(review.position)
    if waiting is None:
        messages.success(request, _("Every clause is decided"))
        return redirect("policies:review_version", pk=review.version_id)
    page = reverse("policies:review_clause", args=[review.version_id, waiting.name])
    # A line on the next page, not a message: 26 banners that each take the focus are a nuisance.
    return redirect(f"{page}?{urlencode({'saved': review.name})}")


def _seen(request: SignedInRequest) -> datetime | None:
    """When the decision that the person looked at was taken; None where there was none."""
    try:
        return parse_datetime(request.POST.get("seen", ""))
    except ValueError:  # well formed, but no such day
        return None
