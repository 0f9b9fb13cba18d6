"""Which two policies to lay side by side, and what a trust takes as its own."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios

Options = Sequence[tuple[str, str]]


class CompareForm(Form):
    """Two versions of the school's policy."""

    before = forms.ChoiceField(label=_("From"))
    after = forms.ChoiceField(label=_("To"))

    def __init__(self, *args: Any, versions: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("before", "after"):
            cast(forms.ChoiceField, self.fields[name]).choices = versions


class ReferenceForm(Form):
    """What the schools of a trust are compared with."""

    mark_optional = False
    reference = forms.ChoiceField(label=_("Compare with"), required=False)

    def __init__(self, *args: Any, references: Options, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cast(forms.ChoiceField, self.fields["reference"]).choices = references


class TakeForm(Form):
    """A school's version as the trust's policy, from the day on which the trust decided so."""

    version = forms.ChoiceField(label=_("Which policy does the trust take as its own?"))
    adopted_on = DateField(
        label=_("When did the trust decide on it?"), what=str(_("the day of the decision"))
    )

    def __init__(self, *args: Any, versions: Options, today: date, **kwargs: Any) -> None:
        choice = forms.ChoiceField(
            label=self.base_fields["version"].label, choices=versions, widget=Radios
        )
        self.base_fields = {**self.base_fields, "version": choice}  # type: ignore[misc]
        super().__init__(*args, **kwargs)
        cast(DateField, self.fields["adopted_on"]).latest = today
