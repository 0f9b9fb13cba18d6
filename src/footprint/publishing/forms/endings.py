"""What became of a draft, and of what was published."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios
from footprint.publishing.forms.drafts import RevisionForm
from footprint.publishing.models import Outcome

LONGEST = 60  # school days: a term


class SendBackForm(RevisionForm):
    """Why it is not approved."""

    reason = forms.CharField(
        label=_("What should the author change?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
    )


class PublicationForm(RevisionForm):
    """Where and when it went out."""

    went_out_on = DateField(label=_("When did it go out?"), what="the day")
    address = forms.URLField(
        label=_("Its address, if it has one"),
        help_text=_("Copy it from the post or page, so that it can be found again"),
        required=False,
        max_length=1000,
        assume_scheme="https",
    )


class TakeDownForm(Form):
    """How a take-down ended."""

    outcome = forms.ChoiceField(
        label=_("What came of it?"),
        choices=Outcome.choices,
        widget=Radios(
            hints={
                Outcome.TAKEN_DOWN: str(_("You looked, and it is not there any more")),
                Outcome.NOT_REACHED: str(_("Whoever could take it down cannot be reached")),
                Outcome.STAYS: str(_("It stays, because this person cannot be recognised in it")),
            }
        ),
    )
    proof = forms.CharField(
        label=_("What did you see, or why does it stay?"),
        help_text=_("For example: opened the address at 10.15, it says the post was removed"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
    )


class PeriodsForm(Form):
    """The school's own numbers."""

    draft_days = forms.IntegerField(
        label=_("School days that a draft may wait"),
        help_text=_("Then it ends, with its pictures. Leave it empty to go by our suggestion."),
        required=False,
        min_value=1,
        max_value=LONGEST,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
    take_down_days = forms.IntegerField(
        label=_("School days to take something down after permission has gone"),
        help_text=_("0 means the same day. Leave it empty to go by our suggestion."),
        required=False,
        min_value=0,
        max_value=LONGEST,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )
