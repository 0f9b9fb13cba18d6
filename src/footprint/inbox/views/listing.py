"""The list: newest first, filtered by plain facts, never ranked by a score."""

from datetime import datetime
from urllib.parse import urlencode

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from footprint.inbox.forms import FilterForm
from footprint.inbox.models import Item, ItemQuerySet
from footprint.users.access import SignedInRequest, requires, roles_of
from footprint.users.permissions import Permission

PAGE = 25


@requires(Permission.INBOX_READ)
def list_items(request: SignedInRequest) -> HttpResponse:
    """Items that this person may see, by the filter; the open ones unless they ask otherwise."""
    seen = Item.objects.seen_by(request.user).of_school(request.school_id)
    form = FilterForm(request.GET)
    form.is_valid()
    wanted = form.cleaned_data
    found = _filtered(seen, wanted, request)
    page, newer, older = _page(found, request.GET.get("before"), request.GET.get("after"))
    context = {
        "items": page,
        "filter": form,
        "filtered": any(wanted.get(name) for name in ("kind", "platform", "words")),
        "today": timezone.localdate(),
        "counts": {
            "open": seen.open().count(),
            "mine": seen.open().on_desks(_roles(request)).count(),
            "overdue": seen.overdue(timezone.localdate()).count(),
        },
        "state": wanted.get("state") or "open",
        "desk": wanted.get("desk") or "all",
        "newer_url": _url(request, "after", newer),
        "older_url": _url(request, "before", older),
        "anything": seen.exists(),
    }
    return TemplateResponse(request, "inbox/list_items.html", context)


def _roles(request: SignedInRequest) -> frozenset:  # type: ignore[type-arg]
    return roles_of(request.user).get(request.school_id, frozenset())


def _filtered(seen: ItemQuerySet, wanted: dict[str, str], request: SignedInRequest) -> ItemQuerySet:
    state = wanted.get("state") or "open"
    found = {"open": seen.open(), "decided": seen.decided_ones(), "all": seen}[state]
    if wanted.get("desk") == "mine":
        found = found.on_desks(_roles(request))
    if wanted.get("kind"):
        found = found.of_kind(wanted["kind"])
    if wanted.get("platform"):
        found = found.of_platform(wanted["platform"])
    if wanted.get("words"):
        found = found.with_words(wanted["words"])
    return found.for_list()


def _page(
    found: ItemQuerySet, before: str | None, after: str | None
) -> tuple[list[Item], Item | None, Item | None]:
    """One page by keyset: the items, and those to go newer and older from (or None)."""
    if mark := _mark(after):
        rows = list(found.newer_than(*mark).order_by("received_at", "pk")[: PAGE + 1])
        page = rows[:PAGE][::-1]
        return page, (page[0] if len(rows) > PAGE else None), (page[-1] if page else None)
    mark = _mark(before)
    rows = list((found.older_than(*mark) if mark else found)[: PAGE + 1])
    page = rows[:PAGE]
    return page, (page[0] if mark and page else None), (page[-1] if len(rows) > PAGE else None)


def _mark(value: str | None) -> tuple[datetime, int] | None:
    when, _, key = (value or "").rpartition("~")
    moment = parse_datetime(when) if key.isdigit() else None
    return (moment, int(key)) if moment and timezone.is_aware(moment) else None


def _url(request: SignedInRequest, direction: str, item: Item | None) -> str:
    if item is None:
        return ""
    query = {key: value for key, value in request.GET.items() if key not in ("before", "after")}
    query[direction] = f"{item.received_at.isoformat()}~{item.pk}"
    return f"?{urlencode(query)}"
