"""Every write of this room: receiving, answering, closing, telling, erasing."""

from footprint.concerns.actions.answering import add_answer, add_reporters_words, note_reading
from footprint.concerns.actions.closing import close, erase
from footprint.concerns.actions.opening import open_from_concern
from footprint.concerns.actions.receiving import (
    NobodyMayRead,
    Told,
    receive,
    report,
)
from footprint.concerns.actions.shutting_out import shut_out_people
from footprint.concerns.actions.taking import AlreadyClosed, NotTold
from footprint.concerns.actions.telling import tell_circle

__all__ = [
    "AlreadyClosed",
    "NobodyMayRead",
    "NotTold",
    "Told",
    "add_answer",
    "add_reporters_words",
    "close",
    "erase",
    "note_reading",
    "open_from_concern",
    "receive",
    "report",
    "shut_out_people",
    "tell_circle",
]
