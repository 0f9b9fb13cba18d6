"""Every write of the register of official accounts."""

from footprint.registers.official_accounts.actions.deciding import (
    NotToBeDecided,
    OwnProposal,
    approve_openings,
    decide,
    propose_closing,
)
from footprint.registers.official_accounts.actions.lookalikes import (
    KnownAlready,
    LookalikeDetails,
    add_lookalike,
    record_look,
)
from footprint.registers.official_accounts.actions.naming import (
    NotOnTheStaff,
    TooManyApprovers,
    name_people,
)
from footprint.registers.official_accounts.actions.parting import (
    StepNotAllowed,
    notice_leavers,
    sign_off,
    take_step,
)
from footprint.registers.official_accounts.actions.registering import (
    AccountChangedMeanwhile,
    AccountDetails,
    InTheRegister,
    change_account,
    propose_account,
)
from footprint.registers.official_accounts.actions.reviewing import Findings, review_account
from footprint.registers.official_accounts.actions.taking import Taken, take_from_policy
from footprint.registers.official_accounts.actions.telling import (
    tell_of_handovers,
    tell_of_reviews,
)

__all__ = [
    "AccountChangedMeanwhile",
    "AccountDetails",
    "Findings",
    "InTheRegister",
    "KnownAlready",
    "LookalikeDetails",
    "NotOnTheStaff",
    "NotToBeDecided",
    "OwnProposal",
    "StepNotAllowed",
    "Taken",
    "TooManyApprovers",
    "add_lookalike",
    "approve_openings",
    "change_account",
    "decide",
    "name_people",
    "notice_leavers",
    "propose_account",
    "propose_closing",
    "record_look",
    "review_account",
    "sign_off",
    "take_from_policy",
    "take_step",
    "tell_of_handovers",
    "tell_of_reviews",
]
