"""Forms of a school's own value beside a fact."""

from collections.abc import Mapping

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form, YesNoField
from footprint.guidance.fact import Fact, Kind, Unit

HIGHEST = 999
LONGEST_VALUE = 300
LONGEST_REASON = 500
UNITS = {
    Unit.MINUTES: _("minutes"),
    Unit.HOURS: _("hours"),
    Unit.DAYS: _("days"),
    Unit.WORKING_DAYS: _("working days"),
    Unit.SCHOOL_DAYS: _("school days"),
    Unit.MONTHS: _("months"),
    Unit.YEARS: _("years"),
}


class OverrideForm(Form):
    """The school's own value, why it differs, and what was there when the page was shown."""

    field_order = ("value", "reason")
    reason = forms.CharField(
        label=_("Why does your school differ?"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "For example, where your local authority’s procedure says so. Everyone of the school "
            "reads it; write no names of pupils or parents."
        ),
        error_messages={"required": _("Say why your school differs")},
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)


class NumberForm(OverrideForm):
    """For an age or a duration, in the unit of the fact."""

    value = forms.IntegerField(
        label=_("Your school’s own number"),
        min_value=1,
        max_value=HIGHEST,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-3", "inputmode": "numeric"}),
        error_messages={"invalid": _("Enter a whole number, such as 2")},
    )


class AnswerForm(OverrideForm):
    """For what is so, or not."""

    value = YesNoField(label=_("Is it so at your school?"))


class WordsForm(OverrideForm):
    """For a sentence, or how to reach somebody."""

    value = forms.CharField(label=_("Your school’s own words"), max_length=LONGEST_VALUE)


_FORMS: Mapping[Kind, type[OverrideForm]] = {
    Kind.AGE: NumberForm,
    Kind.DURATION: NumberForm,
    Kind.YES_NO: AnswerForm,
    Kind.STATEMENT: WordsForm,
    Kind.CONTACT: WordsForm,
}


def override_form(fact: Fact, data: QueryDict | None, initial: dict[str, object]) -> OverrideForm:
    """The form that asks for a value in the shape of this fact."""
    form = _FORMS[fact.kind](data, initial=initial)
    if isinstance(form, NumberForm):
        form.fields["value"].help_text = _("In %(unit)s") % {"unit": UNITS[fact.unit or Unit.YEARS]}
    return form


class ConfirmForm(Form):
    """Nothing to fill in: the button is the answer."""
