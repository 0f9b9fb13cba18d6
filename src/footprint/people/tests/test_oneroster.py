"""OneRoster 1.1 and 1.2: the zip checked, its tables joined, its problems named."""

import io
import random
import zipfile
from datetime import date

import pytest

from footprint.people import actions
from footprint.people.importing.oneroster import archive as opening
from footprint.people.importing.preview import plan_of
from footprint.people.importing.problem import FileRefused
from footprint.people.models import FamilyLink, FileKind, PeopleImport, Person
from footprint.people.tests.files import (
    MANIFEST_1_1,
    ROSTER,
    SCHOOL,
    TODAY,
    import_file,
    members,
    plan,
    table,
    take_in,
    zipped,
)
from footprint.rulebook.terms import Audience
from tests.cast import NOW, Cast

OTHER = {"sourcedId": "s2", "name": "Riverside Junior School", "type": "school"}


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_pupils_parents_and_teachers_come_in_with_class_year_and_family(
    cast: Cast, version: str
) -> None:
    done = import_file(cast, zipped(members(version)))

    assert (done.kind, done.counts["joined"], done.counts["links"]) == (FileKind.ONEROSTER, 5, 3)
    tolly, tess = (Person.objects.get(external_id=key) for key in ("u1", "u5"))
    assert (tolly.born_on, tolly.year_group, tolly.class_name) == (date(2018, 5, 4), 3, "3B")
    assert Person.objects.get(external_id="u2").year_group == 0
    assert (tess.class_name, tess.user) == ("3B", cast.teacher)
    links = FamilyLink.objects.all()
    assert {
        (link.person.given_name, link.relative.given_name, link.relation) for link in links
    } == {
        ("Tolly", "Marnie", "parent"),
        ("Tolly", "Ned", "carer"),
        ("Wilf", "Marnie", "parent"),
    }
    assert not links.filter(may_give_permission=True).exists()  # OneRoster does not say


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_the_same_export_twice_changes_nothing(cast: Cast, version: str) -> None:
    data = zipped(members(version))
    import_file(cast, data)
    assert import_file(cast, data).counts["unchanged"] == 5


def test_a_preferred_name_is_what_they_are_called(cast: Cast) -> None:
    files = members("1.2", users=[{**ROSTER[0], "preferredGivenName": "Tol"}])
    (tolly,) = plan(cast, zipped(files)).joined
    assert tolly.details.known_as == "Tol"


def test_user_names_and_passwords_are_never_taken(cast: Cast) -> None:
    users = [{**ROSTER[0], "username": "secretname", "password": "secretword"}]
    import_file(cast, zipped(members(users=users)), all_good=False)
    assert "secret" not in repr(list(Person.objects.values()))


# --- an export of a trust ---


def test_of_several_schools_the_one_of_this_name_is_taken(cast: Cast) -> None:
    users = [*ROSTER, {**ROSTER[0], "sourcedId": "u9", "givenName": "Sol", "orgSourcedIds": "s2"}]
    found = plan(cast, zipped(members(users=users, orgs=[SCHOOL, OTHER])))
    assert {person.details.given_name for person in found.joined} == {
        "Tolly", "Wilf", "Marnie", "Ned", "Tess",
    }  # fmt: skip


def test_where_no_name_fits_a_person_says_which_school_it_is(cast: Cast) -> None:
    orgs = [{**SCHOOL, "name": "Oakfield"}, OTHER]
    waiting = take_in(cast, zipped(members(orgs=orgs)))
    assert waiting.columns is None
    with pytest.raises(actions.ColumnsNotUsable):
        actions.choose_org(waiting=waiting, org="s3", by=cast.office, now=NOW)
    actions.choose_org(waiting=waiting, org="s1", by=cast.office, now=NOW)
    assert len(plan_of(waiting, on=TODAY, by_pk=None).joined) == 5


def test_a_parent_whose_only_child_is_at_the_other_school_stays_out(cast: Cast) -> None:
    users = [
        {**ROSTER[0], "agentSourceIds": ""},
        {**ROSTER[1], "sourcedId": "u8", "orgSourcedIds": "s2"},
        {**ROSTER[2], "agentSourceIds": "u8"},
    ]
    found = plan(cast, zipped(members(users=users, orgs=[SCHOOL, OTHER])))
    assert [person.details.given_name for person in found.joined] == ["Tolly"]
    assert not found.problems


# --- rows ---


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"givenName": ""}, "Row 2: the first name is missing"),
        ({"familyName": ""}, "Row 2: the surname is missing"),
        ({"role": "wizard"}, "the role “wizard” is unknown"),
        ({"role": ""}, "the role “none” is unknown"),
        ({"grades": "14"}, "year group “14” is unknown"),
        ({"grades": "03,04"}, "more than one year group"),
        ({"email": "nobody"}, "“nobody” is no e-mail address"),
        ({"enabledUser": "false"}, "switched off in the school's system"),
        ({"status": "tobedeleted"}, "switched off in the school's system"),
        ({"sourcedId": ""}, "the sourcedId is missing"),
        ({"orgSourcedIds": ""}, "no school of the export says"),
        ({"agentSourceIds": "u77"}, "names the parent “u77”, who is not in users.csv"),
        ({"sourcedId": "u2"}, "the key “u2” stands in the rows 2 and 3"),
        ({"givenName": "ZoÃ«"}, "damaged letters"),
    ],
)
def test_a_bad_row_is_named_and_the_others_go_on(
    cast: Cast, change: dict[str, str], words: str
) -> None:
    files = members(users=[{**ROSTER[0], **change}, ROSTER[1], ROSTER[4]])
    found = plan(cast, zipped(files))
    assert words in " ".join(problem.sentence for problem in found.problems)
    assert "Tess" in {person.details.given_name for person in found.joined}


