"""Upload, correction of a clause (built from the catalogue), and adoption."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, DateField, Form
from footprint.policies.leftopen import MOST_DAYS, left_open
from footprint.rulebook.catalogue import BY_NAME, Part, PartKind
from footprint.rulebook.policy import Clause, Plain, Policy
from footprint.rulebook.terms import ClauseName

NOTHING = _(
    "Nothing is filled in. If your policy does not say this, choose “Our policy does not say this”."
)
OPEN_QUESTIONS = {
    "days": _("How many school days do you give for a post to be deleted?"),
    "answer_days": _("Within how many school days do you answer a post, or note why not?"),
}
OPEN_KEYS = {"days": "expected"}  # the value whose sentence leaves the number open
SILENT = ("", _("Our policy does not say"))


class UploadForm(Form):
    """A document, and on a second try the person's word that it is their policy."""

    document = forms.FileField(
        label=_("Your social media policy"),
        help_text=_("PDF, Word (DOCX), OpenDocument, a saved web page, or plain text; up to 10 MB"),
        allow_empty_file=True,  # our own sentence says more about an empty file
        error_messages={"required": _("Choose the file of your social media policy")},
    )
    insist = forms.BooleanField(
        label=_("This is our social media policy. Read it anyway"), required=False
    )


class ClauseForm(Form):
    """What a clause states, one field for each part of the catalogue."""

    mark_optional = False

    def __init__(self, *args: Any, clause: Clause, read: Clause, **kwargs: Any) -> None:
        """
        Args:
            clause: what the fields hold at first.
            read: as the document was read; a number that is asked for at adoption is asked for
                here only where the document states it.
        """
        parts = _parts(read)
        initial = {part.key: _shown(part, clause.get(part.key)) for part in parts}
        # Before the base form is made: it gives every field our words for what is wrong.
        self.base_fields = {part.key: _FIELDS[part.kind](part) for part in parts}  # type: ignore[misc]
        super().__init__(*args, initial=initial, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not self.values():
            self.add_error(None, NOTHING)
        return cleaned

    def values(self) -> dict[str, Plain]:
        """The values that were given, by key; what was left empty is not stated."""
        given = self.cleaned_data.items()
        return {key: value for key, value in given if value or type(value) is int}


def _parts(read: Clause) -> list[Part]:
    parts = BY_NAME[read.name].parts
    return [part for part in parts if not part.at_adoption or part.key in read.values]


class AdoptForm(Form):
    """The governing body's decision, and the numbers that the document leaves open."""

    adopted_on = DateField(
        label=_("When did the governing body adopt it?"), what=str(_("the day of adoption"))
    )
    minute = forms.CharField(
        label=_("Reference of the minute"),
        help_text=_("For example: full governing body, item 7"),
        max_length=200,
        error_messages={"required": _("Enter the reference of the minute")},
        widget=forms.TextInput(attrs={"class": "govuk-!-width-two-thirds"}),
    )
    review_on = DateField(
        label=_("When is it next due for review?"), what=str(_("the review date")), required=False
    )

    def __init__(self, *args: Any, policy: Policy, today: date, **kwargs: Any) -> None:
        self.asked = {_field_name(name, part): (name, part) for name, part in left_open(policy)}
        days = {
            field_name: _days_field(part, policy.clause(name))
            for field_name, (name, part) in self.asked.items()
        }
        self.base_fields = {**self.base_fields, **days}  # type: ignore[misc]
        super().__init__(*args, **kwargs)
        cast(DateField, self.fields["adopted_on"]).latest = today

    def given(self) -> Mapping[tuple[ClauseName, str], int]:
        """{(clause, key): number} of those that were filled in."""
        return {
            (name, part.key): self.cleaned_data[field]
            for field, (name, part) in self.asked.items()
            if self.cleaned_data.get(field) is not None
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        adopted, review = cleaned.get("adopted_on"), cleaned.get("review_on")
        if adopted and review and review <= adopted:
            self.add_error("review_on", _("The review must come after the adoption"))
        return cleaned


def _days_field(part: Part, clause: Clause) -> forms.IntegerField:
    quote = clause.quote_for(OPEN_KEYS.get(part.key, ""))
    return forms.IntegerField(
        label=OPEN_QUESTIONS[part.key],
        help_text=_("Your policy says: “%s”") % quote.text if quote else "",
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )


def _field_name(name: ClauseName, part: Part) -> str:
    return f"{name.value}_{part.key}"


class LinesField(forms.CharField):
    """Several texts, one on each line; cleans to a tuple."""

    widget = forms.Textarea(attrs={"rows": 3})

    def clean(self, value: Any) -> tuple[str, ...]:
        return _lines(super().clean(value))


class PairsField(forms.CharField):
    """Lines of "name: value"; cleans to a mapping with tuples of texts, or whole numbers."""

    widget = forms.Textarea(attrs={"rows": 3})

    def __init__(self, *, numbers: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.numbers = numbers

    def clean(self, value: Any) -> dict[str, Plain]:
        return dict(self._pair(line) for line in _lines(super().clean(value)))

    def _pair(self, line: str) -> tuple[str, Plain]:
        name, colon, rest = line.partition(":")
        if not (colon and name.strip() and rest.strip()):
            raise forms.ValidationError(_("Write each line as “name: value”: “%s” is not") % line)
        if not self.numbers:
            return name.strip(), tuple(part.strip() for part in rest.split(",") if part.strip())
        if not rest.strip().isdigit():
            raise forms.ValidationError(_("“%s” is not a whole number of years") % rest.strip())
        return name.strip(), int(rest)


def _lines(text: str) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return tuple(line for line in lines if line)


def _yes(part: Part) -> forms.Field:
    return forms.BooleanField(label=part.label, required=False)


def _number(part: Part) -> forms.Field:
    small = forms.NumberInput(attrs={"class": "govuk-input--width-3"})
    return forms.IntegerField(label=part.label, required=False, min_value=0, widget=small)


def _text(part: Part) -> forms.Field:
    return forms.CharField(label=part.label, required=False, max_length=300)


def _texts(part: Part) -> forms.Field:
    return LinesField(label=part.label, required=False, help_text=_("One on each line"))


def _choice(part: Part) -> forms.Field:
    return forms.ChoiceField(label=part.label, required=False, choices=[SILENT, *part.choices])


def _choices(part: Part) -> forms.Field:
    return forms.TypedMultipleChoiceField(
        label=part.label,
        required=False,
        choices=part.choices,
        widget=Checkboxes,
    )


def _keepers(part: Part) -> forms.Field:
    hint = _("One channel on each line, such as “Instagram: Ada Ashdown, Ben Tarrant”")
    return PairsField(numbers=False, label=part.label, required=False, help_text=hint)


def _ages(part: Part) -> forms.Field:
    hint = _("One service on each line, such as “WhatsApp: 13”")
    return PairsField(numbers=True, label=part.label, required=False, help_text=hint)


_FIELDS: Mapping[PartKind, Callable[[Part], forms.Field]] = {
    PartKind.YES: _yes,
    PartKind.NUMBER: _number,
    PartKind.TEXT: _text,
    PartKind.TEXTS: _texts,
    PartKind.CHOICE: _choice,
    PartKind.CHOICES: _choices,
    PartKind.KEEPERS: _keepers,
    PartKind.AGES: _ages,
}


def _shown(part: Part, value: Plain | None) -> Any:
    """The value as its field shows it."""
    if part.kind is PartKind.TEXTS and isinstance(value, tuple):
        return "\n".join(str(each) for each in value)
    if part.kind is PartKind.CHOICES and isinstance(value, tuple):
        return [str(each) for each in value]
    if isinstance(value, Mapping):
        return "\n".join(f"{name}: {_joined(each)}" for name, each in value.items())
    return value


def _joined(value: Plain) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, tuple) else str(value)
