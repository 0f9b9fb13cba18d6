"""The questions behind a one-time link: each person, each use, yes or no, nothing chosen before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from footprint.design.forms import Form, YesNoField
from footprint.people.models import Person
from footprint.registers.image_permissions.actions import Said
from footprint.registers.image_permissions.models import ImagePermission, ImageUse
from footprint.registers.image_permissions.wording import AS_ANSWERED, WHO_SEES

NO_TO_ALL = "no_to_all"


@dataclass(frozen=True)
class Group:
    """The questions about one person."""

    person: Person
    is_giver: bool
    fields: list[BoundField]


class AnswerForm(Form):
    """
    Every use of every person that a giver answers for; what is left open stays as it is.

    Args:
        stored: {(the person's key, the use's key): the giver's current answer}.
    """

    mark_optional = False

    def __init__(
        self,
        data: QueryDict | None,
        *,
        giver: Person,
        people: Iterable[Person],
        uses: Iterable[ImageUse],
        stored: Mapping[tuple[int, int], ImagePermission],
    ) -> None:
        super().__init__(data)
        self.giver = giver
        self.asked = {
            f"answer-{person.pk}-{use.pk}": (person, use) for person in people for use in uses
        }
        for name, (person, use) in self.asked.items():
            self.fields[name] = YesNoField(
                label=use.label,
                required=False,
                help_text=_hint(use, stored.get((person.pk, use.pk))),
            )

    @property
    def groups(self) -> list[Group]:
        people = {person.pk: person for person, _use in self.asked.values()}
        return [
            Group(
                person,
                person.pk == self.giver.pk,
                [self[name] for name, (each, _use) in self.asked.items() if each.pk == person.pk],
            )
            for person in people.values()
        ]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if NO_TO_ALL in self.data:
            cleaned = dict.fromkeys(self.asked, False)
        elif all(cleaned.get(name) is None for name in self.asked) and not self.errors:
            raise forms.ValidationError(_("Choose yes or no for at least one use"))
        return cleaned

    def said(self) -> list[Said]:
        """What was answered; never called before the form is valid."""
        return [
            Said(self.giver, person, use, self.cleaned_data[name])
            for name, (person, use) in self.asked.items()
            if self.cleaned_data[name] is not None
        ]


def _hint(use: ImageUse, stored: ImagePermission | None) -> str:
    hint = str(WHO_SEES[use.picture_use])
    if stored is None:
        return hint
    return format_html(
        "{} <strong>{}</strong>",
        hint,
        _("Stored now: %(answer)s, since %(day)s.")
        % {
            "answer": AS_ANSWERED[stored.said],
            "day": date_format(localtime(stored.at), "j F Y"),
        },
    )
