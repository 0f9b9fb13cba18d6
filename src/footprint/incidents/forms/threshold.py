"""The four questions about an adult who works with children."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Radios
from footprint.incidents.forms.parts import LONGEST_TEXT, RevisionForm, words
from footprint.rulebook.decisions.harm_threshold import QUESTIONS, HarmAnswer, HarmQuestion

ANSWERS = {
    HarmAnswer.YES: _("Yes"),
    HarmAnswer.NOT_SURE: _("Not sure: this counts as yes"),
    HarmAnswer.NO: _("No"),
}


class ThresholdForm(RevisionForm):
    """Each question with three answers; none is ticked for anybody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question, text in QUESTIONS.items():
            self.fields[question.value] = forms.TypedChoiceField(
                label=text,
                choices=list(ANSWERS.items()),
                coerce=HarmAnswer,
                widget=Radios,
                error_messages={"required": _("Answer this question too, or say “not sure”")},
            )
        self.fields["reason"] = forms.CharField(
            label=_("What do you know, in words, and why do you answer so?"),
            help_text=_("Needed where all four answers are no"),
            max_length=LONGEST_TEXT,
            required=False,
            widget=words(),
        )

    def given(self) -> dict[str, Any]:
        data = self.cleaned_data
        return {
            "answers": {question: data[question.value] for question in HarmQuestion},
            "reason": data["reason"],
            "revision": data["revision"],
        }
