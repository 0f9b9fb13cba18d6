"""Every write of the register of permissions for pictures."""

from footprint.registers.image_permissions.actions.answers import (
    AnswerHasEnded,
    NothingAnswered,
    NotTheirsToGive,
    Said,
    answer_by_link,
    record_paper,
    strike_out,
)
from footprint.registers.image_permissions.actions.asking import (
    ask_by_mail,
    ask_on_paper,
    remind_or_stop,
)
from footprint.registers.image_permissions.actions.protecting import (
    AlreadyProtected,
    ProtectionHasEnded,
    ReasonNotSaid,
    end_protection,
    protect,
    remind_of_protection,
)
from footprint.registers.image_permissions.actions.uses import Use, offer_uses, start_register

__all__ = [
    "AlreadyProtected",
    "AnswerHasEnded",
    "NotTheirsToGive",
    "NothingAnswered",
    "ProtectionHasEnded",
    "ReasonNotSaid",
    "Said",
    "Use",
    "answer_by_link",
    "ask_by_mail",
    "ask_on_paper",
    "end_protection",
    "offer_uses",
    "protect",
    "record_paper",
    "remind_of_protection",
    "remind_or_stop",
    "start_register",
    "strike_out",
]
