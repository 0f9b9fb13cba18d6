"""A picture: two questions first, then the file, then what it shows in words."""

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form, YesNoField
from footprint.publishing.forms.drafts import RevisionForm

ALT_HELP = _(
    "For people who cannot see it. Name no child. For example: Five children hold up a large "
    "paper dragon"
)


class AskFirstForm(Form):
    """Asked before there is any place to choose a file."""

    undressed = YesNoField(
        label=_("Could it show a child who is not fully dressed?"),
        help_text=_("Swimming, changing, being washed, a wet shirt"),
    )
    distress = YesNoField(
        label=_("Could it show a child who is hurt, crying or in distress?"),
    )

    @property
    def stops(self) -> bool:
        return bool(self.cleaned_data["undressed"] or self.cleaned_data["distress"])


class PictureForm(RevisionForm):
    """The file. Both questions were answered with no."""

    undressed = forms.CharField(widget=forms.HiddenInput)
    distress = forms.CharField(widget=forms.HiddenInput)
    file = forms.FileField(
        label=_("The picture"),
        help_text=_("JPEG, PNG or WebP, 10 MB at most"),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    alt = forms.CharField(label=_("What does it show?"), help_text=ALT_HELP, max_length=300)

    def was_asked(self) -> bool:
        """Without a no to both, the bytes are not looked at."""
        return self.data.get("undressed") == "no" and self.data.get("distress") == "no"


class AltForm(RevisionForm):
    """What a picture shows, in words."""

    alt = forms.CharField(label=_("What does it show?"), help_text=ALT_HELP, max_length=300)
