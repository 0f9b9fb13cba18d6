"""Open a matter in an emergency."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form
from footprint.incidents.forms.parts import words


class EmergencyForm(Form):
    """The number of the matter, and why it cannot wait."""

    number = forms.IntegerField(
        label=_("Number of the incident"),
        min_value=1,
        widget=forms.TextInput(
            attrs={"class": "govuk-input--width-5", "inputmode": "numeric", "autocomplete": "off"}
        ),
    )
    reason = forms.CharField(
        label=_("What is the emergency?"),
        max_length=1000,
        help_text=_("Others read this today, and it stays in the incident for ever"),
        widget=words(3),
    )
