"""Who keeps an account and who approves; and the yearly look at it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from footprint.registers.official_accounts import actions
from footprint.registers.official_accounts.forms import PeopleForm, ReviewForm
from footprint.registers.official_accounts.views.finding import account_for, staff_of, today
from footprint.registers.official_accounts.wording import name_of
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.ACCOUNTS_CHANGE)
def name_people(request: SignedInRequest, pk: int) -> HttpResponse:
    """Name keepers and approvers; those who go leave a task list."""
    account, staff = account_for(request, pk), staff_of(request)
    form = PeopleForm(request.POST or None, staff=staff, initial=PeopleForm.showing(account))
    if form.is_valid():
        try:
            actions.name_people(
                account=account,
                keepers=form.keepers(),
                approvers=form.approvers(),
                on=today(),
                by=request.user,
                now=timezone.now(),
            )
        except actions.NotOnTheStaff:
            form.add_error(None, _("One of them is not on the staff any more. Choose again."))
        else:
            messages.success(request, _("Saved who keeps the account and who approves"))
            return redirect("official_accounts:show_account", pk=pk)
    context = {"form": form, "account": account, "name": name_of(account), "staff": staff}
    return TemplateResponse(request, "official_accounts/name_people.html", context)


@requires(Permission.ACCOUNTS_CHANGE)
def review_account(request: SignedInRequest, pk: int) -> HttpResponse:
    """Go through an account with its settings open."""
    account = account_for(request, pk)
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        actions.review_account(
            account=account,
            findings=actions.Findings(**form.cleaned_data),
            on=today(),
            by=request.user,
            now=timezone.now(),
        )
        messages.success(request, _("The review was recorded"))
        return redirect("official_accounts:show_account", pk=pk)
    context = {"form": form, "account": account, "name": name_of(account)}
    return TemplateResponse(request, "official_accounts/review_account.html", context)
