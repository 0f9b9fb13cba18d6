"""What came back on paper: for one person, or for a class."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from footprint.design.forms import Form, Radios, YesNoField
from footprint.people.models import Person
from footprint.registers.image_permissions.actions import Said
from footprint.registers.image_permissions.models import ImageUse

ANSWERS = (("", gettext_lazy("As it is")), ("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No")))


class PaperForm(Form):
    """One sheet: who signed it, and yes or no for each use; what is left open stays as it is."""

    mark_optional = False

    def __init__(
        self,
        data: QueryDict | None,
        *,
        person: Person,
        givers: Iterable[Person],
        uses: Iterable[ImageUse],
    ) -> None:
        super().__init__(data)
        self.person = person
        self.givers = {str(giver.pk): giver for giver in givers}
        self.uses = {f"use-{use.pk}": use for use in uses}
        self.fields["giver"] = forms.ChoiceField(
            label=_("Who signed?"),
            widget=Radios,
            error_messages={"required": _("Choose who signed the paper")},
            choices=[(key, _who(giver, person)) for key, giver in self.givers.items()],
        )
        for name, use in self.uses.items():
            self.fields[name] = YesNoField(label=use.label, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and all(cleaned[name] is None for name in self.uses):
            raise forms.ValidationError(_("Choose yes or no for at least one use"))
        return cleaned

    def said(self) -> list[Said]:
        giver = self.givers[self.cleaned_data["giver"]]
        return [
            Said(giver, self.person, use, self.cleaned_data[name])
            for name, use in self.uses.items()
            if self.cleaned_data[name] is not None
        ]


def _who(giver: Person, person: Person) -> str:
    if giver.pk != person.pk:
        return giver.name
    return _("%(name)s, for themselves") % {"name": giver.name}


def _select(words: str) -> forms.Select:
    """In a table the heading is the label for the eye; a reader hears these words."""
    return forms.Select(attrs={"aria-label": words})


@dataclass(frozen=True)
class ClassCell:
    """The answer of one pupil about one use; under which heading it stands."""

    use: ImageUse
    bound: BoundField


@dataclass(frozen=True)
class ClassRow:
    """One pupil's line: who signed, and an answer for each use."""

    person: Person
    giver: BoundField | None  # None where nobody may answer for them
    fields: list[ClassCell]


class ClassForm(Form):
    """The sheets of a whole class: a line for each pupil, a column for each use."""

    mark_optional = False

    def __init__(
        self,
        data: QueryDict | None,
        *,
        people: Iterable[Person],
        givers: Mapping[int, list[Person]],
        uses: Iterable[ImageUse],
    ) -> None:
        super().__init__(data)
        self.people, self.uses = list(people), list(uses)
        self.givers = {person.pk: givers[person.pk] for person in self.people}
        for person in self.people:
            self._add_line(person)

    def _add_line(self, person: Person) -> None:
        if not self.givers[person.pk]:
            return
        signed = _("Who signed for %(name)s") % {"name": person.name}
        self.fields[f"giver-{person.pk}"] = forms.ChoiceField(
            label=signed,
            widget=_select(signed),
            choices=[(str(each.pk), _who(each, person)) for each in self.givers[person.pk]],
        )
        for use in self.uses:
            words = _("%(use)s for %(name)s") % {"use": use.label, "name": person.name}
            self.fields[f"answer-{person.pk}-{use.pk}"] = forms.ChoiceField(
                label=words, required=False, choices=ANSWERS, widget=_select(words)
            )

    @property
    def rows(self) -> list[ClassRow]:
        return [self._row(person) for person in self.people]

    def _row(self, person: Person) -> ClassRow:
        if not self.givers[person.pk]:
            return ClassRow(person, None, [])
        cells = [ClassCell(use, self[f"answer-{person.pk}-{use.pk}"]) for use in self.uses]
        return ClassRow(person, self[f"giver-{person.pk}"], cells)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(
            answer for name, answer in cleaned.items() if name.startswith("answer-")
        ):
            raise forms.ValidationError(_("Choose yes or no for at least one pupil"))
        return cleaned

    def said(self) -> list[Said]:
        found = []
        for person in self.people:
            givers = {str(giver.pk): giver for giver in self.givers[person.pk]}
            for use in self.uses:
                answer = self.cleaned_data.get(f"answer-{person.pk}-{use.pk}")
                if answer:
                    giver = givers[self.cleaned_data[f"giver-{person.pk}"]]
                    found.append(Said(giver, person, use, answer == "yes"))
        return found
