"""Forms of the sources, the spreadsheet upload and the sighting."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Form
from footprint.rulebook.terms import Platform

PLATFORM_WORDS = {
    Platform.FACEBOOK: _("Facebook"),
    Platform.INSTAGRAM: _("Instagram"),
    Platform.WHATSAPP: _("WhatsApp"),
    Platform.TIKTOK: _("TikTok"),
    Platform.SNAPCHAT: _("Snapchat"),
    Platform.X: _("X (Twitter)"),
    Platform.YOUTUBE: _("YouTube"),
    Platform.MUMSNET: _("Mumsnet"),
    Platform.REDDIT: _("Reddit"),
    Platform.BLUESKY: _("Bluesky"),
    Platform.MASTODON: _("Mastodon"),
    Platform.GOOGLE_REVIEWS: _("Google reviews"),
    Platform.NEWS: _("A newspaper or news site"),
    Platform.WEB: _("Another website"),
    Platform.EMAIL: _("An email"),
    Platform.OTHER: _("Somewhere else"),
}
PAUSES = [
    (15, _("Every 15 minutes")),
    (30, _("Every half hour")),
    (60, _("Every hour")),
    (360, _("Four times a day")),
    (1440, _("Once a day")),
]
LARGEST_FILE = 2 * 1024 * 1024
LONGEST_PLACE = 200
CLOCKS_DIFFER = timedelta(minutes=5)  # a phone may run a little ahead of the server


def _platforms() -> list[tuple[str, Any]]:
    return [(platform.value, words) for platform, words in PLATFORM_WORDS.items()]


class SourceForm(Form):
    """What a person says about a source that is there."""

    label = forms.CharField(
        label=_("Name of the source"),
        max_length=100,
        help_text=_("As you want to see it in the list, such as “Puddleford Gazette”"),
    )
    address = forms.URLField(
        label=_("Address of the feed"),
        max_length=1000,
        assume_scheme="https",
        help_text=_(
            "Starts with https://. Many sites show it behind a “subscribe” or RSS sign; for a "
            "Google Alert choose “Deliver to: RSS feed” and copy the link."
        ),
        error_messages={
            "invalid": _("Enter a web address, like https://news.example/feed"),
        },
    )
    every_minutes = forms.TypedChoiceField(
        label=_("How often to look"), choices=PAUSES, coerce=int, initial=30
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_address(self) -> str:
        """Only the web is listened to."""
        address = str(self.cleaned_data["address"])
        if not address.lower().startswith(("https://", "http://")):
            raise forms.ValidationError(_("Enter a web address that starts with https://"))
        return address


class NewSourceForm(SourceForm):
    """The same, and where the posts stand, which cannot be changed afterwards."""

    platform = forms.TypedChoiceField(
        label=_("Where do these posts stand?"),
        choices=_platforms(),
        coerce=Platform,
        initial=Platform.WEB.value,
        help_text=_("Used where a post's own link does not tell"),
    )

    field_order = ["address", "label", "platform", "every_minutes"]


class TryForm(Form):
    """A text to try the names on. Nothing of it is stored."""

    text = forms.CharField(
        label=_("A post, in its own words"),
        max_length=2000,
        help_text=_("Type or paste one that you know of. It is not stored."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SpreadsheetForm(Form):
    """A CSV file."""

    file = forms.FileField(
        label=_("CSV file"),
        help_text=_("2 MB at most. In Excel or Google Sheets: save as, or download, CSV."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self) -> Any:
        """Small enough to be carried along by a page that asks about its columns."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            raise forms.ValidationError(
                _("The file is larger than 2 MB. Split it and upload the parts.")
            )
        return file


FIELD_WORDS = {
    "text": _("What was said"),
    "date": _("When it was posted"),
    "link": _("Link to the post"),
    "author": _("Name of the account"),
    "platform": _("Site or app"),
    "title": _("Title"),
}


