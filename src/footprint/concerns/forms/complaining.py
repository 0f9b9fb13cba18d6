"""Forms of a complaint and of the procedure that it follows."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from footprint.concerns.models import ComplaintKind, How
from footprint.design.forms import DateField, Form, Radios
from footprint.incidents.circle import Member
from footprint.incidents.forms.parts import named_field
from footprint.rulebook.decisions.complaint import PanelMember, Stage

A_POST = "post"
_DAYS = re.compile(r"^(?P<title>.*\S)\s*[:,]\s*(?P<days>\d{1,3})\s*(?:school )?days?\s*$", re.I)
_MARKS = re.compile(r"\s*\((independent|involved)\)", re.I)
LONGEST_TITLE = 120


def _box(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


class ProcedureForm(Form):
    """The school's own stages, a line each."""

    stages = forms.CharField(
        label=_("Stages, one on a line, with the school’s own number of days"),
        max_length=2000,
        help_text=_(
            "For example: The headteacher, in writing: 15 school days. Leave the number out where "
            "your procedure gives none. We suggest no number: no law sets one for all schools."
        ),
        widget=_box(5),
    )
    source = forms.CharField(
        label=_("Where does your procedure state them?"),
        max_length=200,
        help_text=_("For example: Complaints procedure 2026, page 3"),
    )

    def clean_stages(self) -> list[Stage]:
        found = [_stage(line) for line in _lines(self.cleaned_data["stages"])]
        if any(len(stage.title) > LONGEST_TITLE for stage in found):
            raise ValidationError(_now("Write each stage in at most %d characters") % LONGEST_TITLE)
        return found


def _stage(line: str) -> Stage:
    match = _DAYS.match(line)
    return Stage(match["title"], int(match["days"])) if match else Stage(line)


def stage_line(stage: Stage) -> str:
    """As it is written in the form."""
    if stage.school_days is None:
        return stage.title
    return f"{stage.title}: {stage.school_days} school days"


class ComplaintForm(Form):
    """What somebody complained of, and how they told the school."""

    how = forms.ChoiceField(
        label=_("How did they complain?"),
        choices=[*How.choices, (A_POST, _("Only in a post"))],
        widget=Radios,
    )
    kind = forms.ChoiceField(
        label=_("What is it about?"),
        choices=ComplaintKind.choices,
        initial=ComplaintKind.SCHOOL.value,
        widget=Radios,
    )
    by_whom = forms.CharField(label=_("Who complains?"), max_length=200)
    words = forms.CharField(label=_("What do they say?"), max_length=5000, widget=_box(5))
    received_on = DateField(
        label=_("When did it reach the school?"), what=str(_("the day it came"))
    )
    named = named_field()

    def __init__(self, *args: Any, today: date, members: Iterable[Member], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["received_on"].latest = today  # type: ignore[attr-defined]
        self.fields["named"].offer(members)  # type: ignore[attr-defined]

    def clean_how(self) -> str:
        how = str(self.cleaned_data["how"])
        if how == A_POST:
            raise ValidationError(
                _now(
                    "A post is never itself the complaint. Invite its author in private to tell "
                    "you, note the invitation on the incident or in the inbox, and open the "
                    "complaint when they do."
                )
            )
        return how


class NextStageForm(Form):
    """Why it goes on; and who hears it, where that is a panel."""

    why = forms.CharField(
        label=_("Why does it go on?"),
        max_length=1000,
        help_text=_("For example: they are not content with the answer, and wrote so on Monday"),
        widget=_box(3),
    )
    panel = forms.CharField(
        label=_("If a panel hears it: its members, one on a line"),
        required=False,
        max_length=1000,
        help_text=_(
            "Write (independent) behind whoever has no part in running the school, and (involved) "
            "behind whoever had to do with it before: they cannot sit."
        ),
        widget=_box(4),
    )

    def clean_panel(self) -> list[PanelMember]:
        return [_member(line) for line in _lines(self.cleaned_data["panel"])]


def _member(line: str) -> PanelMember:
    marks = {mark.lower() for mark in _MARKS.findall(line)}
    return PanelMember(_MARKS.sub("", line).strip(), "independent" in marks, "involved" in marks)


class OutcomeForm(Form):
    """How a complaint ended."""

    outcome = forms.CharField(
        label=_("How did it end, and what was the complainant told?"),
        max_length=2000,
        widget=_box(4),
    )
