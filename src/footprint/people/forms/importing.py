"""A file of people: which file, which column holds what, who is whom, and what is written."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from footprint.design.forms import Checkboxes, Form, Radios
from footprint.people.actions.importing import LARGEST_CSV, LARGEST_ZIP
from footprint.people.importing.columns import FIELDS, holds_names
from footprint.people.importing.matching import NEW, Question
from footprint.people.importing.oneroster.roster import Org
from footprint.people.importing.register import Known
from footprint.people.importing.table import Table
from footprint.people.wording import FIELD_WORDS, part_word, parts_word, year_word
from footprint.rulebook.terms import Audience
from footprint.schools.models import School

MOST_ASKED = 100  # at a time; the next come when these are answered
MOST_TICKED = 300  # more boxes than that nobody reads one by one
NOBODY, EVERYBODY, TICKED = "nobody", "everybody", "ticked"
COLUMN_WORDS = {
    **FIELD_WORDS,
    "full_name": _("Whole name"),
    "part": _("What they are here: pupil, parent, staff ..."),
    "left_on": _("Left on"),
    "children": _("Children, by key or name"),
    "relation": _("What they are to the child"),
    "may_give_permission": _("Parental responsibility: yes or no"),
    "contact1_name": _("First parent: name"),
    "contact1_email": _("First parent: email address"),
    "contact1_phone": _("First parent: telephone"),
    "contact1_relation": _("First parent: relation"),
    "contact1_permission": _("First parent: parental responsibility"),
    "contact2_name": _("Second parent: name"),
    "contact2_email": _("Second parent: email address"),
    "contact2_phone": _("Second parent: telephone"),
    "contact2_relation": _("Second parent: relation"),
    "contact2_permission": _("Second parent: parental responsibility"),
}


class FileForm(Form):
    """A CSV file, or the zip of a OneRoster export."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_(
            "A CSV file of 5 MB at most, with headings in its first row; in Excel choose Save as, "
            "then CSV UTF-8. Or the zip of a OneRoster 1.1 or 1.2 export, 10 MB at most."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.zip,text/csv,application/zip"}),
        error_messages={"required": _("Choose the file"), "empty": _("This file is empty")},
    )

    def clean_file(self) -> Any:
        """Small enough to be read at once."""
        file = self.cleaned_data["file"]
        if file.size > (LARGEST_ZIP if file.name.lower().endswith(".zip") else LARGEST_CSV):
            raise forms.ValidationError(_("The file is too large: 5 MB for CSV, 10 MB for a zip"))
        return file


