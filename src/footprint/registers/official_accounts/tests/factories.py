"""Invented official accounts, for tests of this room and of those above."""

from datetime import date
from itertools import count
from typing import Any

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.registers.official_accounts.models import (
    Duty,
    DutyKind,
    Lookalike,
    LookalikeKind,
    LookalikeState,
    OfficialAccount,
    State,
)
from footprint.rulebook.terms import AnswersMode, Audience, Platform
from tests.cast import NOW, Cast

_numbers = count(1)
TODAY = NOW.date()


def make_account(cast: Cast, **fields: Any) -> OfficialAccount:
    """An open account of Oakfield's on Instagram with nothing to complain of but its people."""
    given: dict[str, Any] = {
        "school": cast.oakfield,
        "platform": "" if fields.get("channel") else Platform.INSTAGRAM.value,
        "handle": f"@oakfieldprimary{next(_numbers)}",
        "purpose": "News and celebrations",
        "audience": "Families",
        "answers": AnswersMode.NEVER.value,
        "second_factor_on": True,
        "second_factor_checked_on": TODAY,
        "recovery_email": "office@oakfield.example",
        "recovery_checked_on": TODAY,
        "reviewed_on": TODAY,
        "state": State.OPEN,
        "added_at": NOW,
        "added_by": cast.office,
    }
    return OfficialAccount.objects.create(**(given | fields))


def make_keeper(account: OfficialAccount, person: Person | None = None, **fields: Any) -> Duty:
    """Somebody of the staff who keeps the account."""
    return _named(account, person, DutyKind.KEEPER, fields)


def make_approver(account: OfficialAccount, person: Person | None = None, **fields: Any) -> Duty:
    """Somebody of the staff who approves what goes out there."""
    return _named(account, person, DutyKind.APPROVER, fields)


def make_kept_account(cast: Cast, **fields: Any) -> OfficialAccount:
    """An account with two keepers and an approver: nothing to complain of."""
    account = make_account(cast, **fields)
    make_keeper(account)
    make_keeper(account)
    make_approver(account)
    return account


def make_lookalike(cast: Cast, **fields: Any) -> Lookalike:
    """A fan page, seen today, nothing done."""
    given: dict[str, Any] = {
        "school": cast.oakfield,
        "address": f"https://instagram.example/oakfield_fans_{next(_numbers)}",
        "name": "Oakfield fans",
        "platform": Platform.INSTAGRAM.value,
        "kind": LookalikeKind.FAN,
        "state": LookalikeState.SEEN,
        "seen_on": TODAY,
        "added_at": NOW,
        "added_by": cast.office,
    }
    return Lookalike.objects.create(**(given | fields))


def _named(
    account: OfficialAccount, person: Person | None, kind: DutyKind, fields: dict[str, Any]
) -> Duty:
    given: dict[str, Any] = {
        "since": date(2026, 9, 1),
        "named_by": account.added_by,
        "named_at": NOW,
    }
    staff = person or make_person(account.school, Audience.STAFF)
    return Duty.objects.create(account=account, person=staff, kind=kind, **(given | fields))
