"""The rota as a list, one channel with its record, and the record as a file."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from footprint.design.exports import Cell, as_response
from footprint.rota.actions.looking import answers_for
from footprint.rota.figures import figures_by_channel, figures_of
from footprint.rota.from_policy import offers, said_of
from footprint.rota.models import Look, LookQuerySet
from footprint.rota.views.finding import (
    channel_for,
    channels_for,
    listing_fact,
    live_accounts_for,
    policy_in_force,
    reads_results,
    the_school,
    today,
)
from footprint.rota.wording import RESULTS, result_in_words, rhythm_of
from footprint.rulebook.decisions.channel_check import CheckResult
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

PAGE = 50
PERIOD = timedelta(days=90)


@requires(Permission.CHECKS_READ)
def list_channels(request: SignedInRequest) -> HttpResponse:
    """Who looks at what and how often, with what was done in the last ninety days."""
    words, on = request.GET.get("words", "").strip(), today()
    going_on = channels_for(request).going_on(on)
    rows = (going_on.with_words(words) if words else going_on).with_people()
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    figures = figures_by_channel(request.school_id, first=on - PERIOD, last=on)
    may_plan = may(request.user, Permission.CHECKS_PLAN, request.school_id)
    context = {
        "rows": [
            {"channel": each, "rhythm": rhythm_of(each), "figures": figures.get(each.pk)}
            for each in page
        ],
        "page": page,
        "newer_url": _url(page.previous_page_number(), words) if page.has_previous() else "",
        "older_url": _url(page.next_page_number(), words) if page.has_next() else "",
        "words": words,
        "anything": bool(rows) or going_on.exists(),
        "figures": figures_of(request.school_id, first=on - PERIOD, last=on),
        "since": on - PERIOD,
        "may_plan": may_plan,
        "offered": _offered(request) if may_plan else 0,
    }
    return TemplateResponse(request, "rota/list_channels.html", context)


@requires(Permission.CHECKS_READ)
def show_channel(request: SignedInRequest, pk: int) -> HttpResponse:
    """One channel: who, how often, what the policy says, and every look."""
    channel, policy = channel_for(request, pk), policy_in_force(request)
    looks = Paginator(channel.looks.for_list(), PAGE).get_page(request.GET.get("page"))
    context = {
        "channel": channel,
        "rhythm": rhythm_of(channel),
        "said": said_of(policy, channel) if policy else [],
        "listing_fact": listing_fact(request) if channel.is_listing else None,
        "looks": [_shown(request, look) for look in looks],
        "page": looks,
        "newer_url": f"?page={looks.previous_page_number()}" if looks.has_previous() else "",
        "older_url": f"?page={looks.next_page_number()}" if looks.has_next() else "",
        "buttons": [
            (each.value, RESULTS[each]) for each in CheckResult if each in answers_for(channel)
        ],
        "former": [checker for checker in channel.checkers.all() if checker.until],
        "may_plan": may(request.user, Permission.CHECKS_PLAN, request.school_id),
        "ended": channel.ended_on is not None and channel.ended_on <= today(),
    }
    return TemplateResponse(request, "rota/show_channel.html", context)


@requires(Permission.CHECKS_READ)
def export_looks(request: SignedInRequest, form: str) -> HttpResponse:
    """The whole record: who looked at what, when, what they found, and what was put right."""
    looks = Look.objects.seen_by(request.user).of_school(request.school_id).for_list()
    return as_response(
        name=f"{the_school(request).name} checks",
        columns=[
            _("Entry"),
            _("Channel"),
            _("Due on"),
            _("Looked at"),
            _("By"),
            _("Result"),
            _("Puts right entry"),
            _("Note"),
        ],
        rows=_cells(request, looks),
        form=form,
    )


def _shown(request: SignedInRequest, look: Look) -> dict[str, object]:
    in_full = look.by_id == request.user.pk or reads_results(request)
    return {
        "look": look,
        "result": result_in_words(look.result, in_full=in_full),
        "in_full": in_full,
    }


def _cells(request: SignedInRequest, looks: LookQuerySet) -> Iterator[list[Cell]]:
    for look in looks:
        in_full = look.by_id == request.user.pk or reads_results(request)
        yield [
            look.pk,
            look.channel.name,
            look.due.due_on if look.due else None,
            date_format(timezone.localtime(look.at), "Y-m-d H:i"),
            look.by.name or look.by.username,
            result_in_words(look.result, in_full=in_full),
            look.corrects_id,
            look.note if in_full else "",
        ]


def _offered(request: SignedInRequest) -> int:
    policy = policy_in_force(request)
    if policy is None:
        return 0
    channels = channels_for(request).going_on(today()).with_people()
    return len(offers(policy, channels, live_accounts_for(request), []))


def _url(page: int, words: str) -> str:
    query = {"words": words} if words else {}
    return f"?{urlencode({**query, 'page': str(page)})}"
