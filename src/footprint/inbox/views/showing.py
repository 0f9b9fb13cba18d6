"""One item: the post, what is suggested and why, what was decided, and what may be done."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from footprint.inbox.actions.deciding import opinion_of
from footprint.inbox.actions.receiving import NO_POLICY
from footprint.inbox.forms import RevisionForm
from footprint.inbox.models import Item
from footprint.inbox.wording import FLAGS, KINDS, MATTERS, PLATFORMS, QUESTIONS
from footprint.rulebook.decisions.reply import advise
from footprint.rulebook.terms import Act, Matter, Platform, Role
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import ROLE_WORDS, Permission


@requires(Permission.INBOX_READ)
def show_item(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything about one item."""
    item = seen_item(request, pk)
    context = {
        **about(item),
        "may_decide": may(request.user, Permission.INBOX_DECIDE, request.school_id),
    }
    return TemplateResponse(request, "inbox/show_item.html", context)


def seen_item(request: SignedInRequest, pk: int) -> Item:
    """The item, or "not found" for whoever may not see it."""
    seen = Item.objects.seen_by(request.user).of_school(request.school_id)
    related = ("mention", "mention__source", "school", "policy_version", "decided_by")
    return get_object_or_404(seen.select_related(*related), pk=pk)


def refuse(item: Item, form: RevisionForm, error: Exception) -> None:
    """Say in the form why nothing was saved, and show the item as it stands now."""
    item.refresh_from_db()
    form.refuse(str(error), revision=item.revision)


def about(item: Item) -> dict[str, Any]:
    """What every page on one item shows of it."""
    policy = item.policy_version.policy if item.policy_version else NO_POLICY
    opinion = opinion_of(item)
    platform = Platform(item.mention.platform)
    unsafe = any(item.safety.values())
    return {
        "item": item,
        "back_url": reverse("inbox:show_item", args=[item.pk]),
        "mention": item.mention,
        "platform": PLATFORMS[platform],
        "kind": KINDS[item.shown_kind],
        "flags": [FLAGS[flag] for flag in item.shown_flags],
        "suggested_kind": KINDS[item.suggested_kind],  # type: ignore[index]
        "suggested_flags": [FLAGS[flag] for flag in item.suggested_flags],
        "matter": MATTERS[Matter(item.matter)],
        "desk": ROLE_WORDS[Role(item.desk)],
        "advice": advise(policy=policy, platform=platform, kind=item.shown_kind),
        "opinion": opinion,
        "offers_incident": unsafe or Act.OPEN_INCIDENT in opinion.offered,
        "offers_praise": Act.PASS_ON_PRAISE in opinion.offered,
        "spotted": [reason for reason in item.reasons if reason.get("words")],
        "unsafe": unsafe,
        "safety_answers": [
            (words, item.safety.get(question.value)) for question, words in QUESTIONS.items()
        ],
    }
