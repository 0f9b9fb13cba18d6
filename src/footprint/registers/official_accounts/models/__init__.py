"""
The school's own accounts and channels, who keeps them, and what only looks like one.

There is no field for a password, a key or a recovery code, and none may be added: what lets
somebody into an account belongs into a password manager.
"""

from footprint.registers.official_accounts.models.accounts import (
    LIVE,
    OfficialAccount,
    OfficialAccountQuerySet,
    State,
)
from footprint.registers.official_accounts.models.duties import (
    FEWEST_KEEPERS,
    MOST_APPROVERS,
    Duty,
    DutyKind,
    approvers_of,
    keepers_of,
)
from footprint.registers.official_accounts.models.handovers import (
    Handover,
    HandoverStep,
    Step,
    Why,
)
from footprint.registers.official_accounts.models.lookalikes import (
    Look,
    Lookalike,
    LookalikeKind,
    LookalikeState,
)
from footprint.registers.official_accounts.models.proposals import Proposal, Wish
from footprint.registers.official_accounts.models.reviews import Review

__all__ = [
    "FEWEST_KEEPERS",
    "LIVE",
    "MOST_APPROVERS",
    "Duty",
    "DutyKind",
    "Handover",
    "HandoverStep",
    "Look",
    "Lookalike",
    "LookalikeKind",
    "LookalikeState",
    "OfficialAccount",
    "OfficialAccountQuerySet",
    "Proposal",
    "Review",
    "State",
    "Step",
    "Why",
    "Wish",
    "approvers_of",
    "keepers_of",
]
