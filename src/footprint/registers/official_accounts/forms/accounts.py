"""What a person says of an account; opening and closing it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form, Radios
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.registers.official_accounts.wording import (
    ACCOUNT_PLATFORMS,
    ANSWERS,
    CHANNELS,
    PLATFORMS,
)
from footprint.rulebook.terms import AnswersMode, ChannelKind, Platform

OTHERS = {f"platform:{Platform.OTHER.value}", f"channel:{ChannelKind.OTHER.value}"}


def _places() -> list[tuple[str, Any]]:
    social = [(f"platform:{each.value}", PLATFORMS[each]) for each in ACCOUNT_PLATFORMS]
    beside = [(f"channel:{each.value}", CHANNELS[each]) for each in ChannelKind]
    return [
        ("", _("Choose")),
        (str(_("Social media")), social),
        (str(_("Other channels")), beside),
    ]


def _answers() -> list[tuple[str, Any]]:
    return [(each.value, ANSWERS[each]) for each in AnswersMode] + [("", _("Not decided yet"))]


class AccountForm(Form):
    """What a person says of an account that is there. There is no field for a password."""

    where = forms.ChoiceField(label=_("Where is it?"), choices=_places)
    handle = forms.CharField(
        label=_("Name of the account"),
        max_length=120,
        required=False,
        help_text=_("As people see it, such as @oakfieldprimary. Never a password."),
    )
    address = forms.URLField(
        label=_("Its address on the web"),
        max_length=1000,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": _("Enter a web address, like https://www.instagram.com/name")},
    )
    purpose = forms.CharField(
        label=_("What is it for?"),
        max_length=300,
        required=False,
        help_text=_("Parents read it on the public page: “News and celebrations”"),
    )
    audience = forms.CharField(
        label=_("Whom is it for?"),
        max_length=200,
        required=False,
        help_text=_("Such as parents and carers, pupils of Years 7 to 11, everybody"),
    )
    answers = forms.ChoiceField(
        label=_("What is answered there?"),
        choices=_answers,
        required=False,
        widget=Radios(),
        help_text=_("Parents read it on the public page"),
    )
    enquiries_to = forms.CharField(
        label=_("Where should people write instead?"), max_length=200, required=False
    )
    monitored_by = forms.CharField(
        label=_("Who monitors it?"),
        max_length=200,
        required=False,
        help_text=_("A role or a group, such as “senior leaders”. Keepers are named next."),
    )
    recovery_email = forms.EmailField(
        label=_("Recovery e-mail address"),
        required=False,
        help_text=_("Where the platform writes when nobody can get in. Best one of the school's."),
    )
    recovery_phone = forms.CharField(label=_("Recovery phone"), max_length=40, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """What is in no list of ours needs a name."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("where") in OTHERS and not found.get("handle"):
            self.add_error(
                "handle", _("Enter what it is called, because it is in none of the lists")
            )
        return found

    @staticmethod
    def showing(account: OfficialAccount) -> dict[str, Any]:
        """The account as the form's first values."""
        names = [name for name in AccountForm.base_fields if name != "where"]
        place = f"platform:{account.platform}" if account.platform else f"channel:{account.channel}"
        return {"where": place, **{name: getattr(account, name) for name in names}}


class NewAccountForm(AccountForm):
    """The same, and why."""

    reason = forms.CharField(
        label=_("Why should it be opened, or is it there already?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Somebody else reads it and approves the account"),
        error_messages={"required": _("Say why, or that it is there already")},
    )

    field_order = ["where", "handle", "address", "reason"]


class ClosingForm(Form):
    """Why an account is to be closed."""

    reason = forms.CharField(
        label=_("Why should it be closed?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why it should be closed")},
    )


class DecisionForm(Form):
    """Yes or no to a proposal; either button answers it."""

    approve = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
    answer = forms.CharField(
        label=_("What do you want to say about it?"), max_length=500, required=False
    )
