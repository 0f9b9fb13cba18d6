"""Forms of the register of permissions for pictures."""

from footprint.registers.image_permissions.forms.answering import AnswerForm
from footprint.registers.image_permissions.forms.asking import AskForm, PictureForm
from footprint.registers.image_permissions.forms.listing import FilterForm
from footprint.registers.image_permissions.forms.protecting import ProtectForm
from footprint.registers.image_permissions.forms.recording import ClassForm, PaperForm

__all__ = [
    "AnswerForm",
    "AskForm",
    "ClassForm",
    "FilterForm",
    "PaperForm",
    "PictureForm",
    "ProtectForm",
]
