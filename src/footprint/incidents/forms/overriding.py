"""The question to a second person whether an opinion may be removed, and the answer."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Radios
from footprint.incidents.forms.parts import LONGEST_TEXT, RevisionForm, words
from footprint.incidents.models import OverrideAnswer


class AskOverrideForm(RevisionForm):
    """Why removal should be asked for although it is an opinion."""

    reason = forms.CharField(
        label=_("Why should removal be asked for although this is an opinion?"),
        help_text=_("Another person reads this and decides. It stays on the timeline"),
        max_length=LONGEST_TEXT,
        widget=words(),
    )


class AnswerOverrideForm(RevisionForm):
    """The second person's word, and why."""

    answer = forms.TypedChoiceField(
        label=_("Do you agree?"),
        choices=OverrideAnswer.choices,
        coerce=OverrideAnswer,
        widget=Radios,
    )
    reason = forms.CharField(label=_("Why, or why not?"), max_length=LONGEST_TEXT, widget=words())
