"""The list of drafts, by where they stand; and the same as a file."""

from collections.abc import Iterator

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.design.exports import Cell, as_response
from footprint.publishing.clocks import draft_clock
from footprint.publishing.models import Draft, DraftQuerySet, State
from footprint.publishing.waiting import waiting_for
from footprint.schools.models import School
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

PAGE = 25
SHOWS = ("open", "waiting", "approved", "out", "ended", "all")


@requires(Permission.PUBLISHING_DRAFT)
def list_drafts(request: SignedInRequest) -> HttpResponse:
    """What waits for this person first; then every draft that they may see."""
    school, today = school_of(request), timezone.localdate()
    show = request.GET.get("show", "open")
    show = show if show in SHOWS else "open"
    words = request.GET.get("words", "")[:100]
    page = Paginator(_found(request, show, words).for_list(), PAGE).get_page(
        request.GET.get("page")
    )
    seen = _seen(request)
    context = {
        "page": page,
        "show": show,
        "words": words,
        "kept_choices": {"show": show},
        "waiting": waiting_for(request.user, school.pk, on=today),
        "anything": seen.exists(),
        "clock": draft_clock(school, today).reason.sentence,
        "may_approve": may(request.user, Permission.PUBLISHING_APPROVE, school.pk),
        "newer_url": _url(request, page.number - 1) if page.has_previous() else "",
        "older_url": _url(request, page.number + 1) if page.has_next() else "",
    }
    return TemplateResponse(request, "publishing/list_drafts.html", context)


@requires(Permission.PUBLISHING_DRAFT)
def export_drafts(request: SignedInRequest, form: str) -> HttpResponse:
    """The drafts that this person may see, with where they went."""
    return as_response(
        name=f"drafts {timezone.localdate().isoformat()}",
        columns=[
            _("About"),
            _("Written by"),
            _("State"),
            _("Last changed"),
            _("Place"),
            _("Went out on"),
            _("Address"),
            _("Taken down on"),
        ],
        rows=_rows(_seen(request).for_list()),
        form=form,
    )


def _rows(drafts: DraftQuerySet) -> Iterator[list[Cell]]:
    for draft in drafts:
        head: list[Cell] = [
            draft.title,
            draft.author.name,
            str(draft.get_state_display()),
            timezone.localdate(draft.changed_at),
        ]
        for place in draft.places.all():
            out = place.publication if place.is_out else None
            yield [
                *head,
                place.label,
                out.went_out_on if out else None,
                out.address if out else "",
                out.taken_down_on if out else None,
            ]


def school_of(request: SignedInRequest) -> School:
    return get_object_or_404(School.objects.seen_by(request.user), pk=request.school_id)


def seen_draft(request: SignedInRequest, pk: int) -> Draft:
    """
    Raises:
        Http404: there is none, or it is not for this person.
    """
    return get_object_or_404(_seen(request).whole(), pk=pk)


def _seen(request: SignedInRequest) -> DraftQuerySet:
    return Draft.objects.seen_by(request.user).of_school(request.school_id)


def _found(request: SignedInRequest, show: str, words: str) -> DraftQuerySet:
    seen = _seen(request)
    if words:
        seen = seen.with_words(words)
    return {
        "open": seen.alive(),
        "waiting": seen.in_state(State.WAITING),
        "approved": seen.in_state(State.APPROVED),
        "out": seen.in_state(State.OUT),
        "ended": seen.in_state(State.WITHDRAWN, State.EXPIRED),
        "all": seen,
    }[show]


def _url(request: SignedInRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
