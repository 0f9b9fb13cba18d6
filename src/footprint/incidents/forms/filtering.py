"""Which incidents to list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form
from footprint.rulebook.decisions.incident_steps import STEPS
from footprint.rulebook.terms import Step

ANY = ("", _("Any"))
SHOWN = [("open", _("Open")), ("mine", _("Mine")), ("closed", _("Closed"))]


class FilterForm(Form):
    """Whatever does not fit is passed over: a filter never fails."""

    step = forms.ChoiceField(
        label=_("Step"),
        choices=[ANY, *((step.value, STEPS[step].title) for step in Step)],
        required=False,
    )
    words = forms.CharField(
        label=_("Number or words of the title"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "data-shortcut": "/"}),
    )
    mark_optional = False
