"""The words of a draft, its places, who is in its pictures."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, Form
from footprint.publishing.places import Offered
from footprint.signals.drafts.checking import MOST_CHARACTERS


class RevisionForm(Form):
    """Carries the state of the draft that the page showed, so that two people are told apart."""

    revision = forms.IntegerField(widget=forms.HiddenInput)


class DraftForm(RevisionForm):
    """What shall go out, and where."""

    title = forms.CharField(
        label=_("What is it about?"),
        help_text=_("For your own list, without names. For example: Sports day"),
        max_length=120,
    )
    text = forms.CharField(
        label=_("The text"),
        help_text=_("Exactly as it shall be read. It is checked as soon as you save."),
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=MOST_CHARACTERS,
        required=False,
    )
    places = forms.MultipleChoiceField(
        label=_("Where shall it go?"),
        widget=Checkboxes,
        error_messages={"required": _("Choose at least one place")},
    )

    def __init__(self, *args: Any, places: Iterable[Offered], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offered = {place.key: place for place in places}
        choices = [(place.key, place.label) for place in self._offered.values()]
        self.fields["places"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> list[Offered]:
        return [self._offered[key] for key in self.cleaned_data["places"]]


class PeopleForm(RevisionForm):
    """Who is in the pictures. The people themselves are ticked from a list beside this form."""

    mark_optional = False
    words = forms.CharField(label=_("Name or class"), required=False, max_length=100)
    nobody = forms.BooleanField(label=_("Nobody can be recognised in the pictures"), required=False)
    others = forms.BooleanField(
        label=_("Somebody is in them who is not in our register"), required=False
    )
    others_note = forms.CharField(
        label=_("Who are they, and how did they agree?"),
        help_text=_("For example: a visiting author, who agreed by e-mail on 3 March"),
        required=False,
        max_length=300,
    )


class KeepForm(RevisionForm):
    """Why something that the check found stays."""

    reason = forms.CharField(
        label=_("Why does it stay?"),
        help_text=_("The approver reads this. For example: it is the village hall's number"),
        max_length=300,
    )


class WordsForm(Form):
    """Words to look at before they are posted anywhere."""

    text = forms.CharField(
        label=_("The text"),
        widget=forms.Textarea(attrs={"rows": 7}),
        max_length=MOST_CHARACTERS,
    )
    with_picture = forms.BooleanField(label=_("A picture goes with it"), required=False)
