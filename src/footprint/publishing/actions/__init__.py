"""Every write of publishing. Nothing here posts anything anywhere."""

from footprint.publishing.actions.approving import (
    MayNotApprove,
    NoApprover,
    NotYet,
    OwnDraft,
    approve_draft,
    expire,
    give_up,
    places_for,
    send_back,
    submit_draft,
    warn_of_end,
)
from footprint.publishing.actions.drafting import (
    add_picture,
    change_draft,
    describe_picture,
    keep_finding,
    make_draft,
    picture_bytes,
    remove_picture,
    say_who,
)
from footprint.publishing.actions.offering import offer_accounts
from footprint.publishing.actions.periods import set_periods
from footprint.publishing.actions.putting_out import record_publication
from footprint.publishing.actions.taking import ChangedMeanwhile, NotNow, NotTheirs
from footprint.publishing.actions.taking_down import (
    AlreadyDone,
    ProofMissing,
    close_take_down,
    make_take_downs,
    remind_of_take_downs,
)

__all__ = [
    "AlreadyDone",
    "ChangedMeanwhile",
    "MayNotApprove",
    "NoApprover",
    "NotNow",
    "NotTheirs",
    "NotYet",
    "OwnDraft",
    "ProofMissing",
    "add_picture",
    "approve_draft",
    "change_draft",
    "close_take_down",
    "describe_picture",
    "expire",
    "give_up",
    "keep_finding",
    "make_draft",
    "make_take_downs",
    "offer_accounts",
    "picture_bytes",
    "places_for",
    "record_publication",
    "remind_of_take_downs",
    "remove_picture",
    "say_who",
    "send_back",
    "set_periods",
    "submit_draft",
    "warn_of_end",
]
