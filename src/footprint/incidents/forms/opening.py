"""Something that was told or seen, in words, with the four safety questions first."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Radios, YesNoField
from footprint.incidents.circle import Member
from footprint.incidents.forms.naming import NamesField
from footprint.incidents.forms.parts import (
    DANGER_HELP,
    LONGEST_TEXT,
    NextDateForm,
    named_field,
    words,
)
from footprint.incidents.wording import QUESTIONS
from footprint.people.models import PersonQuerySet
from footprint.rulebook.terms import SafetyQuestion


class OpenForm(NextDateForm):
    """Opens an incident about what somebody told."""

    revision = None  # type: ignore[assignment]  # nothing is there yet that could have changed

    title = forms.CharField(
        label=_("Title"),
        max_length=150,
        help_text=_("In a few words and without names: it is read over shoulders"),
    )
    text = forms.CharField(
        label=_("What was posted?"),
        max_length=LONGEST_TEXT,
        help_text=_(
            "Copy the words of the post, or write down what you were told. Never a picture, and "
            "never the details of a nude image"
        ),
        widget=words(5),
    )
    url = forms.URLField(
        label=_("Address of the post"), required=False, max_length=2000, assume_scheme="https"
    )
    author = forms.CharField(label=_("Name shown on the post"), required=False, max_length=200)
    posted_on = DateField(
        label=_("When was it posted?"), what=str(_("the day of the post")), required=False
    )
    how = forms.CharField(
        label=_("How did you hear of it?"),
        max_length=70,
        help_text=_("For example: told by a parent at the gate"),
    )
    matter = forms.ChoiceField(
        label=_("What kind of matter is it?"),
        help_text=_("It decides who can see it. A yes above decides it for you"),
        widget=Radios,
    )
    named = named_field()
    names = NamesField()

    def __init__(
        self,
        *args: Any,
        today: date,
        matters: Iterable[tuple[str, object]],
        members: Iterable[Member],
        people: PersonQuerySet,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, today=today, **kwargs)
        for question, asked in QUESTIONS.items():
            self.fields[question.value] = YesNoField(label=asked)
        self.fields[SafetyQuestion.DANGER_NOW.value].help_text = DANGER_HELP
        self.fields["about_head"] = YesNoField(
            label=_("If an adult is accused: is it the headteacher?"),
            help_text=_("Then the chair of governors is told, and the head sees nothing of it"),
            required=False,
        )
        self.fields["posted_on"].latest = today  # type: ignore[attr-defined]
        self.fields["matter"].choices = list(matters)  # type: ignore[attr-defined]
        self.fields["named"].offer(members)  # type: ignore[attr-defined]
        self.fields["names"].offer(people)  # type: ignore[attr-defined]
        self.order_fields([*(question.value for question in QUESTIONS), "about_head"])
        self.move_to_end("next_date")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        accused = cleaned.get(SafetyQuestion.ADULT_ACCUSED.value)
        if accused and cleaned.get("about_head") is None:
            self.add_error("about_head", _("Say whether it is the headteacher who is accused"))
        if cleaned.get("about_head") and accused is False:
            self.add_error(
                "about_head", _("You said that no adult is accused. Change one of the answers")
            )
        return cleaned

    def answers(self) -> dict[SafetyQuestion, bool]:
        return {question: bool(self.cleaned_data[question.value]) for question in SafetyQuestion}

    def posted_at(self) -> datetime | None:
        """The start of the day of the post, in the school's time."""
        day = self.cleaned_data["posted_on"]
        return timezone.make_aware(datetime.combine(day, time(0, 0))) if day else None
