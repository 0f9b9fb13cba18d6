"""The period of a report."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form
from footprint.reports.periods import OWN, SPANS, TERM, Period, period_of

MISSING = {
    "first": _("Enter the first day, or choose another period"),
    "last": _("Enter the last day, or choose another period"),
}


class PeriodForm(Form):
    """Which days; without a word it is this term so far."""

    mark_optional = False

    span = forms.ChoiceField(label=_("Period"), choices=list(SPANS.items()), initial=TERM)
    first = DateField(label=_("From"), what="the first day", required=False)
    last = DateField(label=_("To"), what="the last day", required=False)

    def __init__(self, data: Any, *, today: date) -> None:
        super().__init__(data if "span" in data else None)
        self.today = today
        for name in ("first", "last"):
            self.fields[name].latest = today  # type: ignore[attr-defined]  # a DateField of ours

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("span") != OWN or self.errors:
            return cleaned
        for name in ("first", "last"):
            if cleaned.get(name) is None:
                self.add_error(name, MISSING[name])
        if not self.errors and cleaned["first"] > cleaned["last"]:
            self.add_error("last", _("The last day must not be before the first"))
        return cleaned

    def period(self) -> Period:
        """What was chosen; this term while nothing was, or while it has errors."""
        if not self.is_valid():
            return period_of(TERM, today=self.today)
        if self.cleaned_data["span"] == OWN:
            return Period(self.cleaned_data["first"], self.cleaned_data["last"])
        return period_of(self.cleaned_data["span"], today=self.today)