class ColumnsForm(Form):
    """Which column holds what; the file itself travels in a hidden field and is not stored."""

    content = forms.CharField(widget=forms.HiddenInput)
    file_name = forms.CharField(widget=forms.HiddenInput, max_length=500)

    def __init__(self, *args: Any, headings: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        columns = [(heading, heading) for heading in dict.fromkeys(headings)]
        for name, label in FIELD_WORDS.items():
            none = _("Choose a column") if name == "text" else _("No column holds it")
            self.fields[name] = forms.ChoiceField(
                label=str(label),
                choices=[("", none), *columns],
                required=name == "text",
                error_messages={"required": _("Choose the column that holds what was said")},
            )

    def mapping(self) -> dict[str, str]:
        """Field -> heading, as chosen."""
        return {name: self.cleaned_data[name] for name in FIELD_WORDS if self.cleaned_data[name]}


class AskForm(Form):
    """The first question of a report; either button answers it."""

    could_show_a_child = forms.ChoiceField(choices=[("no", ""), ("yes", "")])


class LocalTimeField(forms.DateTimeField):
    """
    A time as the school's clock shows it. Of the hour that comes twice, the first is meant.

    Django's own field refuses that hour, and so the form's own first value, one night a year.
    """

    def to_python(self, value: Any) -> datetime | None:
        with timezone.override(UTC):
            typed = super().to_python(value)
        return typed and typed.replace(tzinfo=timezone.get_current_timezone())


class SightingForm(Form):
    """What a person saw, in words only: there is no field for a picture or a file."""

    words = forms.CharField(
        label=_("What does it say?"),
        max_length=5000,
        help_text=_("Copy the words or put them in your own. Words only, no pictures."),
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Enter what it says, in the post's words or your own")},
    )
    url = forms.URLField(
        label=_("Link to the post"),
        max_length=2000,
        required=False,
        assume_scheme="https",
        help_text=_("If you have one: press share, then copy link"),
        widget=forms.URLInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
        error_messages={"invalid": _("Enter a web address, or leave this empty and say where")},
    )
    where = forms.CharField(
        label=_("Or say where you saw it"),
        max_length=LONGEST_PLACE,
        required=False,
        help_text=_("For example, the Year 4 parents' WhatsApp group"),
    )
    platform = forms.TypedChoiceField(
        label=_("On which site or app?"),
        choices=[("", _("The link tells, or I do not know")), *_platforms()],
        coerce=Platform,
        empty_value=None,
        required=False,
    )
    author = forms.CharField(
        label=_("Name of the account, as shown"),
        max_length=200,
        required=False,
        help_text=_("Only what the post itself shows. You need not know who it is."),
    )
    seen_at = LocalTimeField(
        label=_("When did you see it?"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M"],
        widget=forms.DateTimeInput(
            format="%Y-%m-%dT%H:%M",
            attrs={"type": "datetime-local", "class": "govuk-!-width-one-half"},
        ),
        help_text=_("Now, unless you change it"),
        required=False,
        error_messages={"invalid": _("Enter the date and time like 16/11/2026 08:45")},
    )
    again = forms.BooleanField(
        label=_("There is something new about it: send this as well"),
        required=False,
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        self.now = now
        initial = {"seen_at": timezone.localtime(now), **kwargs.pop("initial", {})}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["again"].widget = forms.HiddenInput()

    def ask_whether_again(self, sentence: str) -> None:
        """Say that they told of this address before, and offer a box to send it all the same."""
        self.fields["again"].widget = forms.CheckboxInput()
        self.add_error("url", sentence)

    def clean_seen_at(self) -> datetime:
        """Now, where nothing was entered; never in the future."""
        seen_at: datetime = self.cleaned_data["seen_at"] or self.now
        if seen_at > self.now + CLOCKS_DIFFER:
            raise forms.ValidationError(_("The time you saw it must be in the past"))
        return min(seen_at, self.now)

    def clean(self) -> dict[str, Any]:
        """A link or a place: one of the two."""
        found: dict[str, Any] = super().clean() or {}
        unknown = "url" not in self.errors and not found.get("url") and not found.get("where")
        if unknown:
            self.add_error("url", _("Enter the link, or say below where you saw it"))
        return found
