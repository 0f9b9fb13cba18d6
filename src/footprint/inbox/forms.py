"""What people fill in about an item."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, DateField, Form, Radios, YesNoField
from footprint.inbox.wording import FLAGS, KIND_HINTS, KINDS, PLATFORMS, QUESTIONS
from footprint.rulebook.terms import Flag, PostKind, Role, SafetyQuestion
from footprint.users.models import User
from footprint.users.permissions import ROLE_WORDS

STATES = [("open", _("Open")), ("decided", _("Decided")), ("all", _("All"))]
DESKS = [("all", _("All desks")), ("mine", _("My desk"))]  # first: what the list shows unasked
ANY = ("", _("Any"))


class FilterForm(Form):
    """Which items to list. Whatever does not fit is passed over: a filter never fails."""

    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)
    desk = forms.ChoiceField(label=_("Desk"), choices=DESKS, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[ANY, *KINDS.items()], required=False)
    platform = forms.ChoiceField(
        label=_("Where"), choices=[ANY, *PLATFORMS.items()], required=False
    )
    words = forms.CharField(
        label=_("Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "data-shortcut": "/"}),
    )
    mark_optional = False


class RevisionForm(Form):
    """Carries the state of the item that the page showed, so that two people are told apart."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def refuse(self, sentence: str, *, revision: int) -> None:
        """
        Show why it was not saved, with everything that was written still in the form.

        The form then carries the item's new state: whoever has looked again can save.
        """
        self.add_error(None, sentence)
        posted: Any = self.data  # a QueryDict, of which only a copy may be changed
        changed = posted.copy()
        changed["revision"] = str(revision)
        self.data = changed


class SafetyForm(RevisionForm):
    """The four questions, and whether it is about the head."""

    mark_optional = False  # the last question says itself when it is to be answered

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question, words in QUESTIONS.items():
            self.fields[question.value] = YesNoField(label=words)
        self.fields["about_head"] = YesNoField(
            label=_("If an adult is accused: is it the headteacher?"),
            help_text=_("Then the chair of governors is told, and the head sees nothing of it."),
            required=False,
        )

    def answers(self) -> dict[SafetyQuestion, bool]:
        return {question: self.cleaned_data[question.value] for question in SafetyQuestion}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        accused = cleaned.get(SafetyQuestion.ADULT_ACCUSED.value)
        if accused and cleaned.get("about_head") is None:
            self.add_error("about_head", _("Say whether the headteacher is the adult accused"))
        if cleaned.get("about_head") and accused is False:
            self.add_error(
                "about_head", _("You said that no adult is accused. Change one of the answers")
            )
        return cleaned


class ConfirmForm(RevisionForm):
    """What the post is, in a person's judgement."""

    kind = forms.ChoiceField(
        label=_("The post mainly"),
        choices=list(KINDS.items()),
        widget=Radios(hints={kind.value: str(hint) for kind, hint in KIND_HINTS.items()}),
    )
    flags = forms.MultipleChoiceField(
        label=_("It contains or reports"),
        choices=list(FLAGS.items()),
        widget=Checkboxes,
        required=False,
    )

    def signal(self) -> tuple[PostKind, frozenset[Flag]]:
        flags = frozenset(Flag(flag) for flag in self.cleaned_data["flags"])
        return PostKind(self.cleaned_data["kind"]), flags


class ReplyForm(RevisionForm):
    """Exactly what was answered."""

    reply = forms.CharField(
        label=_("What did you answer?"),
        help_text=_("Footprint posts nothing. Write the answer here, post it yourself, then save."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
    )


class DraftReplyForm(RevisionForm):
    """An answer in public, for another person to approve."""

    text = forms.CharField(
        label=_("What is the school to answer?"),
        help_text=_("Another person approves it. Then somebody posts it; Footprint posts nothing."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=5000,
        error_messages={"required": _("Write the answer")},
    )
    kept_because = forms.CharField(
        label=_("If words were found that should not be public: why do they stay?"),
        help_text=_("Whoever approves it reads this"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=1000,
    )


class SendBackForm(RevisionForm):
    """What should change in an answer."""

    because = forms.CharField(
        label=_("What should change?"), widget=forms.Textarea(attrs={"rows": 2}), max_length=1000
    )


class LeaveForm(RevisionForm):
    """Why nothing is done."""

    reason = forms.CharField(
        label=_("Why is nothing done?"),
        help_text=_("For example: news about us, no answer expected"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=1000,
    )


class PassOnForm(RevisionForm):
    """To whom praise or feedback goes."""

    to = forms.CharField(
        label=_("Who is it passed on to?"), help_text=_("A person or a team"), max_length=150
    )
    note = forms.CharField(
        label=_("A note with it"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=1000,
    )


class IncidentForm(RevisionForm):
    """What an incident needs to begin with."""

    title = forms.CharField(
        label=_("A short title, without names"),
        help_text=_("It may be read over a shoulder. For example: Insults about a teacher"),
        max_length=150,
    )
    next_date = DateField(label=_("When will you look at it next?"), what="the next date")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["next_date"].earliest = today  # type: ignore[attr-defined]


class MoveForm(RevisionForm):
    """Another desk."""

    desk = forms.ChoiceField(label=_("Whose desk should it be on?"), widget=Radios)

    def __init__(self, *args: Any, desks: list[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["desk"].choices = [(desk.value, ROLE_WORDS[desk]) for desk in desks]  # type: ignore[attr-defined]


class ShutOutForm(RevisionForm):
    """The people of the school who are named in it, or whose family is."""

    people = forms.ModelMultipleChoiceField(
        label=_("Who is named in it, or has family who is?"),
        help_text=_("From now on they see nothing of it, whatever their role."),
        queryset=User.objects.none(),
        widget=Checkboxes,
        required=False,
    )

    def __init__(self, *args: Any, staff: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = staff  # type: ignore[attr-defined]


class ReopenForm(RevisionForm):
    """Why a decision is taken back."""

    reason = forms.CharField(label=_("Why do you reopen it?"), max_length=500)
