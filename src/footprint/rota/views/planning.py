"""Plan who looks at what: by hand, or from what the policy names."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from footprint.design.forms import Form
from footprint.registers.official_accounts.wording import name_of
from footprint.rota import actions
from footprint.rota.forms import ChannelForm, CheckersForm, PolicyForm
from footprint.rota.from_policy import offers
from footprint.rota.views.finding import (
    channel_for,
    channels_for,
    listing_fact,
    live_accounts_for,
    policy_in_force,
    staff_of,
    the_school,
    today,
)
from footprint.rulebook.terms import Platform
from footprint.schools.calendars import calendar_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.CHECKS_PLAN)
def add_channel(request: SignedInRequest) -> HttpResponse:
    """Put a channel on the rota."""
    staff = staff_of(request)
    form = ChannelForm(request.POST or None, staff=staff, accounts=live_accounts_for(request))
    if form.is_valid():
        school, on = the_school(request), today()
        try:
            channel = actions.add_channel(
                school=school,
                details=_details(form),
                calendar=calendar_of(school, around=on),
                on=on,
                by=request.user,
                now=timezone.now(),
            )
        except actions.OnTheRota:
            form.add_error("name", _("It is on the rota already"))
        except actions.NotOnTheStaff:
            form.add_error(None, _("One of them is not on the staff any more. Choose again."))
        else:
            messages.success(request, _("It is on the rota"))
            return redirect("rota:show_channel", pk=channel.pk)
    return TemplateResponse(request, "rota/add_channel.html", {"form": form, "staff": staff})


@requires(Permission.CHECKS_PLAN)
def name_checkers(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change who looks at a channel and who stands in."""
    channel, staff = channel_for(request, pk), staff_of(request)
    form = CheckersForm(request.POST or None, staff=staff, initial=CheckersForm.showing(channel))
    if form.is_valid():
        try:
            actions.name_checkers(
                channel=channel,
                people=form.people(),
                standin=form.cleaned_data["standin"],
                on=today(),
                by=request.user,
                now=timezone.now(),
            )
        except actions.NotOnTheStaff:
            form.add_error(None, _("One of them is not on the staff any more. Choose again."))
        else:
            messages.success(request, _("Saved who looks at it"))
            return redirect("rota:show_channel", pk=pk)
    context = {"form": form, "channel": channel}
    return TemplateResponse(request, "rota/name_checkers.html", context)


@requires(Permission.CHECKS_PLAN)
def end_channel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask once, then take it off the rota."""
    channel = channel_for(request, pk)
    if request.method == "POST":
        if actions.end_channel(channel=channel, on=today(), by=request.user, now=timezone.now()):
            messages.success(request, _("It is off the rota; what was looked at stays on record"))
        else:
            messages.info(request, _("Somebody else took it off before you."))
        return redirect("rota:list_channels")
    context = {
        "form": Form(),
        "question": _("Take %(name)s off the rota?") % {"name": channel.name},
        "consequence": _(
            "From today nothing is due there any more. Every look that was recorded stays. To look "
            "more or less often, take it off and put it on again with another rhythm."
        ),
        "button": _("Take it off"),
        "warning": True,
        "cancel_url": reverse("rota:show_channel", args=[pk]),
    }
    return TemplateResponse(request, "design/confirm.html", context)


@requires(Permission.CHECKS_PLAN)
def plan_from_policy(request: SignedInRequest) -> HttpResponse:
    """What the policy names and nobody looks at yet, to be ticked; how often, a person chooses."""
    policy, staff = policy_in_force(request), staff_of(request)
    channels = channels_for(request).going_on(today()).with_people()
    found = offers(policy, channels, live_accounts_for(request), staff) if policy else []
    form = PolicyForm(request.POST or None, offers=found, staff=staff)
    if form.is_valid():
        if form.taken():
            return _take(request, form)
        messages.warning(request, _("Tick what you want to put on the rota."))
    context = {
        "policy": policy,
        "form": form,
        "rows": form.rows(),
        "listing_fact": listing_fact(request),
    }
    return TemplateResponse(request, "rota/plan_from_policy.html", context)


def _take(request: SignedInRequest, form: PolicyForm) -> HttpResponse:
    school, on = the_school(request), today()
    added = actions.take_from_policy(
        school=school,
        chosen=[
            actions.ChannelDetails(
                name=name_of(offer.account) if offer.account else offer.named.name[:120],
                platform=offer.platform,
                every=every,
                weekday=weekday,
                people=people,
                account=offer.account,
            )
            for offer, people, every, weekday in form.taken()
        ],
        calendar=calendar_of(school, around=on),
        on=on,
        by=request.user,
        now=timezone.now(),
    )
    words = ngettext(
        "%(count)s channel is on the rota", "%(count)s channels are on the rota", len(added)
    )
    messages.success(request, words % {"count": len(added)})
    return redirect("rota:list_channels")


def _details(form: ChannelForm) -> actions.ChannelDetails:
    found: dict[str, Any] = form.cleaned_data
    account = found["account"]
    platform = found["platform"] or Platform.OTHER
    if account:
        platform = Platform(account.platform) if account.platform else Platform.OTHER
    return actions.ChannelDetails(
        name=found["name"] or name_of(account)[:120],
        platform=platform,
        every=found["every"],
        weekday=found["weekday"],
        people=form.people(),
        standin=found["standin"],
        address=found["address"],
        account=account,
    )
