"""Every write of this room: declaring, deciding, reviewing and ending a link; attempts."""

from footprint.registers.connection_exceptions.actions.attempting import (
    AlreadySettled,
    Attempt,
    NobodyMaySee,
    note_reading,
    pass_to_incident,
    remind_of_attempt,
    report_attempt,
    settle_attempt,
)
from footprint.registers.connection_exceptions.actions.deciding import (
    AlreadyDecided,
    NotTheirs,
    Terms,
    TheirOwn,
    allow,
    change_end,
    place_again,
    refuse,
)
from footprint.registers.connection_exceptions.actions.declaring import (
    AlreadyDeclared,
    Declaration,
    WithThemselves,
    declare,
    declare_by_link,
)
from footprint.registers.connection_exceptions.actions.ending import AlreadyEnded, end
from footprint.registers.connection_exceptions.actions.reviewing import (
    confirm,
    remind_of_end,
    remind_of_review,
)

__all__ = [
    "AlreadyDecided",
    "AlreadyDeclared",
    "AlreadyEnded",
    "AlreadySettled",
    "Attempt",
    "Declaration",
    "NobodyMaySee",
    "NotTheirs",
    "Terms",
    "TheirOwn",
    "WithThemselves",
    "allow",
    "change_end",
    "confirm",
    "declare",
    "declare_by_link",
    "end",
    "note_reading",
    "pass_to_incident",
    "place_again",
    "refuse",
    "remind_of_attempt",
    "remind_of_end",
    "remind_of_review",
    "report_attempt",
    "settle_attempt",
]
