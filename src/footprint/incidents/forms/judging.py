"""Who posted it, what it is, who is named; in whose hands it is; and how it is closed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, Radios, YesNoField
from footprint.incidents.actions import Assessment
from footprint.incidents.circle import Member
from footprint.incidents.forms.parts import (
    DANGER_HELP,
    LONGEST_TEXT,
    NextDateForm,
    RevisionForm,
    hints,
    named_field,
    offer_people,
    words,
)
from footprint.incidents.wording import (
    CONDUCT,
    FLAGS,
    KIND_HINTS,
    KINDS,
    OUTCOMES,
    POSTER_HINTS,
    POSTERS,
)
from footprint.rulebook.decisions.conduct import hints_for
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import (
    ClauseName,
    ConductTag,
    Flag,
    Matter,
    Outcome,
    Poster,
    PostKind,
)
from footprint.users.models import User


class AssessForm(NextDateForm):
    """Who posted it, what it is, and who is named in it."""

    poster = forms.TypedChoiceField(
        label=_("Who posted it?"),
        choices=list(POSTERS.items()),
        coerce=Poster,
        help_text=_("As far as you know. It decides the route that your policy names"),
        widget=Radios(hints=hints(POSTER_HINTS)),
    )
    kind = forms.TypedChoiceField(
        label=_("What is it mainly?"),
        choices=list(KINDS.items()),
        coerce=PostKind,
        help_text=_("People may criticise a school. Fair criticism is answered, not removed"),
        widget=Radios(hints=hints(KIND_HINTS)),
    )
    conduct = forms.TypedMultipleChoiceField(
        label=_("Is it any of these?"),
        choices=list(CONDUCT.items()),
        coerce=ConductTag,
        help_text=_("The words that policies use. Tick what you could explain to the author"),
        widget=Checkboxes,
        required=False,
    )
    flags = forms.TypedMultipleChoiceField(
        label=_("Does it contain or report any of these?"),
        choices=list(FLAGS.items()),
        coerce=Flag,
        widget=Checkboxes,
        required=False,
    )
    potentially_illegal = YesNoField(label=_("Could it be illegal?"))
    dangerous = YesNoField(label=_("Could somebody come to harm?"), help_text=DANGER_HELP)
    named = named_field()

    def __init__(
        self, *args: Any, members: Iterable[Member], policy: Policy, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["named"].offer(members)  # type: ignore[attr-defined]
        conduct: Any = self.fields["conduct"].widget
        conduct.hints = {tag.value: hint.words for tag, hint in hints_for(policy=policy).items()}

    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "assessment": Assessment(
                poster=data["poster"],
                kind=data["kind"],
                flags=frozenset(data["flags"]),
                conduct=frozenset(data["conduct"]),
                potentially_illegal=data["potentially_illegal"],
                dangerous=data["dangerous"],
            ),
            "shut_out": data["named"],
            "next_date": data["next_date"],
            "revision": data["revision"],
        }


class HandOverForm(NextDateForm):
    """A new owner, why, and what is expected."""

    to = forms.ModelChoiceField(label=_("To whom?"), queryset=User.objects.none(), widget=Radios)
    matter = forms.TypedChoiceField(
        label=_("What kind of matter is it?"),
        coerce=Matter,
        help_text=_(
            "Change it only if it turned out to be another kind: it decides who can see it"
        ),
    )
    note = forms.CharField(
        label=_("Why, and what do you expect?"), max_length=LONGEST_TEXT, widget=words()
    )

    def __init__(
        self,
        *args: Any,
        members: Iterable[Member],
        matters: Iterable[tuple[Matter, object]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].empty_label = None  # type: ignore[attr-defined]
        offer_people(self.fields["to"], members)
        self.fields["matter"].choices = list(matters)  # type: ignore[attr-defined]


class CloseForm(RevisionForm):
    """Clause, reason, outcome, lesson."""

    outcome = forms.TypedChoiceField(
        label=_("How did it end?"), choices=list(OUTCOMES.items()), coerce=Outcome, widget=Radios
    )
    clause = forms.TypedChoiceField(
        label=_("Which clause of your policy is it about?"),
        coerce=ClauseName,
        error_messages={"required": _("Select the clause")},
    )
    reason = forms.CharField(label=_("Why is it closed?"), max_length=LONGEST_TEXT, widget=words())
    lesson = forms.CharField(
        label=_("What does the school learn from it?"),
        max_length=LONGEST_TEXT,
        help_text=_(
            "For lessons, assemblies, the policy or the school's own work. Write “Nothing” if "
            "there is nothing"
        ),
        widget=words(),
    )

    def __init__(self, *args: Any, clauses: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["clause"]
        field.choices = [("", _("Choose a clause")), *clauses]
