"""My checks: two taps to record a look; a sighting goes on to where it is reported."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from footprint.listening.models import Mention
from footprint.rota import actions
from footprint.rota.actions.looking import answers_for
from footprint.rota.forms import CorrectionForm
from footprint.rota.models import Channel, Due, Look
from footprint.rota.views.finding import channel_for, listing_fact, reads_results, today
from footprint.rota.waiting import waiting_for
from footprint.rota.wording import result_in_words, rhythm_of
from footprint.rulebook.decisions.channel_check import CheckResult
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.CHECKS_READ)
def list_due(request: SignedInRequest) -> HttpResponse:
    """What this person is asked to look at now, made for a phone."""
    on = today()
    waiting = waiting_for(request.user, request.school_id, on=on)
    mine = [_shown(due) for due in waiting.mine]
    has_listing = any(due.channel.is_listing for due in waiting.mine)
    context = {
        "mine": mine,
        "escalated": waiting.escalated,
        "unlooked": waiting.unlooked,
        "unfinished": _unfinished(request),
        "listing_fact": listing_fact(request) if has_listing else None,
        "today": on,
    }
    return TemplateResponse(request, "rota/list_due.html", context)


@require_POST
@requires(Permission.CHECKS_READ)
def record_look(request: SignedInRequest, pk: int) -> HttpResponse:
    """Record what the pressed button says; something seen goes on to the report."""
    channel = channel_for(request, pk)
    result = _pressed(request)
    if result is None or result not in answers_for(channel):
        messages.warning(request, _("Press one of the buttons under the channel."))
        return redirect("rota:list_due")
    actions.record_look(channel=channel, result=result, by=request.user, now=timezone.now())
    if result is CheckResult.SIGHTING:
        return redirect(_report_of(channel))
    messages.success(
        request,
        _("Recorded for %(channel)s: %(result)s")
        % {"channel": channel.name, "result": result_in_words(result.value)},
    )
    if result is CheckResult.LISTING_WRONG:
        messages.warning(request, _("Tell whoever keeps the listing what is wrong with it."))
    return redirect("rota:list_due")


@requires(Permission.CHECKS_READ)
def correct_look(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put a look right by a further row; the wrong one stays."""
    seen = Look.objects.seen_by(request.user).of_school(request.school_id).for_list()
    readable = seen.readable_by(request.user, all_results=reads_results(request))
    look = get_object_or_404(readable, pk=pk)
    form = CorrectionForm(request.POST or None, answers=answers_for(look.channel))
    if form.is_valid():
        try:
            actions.correct_look(
                look=look,
                result=form.cleaned_data["result"],
                note=form.cleaned_data["note"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.CorrectedAlready:
            messages.info(request, _("It was put right before. Correct the newer entry."))
        else:
            messages.success(request, _("The correction was added"))
        return redirect("rota:show_channel", pk=look.channel_id)
    context = {"form": form, "look": look, "result": result_in_words(look.result)}
    return TemplateResponse(request, "rota/correct_look.html", context)


def _shown(due: Due) -> dict[str, object]:
    channel = due.channel
    return {
        "due": due,
        "channel": channel,
        "rhythm": rhythm_of(channel),
        "address": channel.address or (channel.account.address if channel.account else ""),
    }


def _pressed(request: SignedInRequest) -> CheckResult | None:
    pressed = request.POST.get("result", "")
    return CheckResult(pressed) if pressed in set(CheckResult) else None


def _report_of(channel: Channel) -> str:
    """The page that asks what was seen, with the place filled in."""
    query = urlencode({"platform": channel.platform, "where": channel.name})
    return f"{reverse('listening:report_sighting')}?{query}"


def _unfinished(request: SignedInRequest) -> list[dict[str, object]]:
    """Sightings of today that this person said they had, and has not yet told of."""
    mine = Look.objects.seen_by(request.user).of_school(request.school_id).by_user(request.user)
    reported = Mention.objects.sighted_by(request.user)
    last = reported.order_by("-found_at").first()
    return [
        {"look": look, "url": _report_of(look.channel)}
        for look in mine.sightings().standing().since(today()).for_list()
        if last is None or last.found_at < look.at
    ]
