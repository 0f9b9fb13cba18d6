"""What the forms are made of: the incident's state, a next date, the people of the school."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, DateField, Form
from footprint.incidents.circle import Member
from footprint.users.models import User

LONGEST_TEXT = 5000
DANGER_HELP = _("In danger ring 999 first.")

if TYPE_CHECKING:
    _ManyUsers = forms.ModelMultipleChoiceField[User]
else:
    _ManyUsers = forms.ModelMultipleChoiceField


def hints(words: Mapping[Any, Promise]) -> dict[str, str]:
    """Hints of a closed list as the widgets take them."""
    return {str(term.value): str(hint) for term, hint in words.items()}


def words(rows: int = 4) -> forms.Textarea:
    """A box for a text of about so many lines."""
    return forms.Textarea(attrs={"rows": rows})


class RevisionForm(Form):
    """Carries the state of the incident that the page showed, so that two people are told apart."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def given(self) -> dict[str, Any]:
        """What the action takes besides the incident, the person and the time."""
        return self.cleaned_data

    def refuse(self, sentence: str, *, revision: int) -> None:
        """
        Show why it was not saved, with everything that was written still in the form.

        The form then carries the incident's new state: whoever has looked again can save.
        """
        self.add_error(None, sentence)
        data: Any = self.data
        data = data.copy()
        data["revision"] = str(revision)
        self.data = data


class NextDateForm(RevisionForm):
    """Every open incident has a next date: no step ends without one."""

    next_date = DateField(
        label=_("When do you look at it next?"),
        what=str(_("the next date")),
        help_text=_("You are reminded the school day before, and on the day"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_date"].earliest = today  # type: ignore[attr-defined]
        self.move_to_end("next_date")

    def move_to_end(self, *names: str) -> None:
        self.order_fields([*(name for name in self.fields if name not in names), *names])


class PeopleField(_ManyUsers):
    """Members of the school to tick, each with their roles as a hint."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(queryset=User.objects.none(), **kwargs)

    def offer(self, members: Iterable[Member]) -> None:
        """Offer these people, by name."""
        offer_people(self, members)


def offer_people(field: Any, members: Iterable[Member]) -> None:
    """Let a field choose among these people, by name, with their roles as hints."""
    found = list(members)
    keys = [member.user.pk for member in found]
    field.queryset = User.objects.filter(pk__in=keys).order_by("name", "pk")
    field.widget.hints = {str(member.user.pk): member.role_words for member in found}


def named_field() -> PeopleField:
    """Who is named in the matter."""
    return PeopleField(
        label=_("Who of the school is named in it, or close family of somebody named?"),
        help_text=_(
            "From the moment you save they see nothing of it: no list, no search, no message. "
            "This holds for the headteacher too."
        ),
        widget=Checkboxes,
        required=False,
    )