class ColumnsForm(Form):
    """For each column of the file: what it holds; and what everybody in the file is."""

    audience = forms.TypedChoiceField(
        label=_("Who is in this file?"),
        required=False,
        coerce=Audience,
        empty_value=None,
        widget=Radios,
        help_text=_("Where a column says what each person is, that wins."),
    )

    def __init__(self, *args: Any, table: Table, school: School, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headings = table.headings
        self.fields["audience"].choices = [  # type: ignore[attr-defined]
            *((each.value, parts_word(each, school)) for each in Audience),
            ("", _("Different people: a column says it")),
        ]
        fields = [("", _("Not taken")), *((name, COLUMN_WORDS[name]) for name in FIELDS)]
        for number, heading in enumerate(table.headings):
            self.fields[f"column{number}"] = forms.ChoiceField(
                label=f"“{heading}”",
                required=False,
                choices=fields,
                help_text=_in_words(table.sample(heading)),
            )
        self.mark_optional = False

    def columns(self) -> dict[str, str]:
        """{field: heading}, as chosen."""
        chosen = (
            (self.cleaned_data.get(f"column{number}"), heading)
            for number, heading in enumerate(self.headings)
        )
        return {field: heading for field, heading in chosen if field}

    def clean(self) -> dict[str, Any]:
        """Each field once; everybody has a name, and it is clear what they are."""
        found: dict[str, Any] = super().clean() or {}
        seen: set[str] = set()
        for number in range(len(self.headings)):
            field = found.get(f"column{number}")
            if field and field in seen:
                words = COLUMN_WORDS[field]
                self.add_error(
                    f"column{number}", _("Two columns hold “%(what)s”") % {"what": words}
                )
            seen.add(field or "")
        if not holds_names(self.columns()):
            self.add_error(
                None,
                _("Say which columns hold the first name and the family name, or the whole name"),
            )
        if not found.get("audience") and "part" not in seen:
            self.add_error("audience", _("Select who is in this file"))
        return found


def _in_words(sample: Sequence[str]) -> str:
    return (
        ", ".join(f"“{each}”" for each in sample) if sample else str(_("empty in the first rows"))
    )


class OrgForm(Form):
    """Which school of a OneRoster export is this one."""

    org = forms.ChoiceField(label=_("Which of these is your school?"), widget=Radios)

    def __init__(self, *args: Any, orgs: Iterable[Org], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["org"].choices = [(org.key, org.name) for org in orgs]  # type: ignore[attr-defined]


class AnswersForm(Form):
    """Who of the file is whom of the register. What is not answered stays a question."""

    def __init__(
        self, *args: Any, questions: Iterable[Question], school: School, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for number, question in enumerate(self.questions[:MOST_ASKED]):
            known = [(str(each.pk), _spoken(each, school)) for each in question.options]
            self.fields[f"answer{number}"] = forms.ChoiceField(
                label=_("Row %(row)s, %(name)s: is it one of these?")
                % {"row": question.row, "name": question.name},
                help_text=question.why,
                required=False,
                choices=[*known, (NEW, _("No, somebody else of the same name"))],
                widget=Radios,
            )
        self.mark_optional = False

    def answers(self) -> dict[str, str]:
        """{ref: answer}, of those that were answered."""
        return {
            question.ref: answer
            for number, question in enumerate(self.questions)
            if (answer := self.cleaned_data.get(f"answer{number}"))
        }

    def all_the_same(self) -> dict[str, str]:
        """The answer of somebody who knows that every name with one candidate is that person."""
        return {
            question.ref: str(question.options[0].pk)
            for question in self.questions
            if len(question.options) == 1 and not question.key_of
        }


def _spoken(known: Known, school: School) -> str:
    details = known.details
    facts = [
        ", ".join(part_word(part, school) for part in known.parts),
        year_word(details.year_group),
        details.class_name,
        details.email,
        "" if known.is_here else str(_("has left")),
    ]
    return f"{known.name} ({', '.join(filter(None, facts))})"


class WriteForm(Form):
    """What is written: without the bad rows or not, and who of those not in the file has left."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    without_the_rest = forms.BooleanField(required=False)
    missing = forms.ChoiceField(label=_("What about them?"), required=False, widget=Radios)
    ticked = forms.TypedMultipleChoiceField(
        label=_("Those who have left"), required=False, coerce=int, widget=Checkboxes
    )
    field_order = ("without_the_rest", "missing", "ticked", "seen")

    def __init__(
        self, *args: Any, left_out: int, missing: Sequence[Known], school: School, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._missing = [known.pk for known in missing]
        if left_out:
            self.fields["without_the_rest"].label = _("Go on without them: I mend these rows later")
        else:
            del self.fields["without_the_rest"]
        choices = [(NOBODY, _("They are still here: leave them as they are"))]
        if missing and len(missing) <= MOST_TICKED:
            choices.append((TICKED, _("Those that I tick below have left")))
            people = [(known.pk, _spoken(known, school)) for known in missing]
            self.fields["ticked"].choices = people  # type: ignore[attr-defined]
        else:
            del self.fields["ticked"]
        choices.append((EVERYBODY, _("All of them have left")))
        self.fields["missing"].choices = choices  # type: ignore[attr-defined]
        self.fields["missing"].initial = NOBODY
        if not missing:
            del self.fields["missing"]
        self.mark_optional = False

    def leavers(self) -> list[int]:
        """The keys of those who have left."""
        what = self.cleaned_data.get("missing")
        if what == EVERYBODY:
            return self._missing
        return list(self.cleaned_data.get("ticked", ())) if what == TICKED else []
