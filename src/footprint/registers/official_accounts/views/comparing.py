"""The register beside the policy: fill the one from the other, and see where they differ."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from footprint.policies.models import PolicyVersion
from footprint.registers.official_accounts import actions
from footprint.registers.official_accounts.against_policy import differences, suggestions
from footprint.registers.official_accounts.forms import PolicyForm
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.registers.official_accounts.views.finding import (
    staff_of,
    the_school,
    today,
    version_in_force,
)
from footprint.users.access import SignedInRequest, requires
from footprint.users.permissions import Permission


@requires(Permission.ACCOUNTS_CHANGE)
def compare_policy(request: SignedInRequest) -> HttpResponse:
    """What the policy names and the register lacks, to be ticked; and where the two differ."""
    version = version_in_force(request)
    form = _form(request, version) if version else None
    if form is not None and form.is_valid():
        if _take(request, form):
            return redirect("official_accounts:list_accounts")
        messages.warning(request, _("Tick what you want to put into the register."))
    accounts = _accounts(request)
    context = {
        "version": version,
        "form": form,
        "rows": form.rows() if form else [],
        "differences": differences(version.policy, accounts, on=today()) if version else [],
    }
    return TemplateResponse(request, "official_accounts/compare_policy.html", context)


def _accounts(request: SignedInRequest) -> list[OfficialAccount]:
    seen = OfficialAccount.objects.seen_by(request.user).of_school(request.school_id)
    return list(seen.with_people())


def _form(request: SignedInRequest, version: PolicyVersion) -> PolicyForm:
    staff = staff_of(request)
    offered = suggestions(version.policy, _accounts(request), staff)
    return PolicyForm(request.POST or None, suggestions=offered, staff=staff)


def _take(request: SignedInRequest, form: PolicyForm) -> bool:
    """False when nothing was ticked."""
    taken = [actions.Taken(each.named, people) for each, people in form.taken()]
    if not taken:
        return False
    added = actions.take_from_policy(
        school=the_school(request),
        taken=taken,
        on=today(),
        by=request.user,
        now=timezone.now(),
    )
    words = ngettext(
        "%(count)s account proposed. The head approves it.",
        "%(count)s accounts proposed. The head approves them.",
        len(added),
    )
    messages.success(request, words % {"count": len(added)})
    return True
