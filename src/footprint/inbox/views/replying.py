"""Pages of an answer in public: write it, approve it or send it back, say that it was posted."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.guidance.at_school import fact_for
from footprint.inbox import actions
from footprint.inbox.actions import replying
from footprint.inbox.actions.receiving import NO_POLICY
from footprint.inbox.answering import findings_in
from footprint.inbox.forms import DraftReplyForm, RevisionForm, SendBackForm
from footprint.inbox.models import Item, ReplyDraft
from footprint.inbox.views.showing import about, refuse, seen_item
from footprint.rulebook.decisions.anonymity import FACT, could_name_an_accused_teacher
from footprint.rulebook.decisions.reply_text import reason_for
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import Matter
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission

REFUSALS = (
    actions.AlreadyDecided,
    actions.ChangedMeanwhile,
    actions.NotOffered,
    actions.NotTold,
    actions.SafetyFirst,
    replying.NotYours,
)


@requires(Permission.INBOX_DECIDE)
def write_reply(request: SignedInRequest, pk: int) -> HttpResponse:
    """Write an answer in public; what is found in it is listed, with what to write instead."""
    item = seen_item(request, pk)
    draft = item.reply_drafts.standing().first()
    text = draft.text if draft else ""
    form = DraftReplyForm(request.POST or None, initial={"revision": item.revision, "text": text})
    if _done(request, item, form, replying.write_reply, item=item):
        return redirect("inbox:show_reply", pk=item.pk)
    written = str(form.data.get("text", "")) if form.is_bound else text
    return _page(request, "inbox/write_reply.html", item, form, written)


@requires(Permission.INBOX_DECIDE)
def show_reply(request: SignedInRequest, pk: int) -> HttpResponse:
    """The answer as it stands: to approve, for another person; or ready to be posted."""
    item = seen_item(request, pk)
    draft = _draft(item)
    form = RevisionForm(request.POST or None, initial={"revision": item.revision})
    act = replying.record_approved if draft.is_ready else replying.approve_reply
    if _done(request, item, form, act, draft=draft):
        return redirect("inbox:show_item" if draft.is_ready else "inbox:show_reply", pk=item.pk)
    is_mine = draft.written_by == request.user
    return _page(
        request, "inbox/show_reply.html", item, form, draft.text, draft=draft, is_mine=is_mine
    )


@requires(Permission.INBOX_DECIDE)
def send_back_reply(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say what should change."""
    item = seen_item(request, pk)
    draft = _draft(item)
    form = SendBackForm(request.POST or None, initial={"revision": item.revision})
    if _done(request, item, form, replying.send_back_reply, draft=draft):
        return redirect("inbox:show_item", pk=item.pk)
    return _page(request, "inbox/send_back_reply.html", item, form, draft.text, draft=draft)


def _draft(item: Item) -> ReplyDraft:
    draft = item.reply_drafts.standing().first()
    if draft is None:
        raise Http404("no answer")
    draft.item = item
    return draft


def _done(
    request: SignedInRequest,
    item: Item,
    form: RevisionForm,
    act: Callable[..., Any],
    /,  # an action takes an `item` of its own
    **target: object,
) -> bool:
    if not form.is_valid():
        return False
    try:
        act(**target, **form.cleaned_data, by=request.user, now=timezone.now())
    except REFUSALS as error:
        refuse(item, form, error)
        return False
    messages.success(request, _("Saved"))
    return True


def _page(
    request: SignedInRequest,
    template: str,
    item: Item,
    form: RevisionForm,
    text: str,
    **more: object,
) -> HttpResponse:
    today = timezone.localdate()
    shown = about(item)
    found = [
        (each, reason_for(_policy(item), each.problem))
        for each in findings_in(item.school, text, on=today)
    ]
    warned = could_name_an_accused_teacher(matter=Matter(item.matter), flags=item.shown_flags)
    fact = fact_for(school=item.school, key=FACT, on=today) if warned else None
    context = {**shown, "form": form, "found": found, "accused": fact, **more}
    return TemplateResponse(request, template, context)


def _policy(item: Item) -> Policy:
    return item.policy_version.policy if item.policy_version else NO_POLICY
