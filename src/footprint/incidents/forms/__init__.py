"""What people fill in about an incident. There is no place for a file: words only."""

from footprint.incidents.forms.acting import (
    AnswerForm,
    DeletionForm,
    FollowUpForm,
    NoteForm,
    OutcomeForm,
    PlatformForm,
    ReferralForm,
    ResolveForm,
    SupportForm,
)
from footprint.incidents.forms.emergency import EmergencyForm
from footprint.incidents.forms.exhibits import AskFirstForm, DestroyForm, ExhibitForm
from footprint.incidents.forms.faking import FakeForm, HearingBackForm
from footprint.incidents.forms.filtering import SHOWN, FilterForm
from footprint.incidents.forms.judging import AssessForm, CloseForm, HandOverForm
from footprint.incidents.forms.meeting import InviteForm, MeetingForm
from footprint.incidents.forms.naming import NameForm, TakeBackForm
from footprint.incidents.forms.opening import OpenForm
from footprint.incidents.forms.overriding import AnswerOverrideForm, AskOverrideForm
from footprint.incidents.forms.parts import RevisionForm

__all__ = [
    "SHOWN",
    "AnswerForm",
    "AnswerOverrideForm",
    "AskFirstForm",
    "AskOverrideForm",
    "AssessForm",
    "CloseForm",
    "DeletionForm",
    "DestroyForm",
    "EmergencyForm",
    "ExhibitForm",
    "FakeForm",
    "FilterForm",
    "FollowUpForm",
    "HandOverForm",
    "HearingBackForm",
    "InviteForm",
    "MeetingForm",
    "NameForm",
    "NoteForm",
    "OpenForm",
    "OutcomeForm",
    "PlatformForm",
    "ReferralForm",
    "ResolveForm",
    "RevisionForm",
    "SupportForm",
    "TakeBackForm",
]
