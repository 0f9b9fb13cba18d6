"""Who keeps an account and who approves; and what is taken from the policy."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form
from footprint.people.models import Person
from footprint.registers.official_accounts.against_policy import Suggestion
from footprint.registers.official_accounts.models import DutyKind, OfficialAccount

KEEPERS = ("keeper_1", "keeper_2", "keeper_3")
APPROVERS = ("approver_1", "approver_2", "approver_3")
LABELS = {
    "keeper_1": _("First keeper"),
    "keeper_2": _("Second keeper"),
    "keeper_3": _("Third keeper"),
    "approver_1": _("First approver"),
    "approver_2": _("Second approver"),
    "approver_3": _("Third approver"),
}


class StaffField(forms.TypedChoiceField):
    """One of the staff; cleans to the person, or None."""

    def __init__(self, staff: Sequence[Person], **kwargs: Any) -> None:
        people = {str(person.pk): person for person in staff}
        super().__init__(
            choices=[("", _("Nobody")), *((pk, person.name) for pk, person in people.items())],
            coerce=people.__getitem__,
            empty_value=None,
            required=False,
            **kwargs,
        )


class PeopleForm(Form):
    """Up to three keepers and up to three approvers, from the staff who are here."""

    mark_optional = False

    def __init__(self, *args: Any, staff: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in LABELS.items():
            self.fields[name] = StaffField(staff, label=label)

    @staticmethod
    def showing(account: OfficialAccount) -> dict[str, Any]:
        """Those who are named now as the form's first values."""
        named = account.current_duties
        first: dict[str, Any] = {}
        for kind, names in ((DutyKind.KEEPER, KEEPERS), (DutyKind.APPROVER, APPROVERS)):
            people = [duty.person_id for duty in named if duty.kind == kind]
            first.update(dict(zip(names, people, strict=False)))
        return first

    def keepers(self) -> list[Person]:
        return self._named(KEEPERS)

    def approvers(self) -> list[Person]:
        return self._named(APPROVERS)

    def _named(self, names: Sequence[str]) -> list[Person]:
        people = [self.cleaned_data[name] for name in names if self.cleaned_data[name]]
        return list(dict.fromkeys(people))


class PolicyForm(Form):
    """
    One box for each channel that the policy names, and who each written name is.

    The names of fields are numbers: the policy's own words may hold anything.
    """

    mark_optional = False

    def __init__(
        self, *args: Any, suggestions: Sequence[Suggestion], staff: Sequence[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.suggestions = list(suggestions)
        for number, suggestion in enumerate(self.suggestions):
            self.fields[f"take_{number}"] = forms.BooleanField(
                label=_("Put %(name)s into the register") % {"name": suggestion.named.name},
                required=False,
            )
            for place, (name, meant) in enumerate(suggestion.keepers):
                self.fields[f"keeper_{number}_{place}"] = StaffField(
                    staff,
                    label=_("Who is “%(name)s”?") % {"name": name},
                    initial=str(meant[0].pk) if len(meant) == 1 else "",
                )

    def rows(self) -> list[tuple[Suggestion, list[forms.BoundField]]]:
        """Each suggestion with its boxes, for the page."""
        return [
            (
                suggestion,
                [
                    self[f"take_{number}"],
                    *(self[f"keeper_{number}_{p}"] for p in range(len(suggestion.keepers))),
                ],
            )
            for number, suggestion in enumerate(self.suggestions)
        ]

    def taken(self) -> list[tuple[Suggestion, tuple[Person, ...]]]:
        """What was ticked, with the keepers that were confirmed."""
        found = []
        for number, suggestion in enumerate(self.suggestions):
            if self.cleaned_data[f"take_{number}"]:
                names = [f"keeper_{number}_{place}" for place in range(len(suggestion.keepers))]
                people = [self.cleaned_data[name] for name in names if self.cleaned_data[name]]
                found.append((suggestion, tuple(dict.fromkeys(people))))
        return found
