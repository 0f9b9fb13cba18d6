"""Pages of the register of official accounts."""

from footprint.registers.official_accounts.views.comparing import compare_policy
from footprint.registers.official_accounts.views.listing import export_accounts, list_accounts
from footprint.registers.official_accounts.views.lookalikes import (
    add_lookalike,
    list_lookalikes,
    show_lookalike,
)
from footprint.registers.official_accounts.views.naming import name_people, review_account
from footprint.registers.official_accounts.views.opening import (
    add_account,
    approve_openings,
    change_account,
    close_account,
    decide_proposal,
)
from footprint.registers.official_accounts.views.papers import print_live_policy, show_live_policy
from footprint.registers.official_accounts.views.parting import (
    show_handover,
    sign_off_handover,
    take_step,
)
from footprint.registers.official_accounts.views.showing import show_account

__all__ = [
    "add_account",
    "add_lookalike",
    "approve_openings",
    "change_account",
    "close_account",
    "compare_policy",
    "decide_proposal",
    "export_accounts",
    "list_accounts",
    "list_lookalikes",
    "name_people",
    "print_live_policy",
    "review_account",
    "show_account",
    "show_handover",
    "show_live_policy",
    "show_lookalike",
    "sign_off_handover",
    "take_step",
]
