"""Forms of the rota: a channel, who looks, cover, a correction, and what the policy names."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios
from footprint.people.models import Person
from footprint.registers.official_accounts.forms import StaffField
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.registers.official_accounts.wording import PLATFORMS, name_of
from footprint.rota.from_policy import Offer
from footprint.rota.models import Channel
from footprint.rota.wording import EVERY, RESULTS, WEEKDAYS
from footprint.rulebook.decisions.channel_check import CheckEvery, CheckResult
from footprint.rulebook.terms import Platform

PEOPLE = ("person_1", "person_2", "person_3")
LABELS = {
    "person_1": _("Who looks at it?"),
    "person_2": _("Who else?"),
    "person_3": _("And who else?"),
}
CHOOSE_HOW_OFTEN = _("Choose how often: your policy does not say")


def _every() -> list[tuple[str, Any]]:
    return [(each.value, EVERY[each]) for each in CheckEvery]


def _weekdays() -> list[tuple[int, Any]]:
    return list(enumerate(WEEKDAYS))


def _platforms() -> list[tuple[str, Any]]:
    return [("", _("Choose")), *((each.value, PLATFORMS[each]) for each in Platform)]


class CheckersForm(Form):
    """Who looks, and who stands in."""

    mark_optional = False

    def __init__(self, *args: Any, staff: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            self.fields[name] = StaffField(staff, label=label)
        self.fields["standin"] = StaffField(
            staff,
            label=_("Who stands in?"),
            help_text=_("Told first, on the next school day, when a check was not done"),
        )

    @staticmethod
    def showing(channel: Channel) -> dict[str, Any]:
        """Those who are named now as the form's first values."""
        first: dict[str, Any] = {"standin": channel.standin_id}
        first.update(zip(PEOPLE, (person.pk for person in channel.named), strict=False))
        return first

    def people(self) -> tuple[Person, ...]:
        named = [self.cleaned_data[name] for name in PEOPLE if self.cleaned_data[name]]
        return tuple(dict.fromkeys(named))

    def clean(self) -> dict[str, Any]:
        """Somebody has to look."""
        found: dict[str, Any] = super().clean() or {}
        if not any(found.get(name) for name in PEOPLE):
            self.add_error("person_1", _("Choose who looks at it"))
        return found


