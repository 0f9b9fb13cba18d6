"""Pictures as evidence: asked about before there is any place to choose one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form, YesNoField
from footprint.incidents.forms.parts import RevisionForm


class AskFirstForm(Form):
    """Two questions. Any yes, and there is no place for a file."""

    undressed = YesNoField(
        label=_("Could it show a child who is not fully dressed, or anything sexual?"),
        help_text=_("Somebody under 18. If you are not sure, or have not seen all of it: yes"),
    )
    needed = YesNoField(
        label=_("Would words and an address not be enough?"),
        help_text=_("Say no if they would: then there is nothing to keep"),
    )

    @property
    def stops(self) -> bool:
        return bool(self.cleaned_data["undressed"])


class ExhibitForm(RevisionForm):
    """The file. Both questions were answered so that it may come."""

    undressed = forms.CharField(widget=forms.HiddenInput)
    file = forms.FileField(
        label=_("The picture, such as a screenshot"),
        help_text=_("JPEG, PNG or WebP, 10 MB at most. It is kept sealed, as it is"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    how = forms.CharField(
        label=_("How did it come to you?"),
        max_length=300,
        help_text=_("For example: screenshot that I took on the school’s phone"),
    )
    url = forms.URLField(
        label=_("Address of the post"), required=False, max_length=2000, assume_scheme="https"
    )

    def was_asked(self) -> bool:
        """Without a no, the bytes are not looked at."""
        return self.data.get("undressed") == "no"


class DestroyForm(Form):
    """Destroys a locked picture."""

    police_reference = forms.CharField(
        label=_("The police’s reference"),
        max_length=100,
        help_text=_("Destroy it only once the police have told you to"),
    )
