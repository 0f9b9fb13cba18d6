"""
What is to be mended about an account, in a sentence each, with what to do.

A file of its own because the list, the account's page, Today, the export and the yearly reminder
say the same; it decides nothing and writes nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from footprint.registers.official_accounts.models import (
    FEWEST_KEEPERS,
    Duty,
    DutyKind,
    OfficialAccount,
    State,
)

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Finding:
    """
    One thing to mend.

    Args:
        key: for tests and for links; never shown.
    """

    key: str
    sentence: str
    what_to_do: str


def findings_about(account: OfficialAccount, duties: Iterable[Duty], *, on: date) -> list[Finding]:
    """
    Everything to mend about one account on a day; nothing about a closed one.

    Args:
        duties: its current ones, each with its person.
    """
    if account.state == State.CLOSED:
        return []
    named = list(duties)
    found = [*_about_people(account, named, on), *_about_words(account)]
    if account.is_social:
        found += _about_signing_in(account)
    if account.is_live:
        found += _about_review(account, on)
    return found


def _about_people(account: OfficialAccount, named: list[Duty], on: date) -> Iterator[Finding]:
    for duty in named:
        if not duty.person.is_here(on):
            yield Finding(
                "left",
                _("%(name)s is named here and has left.") % {"name": duty.person.name},
                _("Remove their access, change the recovery address, and name somebody new."),
            )
    keepers = {d.person_id for d in named if d.kind == DutyKind.KEEPER and d.person.is_here(on)}
    if account.is_social and len(keepers) < FEWEST_KEEPERS:
        yield Finding(
            "keepers",
            _("Nobody keeps it.") if not keepers else _("Only one person keeps it."),
            _("Name two keepers: when one is away or leaves, the school must still get in."),
        )
    if not account.is_social and not keepers and not account.monitored_by:
        yield Finding("monitor", _("Nobody is named who monitors it."), _("Name who does."))
    approvers = [d for d in named if d.kind == DutyKind.APPROVER and d.person.is_here(on)]
    if account.is_social and not approvers:
        yield Finding(
            "approver",
            _("Nobody is named who approves what goes out."),
            _("Name one to three approvers: until then nothing can be approved for it."),
        )


def _about_words(account: OfficialAccount) -> Iterator[Finding]:
    if not account.answers:
        yield Finding(
            "answers",
            _("Nobody has decided what is answered here."),
            _("Say it, so that the public page can tell parents."),
        )
    if account.is_social and not (account.handle or account.address):
        yield Finding(
            "handle",
            _("Its name and address are missing."),
            _("Enter its name or its address, so that people can tell it from a false one."),
        )


def _about_signing_in(account: OfficialAccount) -> Iterator[Finding]:
    if account.second_factor_on is None:
        yield Finding(
            "second_factor",
            _("Nobody has checked whether signing in needs a second step."),
            _("Look at the account's settings, and record a review."),
        )
    elif not account.second_factor_on:
        yield Finding(
            "second_factor",
            _("Signing in needs no second step: whoever has the password is in."),
            _("Switch two-step sign-in on for every keeper, and record a review."),
        )
    if account.recovery_checked_on is None:
        yield Finding(
            "recovery",
            _("Nobody has checked that the recovery address and phone are the school's own."),
            _("A recovery address of somebody who left lets them back in. Check it."),
        )


def _about_review(account: OfficialAccount, on: date) -> Iterator[Finding]:
    if account.reviewed_on is None:
        yield Finding("review", _("It was never reviewed."), _("Go through it once and record it."))
    elif on - account.reviewed_on > A_YEAR:
        yield Finding(
            "review",
            _("It was last reviewed more than a year ago."),
            _(
                "Go through it again and record it. Your policy does not say how often; we ask for "
                "it once a year."
            ),
        )
