"""The steps in words: deletion, platform, referral, follow-up, support, notes."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import DateField, Form, Radios, YesNoField
from footprint.incidents.forms.parts import LONGEST_TEXT, NextDateForm, RevisionForm, words
from footprint.incidents.models import Finding, ReferredTo, ReportAnswer, RequestOutcome
from footprint.incidents.wording import ASKED_HOW, PLATFORMS
from footprint.rulebook.terms import Platform


class DeletionForm(RevisionForm):
    """The letter, exactly as it goes out, and how."""

    asked_how = forms.ChoiceField(
        label=_("How do you ask?"), choices=list(ASKED_HOW.items()), widget=Radios
    )
    letter = forms.CharField(
        label=_("What you send, word for word"),
        help_text=_(
            "Change it as you like; Footprint keeps exactly this and sends nothing itself. After a "
            "call or a talk, write what was said"
        ),
        max_length=LONGEST_TEXT,
        strip=False,
        error_messages={"required": _("Write what you send, or what was said")},
        widget=words(16),
    )
    due_date = DateField(label=_("By when is it to be deleted?"), what=str(_("the last day")))
    due_reason = forms.CharField(
        label=_("Why by then?"),
        max_length=300,
        help_text=_("Your policy gives no date, so the reason is kept with yours"),
    )

    def __init__(self, *args: Any, today: date, policy_gives_a_date: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["due_date"].earliest = today  # type: ignore[attr-defined]
        if policy_gives_a_date:
            del self.fields["due_date"]
            del self.fields["due_reason"]

    def clean_letter(self) -> str:
        """Browsers send line ends of two characters; what a person wrote has one."""
        return str(self.cleaned_data["letter"]).replace("\r\n", "\n")


class OutcomeForm(NextDateForm):
    """How a deletion request ended."""

    outcome = forms.TypedChoiceField(
        label=_("How did it end?"),
        choices=RequestOutcome.choices,
        coerce=RequestOutcome,
        widget=Radios,
    )
    note = forms.CharField(label=_("Note"), max_length=LONGEST_TEXT, required=False, widget=words())


class FollowUpForm(NextDateForm):
    """What somebody found who looked again, or spoke with people."""

    finding = forms.TypedChoiceField(
        label=_("You looked at the post again. What did you find?"),
        choices=Finding.choices,
        coerce=Finding,
        widget=Radios(
            hints={
                Finding.GONE.value: str(_("You opened its address and it is not there")),
                Finding.COULD_NOT_LOOK.value: str(
                    _("A private group, or the site did not answer. That is not “gone”")
                ),
            }
        ),
    )
    note = forms.CharField(
        label=_("What else happened?"),
        help_text=_("For example: spoke with the author on the telephone"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=words(),
    )


class PlatformForm(NextDateForm):
    """A report that a person made on the platform."""

    platform = forms.TypedChoiceField(
        label=_("Platform"), choices=list(PLATFORMS.items()), coerce=Platform
    )
    route = forms.CharField(
        label=_("How was it reported?"),
        max_length=200,
        help_text=_("For example: “Report post” in the menu of the post"),
    )
    rule = forms.CharField(
        label=_("Which of the platform's rules does it break?"), max_length=200, required=False
    )
    reference = forms.CharField(
        label=_("Reference that the platform gave"), max_length=100, required=False
    )


class AnswerForm(NextDateForm):
    """What the platform did."""

    answer = forms.TypedChoiceField(
        label=_("What did the platform do?"),
        choices=ReportAnswer.choices,
        coerce=ReportAnswer,
        widget=Radios,
    )
    note = forms.CharField(label=_("Note"), max_length=LONGEST_TEXT, required=False, widget=words())


class ReferralForm(NextDateForm):
    """To whom it was passed, and why."""

    to = forms.TypedChoiceField(label=_("To whom?"), coerce=ReferredTo, widget=Radios)
    reason = forms.CharField(label=_("Why?"), max_length=LONGEST_TEXT, widget=words())
    reference = forms.CharField(
        label=_("Where is it now?"),
        max_length=100,
        required=False,
        help_text=_("A crime number, or the entry in your child protection record. No copy of it"),
    )

    def __init__(self, *args: Any, offered: Iterable[ReferredTo], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["to"]
        field.choices = [(to.value, to.label) for to in offered]


class ResolveForm(NextDateForm):
    """Why nothing more has to be done about the post."""

    reason = forms.CharField(
        label=_("Why does nothing more have to be done about the post?"),
        max_length=LONGEST_TEXT,
        widget=words(),
    )


class SupportForm(RevisionForm):
    """Support for the person the post is aimed at, or why none."""

    offered = YesNoField(label=_("Was support offered to the person the post is aimed at?"))
    text = forms.CharField(
        label=_("What was offered, or why was nothing?"),
        max_length=LONGEST_TEXT,
        help_text=_("Roles rather than names are enough"),
        widget=words(),
    )


class NoteForm(Form):
    """A line on the timeline, for now or for an earlier time."""

    text = forms.CharField(label=_("What happened?"), max_length=LONGEST_TEXT, widget=words(5))
    happened_on = DateField(
        label=_("When did it happen, if not now?"),
        what=str(_("the day")),
        required=False,
        help_text=_("It is placed there and marked as written later"),
    )
    happened_at = forms.TimeField(
        label=_("At what time?"),
        required=False,
        help_text=_("For example, 14:30"),
        widget=forms.TimeInput(attrs={"class": "govuk-input--width-5"}),
        error_messages={"invalid": _("Enter a time like 14:30")},
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["happened_on"].latest = today  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        timed = cleaned.get("happened_at") and not cleaned.get("happened_on")
        if timed and "happened_on" not in self.errors:
            self.add_error("happened_on", _("Enter the day to that time"))
        return cleaned

    def given(self) -> dict[str, Any]:
        """The text, and when it happened in the school's time; a day begins at midnight."""
        data = self.cleaned_data
        day, at = data["happened_on"], data["happened_at"] or time(0, 0)
        moment = timezone.make_aware(datetime.combine(day, at)) if day else None
        return {"text": data["text"], "happened_at": moment}
