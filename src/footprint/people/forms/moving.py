"""What becomes of each class at the end of a year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form
from footprint.people.actions import Move
from footprint.people.importing.values import LONGEST_CLASS
from footprint.people.models import NURSERY, OLDEST_YEAR, RECEPTION
from footprint.people.wording import year_word

STAY, UP, LEAVE = "stay", "up", "leave"
_SIGNS = {NURSERY: "N", RECEPTION: "R"}  # what a class is called after, else the year's number


@dataclass(frozen=True)
class Group:
    """One class in one year, with the number of its pupils."""

    year_group: int | None
    class_name: str
    pupils: int

    @property
    def words(self) -> str:
        """ "Year 3, 3B: 28 pupils"."""
        place = ", ".join(filter(None, [year_word(self.year_group), self.class_name]))
        return f"{place or _('No class')} ({self.pupils})"

    @property
    def class_after(self) -> str:
        """3B becomes 4B, RA becomes 1A; a name without the year in it stays."""
        if self.year_group is None:
            return self.class_name
        sign = _SIGNS.get(self.year_group, str(self.year_group))
        longer = r"\d" if sign.isdigit() else "[a-z]"  # 33 is not 3, Robins is not R
        if not re.match(rf"{sign}(?!{longer})", self.class_name):
            return self.class_name
        after = self.year_group + 1
        return f"{_SIGNS.get(after, after)}{self.class_name[len(sign) :]}"

    @property
    def may_go_up(self) -> bool:
        """There is a year after this one."""
        return self.year_group is not None and self.year_group < OLDEST_YEAR


class MoveForm(Form):
    """For each class: stays, goes up and is called, or leaves; and from which day leavers do."""

    leaves_on = DateField(
        label=_("First day on which leavers are not here"),
        required=False,
        help_text=_("Only where a class leaves"),
    )

    def __init__(self, *args: Any, groups: Sequence[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = groups
        oldest = max((group.year_group or 0 for group in groups), default=0)
        for number, group in enumerate(groups):
            choices = [(STAY, _("Stays as it is")), (LEAVE, _("Leaves the school"))]
            if group.may_go_up:
                choices.insert(1, (UP, _("Goes up a year")))
            goes_up = group.may_go_up and group.year_group != oldest
            self.fields[f"what{number}"] = forms.ChoiceField(
                label=group.words, choices=choices, initial=UP if goes_up else STAY
            )
            if group.may_go_up:
                self.fields[f"class{number}"] = forms.CharField(
                    label=_("%(group)s: class after going up") % {"group": group.words},
                    required=False,
                    max_length=LONGEST_CLASS,
                    initial=group.class_after,
                    widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
                )
            self.fields[f"pupils{number}"] = forms.IntegerField(
                widget=forms.HiddenInput, initial=group.pupils, required=False
            )
        self.order_fields([*(name for name in self.fields if name != "leaves_on"), "leaves_on"])
        self.mark_optional = False

    def clean(self) -> dict[str, Any]:
        """A day, where somebody leaves."""
        found: dict[str, Any] = super().clean() or {}
        leaves = any(value == LEAVE for name, value in found.items() if name.startswith("what"))
        if leaves and not found.get("leaves_on") and "leaves_on" not in self.errors:
            self.add_error("leaves_on", _("Enter the day from which the leavers are not here"))
        return found

    def moves(self) -> list[Move]:
        """What is to be done, for the classes that do not stay as they are."""
        data = self.cleaned_data
        return [
            Move(
                year_group=group.year_group,
                class_name=group.class_name,
                pupils=data.get(f"pupils{number}") or group.pupils,
                to_year=group.year_group + 1 if group.year_group is not None else None,
                to_class=data.get(f"class{number}", ""),
                leaves_on=data["leaves_on"] if data[f"what{number}"] == LEAVE else None,
            )
            for number, group in enumerate(self.groups)
            if data[f"what{number}"] != STAY
        ]
