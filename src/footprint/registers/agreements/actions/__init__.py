"""Every write of this room."""

from footprint.registers.agreements.actions.answering import (
    NotOfThisAudience,
    Question,
    SignedBeforeItHeld,
    TextChangedMeanwhile,
    answer_by_link,
    answer_signed_in,
    correct_answer,
    end_for_leavers,
    find_question,
    record_answers,
)
from footprint.registers.agreements.actions.asking import (
    Links,
    ask,
    make_links,
    plan_reminders,
    remind,
    send_request,
)
from footprint.registers.agreements.actions.texts import (
    DayTooEarly,
    DraftChangedMeanwhile,
    ReasonMissing,
    discard_draft,
    put_in_use,
    save_draft,
    stop_using,
)

__all__ = [
    "DayTooEarly",
    "DraftChangedMeanwhile",
    "Links",
    "NotOfThisAudience",
    "Question",
    "ReasonMissing",
    "SignedBeforeItHeld",
    "TextChangedMeanwhile",
    "answer_by_link",
    "answer_signed_in",
    "ask",
    "correct_answer",
    "discard_draft",
    "end_for_leavers",
    "find_question",
    "make_links",
    "plan_reminders",
    "put_in_use",
    "record_answers",
    "remind",
    "save_draft",
    "send_request",
    "stop_using",
]
