"""Forms of the watched names, the closed days, and what is public."""

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios
from footprint.schools.actions import Details, Words
from footprint.schools.models import Nation, School

MOST_WORDS = 50
LONGEST_WORD = 60


class NameForm(Form):
    """One more name to watch."""

    text = forms.CharField(
        label=_("Name to watch"),
        max_length=120,
        help_text=_(
            "The full name, a short form that people use, a former name or a hashtag. "
            "Never the name of a person."
        ),
    )


class WordsField(forms.CharField):
    """Words or phrases, one on each line. Cleans to a tuple, each once."""

    widget = forms.Textarea(attrs={"rows": 4, "class": "govuk-!-width-two-thirds"})

    def clean(self, value: Any) -> tuple[str, ...]:
        """The lines, without blanks and doubles; refuses too many and too long."""
        lines = (" ".join(line.split()) for line in str(super().clean(value)).splitlines())
        words = tuple(dict.fromkeys(line for line in lines if line))
        if len(words) > MOST_WORDS:
            raise forms.ValidationError(_("Enter %(most)d words or fewer") % {"most": MOST_WORDS})
        if any(len(word) > LONGEST_WORD for word in words):
            raise forms.ValidationError(
                _("Put each word on a line of its own, %(most)d letters at most")
                % {"most": LONGEST_WORD}
            )
        return words

    def prepare_value(self, value: Any) -> Any:
        """Stored words are shown one on each line."""
        return "\n".join(value) if isinstance(value, list | tuple) else value


class WordsForm(Form):
    """What a post must and must not hold, and what it was when the page was shown."""

    must_include = WordsField(
        label=_("Count a post only if it also has one of these"),
        required=False,
        help_text=_("One on each line, such as the town. Empty means: no such condition."),
    )
    must_not_include = WordsField(
        label=_("Never count a post that has one of these"),
        required=False,
        help_text=_("One on each line, such as the county of another school of this name."),
    )
    must_include_before = WordsField(required=False, widget=forms.HiddenInput)
    must_not_include_before = WordsField(required=False, widget=forms.HiddenInput)

    @classmethod
    def showing(cls, words: Words) -> "WordsForm":
        """The form as it is first shown."""
        return cls(
            initial={
                "must_include": words.must_include,
                "must_not_include": words.must_not_include,
                "must_include_before": words.must_include,
                "must_not_include_before": words.must_not_include,
            }
        )

    def words(self) -> Words:
        """What was entered."""
        return Words(self.cleaned_data["must_include"], self.cleaned_data["must_not_include"])

    def before(self) -> Words:
        """What was there when the page was shown."""
        return Words(
            self.cleaned_data["must_include_before"], self.cleaned_data["must_not_include_before"]
        )


class ClosureForm(Form):
    """Days on which the school is closed."""

    name = forms.CharField(
        label=_("What is it?"),
        max_length=100,
        help_text=_("For example, half term or a training day"),
        error_messages={"required": _("Enter what it is, such as half term")},
    )
    first_day = DateField(label=_("First day closed"), what=str(_("the first day")))
    last_day = DateField(
        label=_("Last day closed"),
        what=str(_("the last day")),
        required=False,
        help_text=_("Leave empty for a single day"),
    )

    def clean(self) -> dict[str, Any]:
        """A single day ends when it begins; nothing ends before it."""
        found: dict[str, Any] = super().clean() or {}
        first, last = found.get("first_day"), found.get("last_day")
        if first and not last and "last_day" not in self.errors:
            found["last_day"] = first
        if first and last and last < first:
            self.add_error("last_day", _("The last day must be on or after the first day"))
        return found


class ConfirmForm(Form):
    """Nothing to fill in: the button is the answer."""


class PublishForm(Form):
    """The address of the public pages."""

    slug = forms.SlugField(
        label=_("Last part of the address"),
        help_text=_("Letters, numbers and hyphens, such as oakfield-primary"),
        max_length=60,
    )


class DetailsForm(Form):
    """What the school tells of itself."""

    office_email = forms.EmailField(label=_("E-mail address of the office"), required=False)
    office_phone = forms.CharField(
        label=_("Telephone number of the office"), max_length=40, required=False
    )
    governors_word = forms.CharField(
        label=_("What do you call your governors?"),
        help_text=_("As your policy does, such as governors, local committee members or LCMs"),
        max_length=40,
        error_messages={"required": _("Enter what you call your governors")},
    )
    nation = forms.ChoiceField(
        label=_("Which nation’s guidance holds?"),
        help_text=_("Dated facts and bank holidays follow it"),
        choices=Nation.choices,
        widget=Radios,
    )

    @classmethod
    def of(cls, school: School) -> Self:
        """The form with what stands now."""
        names = ("office_email", "office_phone", "governors_word", "nation")
        return cls(initial={name: getattr(school, name) for name in names})

    def details(self) -> Details:
        """What was entered."""
        data = self.cleaned_data
        return Details(
            office_email=data["office_email"],
            office_phone=data["office_phone"],
            governors_word=data["governors_word"],
            nation=Nation(data["nation"]),
        )
