"""Every write of this room."""

from footprint.registers.lessons.actions.choosing import choose_years
from footprint.registers.lessons.actions.ending import AlreadyEnded
from footprint.registers.lessons.actions.offering import (
    OfferDetails,
    correct_offer,
    record_offer,
    withdraw_offer,
)
from footprint.registers.lessons.actions.teaching import (
    LessonDetails,
    NothingTaught,
    NotYet,
    correct_lesson,
    mark_taught,
    record_lesson,
    withdraw_lesson,
)
from footprint.registers.lessons.actions.telling import tell_of_term

__all__ = [
    "AlreadyEnded",
    "LessonDetails",
    "NotYet",
    "NothingTaught",
    "OfferDetails",
    "choose_years",
    "correct_lesson",
    "correct_offer",
    "mark_taught",
    "record_lesson",
    "record_offer",
    "tell_of_term",
    "withdraw_lesson",
    "withdraw_offer",
]
