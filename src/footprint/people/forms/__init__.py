"""Forms of the register: people, families, leaving, imports, classes."""

from footprint.people.forms.family import ChangeLinkForm, LinkForm
from footprint.people.forms.importing import AnswersForm, ColumnsForm, FileForm, OrgForm, WriteForm
from footprint.people.forms.leaving import LeavingForm, ReturnForm, UndoForm
from footprint.people.forms.moving import MoveForm
from footprint.people.forms.registering import EndPartForm, GivePartForm, PartForm, PersonForm

__all__ = [
    "AnswersForm",
    "ChangeLinkForm",
    "ColumnsForm",
    "EndPartForm",
    "FileForm",
    "GivePartForm",
    "LeavingForm",
    "LinkForm",
    "MoveForm",
    "OrgForm",
    "PartForm",
    "PersonForm",
    "ReturnForm",
    "UndoForm",
    "WriteForm",
]
