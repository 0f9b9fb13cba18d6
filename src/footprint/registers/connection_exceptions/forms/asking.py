""" "May I?": two people, how they would be connected, and an approved link of one's own."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form
from footprint.registers.connection_exceptions.models import ConnectionException
from footprint.registers.connection_exceptions.wording import DOES, PARTIES
from footprint.rulebook.facts import Connection
from footprint.rulebook.terms import ConnectionKind, Party


class AskForm(Form):
    """Nothing that is asked here is kept."""

    by = forms.ChoiceField(
        label=_("Who?"), choices=[(each.value, words) for each, words in PARTIES.items()]
    )
    kind = forms.ChoiceField(
        label=_("Does what?"), choices=[(each.value, words) for each, words in DOES.items()]
    )
    to = forms.ChoiceField(
        label=_("With whom?"), choices=[(each.value, words) for each, words in PARTIES.items()]
    )
    about = forms.ChoiceField(label=_("Is it about one of your own allowed links?"), required=False)
    mark_optional = False

    def __init__(self, *args: Any, own: Iterable[ConnectionException] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = {str(each.pk): each for each in own}
        if not self.own:
            del self.fields["about"]
            return
        self.fields["about"].choices = [  # type: ignore[attr-defined]
            ("", _("No")),
            *((key, f"{each.name}, {each.name_of_other}") for key, each in self.own.items()),
        ]

    def connection(self) -> Connection:
        data = self.cleaned_data
        return Connection(Party(data["by"]), Party(data["to"]), ConnectionKind(data["kind"]))

    def chosen(self) -> ConnectionException | None:
        """The person's own link that the question is about."""
        return self.own.get(str(self.cleaned_data.get("about") or ""))
