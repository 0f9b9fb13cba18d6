"""What one clause states, one field for each part of the catalogue."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, Form
from footprint.rulebook.catalogue import BY_NAME, Part, PartKind
from footprint.rulebook.policy import Clause, Plain

NOTHING = _(
    "Nothing is filled in. If your policy does not say this, choose “Our policy does not say this”."
)
SILENT = ("", _("Our policy does not say"))


class ClauseForm(Form):
    """What a clause states, one field for each part of the catalogue."""

    mark_optional = False

    def __init__(
        self, *args: Any, clause: Clause, read: Clause, whole: bool = False, **kwargs: Any
    ) -> None:
        """
        Args:
            clause: what the fields hold at first.
            read: as the document was read; a number that is asked for at adoption is asked for
                here only where the document states it.
            whole: ask for such numbers too; whoever writes a policy can say them in it.
        """
        parts = list(BY_NAME[read.name].parts) if whole else _parts(read)
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