def test_a_bad_birth_date_is_named_by_the_pupils_row(cast: Cast) -> None:
    files = members(demographics="sourcedId,birthDate\nu1,1st of never\n")
    (problem,) = [
        each for each in plan(cast, zipped(files)).problems if "date of birth" in each.sentence
    ]
    assert problem.row == 2


# --- files ---


def manifest(**change: str) -> str:
    rows = {**MANIFEST_1_1, **{name.replace("__", "."): value for name, value in change.items()}}
    return table(
        ("propertyName", "value"),
        [{"propertyName": name, "value": value} for name, value in rows.items() if value],
    )


def without(name: str) -> dict[str, str]:
    return {file: text for file, text in members().items() if file != name}


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (without("manifest.csv"), "no manifest.csv"),
        (without("users.csv"), "names users.csv, and it is not in the zip"),
        (members(manifest=manifest(file__users="delta")), "what changed since another export"),
        (members(manifest=manifest(file__enrollments="delta")), "Export everything"),
        (members(manifest=manifest(file__users="absent")), "users.csv is absent, and we need it"),
        (members(manifest=manifest(file__orgs="")), "orgs.csv is absent, and we need it"),
        (members(manifest=manifest(file__users="some")), "says “some” about users.csv"),
        (members(manifest=manifest(oneroster__version="1.0")), "OneRoster “1.0”"),
        (members(manifest=manifest(oneroster__version="")), "without a version"),
        (members(manifest=manifest(oneroster__version="1.2")), "roles.csv is absent"),
        (members(manifest="a,b\n"), "no column propertyname and no column value"),
        (members(users=[], orgs=[]), "holds no school"),
        ({**members(), "users.csv": "sourcedId,givenName\nu1,A\n"}, "no column familyname"),
        ({**members(), "orgs.csv": 'sourcedId,name,type\n"s1,Oak,school\n'}, "orgs.csv: A quot"),
        (members(demographics="sourcedId,birthDate\nu1,2018-05-04,x\n"), "do not fit"),
        (members(classes=""), "classes.csv: This file is empty"),
        ({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}, "an Excel file"),
        ({**members(), "../users.csv": "x"}, "leads out of its folder"),
        ({**members(), "/etc/users.csv": "x"}, "leads out of its folder"),
        ({**members(), "a\\..\\users.csv": "x"}, "leads out of its folder"),
        ({**members(), "C:users.csv": "x"}, "leads out of its folder"),
        ({**members(), "USERS.csv": "x"}, "same name"),
        ({f"roster/{name}": text for name, text in members().items()}, "no manifest.csv"),
        ({**members(), **{f"{number}.csv": "x" for number in range(60)}}, "far more"),
    ],
)
def test_an_export_that_cannot_be_trusted_is_refused(
    cast: Cast, files: dict[str, str], words: str
) -> None:
    with pytest.raises(FileRefused, match=words):
        take_in(cast, zipped(files))
    assert not PeopleImport.objects.exists()


def test_a_bomb_is_not_unpacked(cast: Cast) -> None:
    with pytest.raises(FileRefused, match="far more than a school needs"):
        take_in(cast, zipped({**members(), "users.csv": "a" * 30_000_000}))


def test_a_size_that_the_zip_denies_is_found_while_reading(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LONGEST_MEMBER", 100)
    with pytest.raises(FileRefused, match="larger than"):
        take_in(cast, zipped(members()))


def test_links_and_passwords_are_refused(cast: Cast) -> None:
    link = zipfile.ZipInfo("users.csv")
    link.external_attr = 0o120777 << 16
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(FileRefused, match="link in place of a file"):
        take_in(cast, out.getvalue())

    locked = bytearray(zipped(members()))
    first = locked.index(b"PK\x01\x02")
    locked[first + 8] |= 1
    with pytest.raises(FileRefused, match="password"):
        take_in(cast, bytes(locked))


@pytest.mark.parametrize("seed", range(40))
def test_a_mutated_export_is_refused_or_previewed_and_never_crashes(cast: Cast, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    files = members(chance.choice(["1.1", "1.2"]))
    name = chance.choice(sorted(files))
    text = files[name]
    for _ in range(4):
        place = chance.randrange(len(text))
        junk = chance.choice(['"', ",", "\n", "\x00", "u1", ""])
        text = text[:place] + junk + text[place + chance.randrange(4) :]
    try:
        sentences = [each.sentence for each in plan(cast, zipped({**files, name: text})).problems]
    except FileRefused as refused:
        sentences = [refused.sentence]
    assert all(sentences)
    assert not Person.objects.exists()


def test_who_is_missing_from_an_export_is_listed(cast: Cast) -> None:
    import_file(cast, zipped(members()))
    smaller = members(users=[each for each in ROSTER if each["sourcedId"] not in ("u2", "u5")])
    found = plan(cast, zipped(smaller))
    # the file still lists pupils and parents, and staff no more: nobody of the staff is missing
    assert {known.name for known in found.missing} == {"Wilf Applegarth"}
    assert Audience.STAFF not in {part for known in found.missing for part in known.parts}
