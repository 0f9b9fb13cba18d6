"""Forms of this room: declaring, deciding, reviewing, reporting an attempt, asking."""

from footprint.registers.connection_exceptions.forms.asking import AskForm
from footprint.registers.connection_exceptions.forms.attempting import (
    AttemptForm,
    SettleForm,
)
from footprint.registers.connection_exceptions.forms.deciding import (
    ChangeEndForm,
    DecideForm,
    EndForm,
    ReviewForm,
)
from footprint.registers.connection_exceptions.forms.declaring import (
    DeclareForm,
    LinkForm,
    RecordForm,
)
from footprint.registers.connection_exceptions.forms.picking import PickForm

__all__ = [
    "AskForm",
    "AttemptForm",
    "ChangeEndForm",
    "DecideForm",
    "DeclareForm",
    "EndForm",
    "LinkForm",
    "PickForm",
    "RecordForm",
    "ReviewForm",
    "SettleForm",
]
