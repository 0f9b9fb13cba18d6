"""Report an attempt to connect, and say what became of a report."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios
from footprint.registers.connection_exceptions.forms.picking import NameForm
from footprint.registers.connection_exceptions.models import AttemptOutcome
from footprint.registers.connection_exceptions.sides import Side, is_adult
from footprint.registers.connection_exceptions.wording import PARTIES, PLATFORMS
from footprint.rulebook.terms import ConnectionKind, Party, Platform

NOT_LISTED = "other"


class AttemptForm(NameForm):
    """
    Who tried to do what with whom, in words.

    The school's adults are chosen from a list and not typed: whoever is part of it must be shut
    out of it, and a misspelt name would let them in.
    """

    by_party = forms.ChoiceField(
        label=_("Who tried?"),
        choices=[(each.value, words) for each, words in PARTIES.items()],
        widget=Radios,
    )
    kind = forms.ChoiceField(
        label=_("To do what?"),
        choices=[
            (ConnectionKind.FRIEND_REQUEST.value, _("Be friends or connected")),
            (ConnectionKind.FOLLOW.value, _("Follow an account")),
            (ConnectionKind.MESSAGE.value, _("Send messages")),
            (ConnectionKind.GROUP.value, _("Be in a chat group together")),
            (ConnectionKind.FRIEND.value, _("They are connected already")),
        ],
        widget=Radios,
    )
    to_party = forms.ChoiceField(
        label=_("With whom?"),
        choices=[(each.value, words) for each, words in PARTIES.items()],
        widget=Radios,
    )
    adult = forms.ChoiceField(
        label=_("Which adult of the school is it?"),
        required=False,
        help_text=_("They get no sign of your report, and neither does their family"),
    )
    adult_name = forms.CharField(
        label=_("If they are not in the list: their name"), max_length=120, required=False
    )
    other = forms.CharField(
        label=_("Name of the other person"),
        max_length=120,
        required=False,
        help_text=_("First and last name of the child, parent or former pupil, if you know it"),
    )
    platform = forms.ChoiceField(
        label=_("Where?"), choices=[(each.value, words) for each, words in PLATFORMS.items()]
    )
    words = forms.CharField(
        label=_("What happened?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_(
            "In words only. Never copy, keep or send on a picture, and never look for more"
        ),
    )
    happened_on = DateField(
        label=_("When was it?"), what=str(_("the day it happened")), required=False
    )

    def __init__(
        self, *args: Any, today: date, adults: Iterable[tuple[str, str, Side]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        listed = list(adults)
        self.sides = {key: side for key, _label, side in listed}
        self.fields["adult"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose")),
            *((key, label) for key, label, _side in listed),
            (NOT_LISTED, _("Not in this list, or I do not know")),
        ]
        self.fields["happened_on"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        parties = [Party(cleaned[name]) for name in ("by_party", "to_party") if name in cleaned]
        if any(is_adult(party) for party in parties) and not cleaned.get("adult"):
            self.add_error("adult", _("Select the adult, or “Not in this list, or I do not know”"))
        return cleaned

    def both_sides(self) -> tuple[Side, Side]:
        """Who tried, and with whom. Of two adults of the school, the one chosen is who tried."""
        by, to = (Party(self.cleaned_data[name]) for name in ("by_party", "to_party"))
        person = self.person("other")
        typed = "" if person else self.cleaned_data["other"]
        if is_adult(by):
            return self._adult(by), Side(to, person, None, typed)
        if is_adult(to):
            return Side(by, person, None, typed), self._adult(to)
        return Side(by, person, None, typed), Side(to)

    def _adult(self, party: Party) -> Side:
        chosen = self.sides.get(self.cleaned_data["adult"])
        if chosen is None:
            return Side(party, None, None, self.cleaned_data["adult_name"])
        return Side(party, chosen.person, chosen.user)

    def given(self) -> dict[str, Any]:
        """The report in the terms of the rulebook."""
        by, to = self.both_sides()
        data = self.cleaned_data
        return {
            "by": by,
            "to": to,
            "kind": ConnectionKind(data["kind"]),
            "platform": Platform(data["platform"]),
            "words": data["words"],
            "happened_on": data["happened_on"],
        }


class SettleForm(Form):
    """What became of a report, where no incident is opened."""

    outcome = forms.ChoiceField(
        label=_("What became of it?"),
        choices=[
            (each.value, each.label)
            for each in (AttemptOutcome.DEALT_WITH, AttemptOutcome.NO_ACTION)
        ],
        widget=Radios,
    )
    reason = forms.CharField(
        label=_("What was done, and why is it enough?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
