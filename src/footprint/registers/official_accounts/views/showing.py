"""One account: what it is, who keeps it, what is to be mended, the policy's words, its history."""

from django.http import HttpResponse
from django.template.response import TemplateResponse

from footprint.registers.official_accounts.against_policy import differences, is_meant
from footprint.registers.official_accounts.findings import findings_about
from footprint.registers.official_accounts.forms import DecisionForm
from footprint.registers.official_accounts.models import DutyKind, OfficialAccount, Proposal
from footprint.registers.official_accounts.views.finding import (
    account_for,
    policy_in_force,
    today,
)
from footprint.registers.official_accounts.wording import answers_of, name_of, place_of
from footprint.rulebook.decisions.named_channels import Said, named_channels
from footprint.rulebook.policy import Policy
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission


@requires(Permission.ACCOUNTS_READ)
def show_account(request: SignedInRequest, pk: int) -> HttpResponse:
    """Everything about one account; recovery addresses only for those who look after them."""
    account, policy, on = account_for(request, pk), policy_in_force(request), today()
    duties, everyone = account.current_duties, account.duties.all()
    proposal = Proposal.objects.for_account(account).undecided().first()
    context = {
        "account": account,
        "name": name_of(account),
        "place": place_of(account),
        "answers": answers_of(account),
        "keepers": [duty for duty in duties if duty.kind == DutyKind.KEEPER],
        "approvers": [duty for duty in duties if duty.kind == DutyKind.APPROVER],
        "former": [duty for duty in everyone if duty.until],
        "findings": findings_about(account, duties, on=on),
        "said": _said(policy, account) if policy else [],
        "differences": _differences(policy, account) if policy else [],
        "proposal": proposal,
        "decision": DecisionForm() if proposal and _may_decide(request, proposal) else None,
        "decided": [each for each in Proposal.objects.for_account(account) if each.decided_at],
        "reviews": account.reviews.select_related("by"),
        "may_change": may(request.user, Permission.ACCOUNTS_CHANGE, request.school_id),
    }
    return TemplateResponse(request, "official_accounts/show_account.html", context)


def _may_decide(request: SignedInRequest, proposal: Proposal) -> bool:
    is_own = proposal.proposed_by_id == request.user.pk
    return not is_own and may(request.user, Permission.ACCOUNTS_APPROVE, request.school_id)


def _said(policy: Policy, account: OfficialAccount) -> list[Said]:
    named = [each for each in named_channels(policy) if is_meant(each, account)]
    return [said for each in named for said in each.cited]


def _differences(policy: Policy, account: OfficialAccount) -> list[object]:
    return [each for each in differences(policy, [account], on=today()) if each.account is not None]
