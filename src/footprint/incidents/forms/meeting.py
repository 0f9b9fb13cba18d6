"""An invitation to a talk, and what came of it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Radios
from footprint.incidents.forms.parts import LONGEST_TEXT, NextDateForm, RevisionForm, words
from footprint.incidents.models import MeetingOutcome


class InviteForm(RevisionForm):
    """Who is invited, and for when."""

    invited = forms.CharField(
        label=_("Who is invited?"),
        help_text=_("Roles are enough: “the parent, and a friend if they like”"),
        max_length=1000,
        widget=words(2),
    )
    on = DateField(label=_("On which day?"), what=str(_("the day of the talk")))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].earliest = today  # type: ignore[attr-defined]


class MeetingForm(NextDateForm):
    """What came of an invitation."""

    outcome = forms.TypedChoiceField(
        label=_("What came of it?"),
        choices=MeetingOutcome.choices,
        coerce=MeetingOutcome,
        widget=Radios,
    )
    agreed = forms.CharField(
        label=_("What was said and agreed?"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=words(),
    )
