"""What families were offered."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, DateField, Form, Radios
from footprint.people.wording import year_word
from footprint.registers.lessons.actions import OfferDetails
from footprint.registers.lessons.models import FamilyOffer, OfferKind
from footprint.registers.lessons.models.kept import LONGEST_REASON
from footprint.registers.lessons.models.offers import LONGEST_WHAT
from footprint.registers.lessons.years import Years


class OfferForm(Form):
    """
    One offer.

    Args:
        corrects: an offer to start from; a reason is asked for.
    """

    kind = forms.ChoiceField(
        label=_("What kind of offer was it?"),
        choices=OfferKind.choices,
        widget=Radios(
            hints={
                OfferKind.FAMILY_AGREEMENT.value: str(
                    _("That it was offered, never what a family agreed: they keep that.")
                )
            }
        ),
    )
    what = forms.CharField(
        label=_("What was offered?"),
        max_length=LONGEST_WHAT,
        help_text=_("For example: Evening on phones and sleep. No names of families."),
    )
    offered_on = DateField(label=_("Which day?"), what="the day")
    year_groups = forms.TypedMultipleChoiceField(
        label=_("Whose families?"),
        help_text=_("Tick none if it was for all families."),
        coerce=int,
        required=False,
        widget=Checkboxes(attrs={"class": "govuk-checkboxes--small"}),
    )
    reason = forms.CharField(
        label=_("What was wrong?"),
        max_length=LONGEST_REASON,
        help_text=_("What was recorded before stays on record with your reason."),
    )

    def __init__(
        self,
        *args: Any,
        years: Years,
        today: date,
        corrects: FamilyOffer | None = None,
        **kwargs: Any,
    ) -> None:
        if corrects:
            kwargs["initial"] = {
                "kind": corrects.kind,
                "what": corrects.what,
                "offered_on": corrects.offered_on,
                "year_groups": corrects.year_groups,
            }
        super().__init__(*args, **kwargs)
        self.fields["offered_on"].latest = today  # type: ignore[attr-defined]
        numbers = {*years.numbers, *(corrects.year_groups if corrects else ())}
        self.fields["year_groups"].choices = [  # type: ignore[attr-defined]
            (str(year), year_word(year)) for year in sorted(numbers)
        ]
        if not corrects:
            del self.fields["reason"]

    def details(self) -> OfferDetails:
        """What was typed; only of a form that is valid."""
        given = self.cleaned_data
        return OfferDetails(
            kind=OfferKind(given["kind"]),
            what=given["what"],
            offered_on=given["offered_on"],
            year_groups=frozenset(given["year_groups"]),
        )
