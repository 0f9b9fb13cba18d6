"""The head's decision, a new end date, the end, and the September review."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, DateField, Form, Radios
from footprint.registers.connection_exceptions.actions import Terms
from footprint.registers.connection_exceptions.models import EndReason

LONGEST = 500


ALLOW, REFUSE = "allow", "refuse"


def _reason(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Whoever declared the link reads it"),
    )


class DecideForm(Form):
    """Allowed or refused, with the reason. What is allowed always has an end."""

    decision = forms.ChoiceField(
        label=_("What do you decide?"),
        choices=[(ALLOW, _("Allow it, until a day")), (REFUSE, _("Refuse it"))],
        widget=Radios,
    )
    reason = _reason(_("Why?"))
    limits = forms.CharField(
        label=_("If you allow it: what are its limits, if any?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: family chat only, nothing about school"),
    )
    starts_on = DateField(
        label=_("If you allow it: from when?"), what=str(_("the first day")), required=False
    )
    ends_on = DateField(
        label=_("If you allow it: until when?"),
        what=str(_("the last day")),
        required=False,
        help_text=_("Every exception ends. You can give it a new date later"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].earliest = today  # type: ignore[attr-defined]

    mark_optional = False  # what is asked "if you allow it" is required then

    @property
    def allows(self) -> bool:
        return bool(self.cleaned_data["decision"] == ALLOW)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("decision") == ALLOW:
            self._check_dates(cleaned)
        return cleaned

    def _check_dates(self, cleaned: dict[str, Any]) -> None:
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if not first and "starts_on" not in self.errors:
            self.add_error("starts_on", _("Enter the first day"))
        if not last and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Enter the last day: every exception ends"))
        if first and last and last < first:
            self.add_error("ends_on", _("The last day must be on or after the first day"))

    def terms(self) -> Terms:
        return Terms(**{each: self.cleaned_data[each] for each in Terms.__dataclass_fields__})


class ChangeEndForm(Form):
    """Another last day for an allowed link."""

    ends_on = DateField(label=_("Until when now?"), what=str(_("the last day")))
    reason = _reason(_("Why?"))
    seen = forms.DateField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].earliest = today  # type: ignore[attr-defined]


class EndForm(Form):
    """Why a link is over."""

    why = forms.ChoiceField(
        label=_("Why does it end?"),
        choices=[(each.value, each.label) for each in (EndReason.LINK_GONE, EndReason.PERSON_LEFT)],
        widget=Radios,
    )
    text = forms.CharField(
        label=_("Anything to add?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReviewForm(Form):
    """The links of which somebody says that they still stand."""

    still = forms.MultipleChoiceField(
        label=_("Tick every link that still stands as it was allowed"),
        widget=Checkboxes,
        error_messages={"required": _("Tick the links that still stand")},
    )

    def __init__(
        self,
        *args: Any,
        rows: Iterable[tuple[str, str]],
        hints: dict[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["still"].choices = list(rows)  # type: ignore[attr-defined]
        self.fields["still"].widget.hints = hints
