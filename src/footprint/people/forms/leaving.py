"""Somebody leaves, comes back, or was recorded as a leaver by mistake."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, DateField, Form
from footprint.people.models import Person
from footprint.people.wording import part_word
from footprint.rulebook.terms import Audience
from footprint.schools.models import School


class LeavingForm(Form):
    """The day, and which parents leave with a pupil."""

    on = DateField(
        label=_("First day on which they are not here"),
        what="the day",
        help_text=_("Today, or the day after their last day"),
    )
    with_them = forms.TypedMultipleChoiceField(
        label=_("Who leaves with them?"),
        required=False,
        coerce=int,
        widget=Checkboxes,
        help_text=_("They have no other child here and no other part in the school."),
    )

    def __init__(self, *args: Any, parents: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(parent.pk, parent.name) for parent in parents]
        if choices:
            self.fields["with_them"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["with_them"]


class UndoForm(Form):
    """Why a leaving was a mistake."""

    reason = forms.CharField(
        label=_("Why was it a mistake?"),
        max_length=200,
        help_text=_("Kept in the record. Such as “the wrong person was chosen”."),
    )


class ReturnForm(Form):
    """Somebody is here again, as what, and since when."""

    audiences = forms.TypedMultipleChoiceField(
        label=_("What are they now?"), coerce=Audience, widget=Checkboxes
    )
    on = DateField(label=_("Since which day?"), what="the day")
    with_account = forms.BooleanField(
        label=_("They may sign in again, with the roles they had"), required=False
    )

    def __init__(self, *args: Any, school: School, has_account: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["audiences"].choices = [  # type: ignore[attr-defined]
            (each.value, part_word(each, school)) for each in Audience
        ]
        if not has_account:
            del self.fields["with_account"]
