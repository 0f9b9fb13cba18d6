"""Every write of the inbox: receiving, confirming, the safety questions, and what was decided."""

from footprint.inbox.actions.confirming import confirm
from footprint.inbox.actions.deciding import (
    NotOffered,
    leave,
    open_as_incident,
    pass_on,
    record_reply,
    reopen,
)
from footprint.inbox.actions.moving import move_to, shut_out
from footprint.inbox.actions.receiving import receive
from footprint.inbox.actions.safety import answer_safety
from footprint.inbox.actions.taking import (
    AlreadyDecided,
    ChangedMeanwhile,
    SafetyFirst,
    seal_item,
)
from footprint.incidents.actions import AlreadyOpen, CannotSee, NotTold

__all__ = [
    "AlreadyDecided",
    "AlreadyOpen",
    "CannotSee",
    "ChangedMeanwhile",
    "NotOffered",
    "NotTold",
    "SafetyFirst",
    "answer_safety",
    "confirm",
    "leave",
    "move_to",
    "open_as_incident",
    "pass_on",
    "receive",
    "record_reply",
    "reopen",
    "seal_item",
    "shut_out",
]
