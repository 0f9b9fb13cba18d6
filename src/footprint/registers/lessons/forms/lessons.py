"""A lesson, planned or taught, and what is to be said when one is corrected."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, DateField, Form
from footprint.people.wording import year_word
from footprint.registers.lessons.actions import LessonDetails
from footprint.registers.lessons.models import Lesson, LessonState
from footprint.registers.lessons.models.kept import LONGEST_REASON
from footprint.registers.lessons.models.lessons import LONGEST_TITLE, LONGEST_WORDS
from footprint.registers.lessons.wording import MEANINGS, STRANDS
from footprint.registers.lessons.years import Years
from footprint.rulebook.terms import Strand

EVERYBODY = "all"


def group_key(year: int, class_name: str = "") -> str:
    """What a box of the form stands for; read back by `_group`."""
    return f"{year}:{class_name}" if class_name else str(year)


def _group(key: str) -> tuple[int, str]:
    year, _colon, class_name = key.partition(":")
    return int(year), class_name


def _reason() -> forms.CharField:
    return forms.CharField(
        label=_("What was wrong?"),
        max_length=LONGEST_REASON,
        help_text=_("What was recorded before stays on record with your reason."),
    )


class LessonForm(Form):
    """
    One lesson for any number of strands, year groups and classes.

    Args:
        years: of the school; a whole year group is one tick, and so is the whole school.
        planned: True asks for which day, False on which day and by whom.
        corrects: a lesson to start from; a reason is asked for.
    """

    title = forms.CharField(
        label=_("What is it called?"),
        max_length=LONGEST_TITLE,
        help_text=_("A few words, for example: Passwords that are mine. No names of pupils."),
    )
    strands = forms.MultipleChoiceField(
        label=_("Which strands is it about?"),
        choices=[(strand.value, words) for strand, words in STRANDS.items()],
        widget=Checkboxes(hints={strand.value: str(MEANINGS[strand]) for strand in Strand}),
        error_messages={"required": _("Tick at least one strand")},
    )
    groups = forms.MultipleChoiceField(
        label=_("Who is it for?"),
        help_text=_("A whole year group, or single classes."),
        widget=Checkboxes(attrs={"class": "govuk-checkboxes--small"}),
        error_messages={
            "required": _("Tick at least one year group or class"),
            "invalid_choice": _("The classes have changed. Look at the list again."),
        },
    )
    on = DateField(label=_("Which day?"), what="the day")
    taught_by = forms.CharField(label=_("Who taught it?"), max_length=120)
    words = forms.CharField(
        label=_("What was it about?"),
        required=False,
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For those who teach the next one. No names of pupils."),
    )
    reason = _reason()

    def __init__(
        self,
        *args: Any,
        years: Years,
        today: date,
        planned: bool,
        corrects: Lesson | None = None,
        **kwargs: Any,
    ) -> None:
        if corrects:
            kwargs["initial"] = _initial(corrects)
        super().__init__(*args, **kwargs)
        self.years = years
        self.planned = planned
        self.fields["groups"].choices = _choices(years, corrects)  # type: ignore[attr-defined]
        if planned:
            self._ask_about_a_plan(today)
        else:
            self.fields["on"].label = _("Which day was it taught?")
            self.fields["on"].latest = today  # type: ignore[attr-defined]
        if not corrects:
            del self.fields["reason"]

    def _ask_about_a_plan(self, today: date) -> None:
        self.fields["on"].label = _("For which day is it planned?")
        self.fields["on"].help_text = _("A rough day is fine. You are asked afterwards.")
        self.fields["on"].earliest = today  # type: ignore[attr-defined]
        self.fields["taught_by"].label = _("Who will teach it?")
        self.fields["taught_by"].required = False
        self.fields["words"].label = _("What will it be about?")

    def details(self) -> LessonDetails:
        """What was typed; only of a form that is valid."""
        given = self.cleaned_data
        return LessonDetails(
            state=LessonState.PLANNED if self.planned else LessonState.TAUGHT,
            title=given["title"],
            strands=frozenset(Strand(value) for value in given["strands"]),
            groups=self._groups(given["groups"]),
            on=given["on"],
            taught_by=given["taught_by"],
            words=given["words"],
        )

    def _groups(self, keys: list[str]) -> frozenset[tuple[int, str]]:
        if EVERYBODY in keys:
            return frozenset((year, "") for year in self.years.numbers)
        return frozenset(_group(key) for key in keys)


def _choices(years: Years, corrects: Lesson | None) -> list[tuple[str, Any]]:
    """The whole school, then each year with its classes; those of an old lesson stay choosable."""
    found: dict[str, Any] = {}
    if years.known:
        found[EVERYBODY] = _("The whole school")
    for year, classes in years.classes.items():
        found[group_key(year)] = _whole(year) if classes else year_word(year)
        found |= {group_key(year, name): f"{year_word(year)}: {name}" for name in classes}
    for group in corrects.groups.all() if corrects else ():
        label = f"{year_word(group.year_group)} {group.class_name}".rstrip()
        found.setdefault(group_key(group.year_group, group.class_name), label)
    return list(found.items())


def _whole(year: int) -> str:
    return str(_("%(year)s, the whole year group") % {"year": year_word(year)})


def _initial(lesson: Lesson) -> dict[str, Any]:
    return {
        "title": lesson.title,
        "strands": [each.strand for each in lesson.strands.all()],
        "groups": [group_key(each.year_group, each.class_name) for each in lesson.groups.all()],
        "on": lesson.on,
        "taught_by": lesson.taught_by,
        "words": lesson.words,
    }


class TaughtForm(Form):
    """A planned lesson was taught: when and by whom."""

    on = DateField(label=_("Which day was it taught?"), what="the day")
    taught_by = forms.CharField(label=_("Who taught it?"), max_length=120)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].latest = today  # type: ignore[attr-defined]


class ReasonForm(Form):
    """Why something is taken back."""

    reason = forms.CharField(
        label=_("Why?"),
        max_length=LONGEST_REASON,
        help_text=_("It counts no more, and stays on record with your reason."),
    )
