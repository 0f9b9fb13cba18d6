"""The forms of this room."""

from footprint.concerns.forms.complaining import (
    ComplaintForm,
    NextStageForm,
    OutcomeForm,
    ProcedureForm,
)
from footprint.concerns.forms.telling import (
    AnonymousForm,
    AnswerForm,
    ChildForm,
    CloseForm,
    NameForm,
    OutsideForm,
    ParentForm,
    ReceiptForm,
    ReplyForm,
    StaffForm,
)

__all__ = [
    "AnonymousForm",
    "AnswerForm",
    "ChildForm",
    "CloseForm",
    "ComplaintForm",
    "NameForm",
    "NextStageForm",
    "OutcomeForm",
    "OutsideForm",
    "ParentForm",
    "ProcedureForm",
    "ReceiptForm",
    "ReplyForm",
    "StaffForm",
]
