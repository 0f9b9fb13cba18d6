"""The governing body's decision."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form
from footprint.policies.inpost import Named
from footprint.policies.leftopen import MOST_DAYS, given_before, left_open
from footprint.rulebook.catalogue import Part
from footprint.rulebook.policy import Clause, Policy
from footprint.rulebook.terms import ClauseName

OPEN_QUESTIONS = {
    "days": _("How many school days do you give for a post to be deleted?"),
    "answer_days": _("Within how many school days do you answer a post, or note why not?"),
}
OPEN_KEYS = {"days": "expected"}  # the value whose sentence leaves the number open


class AdoptForm(Form):
    """The governing body's decision, and the numbers that the document leaves open."""

    adopted_on = DateField(
        label=_("When did the governing body adopt it?"), what=str(_("the day of adoption"))
    )
    minute = forms.CharField(
        label=_("Reference of the minute"),
        help_text=_("For example: full governing body, item 7"),
        max_length=200,
        error_messages={"required": _("Enter the reference of the minute")},
        widget=forms.TextInput(attrs={"class": "govuk-!-width-two-thirds"}),
    )
    review_on = DateField(
        label=_("When is it next due for review?"), what=str(_("the review date")), required=False
    )

    def __init__(
        self,
        *args: Any,
        policy: Policy,
        in_force: Policy | None,
        gone: Sequence[Named],
        today: date,
        **kwargs: Any,
    ) -> None:
        """
        Args:
            policy: as it is to be adopted.
            in_force: what the school adopted before; the numbers it gave then stand in the form.
            gone: people whom the policy names and of whom nobody knows that they are in post.
        """
        self.asked = {_field_name(name, part): (name, part) for name, part in left_open(policy)}
        days = {
            field_name: _days_field(part, policy.clause(name))
            for field_name, (name, part) in self.asked.items()
        }
        checked = {"in_post": _in_post_field(gone)} if gone else {}
        self.base_fields = {**self.base_fields, **days, **checked}  # type: ignore[misc]
        before = given_before(policy, in_force) if in_force else {}
        kwargs["initial"] = {
            field: before[name, part.key]
            for field, (name, part) in self.asked.items()
            if (name, part.key) in before
        }
        super().__init__(*args, **kwargs)
        cast(DateField, self.fields["adopted_on"]).latest = today

    def given(self) -> Mapping[tuple[ClauseName, str], int]:
        """{(clause, key): number} of those that were filled in."""
        return {
            (name, part.key): self.cleaned_data[field]
            for field, (name, part) in self.asked.items()
            if self.cleaned_data.get(field) is not None
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        adopted, review = cleaned.get("adopted_on"), cleaned.get("review_on")
        if adopted and review and review <= adopted:
            self.add_error("review_on", _("The review must come after the adoption"))
        return cleaned


def _in_post_field(gone: Sequence[Named]) -> forms.BooleanField:
    people = ", ".join(f"{each.name} ({each.channel})" for each in gone)
    return forms.BooleanField(
        label=_("We have checked that they are still in post"),
        help_text=_("Named in the policy: %s") % people,
        error_messages={
            "required": _(
                "Check that these people are still in post. If one is not, correct the clause first"
            )
        },
    )


def _days_field(part: Part, clause: Clause) -> forms.IntegerField:
    quote = clause.quote_for(OPEN_KEYS.get(part.key, ""))
    return forms.IntegerField(
        label=OPEN_QUESTIONS[part.key],
        help_text=_("Your policy says: “%s”") % quote.text if quote else "",
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
        widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
    )


def _field_name(name: ClauseName, part: Part) -> str:
    return f"{name.value}_{part.key}"
