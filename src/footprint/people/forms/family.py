"""Who is whose family, and may they give permission."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form, Radios
from footprint.people.models import Person, Relation
from footprint.people.wording import year_word

_MAY = _("They hold parental responsibility and may give permission for the pupil")


class ChangeLinkForm(Form):
    """What a relative is to somebody."""

    relation = forms.TypedChoiceField(
        label=_("What are they to each other?"),
        coerce=Relation,
        choices=Relation.choices,
        widget=Radios(
            hints={
                Relation.PARENT.value: _("Step and adoptive parents too"),  # type: ignore[dict-item]
                Relation.CARER.value: _("Foster carers and guardians too"),  # type: ignore[dict-item]
            }
        ),
    )
    may_give_permission = forms.BooleanField(
        label=_MAY,
        required=False,
        help_text=_("For pictures and agreements. Only for an adult and a pupil."),
    )


class LinkForm(ChangeLinkForm):
    """The same, and who it is: one of those whom the search has found."""

    relative = forms.TypedChoiceField(
        label=_("Who is it?"),
        coerce=int,
        widget=Radios,
        error_messages={
            "required": _("Look for a name, then select who it is"),
            "invalid_choice": _("Look for a name, then select who it is"),
        },
    )
    field_order = ("relative", "relation", "may_give_permission")

    def __init__(self, *args: Any, found: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["relative"].choices = [(each.pk, _spoken(each)) for each in found]  # type: ignore[attr-defined]


def _spoken(person: Person) -> str:
    place = ", ".join(filter(None, [year_word(person.year_group), person.class_name]))
    return f"{person.name} ({place or person.email})" if place or person.email else person.name
