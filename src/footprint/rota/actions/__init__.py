"""Every write of the rota."""

from footprint.rota.actions.covering import (
    CoverNotAllowed,
    add_cover,
    withdraw_cover,
)
from footprint.rota.actions.escalating import escalate
from footprint.rota.actions.looking import (
    CorrectedAlready,
    NotThisChannel,
    correct_look,
    record_look,
)
from footprint.rota.actions.making import make_due
from footprint.rota.actions.planning import (
    ChannelDetails,
    NotOnTheStaff,
    OnTheRota,
    add_channel,
    end_channel,
    name_checkers,
    take_from_policy,
)

__all__ = [
    "ChannelDetails",
    "CorrectedAlready",
    "CoverNotAllowed",
    "NotOnTheStaff",
    "NotThisChannel",
    "OnTheRota",
    "add_channel",
    "add_cover",
    "correct_look",
    "end_channel",
    "escalate",
    "make_due",
    "name_checkers",
    "record_look",
    "take_from_policy",
    "withdraw_cover",
]
