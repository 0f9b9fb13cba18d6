"""The base form, radios and checkboxes with a hint under each option, and yes or no."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.utils import pretty_name
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

DJANGO_SAYS = forms.Field.default_error_messages["required"]
WORDS = {
    "max_length": _("Write %(limit_value)d characters or fewer. You wrote %(show_value)d."),
    "min_length": _("Write %(limit_value)d characters or more. You wrote %(show_value)d."),
    "min_value": _("Enter %(limit_value)s or more"),
    "max_value": _("Enter %(limit_value)s or less"),
}
NOT_AN_ADDRESS = _("Enter an email address in the correct format, like name@example.com")


class Form(forms.Form):
    """
    Django's form with our words and without the browser's own checks.

    The browser's bubbles speak another language than our error summary, vanish on their own and
    are not read out reliably; so ``required`` is not rendered and forms are sent ``novalidate``.

    Attributes:
        mark_optional: say "(optional)" behind the label of what need not be filled in; False for
            filters, where everything is optional.
    """

    use_required_attribute = False
    mark_optional = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            _use_our_words(field, str(field.label or pretty_name(name)))


def _use_our_words(field: forms.Field, label: str) -> None:
    for code, sentence in WORDS.items():
        field.error_messages.setdefault(code, str(sentence))
    if isinstance(field, forms.EmailField):
        field.error_messages.setdefault("invalid", str(NOT_AN_ADDRESS))
    if field.error_messages.get("required") == DJANGO_SAYS:
        field.error_messages["required"] = _what_to_do(field, label)


def _what_to_do(field: forms.Field, label: str) -> str:
    if label.endswith("?"):
        return str(format_lazy(_("Answer the question “{label}”"), label=label))
    own = label if label[1:2].isupper() else label[:1].lower() + label[1:]  # "URL" stays "URL"
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField | forms.FileField):
        return str(format_lazy(_("Select {label}"), label=own))
    if isinstance(field, forms.BooleanField):
        return str(format_lazy(_("Tick “{label}” to go on"), label=label))
    return str(format_lazy(_("Enter {label}"), label=own))


class _Hints(forms.widgets.ChoiceWidget):
    """Options with a sentence under each: ``hints`` maps an option's value to its hint."""

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Any = (),
        *,
        hints: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(attrs, choices)
        self.hints = dict(hints or {})

    def create_option(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(*args, **kwargs)
        hint = self.hints.get(str(option["value"]))
        if hint and "id" in option["attrs"]:
            option["hint"] = hint
            option["attrs"]["aria-describedby"] = f"{option['attrs']['id']}_hint"
        return option


class Radios(_Hints, forms.RadioSelect):
    """``Radios(choices=..., hints={"parent": "A parent or carer of a pupil"})``."""


class Checkboxes(_Hints, forms.CheckboxSelectMultiple):
    """``Checkboxes(choices=..., hints={"threat": "Somebody may come to harm"})``."""


class YesNoField(forms.TypedChoiceField):
    """A question answered by two radios. Cleans to True, False, or None where not required."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("choices", [("yes", _("Yes")), ("no", _("No"))])
        kwargs.setdefault("widget", Radios(attrs={"class": "govuk-radios--inline"}))
        error_messages = {"required": _("Select yes or no"), **kwargs.pop("error_messages", {})}
        super().__init__(
            coerce=lambda value: value == "yes",
            empty_value=None,
            error_messages=error_messages,
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        """A stored True or False chooses its radio."""
        return {True: "yes", False: "no"}.get(value, value) if value is not None else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Compared as the words that the form sends."""
        return (self.prepare_value(initial) or "") != (data or "")
