"""What only looks like an account of the school."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios
from footprint.registers.official_accounts.models import LookalikeKind, LookalikeState
from footprint.registers.official_accounts.wording import PLATFORMS
from footprint.rulebook.terms import Platform


def _platforms() -> list[tuple[str, Any]]:
    return [(each.value, PLATFORMS[each]) for each in Platform]


class LookForm(Form):
    """What somebody saw of it on a day, or did about it."""

    kind = forms.ChoiceField(
        label=_("What is it, as far as you can tell?"),
        choices=LookalikeKind.choices,
        widget=Radios(),
    )
    state = forms.ChoiceField(
        label=_("How does it stand?"), choices=LookalikeState.choices, widget=Radios()
    )
    seen_on = DateField(label=_("When did you look?"), what="the day you looked")
    note = forms.CharField(
        label=_("Note"),
        max_length=300,
        required=False,
        help_text=_("Not who may be behind it: report that as something seen online"),
    )


class LookalikeForm(LookForm):
    """The same for one that is not on the list."""

    address = forms.URLField(
        label=_("Its address on the web"),
        max_length=1000,
        assume_scheme="https",
        error_messages={"invalid": _("Enter a web address, like https://www.instagram.com/name")},
    )
    name = forms.CharField(label=_("What it calls itself"), max_length=120)
    platform = forms.TypedChoiceField(
        label=_("Where is it?"), choices=[("", _("Choose")), *_platforms()], coerce=Platform
    )

    field_order = ["address", "name", "platform"]
