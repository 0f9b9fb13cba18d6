"""The register as a list that filters as somebody types, and as a file."""

from collections.abc import Iterator
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from footprint.design.exports import Cell, as_response
from footprint.registers.official_accounts.against_policy import differences, suggestions
from footprint.registers.official_accounts.findings import findings_about
from footprint.registers.official_accounts.models import (
    DutyKind,
    OfficialAccount,
    OfficialAccountQuerySet,
)
from footprint.registers.official_accounts.views.finding import (
    policy_in_force,
    the_school,
    today,
)
from footprint.registers.official_accounts.waiting import waiting_for
from footprint.registers.official_accounts.wording import answers_of, name_of, place_of
from footprint.users.access import SignedInRequest, may, requires
from footprint.users.permissions import Permission

PAGE = 50


@requires(Permission.ACCOUNTS_READ)
def list_accounts(request: SignedInRequest) -> HttpResponse:
    """All accounts that are not closed, with what waits; the closed ones where asked for."""
    words, closed = request.GET.get("words", "").strip(), request.GET.get("closed") == "yes"
    rows = _rows(request, closed)
    pages = Paginator((rows.with_words(words) if words else rows).with_people(), PAGE)
    page = pages.get_page(request.GET.get("page"))
    on, may_change = today(), may(request.user, Permission.ACCOUNTS_CHANGE, request.school_id)
    context = {
        "rows": [_row(account, on) for account in page],
        "page": page,
        "newer_url": _url(page.previous_page_number(), words, closed)
        if page.has_previous()
        else "",
        "older_url": _url(page.next_page_number(), words, closed) if page.has_next() else "",
        "words": words,
        "closed": closed,
        "kept": {"closed": "yes"} if closed else {},
        "anything": rows.exists(),
        "waiting": waiting_for(request.user, request.school_id, on=on),
        "may_change": may_change,
        "beside_policy": _beside_policy(request) if may_change else None,
    }
    return TemplateResponse(request, "official_accounts/list_accounts.html", context)


@requires(Permission.ACCOUNTS_READ)
def export_accounts(request: SignedInRequest, form: str) -> HttpResponse:
    """The whole register, the closed accounts too; recovery addresses stay here."""
    columns = [
        _("Where"),
        _("Name"),
        _("Address"),
        _("Purpose"),
        _("Audience"),
        _("Answers"),
        _("Keepers"),
        _("Approvers"),
        _("Monitored by"),
        _("Second factor on"),
        _("Last reviewed"),
        _("State"),
        _("To be mended"),
    ]
    seen = OfficialAccount.objects.seen_by(request.user).of_school(request.school_id)
    name = f"{the_school(request).name} official accounts"
    return as_response(name=name, columns=columns, rows=_cells(seen.with_people()), form=form)


def _rows(request: SignedInRequest, closed: bool) -> OfficialAccountQuerySet:
    seen = OfficialAccount.objects.seen_by(request.user).of_school(request.school_id)
    return seen if closed else seen.not_closed()


def _row(account: OfficialAccount, on: date) -> dict[str, object]:
    return {
        "account": account,
        "name": name_of(account),
        "answers": answers_of(account),
        "keepers": _names(account, DutyKind.KEEPER),
        "findings": findings_about(account, account.current_duties, on=on),
    }


def _names(account: OfficialAccount, kind: DutyKind) -> str:
    return ", ".join(d.person.name for d in account.current_duties if d.kind == kind)


def _cells(accounts: OfficialAccountQuerySet) -> Iterator[list[Cell]]:
    on = today()
    for account in accounts:
        found = findings_about(account, account.current_duties, on=on)
        yield [
            place_of(account),
            account.handle,
            account.address,
            account.purpose,
            account.audience,
            answers_of(account),
            _names(account, DutyKind.KEEPER),
            _names(account, DutyKind.APPROVER),
            account.monitored_by,
            account.second_factor_on,
            account.reviewed_on,
            account.get_state_display(),
            " ".join(finding.sentence for finding in found),
        ]


def _beside_policy(request: SignedInRequest) -> dict[str, int] | None:
    """How many rows the policy offers, and in how many places the two differ."""
    policy = policy_in_force(request)
    if policy is None:
        return None
    seen = OfficialAccount.objects.seen_by(request.user).of_school(request.school_id)
    accounts = list(seen.with_people())
    return {
        "offered": len(suggestions(policy, accounts, [])),
        "different": len(differences(policy, accounts, on=today())),
    }


def _url(page: int, words: str, closed: bool) -> str:
    query = {"words": words, "closed": "yes" if closed else "", "page": page}
    return f"?{urlencode({name: value for name, value in query.items() if value})}"
