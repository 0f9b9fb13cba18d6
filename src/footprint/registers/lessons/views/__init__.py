"""Pages of lessons and of what families were offered."""

from footprint.registers.lessons.views.listing import (
    choose_years,
    export_grid,
    export_lessons,
    list_lessons,
    list_recorded,
)
from footprint.registers.lessons.views.offering import (
    correct_offer,
    export_offers,
    list_offers,
    record_offer,
    show_offer,
    withdraw_offer,
)
from footprint.registers.lessons.views.recording import (
    correct_lesson,
    mark_taught,
    plan_lesson,
    record_lesson,
    show_lesson,
    withdraw_lesson,
)

__all__ = [
    "choose_years",
    "correct_lesson",
    "correct_offer",
    "export_grid",
    "export_lessons",
    "export_offers",
    "list_lessons",
    "list_offers",
    "list_recorded",
    "mark_taught",
    "plan_lesson",
    "record_lesson",
    "record_offer",
    "show_lesson",
    "show_offer",
    "withdraw_lesson",
    "withdraw_offer",
]
