"""A name that somebody types, and which person of the register it is; without any script."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form, Radios
from footprint.people.models import Person, PersonQuerySet

SHOWN = 8
NOBODY = "none"


class NameForm(Form):
    """
    A form with names to type. Where a name fits people of the register, it asks which is meant.

    One whose whole name fits alone is taken without asking. `whom` says among whom to look for
    each field; for somebody who may not pick people by name, `silently` finds only whole names
    and never shows who there is.
    """

    def __init__(
        self, *args: Any, whom: dict[str, PersonQuerySet], silently: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.found: dict[str, dict[str, Person]] = {}
        self.alone: dict[str, Person] = {}
        for name, people in whom.items():
            self._look(name, people, silently)

    def person(self, name: str) -> Person | None:
        """Who was meant; None for somebody who is not in the register."""
        if name in self.alone:
            return self.alone[name]
        chosen = str(self.cleaned_data.get(f"{name}_which") or NOBODY)
        return self.found.get(name, {}).get(chosen)

    def _look(self, name: str, people: PersonQuerySet, silently: bool) -> None:
        typed = " ".join(str(self.data.get(name) or "").split())
        if not typed:
            return
        rows = list(people.with_words(typed).for_list()[: SHOWN + 1])
        whole = [row for row in rows if typed.casefold() in _names(row)]
        if len(whole) == 1:
            self.alone[name] = whole[0]
        elif rows and not silently:
            self._ask(name, rows)

    def _ask(self, name: str, rows: list[Person]) -> None:
        self.found[name] = {str(row.pk): row for row in rows[:SHOWN]}
        choices = [(key, in_list(row)) for key, row in self.found[name].items()]
        field = forms.ChoiceField(
            label=_("Which of these do you mean?"),
            choices=[*choices, (NOBODY, _("None of these"))],
            widget=Radios,
            error_messages={"required": _("Select the person you mean, or “None of these”")},
        )
        self.fields[f"{name}_which"] = field
        order = list(self.fields)
        order.remove(f"{name}_which")
        order.insert(order.index(name) + 1, f"{name}_which")
        self.order_fields(order)


class PickForm(NameForm):
    """Somebody of the register, by name."""

    name = forms.CharField(
        label=_("Who is it?"),
        max_length=120,
        help_text=_("First and last name, as in the register of people"),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if "name" in cleaned and not self.errors and self.person("name") is None:
            self.add_error("name", _("Nobody in the register of people has this name"))
        return cleaned


def _names(row: Person) -> set[str]:
    first = {row.given_name, row.known_as} - {""}
    return {f"{name} {row.family_name}".casefold() for name in first}


def in_list(row: Person) -> str:
    """Enough to tell two of a name apart, and no more."""
    return f"{row.name}, {row.class_name}" if row.class_name else row.name
