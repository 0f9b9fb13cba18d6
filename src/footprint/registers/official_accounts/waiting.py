"""
What waits for one person in the register of official accounts.

A file of its own because Today, the page "Registers" and the register's own list show the same.
"""

from dataclasses import dataclass
from datetime import date

from footprint.registers.official_accounts.findings import Finding, findings_about
from footprint.registers.official_accounts.models import Handover, OfficialAccount, Proposal
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission


@dataclass(frozen=True)
class Waiting:
    """
    Rows that wait; each is empty for those who may do nothing about it.

    Args:
        proposals: openings and closings that this person may decide: never their own.
        handovers: task lists after somebody has left, not signed off.
        to_mend: accounts with what is to be mended about each.
    """

    proposals: list[Proposal]
    handovers: list[Handover]
    to_mend: list[tuple[OfficialAccount, list[Finding]]]

    @property
    def count(self) -> int:
        return len(self.proposals) + len(self.handovers) + len(self.to_mend)


def waiting_for(user: User, school_id: int, *, on: date) -> Waiting:
    """What this person can do something about at this school. Five queries at most."""
    approves = may(user, Permission.ACCOUNTS_APPROVE, school_id)
    changes = may(user, Permission.ACCOUNTS_CHANGE, school_id)
    proposals = Proposal.objects.of_school(school_id).undecided().not_by(user)
    handovers = Handover.objects.seen_by(user).of_school(school_id).open().for_list()
    return Waiting(
        proposals=list(proposals) if approves else [],
        handovers=list(handovers) if changes else [],
        to_mend=_to_mend(user, school_id, on) if changes else [],
    )


def _to_mend(user: User, school_id: int, on: date) -> list[tuple[OfficialAccount, list[Finding]]]:
    accounts = OfficialAccount.objects.seen_by(user).of_school(school_id).not_closed()
    found = (
        (account, findings_about(account, account.current_duties, on=on))
        for account in accounts.with_people()
    )
    return [(account, findings) for account, findings in found if findings]
