"""Forms of texts, answers and reminders."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios, YesNoField
from footprint.people.models import Person
from footprint.registers.agreements.models import State
from footprint.registers.agreements.models.asking import LONGEST_WAIT, MOST_REMINDERS
from footprint.registers.agreements.models.texts import LONGEST_TITLE

LONGEST_BODY = 12_000


class TextForm(Form):
    """The draft of a text, and which revision of it the person saw."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    body = forms.CharField(
        label=_("Text"),
        max_length=LONGEST_BODY,
        widget=forms.Textarea(attrs={"rows": 20}),
        help_text=_(
            "An empty line begins a new paragraph. A line that begins with “- ” is a point of a "
            "list, one with “# ” a heading."
        ),
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)


class UseForm(Form):
    """From which day a text holds; of a new version also what changed, and how much."""

    from_day = DateField(
        label=_("From which day does it hold?"),
        what="the first day",
        help_text=_("A day in the past is fine for a text that your school used already."),
    )
    material = YesNoField(
        label=_("Does it change what people agree to?"),
        help_text=_(
            "Yes: everybody is asked again. No, only the wording changed: those who signed the "
            "version before need not sign again."
        ),
    )
    reason = forms.CharField(
        label=_("What changed, and why?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("People who signed the version before read this."),
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_first:
            del self.fields["material"], self.fields["reason"]


class ConfirmForm(Form):
    """Nothing to fill in: the button is the answer."""


class TickForm(Form):
    """People of a list, by their keys."""

    people = forms.TypedMultipleChoiceField(
        label=_("Who signed?"),
        coerce=int,
        error_messages={
            "required": _("Tick everybody who signed"),
            "invalid_choice": _("Somebody in the list has changed. Look at the list again."),
        },
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [(person.pk, person.name) for person in people]  # type: ignore[attr-defined]

    @property
    def ticked(self) -> set[str]:
        """The keys that were ticked when the form was sent, or that it starts with."""
        found = self["people"].value() or []
        return {str(key) for key in found}


class PaperForm(TickForm):
    """What stands on the papers, and on which day."""

    state = forms.ChoiceField(
        label=_("What stands on the papers?"),
        choices=[
            (State.SIGNED.value, _("They signed")),
            (State.DECLINED.value, _("They declined: the policy still applies to them")),
        ],
        initial=State.SIGNED.value,
        widget=Radios,
    )
    signed_on = DateField(label=_("Which day stands on the papers?"), what="the day on the papers")
    field_order = ("state", "signed_on", "people")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["signed_on"]
        field.latest = today  # type: ignore[attr-defined]
        self.fields["people"].error_messages["required"] = str(_("Tick whose papers you have"))


class OwnAnswerForm(Form):
    """One's own answer on screen: which text was read; the buttons say sign or decline."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(choices=State, widget=forms.HiddenInput)


class LinkAnswerForm(OwnAnswerForm):
    """The same behind a one-time link, with the name in place of a signature."""

    mark_optional = False
    name = forms.CharField(
        label=_("Write your name"),
        help_text=_("To sign. You need not write it to decline."),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        if found.get("answer") == State.SIGNED and not found.get("name"):
            self.add_error("name", _("Write your name to sign"))
        return found


class CorrectForm(Form):
    """Why an answer was a mistake."""

    reason = forms.CharField(
        label=_("What was wrong?"),
        max_length=200,
        help_text=_("For example: recorded for another pupil of the same name."),
    )


class ReminderForm(Form):
    """The school's own number of reminders."""

    most = forms.IntegerField(
        label=_("How many reminders does a person get at most?"),
        min_value=0,
        max_value=MOST_REMINDERS,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
        help_text=_("0 means none. %(most)d is the most.") % {"most": MOST_REMINDERS},
    )
    school_days = forms.IntegerField(
        label=_("How many school days lie between two messages?"),
        min_value=1,
        max_value=LONGEST_WAIT,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
    )
