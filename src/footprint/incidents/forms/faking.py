"""A fake account: whose, where; and what those who told us were told."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Radios, YesNoField
from footprint.incidents.forms.parts import LONGEST_TEXT, RevisionForm, words
from footprint.incidents.models import Impersonated
from footprint.incidents.wording import PLATFORMS
from footprint.rulebook.terms import Platform


class FakeForm(RevisionForm):
    """Whom the account pretends to be, and where it is."""

    of_whom = forms.TypedChoiceField(
        label=_("Whom does it pretend to be?"),
        choices=Impersonated.choices,
        coerce=Impersonated,
        widget=Radios,
    )
    taken_for_real = YesNoField(
        label=_("Could people take it for the real one?"),
        help_text=_(
            "A page that says what it is, such as a joke or a group of critics, is no fake"
        ),
    )
    platform = forms.TypedChoiceField(
        label=_("Platform"), choices=list(PLATFORMS.items()), coerce=Platform
    )
    address = forms.URLField(
        label=_("Address of the account"), max_length=1000, required=False, assume_scheme="https"
    )
    name = forms.CharField(
        label=_("What does the account call itself?"),
        help_text=_("Only for one of the school; do not write who may be behind it"),
        max_length=120,
        required=False,
    )


class HearingBackForm(RevisionForm):
    """What those who told us were told."""

    told = YesNoField(label=_("Did you tell those who told us?"))
    words = forms.CharField(
        label=_("What did you tell them, word for word, or why nothing?"),
        max_length=LONGEST_TEXT,
        widget=words(6),
    )

    def given(self) -> dict[str, Any]:
        data = dict(self.cleaned_data)
        return {name: data[name] for name in ("told", "words", "revision")}
