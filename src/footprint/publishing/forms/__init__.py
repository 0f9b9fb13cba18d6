"""What people fill in about drafts, pictures, and what came of them."""

from footprint.publishing.forms.drafts import (
    DraftForm,
    KeepForm,
    PeopleForm,
    RevisionForm,
    WordsForm,
)
from footprint.publishing.forms.endings import (
    PeriodsForm,
    PublicationForm,
    SendBackForm,
    TakeDownForm,
)
from footprint.publishing.forms.pictures import AltForm, AskFirstForm, PictureForm

__all__ = [
    "AltForm",
    "AskFirstForm",
    "DraftForm",
    "KeepForm",
    "PeopleForm",
    "PeriodsForm",
    "PictureForm",
    "PublicationForm",
    "RevisionForm",
    "SendBackForm",
    "TakeDownForm",
    "WordsForm",
]
