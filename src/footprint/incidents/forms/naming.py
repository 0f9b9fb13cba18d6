"""Who is named: people with an account to tick, everybody else by name, a line each."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Radios
from footprint.incidents.circle import Member
from footprint.incidents.forms.parts import RevisionForm, named_field, words
from footprint.incidents.models import NamedAs
from footprint.people.models import Person, PersonQuerySet

MOST = 30  # names in one go
GUESSES = 5


class NamesField(forms.CharField):
    """Names out of the register of people, one on a line; the class may follow the name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Pupils, parents and others who are named, one on a line"),
            help_text=_(
                "As in your register of people, with the class where two share a name: "
                "Tolly Applegarth 3B. They and their family at school then get no sign of it"
            ),
            widget=words(3),
            required=False,
            **kwargs,
        )
        self.people: PersonQuerySet = Person.objects.none()

    def offer(self, people: PersonQuerySet) -> None:
        """Look for names among these."""
        self.people = people

    def clean(self, value: Any) -> list[Person]:
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines()]
        wanted = list(dict.fromkeys(line for line in lines if line))
        if len(wanted) > MOST:
            raise ValidationError(_now("Name at most %(most)s people at once") % {"most": MOST})
        found, errors = [], []
        for line in wanted:
            try:
                found.append(self._find(line))
            except ValidationError as error:
                errors.append(error)
        if errors:
            raise ValidationError(errors)
        return found

    def _find(self, line: str) -> Person:
        near = list(self.people.with_words(line)[: 4 * GUESSES])
        exact = [person for person in near if line.casefold() in _spellings(person)]
        if len(exact) == 1:
            return exact[0]
        if exact:
            raise ValidationError(
                _now("%(count)s people are called “%(name)s”. Add the class to the name: %(all)s")
                % {"count": len(exact), "name": line, "all": _listed(exact)}
            )
        if near:
            raise ValidationError(
                _now("Nobody is called exactly “%(name)s”. Did you mean: %(all)s?")
                % {"name": line, "all": _listed(near[:GUESSES])}
            )
        raise ValidationError(
            _now(
                "“%(name)s” is not in your register of people. Check the spelling, or take the "
                "name out here and tick below whoever is family of theirs."
            )
            % {"name": line}
        )


def _spellings(person: Person) -> set[str]:
    names = {person.name, f"{person.given_name} {person.family_name}"}
    with_class = {f"{name} {person.class_name}" for name in names}
    return {name.casefold() for name in names | with_class}


def _listed(people: Iterable[Person]) -> str:
    return ", ".join(f"{person.name} {person.class_name}".strip() for person in people)


class NameForm(RevisionForm):
    """Names people in a matter that is open already."""

    named_as = forms.TypedChoiceField(
        label=_("What have they to do with it?"),
        choices=NamedAs.choices,
        coerce=NamedAs,
        widget=Radios,
    )
    names = NamesField()
    users = named_field()

    def __init__(
        self, *args: Any, members: Iterable[Member], people: PersonQuerySet, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["users"].label = _("Who of those who sign in here is named?")
        self.fields["users"].offer(members)  # type: ignore[attr-defined]
        self.fields["names"].offer(people)  # type: ignore[attr-defined]

    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "people": data["names"],
            "users": data["users"],
            "named_as": data["named_as"],
            "revision": data["revision"],
        }


class TakeBackForm(RevisionForm):
    """Says that somebody was named by mistake."""

    because = forms.CharField(
        label=_("Why was that a mistake?"),
        max_length=500,
        help_text=_("They, and their family, may then see the matter again if their role may"),
        widget=words(2),
    )
