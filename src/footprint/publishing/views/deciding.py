"""Submit, approve, send back, give up: one press each, with the reason where it is refused."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from footprint.publishing import actions
from footprint.publishing.forms import RevisionForm, SendBackForm
from footprint.publishing.views.drafting import own_draft
from footprint.publishing.views.listing import seen_draft
from footprint.publishing.views.showing import about
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

REFUSALS = (
    actions.ChangedMeanwhile,
    actions.MayNotApprove,
    actions.NoApprover,
    actions.NotNow,
    actions.NotYet,
    actions.OwnDraft,
)


@require_POST
@requires(Permission.PUBLISHING_DRAFT)
def submit_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask for approval."""
    draft = seen_draft(request, pk)

    def submit(revision: int) -> str:
        actions.submit_draft(draft=draft, revision=revision, by=request.user, now=timezone.now())
        return _("Submitted. The approvers have been told.")

    return _pressed(request, pk, submit)


@require_POST
@requires(Permission.PUBLISHING_APPROVE)
def approve_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say yes for every place that names this person."""
    draft = seen_draft(request, pk)

    def approve(revision: int) -> str:
        places = actions.approve_draft(
            draft=draft, revision=revision, by=request.user, now=timezone.now()
        )
        return _("Approved for: %s") % ", ".join(place.label for place in places)

    return _pressed(request, pk, approve)


def _pressed(request: SignedInRequest, pk: int, act: Callable[[int], str]) -> HttpResponse:
    form = RevisionForm(request.POST)
    if form.is_valid():
        try:
            messages.success(request, act(form.cleaned_data["revision"]))
        except REFUSALS as error:
            messages.warning(request, str(error))
    return redirect("publishing:show_draft", pk=pk)


@requires(Permission.PUBLISHING_APPROVE)
def send_back_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """Back to the author, with a reason."""
    draft = seen_draft(request, pk)
    form = SendBackForm(request.POST or None, initial={"revision": draft.revision})
    if form.is_valid():
        try:
            actions.send_back(
                draft=draft,
                reason=form.cleaned_data["reason"],
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Sent back. The author has been told."))
            return redirect("publishing:show_draft", pk=pk)
    context = {**about(request, draft), "form": form}
    return TemplateResponse(request, "publishing/send_back.html", context)


@requires(Permission.PUBLISHING_DRAFT)
def give_up_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """The author wants it no more."""
    draft = own_draft(request, pk)
    form = RevisionForm(request.POST or None, initial={"revision": draft.revision})
    if form.is_valid():
        try:
            actions.give_up(
                draft=draft,
                revision=form.cleaned_data["revision"],
                by=request.user,
                now=timezone.now(),
            )
        except REFUSALS as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Given up. Its pictures are deleted."))
            return redirect("publishing:list_drafts")
    context = {
        "question": _("Give this draft up?"),
        "consequence": _("Its pictures are deleted at once. The words stay in your list."),
        "form": form,
        "button": _("Give it up"),
        "warning": True,
        "cancel_url": reverse("publishing:show_draft", args=[pk]),
    }
    return TemplateResponse(request, "design/confirm.html", context)
