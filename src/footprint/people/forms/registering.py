"""What is kept about a person: a form that has only the fields that their parts need."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios
from footprint.people.details import FIELDS, Details, kept_for
from footprint.people.importing.values import LONGEST_CLASS, LONGEST_NAME, LONGEST_PHONE
from footprint.people.wording import part_word, year_choices
from footprint.rulebook.terms import Audience
from footprint.schools.models import School
from footprint.users.models import User

_NARROW = {"class": "govuk-input--width-20"}


class PartForm(Form):
    """What somebody is here: decides what is asked next."""

    part = forms.ChoiceField(label=_("What are they here?"), widget=Radios)

    def __init__(self, *args: Any, school: School, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [  # type: ignore[attr-defined]
            (each.value, part_word(each, school)) for each in Audience
        ]


class PersonForm(Form):
    """The fields of somebody with these parts, and no others."""

    given_name = forms.CharField(label=_("First name"), max_length=LONGEST_NAME)
    family_name = forms.CharField(label=_("Family name"), max_length=LONGEST_NAME)
    known_as = forms.CharField(
        label=_("Known as"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("If they are called something else than their first name"),
    )
    year_group = forms.TypedChoiceField(
        label=_("Year group"), required=False, coerce=int, empty_value=None
    )
    class_name = forms.CharField(
        label=_("Class"),
        required=False,
        max_length=LONGEST_CLASS,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )
    born_on = DateField(
        label=_("Date of birth"),
        required=False,
        help_text=_("How long records are kept counts from it"),
    )
    email = forms.EmailField(label=_("Email address"), required=False)
    phone = forms.CharField(
        label=_("Telephone"),
        required=False,
        max_length=LONGEST_PHONE,
        widget=forms.TextInput(attrs=_NARROW),
    )
    external_id = forms.CharField(
        label=_("Key in the school’s own system"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("So that the next import knows them again. Leave it empty if you do not know."),
        widget=forms.TextInput(attrs=_NARROW),
    )
    joined_on = DateField(label=_("Joined on"), required=False)
    account = forms.TypedChoiceField(
        label=_("Their account here"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_(
            "Whoever signs in and is in the register is shut out of matters about themselves and "
            "their family. Without this link Footprint cannot know."
        ),
    )

    def __init__(
        self, *args: Any, parts: Iterable[Audience], accounts: Iterable[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        parts = list(parts)
        kept = kept_for(parts)
        for name in FIELDS:
            if name not in kept:
                del self.fields[name]
        if "year_group" in self.fields:
            years = [("", _("None")), *year_choices()]
            self.fields["year_group"].choices = years  # type: ignore[attr-defined]
        if parts == [Audience.PUPIL]:
            del self.fields["account"]
        else:
            users = [(user.pk, f"{user.name}, {user.email}") for user in accounts]
            self.fields["account"].choices = [("", _("None")), *users]  # type: ignore[attr-defined]

    def not_after(self, today: date) -> None:
        """Nobody is born tomorrow."""
        if "born_on" in self.fields:
            self.fields["born_on"].latest = today  # type: ignore[attr-defined]

    def details(self) -> Details:
        """What was entered."""
        return Details(**{name: self.cleaned_data[name] for name in FIELDS if name in self.fields})

    def account_key(self) -> int | None:
        """The key of the chosen account."""
        return self.cleaned_data.get("account")

    def clean_given_name(self) -> str:
        """With single spaces."""
        return " ".join(str(self.cleaned_data["given_name"]).split())

    def clean_family_name(self) -> str:
        """With single spaces."""
        return " ".join(str(self.cleaned_data["family_name"]).split())


class GivePartForm(Form):
    """One more part for somebody who has one."""

    audience = forms.TypedChoiceField(label=_("They are also"), coerce=Audience, widget=Radios)
    since = DateField(label=_("Since when?"), required=False)

    def __init__(self, *args: Any, school: School, but: Iterable[Audience], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        has = set(but)
        self.fields["audience"].choices = [  # type: ignore[attr-defined]
            (each.value, part_word(each, school)) for each in Audience if each not in has
        ]


class EndPartForm(Form):
    """The first day on which it is not so."""

    until = DateField(label=_("From which day is it not so?"), what="the day")