class ChannelForm(CheckersForm):
    """One more channel: an official account, or a public place by name."""

    name = forms.CharField(
        label=_("Or which public place?"),
        max_length=120,
        required=False,
        help_text=_(
            "Such as Mumsnet, a local Facebook group by its name, the Google listing. "
            "Public places only: no group that one must be let into."
        ),
    )
    platform = forms.TypedChoiceField(
        label=_("Where is that place?"),
        choices=_platforms,
        coerce=Platform,
        required=False,
        empty_value=None,
    )
    address = forms.URLField(
        label=_("Its address on the web"), max_length=1000, required=False, assume_scheme="https"
    )
    every = forms.TypedChoiceField(
        label=_("How often?"),
        choices=_every,
        coerce=CheckEvery,
        widget=Radios(),
        help_text=_("Your policy does not say how often: you choose"),
        error_messages={"required": CHOOSE_HOW_OFTEN},
    )
    weekday = forms.TypedChoiceField(
        label=_("On which day of the week?"),
        choices=_weekdays,
        coerce=int,
        initial=0,
        help_text=_("On a closed day it moves to the nearest school day of that week"),
    )

    def __init__(self, *args: Any, accounts: Iterable[OfficialAccount], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.accounts = {str(account.pk): account for account in accounts}
        named = [(pk, name_of(account)) for pk, account in self.accounts.items()]
        self.fields["account"] = forms.TypedChoiceField(
            label=_("Which official account?"),
            choices=[("", _("None: a public place")), *named],
            coerce=self.accounts.__getitem__,
            required=False,
            empty_value=None,
        )
        self.order_fields(["account"])

    def clean(self) -> dict[str, Any]:
        """An account or a place: one of the two, and of a place where it is."""
        found = super().clean()
        if not found.get("account"):
            if not found.get("name"):
                self.add_error("name", _("Enter the name of the place, or choose an account"))
            elif not found.get("platform"):
                self.add_error("platform", _("Choose where that place is"))
        return found


class CoverForm(Form):
    """Who is away, who looks in their place, and when."""

    first_day = DateField(label=_("From"), what="the first day")
    last_day = DateField(label=_("To"), what="the last day")

    field_order = ["person", "by_person", "first_day", "last_day"]

    def __init__(self, *args: Any, staff: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (("person", _("Who is away?")), ("by_person", _("Who looks instead?"))):
            self.fields[name] = StaffField(staff, label=label)
            self.fields[name].required = True
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        """Two people, and an end after the beginning."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("person") and found.get("person") == found.get("by_person"):
            self.add_error("by_person", _("Choose somebody else"))
        first, last = found.get("first_day"), found.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day must be the first day or later"))
        return found


class CorrectionForm(Form):
    """What should have been recorded, and why it was wrong."""

    note = forms.CharField(
        label=_("What was wrong?"),
        max_length=300,
        help_text=_("No names, and nothing of what was seen"),
        error_messages={"required": _("Say what was wrong")},
    )

    def __init__(self, *args: Any, answers: Iterable[CheckResult], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = frozenset(answers)
        self.fields["result"] = forms.TypedChoiceField(
            label=_("What should it say?"),
            choices=[(each.value, RESULTS[each]) for each in CheckResult if each in known],
            coerce=CheckResult,
            widget=Radios(),
        )
        self.order_fields(["result"])


class PolicyForm(Form):
    """
    For each channel that the policy names: a box, how often, on which day, and who that is.

    The names of fields are numbers: the policy's own words may hold anything.
    """

    mark_optional = False

    def __init__(
        self, *args: Any, offers: Sequence[Offer], staff: Sequence[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offers = list(offers)
        for number, offer in enumerate(self.offers):
            self._add(number, offer, staff)

    def _add(self, number: int, offer: Offer, staff: Sequence[Person]) -> None:
        self.fields[f"take_{number}"] = forms.BooleanField(
            label=_("Put %(name)s on the rota") % {"name": offer.named.name}, required=False
        )
        for place, (name, meant) in enumerate(offer.people):
            self.fields[f"person_{number}_{place}"] = StaffField(
                staff,
                label=_("Who is “%(name)s”?") % {"name": name},
                initial=str(meant[0].pk) if len(meant) == 1 else "",
            )
        if not offer.people:
            self.fields[f"person_{number}_0"] = StaffField(staff, label=_("Who looks at it?"))
        self.fields[f"every_{number}"] = forms.TypedChoiceField(
            label=_("How often?"),
            choices=[("", _("Choose")), *_every()],
            coerce=CheckEvery,
            required=False,
            empty_value=None,
            help_text=_("Your policy does not say how often: you choose"),
        )
        self.fields[f"weekday_{number}"] = forms.TypedChoiceField(
            label=_("On which day of the week?"),
            choices=_weekdays,
            coerce=int,
            initial=0,
            required=False,
            empty_value=None,
        )

    def rows(self) -> list[tuple[Offer, list[forms.BoundField]]]:
        """Each offer with its boxes, for the page."""
        return [
            (offer, [self[name] for name in self.fields if name.split("_")[1] == str(number)])
            for number, offer in enumerate(self.offers)
        ]

    def clean(self) -> dict[str, Any]:
        """What is ticked needs to be told how often, and by whom."""
        found: dict[str, Any] = super().clean() or {}
        for number, _offer in enumerate(self.offers):
            if found.get(f"take_{number}"):
                if not found.get(f"every_{number}"):
                    self.add_error(f"every_{number}", CHOOSE_HOW_OFTEN)
                if not self._people(number, found):
                    self.add_error(f"person_{number}_0", _("Choose who looks at it"))
        return found

    def taken(self) -> list[tuple[Offer, tuple[Person, ...], CheckEvery, int]]:
        """What was ticked, with the people who were confirmed and the rhythm that was chosen."""
        found = self.cleaned_data
        return [
            (
                offer,
                self._people(number, found),
                found[f"every_{number}"],
                found[f"weekday_{number}"] or 0,
            )
            for number, offer in enumerate(self.offers)
            if found[f"take_{number}"]
        ]

    def _people(self, number: int, found: dict[str, Any]) -> tuple[Person, ...]:
        named = [found.get(name) for name in self.fields if name.startswith(f"person_{number}_")]
        return tuple(dict.fromkeys(person for person in named if person))
