"""One cell at a time: what it means, and what is named in place of being guessed."""

from datetime import date

import pytest

from footprint.people.importing import values
from footprint.people.importing.columns import guess_audience, guess_columns
from footprint.people.importing.problem import BadCell
from footprint.people.models import Relation
from footprint.rulebook.terms import Audience

DAY = date(2018, 5, 4)


@pytest.mark.parametrize(
    "written",
    [
        "04/05/2018", "4/5/2018", "04.05.2018", "04-05-2018", "04/05/18", "2018-05-04",
        "2018-05-04 00:00:00", "2018-05-04T00:00:00.000Z", "04/05/2018 00:00", "4 May 2018",
        "4th May 2018", "04-May-18", " 4  may 2018 ",
    ],
)  # fmt: skip
def test_a_day_as_people_and_systems_write_it(written: str) -> None:
    assert values.read_day(written, what="date of birth") == DAY


@pytest.mark.parametrize(
    "written",
    ["05/24/2018", "31/02/2018", "2018", "43224", "unknown", "04/05/2018 13:30", "4 Mai 2018",
     "01/01/1801", "99/99/9999", "2018-13-01", "4 M 2018"],
)  # fmt: skip
def test_what_is_no_day_is_named(written: str) -> None:
    with pytest.raises(BadCell, match="date of birth"):
        values.read_day(written, what="date of birth")


def test_an_empty_cell_is_no_day_and_no_problem() -> None:
    assert values.read_day("  ", what="date of birth") is None
    assert values.read_day("01/09/98", what="joining date") == date(1998, 9, 1)


@pytest.mark.parametrize(
    ("written", "year"),
    [
        ("3", 3), ("03", 3), ("Year 3", 3), ("Y3", 3), ("yr 3", 3), ("13", 13), ("R", 0),
        ("Reception", 0), ("0", 0), ("YR", 0), ("FS2", 0), ("N", -1), ("Nursery", -1), ("N2", -1),
        ("", None),
    ],
)  # fmt: skip
def test_a_year_group(written: str, year: int | None) -> None:
    assert values.read_year_group(written) == year


@pytest.mark.parametrize("written", ["14", "Year", "3B", "3/4", "P3", "S2", "thirteen", "-2"])
def test_an_unknown_year_group_is_named(written: str) -> None:
    with pytest.raises(BadCell, match="year group"):
        values.read_year_group(written)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Pupil", {Audience.PUPIL}),
        ("STUDENTS", {Audience.PUPIL}),
        ("Parent/Carer", {Audience.PARENT}),
        ("Teacher; Parent", {Audience.STAFF, Audience.PARENT}),
        ("TA and governor", {Audience.STAFF, Audience.GOVERNOR}),
        ("LCM", {Audience.GOVERNOR}),
        ("Local champions", {Audience.GOVERNOR}),  # the school's own word
        ("volunteers", {Audience.VOLUNTEER}),
        ("Contractor", {Audience.CONTRACTOR}),
        ("", set()),
    ],
)
def test_parts(written: str, parts: set[Audience]) -> None:
    assert set(values.read_parts(written, governors_word="local champions")) == parts


def test_every_audience_has_a_word_of_its_own() -> None:
    found = {values.read_parts(each.value, governors_word="governors") for each in Audience}
    assert found == {(each,) for each in Audience}


@pytest.mark.parametrize("written", ["Wizard", "pupil; wizard", "7"])
def test_an_unknown_part_is_named(written: str) -> None:
    with pytest.raises(BadCell, match="no part that we know"):
        values.read_parts(written, governors_word="governors")


@pytest.mark.parametrize(
    ("written", "relation"),
    [
        ("", Relation.PARENT), ("Mother", Relation.PARENT), ("Step-father", Relation.PARENT),
        ("Foster carer", Relation.CARER), ("brother", Relation.SIBLING),
        ("Wife", Relation.PARTNER), ("Grandmother", Relation.OTHER), ("??", Relation.PARENT),
    ],
)  # fmt: skip
def test_relations(written: str, relation: Relation) -> None:
    assert values.read_relation(written) == relation


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Tolly Applegarth", ("Tolly", "Applegarth")),
        ("Applegarth, Tolly", ("Tolly", "Applegarth")),
        ("Mary Ann Van  Der Lind", ("Mary Ann Van Der", "Lind")),
        ("van der Lind, Mary-Ann", ("Mary-Ann", "van der Lind")),
        ("O’Hara, Zoë", ("Zoë", "O’Hara")),
    ],
)
def test_a_whole_name(written: str, names: tuple[str, str]) -> None:
    assert values.read_full_name(written) == names


@pytest.mark.parametrize(
    "written",
    ["", "Tolly", "Applegarth,", ", Tolly", "12 34", "ZoÃ« Hart", "Zo\ufffd Hart", "=A1 B"],
)
def test_what_is_no_whole_name_is_named(written: str) -> None:
    with pytest.raises(BadCell):
        values.read_full_name(written)


@pytest.mark.parametrize(
    "written", ["x@", "a b@example.org", "a@example.org; b@example.org", "none"]
)
def test_what_is_no_email_is_named(written: str) -> None:
    with pytest.raises(BadCell, match="e-mail"):
        values.read_email(written)


def test_a_key_that_a_spreadsheet_shortened_is_named() -> None:
    assert values.read_key("A123456789012") == "A123456789012"
    with pytest.raises(BadCell, match="shortened"):
        values.read_key("8.20E+11")


def test_phones() -> None:
    assert values.read_phone("+44 1632 960 111") == "+44 1632 960 111"
    with pytest.raises(BadCell, match="telephone"):
        values.read_phone("ask mum")


@pytest.mark.parametrize(
    ("headings", "columns", "audience"),
    [
        (["UPN", "Forename", "Surname", "DOB", "Reg Group"],
         {"external_id": "UPN", "given_name": "Forename", "family_name": "Surname",
          "born_on": "DOB", "class_name": "Reg Group"}, "pupil"),
        (["Name", "Email_Address", "Role"],
         {"full_name": "Name", "email": "Email_Address", "part": "Role"}, ""),
        (["First name", "Last name", "Children", "Has PR"],
         {"given_name": "First name", "family_name": "Last name", "children": "Children",
          "may_give_permission": "Has PR"}, "parent"),
        (["Pupil name", "Contact 1", "Contact 1 Mobile", "Contact 2 name"],
         {"full_name": "Pupil name", "contact1_name": "Contact 1",
          "contact1_phone": "Contact 1 Mobile", "contact2_name": "Contact 2 name"}, "pupil"),
        (["Vorname", "Nachname"], {}, ""),
    ],
)  # fmt: skip
def test_columns_are_guessed_by_the_headings_that_systems_use(
    headings: list[str], columns: dict[str, str], audience: str
) -> None:
    assert guess_columns(headings) == columns
    assert guess_audience(columns) == audience
