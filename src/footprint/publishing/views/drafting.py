"""The words and places of a draft, and why something that was found stays."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.publishing import actions
from footprint.publishing.checking import check_of
from footprint.publishing.forms import DraftForm, KeepForm
from footprint.publishing.models import Draft
from footprint.publishing.places import places_at
from footprint.publishing.views.listing import school_of, seen_draft
from footprint.rulebook.decisions.publication import Change
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

REFUSALS = (actions.ChangedMeanwhile, actions.NotNow, actions.NotTheirs)


@requires(Permission.PUBLISHING_DRAFT)
def add_draft(request: SignedInRequest) -> HttpResponse:
    """Words and places first; pictures and people follow."""
    school = school_of(request)
    form = DraftForm(request.POST or None, places=places_at(school), initial={"revision": 1})
    if form.is_valid():
        draft = actions.make_draft(
            school=school,
            title=form.cleaned_data["title"],
            text=form.cleaned_data["text"],
            places=form.chosen(),
            by=request.user,
            now=timezone.now(),
        )
        return redirect("publishing:show_draft", pk=draft.pk)
    return TemplateResponse(request, "publishing/write_draft.html", {"form": form})


@requires(Permission.PUBLISHING_DRAFT)
def change_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """The same form again. Whatever was approved is approved no more."""
    draft = own_draft(request, pk)
    initial = {
        "revision": draft.revision,
        "title": draft.title,
        "text": draft.text,
        "places": [place.key for place in draft.places.all()],
    }
    form = DraftForm(request.POST or None, places=places_at(draft.school), initial=initial)
    if form.is_valid():
        try:
            actions.change_draft(
                draft=draft,
                title=form.cleaned_data["title"],
                text=form.cleaned_data["text"],
                places=form.chosen(),
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            return redirect("publishing:show_draft", pk=pk)
    context = {"form": form, "draft": draft}
    return TemplateResponse(request, "publishing/write_draft.html", context)


@requires(Permission.PUBLISHING_DRAFT)
def keep_finding(request: SignedInRequest, pk: int, finding: str) -> HttpResponse:
    """Say why something that the check found stays."""
    draft = own_draft(request, pk)
    change = _change(draft, finding)
    if change is None or change.finding is None:
        raise Http404("no such finding")
    form = KeepForm(request.POST or None, initial={"revision": draft.revision})
    if form.is_valid():
        try:
            actions.keep_finding(
                draft=draft,
                finding=change.finding.key,
                reason=form.cleaned_data["reason"],
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Kept. The approver reads your reason."))
            return redirect("publishing:show_draft", pk=pk)
    context = {"form": form, "draft": draft, "change": change}
    return TemplateResponse(request, "publishing/keep_finding.html", context)


def _change(draft: Draft, name: str) -> Change | None:
    check = check_of(draft, on=timezone.localdate())
    return next(
        (
            change
            for place in check.ruling.places
            for change in place.changes
            if change.may_be_kept and change.finding and change.finding.name == name
        ),
        None,
    )


def own_draft(request: SignedInRequest, pk: int) -> Draft:
    """
    Raises:
        Http404: there is none, it is somebody else's, or it has ended.
    """
    draft = seen_draft(request, pk)
    if draft.author_id != request.user.pk or not draft.is_alive:
        raise Http404("not a draft of theirs")
    return draft
