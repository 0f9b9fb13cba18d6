"""What each field says when something is missing or wrong, and where the error leads."""

from datetime import date

import pytest
from django import forms

from footprint.design.forms import DateField, Form, YesNoField
from footprint.design.forms.gallery import GalleryForm


class SeenForm(Form):
    """One date, by its parts."""

    seen = DateField(label="When?", what="the day you saw it", required=False)
    told = YesNoField(label="Was it told?", required=False)


def _dated(day: str, month: str, year: str) -> SeenForm:
    return SeenForm({"seen_day": day, "seen_month": month, "seen_year": year})


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (("27", "3", "2026"), date(2026, 3, 27)),
        ((" 1 ", "03", "2026"), date(2026, 3, 1)),
        (("1", "March", "2026"), date(2026, 3, 1)),
        (("1", "sept", "2026"), date(2026, 9, 1)),
        (("29", "2", "2028"), date(2028, 2, 29)),
        (("", "", ""), None),
    ],
)
def test_what_a_person_types_is_a_date(typed: tuple[str, str, str], found: date | None) -> None:
    form = _dated(*typed)

    assert form.is_valid(), form.errors
    assert form.cleaned_data["seen"] == found


@pytest.mark.parametrize(
    ("typed", "sentence", "faulty"),
    [
        (("", "3", "2026"), "The day you saw it must include a day", {"day"}),
        (("1", "", ""), "The day you saw it must include a month and a year", {"month", "year"}),
        (("31", "2", "2026"), "The day you saw it must be a real date", {"day", "month", "year"}),
        (("1", "13", "2026"), "The month must be a number from 1 to 12", {"month"}),
        (("1", "ma", "2026"), "The month must be a number from 1 to 12", {"month"}),
        (("1", "3", "26"), "The year must have 4 numbers, like 2026", {"year"}),
        (("1st", "3", "2026"), "The day must be a number from 1 to 31", {"day"}),
        (("²", "3", "2026"), "The day must be a number from 1 to 31", {"day"}),
    ],
)
def test_a_date_error_says_what_is_wrong_and_marks_the_box(
    typed: tuple[str, str, str], sentence: str, faulty: set[str]
) -> None:
    form = _dated(*typed)
    markup = form["seen"].as_field_group()

    assert form.errors["seen"] == [sentence]
    for part, text in zip(("day", "month", "year"), typed, strict=True):
        box = next(tag for tag in markup.split("<") if f'id="id_seen_{part}"' in tag)
        assert ('aria-invalid="true"' in box) is (part in faulty)
        assert f'value="{text}"' in box, "what was typed is not lost"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("9", ["The day you saw it must be on or after 10 March 2026"]),
        ("10", []),
        ("12", []),
        ("13", ["The day you saw it must be on or before 12 March 2026"]),
    ],
)
def test_a_date_stays_within_its_limits(day: str, sentence: list[str]) -> None:
    form = _dated(day, "3", "2026")
    field = form.fields["seen"]
    assert isinstance(field, DateField)
    field.earliest, field.latest = date(2026, 3, 10), date(2026, 3, 12)

    assert form.errors.get("seen", []) == sentence


def test_two_forms_do_not_share_their_faults() -> None:
    assert not _dated("", "3", "2026").is_valid()

    assert "aria-invalid" not in str(_dated("1", "3", "2026"))


@pytest.mark.parametrize(("answer", "value"), [("yes", True), ("no", False), ("", None)])
def test_yes_and_no_are_true_and_false(answer: str, value: bool | None) -> None:
    form = SeenForm({"told": answer})

    assert form.is_valid()
    assert form.cleaned_data["told"] is value


@pytest.mark.parametrize(("stored", "checked"), [(True, "yes"), (False, "no")])
def test_a_stored_answer_is_chosen(stored: bool, checked: str) -> None:
    form = SeenForm(initial={"told": stored})
    box = next(tag for tag in str(form["told"]).split("<") if f'value="{checked}"' in tag)

    assert "checked" in box
    assert str(form["told"]).count("checked") == 1


def test_every_missing_answer_says_what_to_do() -> None:
    form = GalleryForm({})

    assert "this field" not in str(form.errors).lower()
    assert form.errors["name"] == ["Enter name of the channel"]
    assert form.errors["desk"] == ["Select desk"]
    assert form.errors["who"] == ["Answer the question “Who posted it?”"]
    assert form.errors["seen"] == ["Enter the day you saw it"]


def test_too_long_a_text_is_kept_and_counted() -> None:
    class Short(Form):
        words = forms.CharField(max_length=5, widget=forms.Textarea)

    form = Short({"words": "too long"})

    assert form.errors["words"] == ["Write 5 characters or fewer. You wrote 8."]
    assert "too long" in str(form)
    assert " maxlength=" not in str(form), "a browser would cut the text without a word"


def test_what_may_be_left_out_says_so_unless_all_may() -> None:
    class Filter(SeenForm):
        mark_optional = False

    assert "(optional)" in str(SeenForm())
    assert "(optional)" not in str(Filter())
