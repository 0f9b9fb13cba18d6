"""Declare a link: short, on a phone, by the person, by a one-time link or by the office."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, Radios
from footprint.people.models import Person
from footprint.registers.connection_exceptions.forms.picking import NameForm
from footprint.registers.connection_exceptions.models import LinkKind
from footprint.registers.connection_exceptions.sides import Side
from footprint.registers.connection_exceptions.wording import KINDS, PARTIES, PLATFORMS
from footprint.rulebook.terms import ConnectionKind, Party, Platform

DECLARED_KINDS = [kind for kind in ConnectionKind if kind is not ConnectionKind.FRIEND_REQUEST]


class LinkForm(NameForm):
    """The link itself: who the other one is, what ties the two, and where they are connected."""

    other = forms.CharField(
        label=_("Who is the other person?"),
        max_length=120,
        help_text=_("First and last name. No user name and no link to a profile"),
    )
    other_party = forms.ChoiceField(
        label=_("What are they to our school?"),
        choices=[(each.value, words) for each, words in PARTIES.items()],
        widget=Radios,
    )
    link = forms.ChoiceField(label=_("What ties you?"), choices=LinkKind.choices, widget=Radios)
    platforms = forms.MultipleChoiceField(
        label=_("Where are you connected?"),
        choices=[(each.value, words) for each, words in PLATFORMS.items()],
        widget=Checkboxes,
        error_messages={"required": _("Select at least one place")},
    )
    kinds = forms.MultipleChoiceField(
        label=_("How?"),
        choices=[(each.value, KINDS[each]) for each in DECLARED_KINDS],
        widget=Checkboxes,
        error_messages={"required": _("Select at least one way")},
    )
    note = forms.CharField(
        label=_("Anything the head should know?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: she is my niece, and the family has a group chat"),
    )

    def other_side(self) -> Side:
        """The other person, in the register or by the name that was typed."""
        party = Party(self.cleaned_data["other_party"])
        person = self.person("other")
        return Side(party, person, None, "" if person else self.cleaned_data["other"])

    def given(self) -> dict[str, Any]:
        """The link in the terms of the rulebook."""
        data = self.cleaned_data
        return {
            "other": self.other_side(),
            "link": LinkKind(data["link"]),
            "platforms": [Platform(each) for each in data["platforms"]],
            "kinds": [ConnectionKind(each) for each in data["kinds"]],
            "note": data["note"],
        }


class DeclareForm(LinkForm):
    """By somebody who is signed in, about themselves."""


class RecordForm(LinkForm):
    """By the office, for somebody who told the school."""

    name = forms.CharField(
        label=_("Whose link is it?"),
        max_length=120,
        help_text=_("First and last name, as in the register of people"),
    )
    party = forms.ChoiceField(
        label=_("What are they to our school?"),
        choices=[
            (each.value, words) for each, words in PARTIES.items() if each is not Party.FORMER_PUPIL
        ],
        widget=Radios,
    )
    field_order = ("name", "party", "other", "other_party", "link", "platforms", "kinds", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["link"].label = _("What ties the two?")
        self.fields["platforms"].label = _("Where are they connected?")
        self.fields["other_party"].label = _("What is the other person to our school?")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "name" in cleaned and "name_which" not in self.errors and self.declarer() is None:
            self.add_error("name", _("Nobody in the register of people has this name"))
        return cleaned

    def declarer(self) -> Person | None:
        return self.person("name")
