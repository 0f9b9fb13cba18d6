"""Propose an account, change it, propose to close it; decide about what somebody else proposed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from footprint.registers.official_accounts import actions
from footprint.registers.official_accounts.forms import (
    AccountForm,
    ClosingForm,
    DecisionForm,
    NewAccountForm,
)
from footprint.registers.official_accounts.models import Proposal
from footprint.registers.official_accounts.views.finding import account_for, the_school
from footprint.registers.official_accounts.wording import name_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.ACCOUNTS_CHANGE)
def add_account(request: SignedInRequest) -> HttpResponse:
    """Put an account into the register; somebody else approves it."""
    form = NewAccountForm(request.POST or None)
    if form.is_valid():
        try:
            account = actions.propose_account(
                school=the_school(request),
                details=_details(form.cleaned_data),
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.InTheRegister:
            form.add_error("handle", _known())
        else:
            messages.success(request, _("Proposed. Name who keeps it; the head approves it."))
            return redirect("official_accounts:name_people", pk=account.pk)
    return TemplateResponse(request, "official_accounts/add_account.html", {"form": form})


@requires(Permission.ACCOUNTS_CHANGE)
def change_account(request: SignedInRequest, pk: int) -> HttpResponse:
    """Change what is said of an account."""
    account = account_for(request, pk)
    form = AccountForm(request.POST or None, initial=AccountForm.showing(account))
    if form.is_valid():
        try:
            actions.change_account(
                account=account,
                details=_details(form.cleaned_data),
                revision=form.cleaned_data["revision"] or 0,
                by=request.user,
                now=timezone.now(),
            )
        except actions.InTheRegister:
            form.add_error("handle", _known())
        except actions.AccountChangedMeanwhile:
            form.add_error(
                None,
                _("Somebody else changed this account while you had it open. Look at it again."),
            )
        else:
            messages.success(request, _("The account was changed"))
            return redirect("official_accounts:show_account", pk=pk)
    context = {"form": form, "account": account, "name": name_of(account)}
    return TemplateResponse(request, "official_accounts/change_account.html", context)


@requires(Permission.ACCOUNTS_CHANGE)
def close_account(request: SignedInRequest, pk: int) -> HttpResponse:
    """Propose to close an account; it stays open until somebody else agrees."""
    account = account_for(request, pk)
    form = ClosingForm(request.POST or None)
    if form.is_valid():
        try:
            actions.propose_closing(
                account=account,
                reason=form.cleaned_data["reason"],
                by=request.user,
                now=timezone.now(),
            )
        except actions.NotToBeDecided:
            messages.info(request, _("It is not open, or somebody proposed to close it already."))
        else:
            messages.success(request, _("Proposed. It stays open until the head agrees."))
        return redirect("official_accounts:show_account", pk=pk)
    context = {"form": form, "account": account, "name": name_of(account)}
    return TemplateResponse(request, "official_accounts/close_account.html", context)


@require_POST
@requires(Permission.ACCOUNTS_APPROVE)
def decide_proposal(request: SignedInRequest, pk: int) -> HttpResponse:
    """Agree to what somebody else proposed, or turn it down."""
    account = account_for(request, pk)
    proposal = get_object_or_404(Proposal.objects.for_account(account).undecided())
    form = DecisionForm(request.POST)
    if form.is_valid():
        _decide(request, proposal, form)
    else:
        messages.warning(request, _("Press one of the two buttons."))
    return redirect("official_accounts:show_account", pk=pk)


def _decide(request: SignedInRequest, proposal: Proposal, form: DecisionForm) -> None:
    try:
        actions.decide(
            proposal=proposal,
            approve=form.cleaned_data["approve"] == "yes",
            answer=form.cleaned_data["answer"],
            by=request.user,
            now=timezone.now(),
        )
    except actions.OwnProposal:
        messages.warning(request, _("You proposed this yourself: somebody else has to decide."))
    except actions.NotToBeDecided:
        messages.info(request, _("Somebody else decided it before you."))
    else:
        messages.success(request, _("Your decision was recorded"))


@require_POST
@requires(Permission.ACCOUNTS_APPROVE)
def approve_openings(request: SignedInRequest) -> HttpResponse:
    """Agree to several openings at once, those that were ticked."""
    ticked = [int(pk) for pk in request.POST.getlist("proposal") if pk.isdigit()]
    waiting = Proposal.objects.of_school(request.school_id).undecided().with_keys(ticked)
    count = actions.approve_openings(proposals=waiting, by=request.user, now=timezone.now())
    if count:
        words = ngettext("%(count)s account is open", "%(count)s accounts are open", count)
        messages.success(request, words % {"count": count})
    else:
        messages.warning(request, _("Tick the accounts that you approve."))
    return redirect("official_accounts:list_accounts")


def _details(found: dict[str, Any]) -> actions.AccountDetails:
    what, _colon, which = found["where"].partition(":")
    names = (
        "handle",
        "address",
        "purpose",
        "audience",
        "answers",
        "enquiries_to",
        "monitored_by",
        "recovery_email",
        "recovery_phone",
    )
    return actions.AccountDetails(
        platform=which if what == "platform" else "",
        channel=which if what == "channel" else "",
        **{name: found[name] for name in names},
    )


def _known() -> str:
    return _("The register has an account of this name there. Look for it in the list.")
