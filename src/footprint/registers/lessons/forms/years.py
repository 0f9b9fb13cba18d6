"""Which years the school has."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form
from footprint.people.wording import year_choices


class YearsForm(Form):
    """The first and the last year group."""

    first = forms.TypedChoiceField(label=_("First year group"), coerce=int, choices=year_choices)
    last = forms.TypedChoiceField(label=_("Last year group"), coerce=int, choices=year_choices)

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if "first" in found and "last" in found and found["last"] < found["first"]:
            self.add_error("last", _("The last year group comes after the first"))
        return found
