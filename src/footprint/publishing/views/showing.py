"""One draft: its check first, then what it is made of, then what can be done."""

from typing import Any

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from footprint.publishing import actions
from footprint.publishing.checking import check_of
from footprint.publishing.models import Draft, State
from footprint.publishing.places import approvers_at
from footprint.publishing.presenting import shown
from footprint.publishing.views.listing import seen_draft
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.PUBLISHING_DRAFT)
def show_draft(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go or not yet for each place, with what to change."""
    draft = seen_draft(request, pk)
    return TemplateResponse(request, "publishing/show_draft.html", about(request, draft))


def about(request: SignedInRequest, draft: Draft) -> dict[str, Any]:
    """What every page of a draft shows."""
    now, places = timezone.now(), draft.open_places
    on = timezone.localdate(now)
    check = check_of(draft, on=on, places=places) if draft.is_alive else None
    mine = draft.author_id == request.user.pk
    named = approvers_at(places, school_id=draft.school_id, but=draft.author, on=on)
    approved = {each.key: each for each in draft.approvals.all() if each.revision == draft.revision}
    waits = draft.state == State.WAITING
    to_approve = [] if mine else actions.places_for(draft, request.user, now)
    return {
        "draft": draft,
        "check": shown(draft, check, places) if check else None,
        "mine": mine,
        "may_change": mine and draft.is_alive,
        "may_submit": mine and draft.state in (State.WRITING, State.REJECTED),
        "to_approve": [each for each in to_approve if each.key not in approved] if waits else [],
        "may_send_back": bool(to_approve) and draft.state in (State.WAITING, State.APPROVED),
        "approvers": [(place, named[place.key], approved.get(place.key)) for place in places],
        "out": [place for place in draft.places.all() if place.is_out],
    }
