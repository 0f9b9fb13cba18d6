"""A CSV file of people: previewed whole, written whole, and known again the next time."""

from datetime import timedelta

import pytest
import time_machine

from footprint.audit.models import Event
from footprint.people import actions
from footprint.people.importing.preview import plan_of
from footprint.people.importing.problem import FileRefused
from footprint.people.jobs import expire_files
from footprint.people.models import ColumnMapping, FamilyLink, ImportState, PeopleImport, Person
from footprint.people.tests.factories import make_person
from footprint.people.tests.files import (
    PUPILS,
    STAFF,
    TODAY,
    confirm,
    import_file,
    plan,
    take_in,
    write,
)
from footprint.rulebook.terms import Audience
from tests.cast import NOW, Cast


def person(name: str) -> Person:
    return Person.objects.get(given_name=name)


def test_pupils_join_with_their_parents(cast: Cast) -> None:
    done = import_file(cast, PUPILS)

    assert done.counts == {
        "joined": 4, "changed": 0, "moved": 0, "returned": 0, "left": 0, "unchanged": 0,
        "links": 2, "accounts": 0, "left_out": 0,
    }  # fmt: skip
    tolly = person("Tolly")
    assert (tolly.external_id, tolly.year_group, tolly.class_name) == ("P1", 3, "3B")
    assert person("Wilf").year_group == 0
    links = FamilyLink.objects.of_person(person("Marnie"))
    assert {
        (link.person.given_name, link.relation, link.may_give_permission) for link in links
    } == {
        ("Tolly", "parent", True),
        ("Wilf", "parent", True),
    }


def test_nothing_is_written_before_somebody_says_so(cast: Cast) -> None:
    waiting = confirm(cast, take_in(cast, PUPILS))
    plan_of(waiting, on=TODAY, by_pk=None)
    assert not Person.objects.exists()
    actions.set_file_aside(waiting=waiting, by=cast.office, now=NOW)
    assert not Person.objects.exists()


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    import_file(cast, PUPILS)
    again = import_file(cast, PUPILS)

    assert again.counts["unchanged"] == 4
    assert not {again.counts[each] for each in ("joined", "changed", "moved", "links")} - {0}
    assert Person.objects.count() == 4
    assert FamilyLink.objects.count() == 2


def test_without_keys_they_are_known_by_name_and_birth_and_parents_by_their_child(
    cast: Cast,
) -> None:
    data = "Forename,Surname,DOB,Parent 1\nTolly,Applegarth,04/05/2018,Marnie Applegarth\n"
    import_file(cast, data)
    assert import_file(cast, data).counts["unchanged"] == 2
    assert Person.objects.count() == 2


def test_moved_changed_joined_left_and_returned_are_told_apart(cast: Cast) -> None:
    import_file(cast, PUPILS)
    gone = make_person(cast.oakfield, external_id="P9", given_name="Perran", left_on=TODAY)
    plan_now = plan(
        cast,
        "UPN,Forename,Surname,Year,Class,Leaving date\n"
        "P1,Tolly,Applegarth,4,4B,\n"  # moved
        "P2,Wilfred,Applegarth,R,RA,\n"  # changed
        "P3,Odette,Brambley,5,5C,16/11/2026\n"  # left
        f"P9,Perran,{gone.family_name},2,2A,\n"  # returned
        "P5,Fern,Cobb,1,1A,\n"  # joined
        "P6,Ivo,Dunn,6,6A,20/07/2026\n",  # left before we knew them
    )
    assert [each.known.name for each in plan_now.moved] == ["Tolly Applegarth"]
    assert [each.known.name for each in plan_now.changed] == ["Wilf Applegarth"]
    assert [each.known.name for each in plan_now.returned] == [gone.name]
    assert [known.name for known, _ in plan_now.leaving] == ["Odette Brambley"]
    assert [each.name for each in plan_now.joined] == ["Fern Cobb"]
    assert not plan_now.problems


def test_who_returns_has_a_part_again_and_who_left_has_none(cast: Cast) -> None:
    import_file(cast, PUPILS)
    odette = person("Odette")
    actions.record_leaving(person=odette, on=TODAY, by=cast.office, now=NOW)
    import_file(cast, PUPILS)
    odette.refresh_from_db()
    assert odette.left_on is None
    assert [part.audience for part in odette.parts.current()] == ["pupil"]


def test_an_empty_cell_takes_nothing_away(cast: Cast) -> None:
    import_file(cast, PUPILS)
    import_file(cast, "UPN,Forename,Surname,DOB,Year,Class\nP1,Tolly,Applegarth,,,\n")
    assert (person("Tolly").class_name, person("Tolly").year_group) == ("3B", 3)


# --- who is not in the file ---


def test_who_is_not_in_the_file_is_listed_and_stays(cast: Cast) -> None:
    import_file(cast, PUPILS)
    data = "UPN,Forename,Surname,DOB\nP1,Tolly,Applegarth,\n"
    assert {known.name for known in plan(cast, data).missing} == {
        "Wilf Applegarth",
        "Odette Brambley",
    }
    import_file(cast, data)
    assert Person.objects.present(TODAY).count() == 4


def test_only_who_is_ticked_and_listed_becomes_a_leaver(cast: Cast) -> None:
    import_file(cast, PUPILS)
    elsewhere = make_person(cast.riverside, given_name="Sol")
    wilf, tolly = person("Wilf"), person("Tolly")
    waiting = confirm(cast, take_in(cast, "UPN,Forename,Surname,DOB\nP1,Tolly,Applegarth,\n"))

    done = write(cast, waiting, leavers=[wilf.pk, tolly.pk, elsewhere.pk])

    assert done.counts["left"] == 1
    left = Person.objects.left(TODAY)
    assert list(left) == [wilf]
    assert not wilf.parts.current().exists()


def test_a_teacher_is_not_missing_from_a_list_of_parents(cast: Cast) -> None:
    both = make_person(cast.oakfield, Audience.PARENT)
    both.parts.create(audience="staff")
    alone = make_person(cast.oakfield, Audience.PARENT)
    missing = plan(cast, "Name\nAnn Other\n", Audience.PARENT).missing
    assert [known.pk for known in missing] == [alone.pk]


def test_whose_row_has_a_problem_or_a_question_is_not_missing(cast: Cast) -> None:
    import_file(cast, PUPILS)
    data = "UPN,Forename,Surname,DOB\nP1,Tolly,Applegarth,nonsense\n,Odette,Brambley,\n"
    found = plan(cast, data)
    assert (len(found.problems), len(found.questions)) == (1, 1)
    assert {known.name for known in found.missing} == {"Wilf Applegarth"}


def test_nobody_records_their_own_leaving_by_a_file(cast: Cast) -> None:
    make_person(
        cast.oakfield, Audience.STAFF, user=cast.office, given_name="Olive", family_name="Office"
    )
    by_file = plan(cast, "Name,Left\nOlive Office,16/11/2026\n", Audience.STAFF)
    assert not by_file.leaving
    missing = plan(cast, "Name\nAnn Other\n", Audience.STAFF).missing
    assert not missing


# --- questions ---


def test_a_name_alone_is_asked_about(cast: Cast) -> None:
    known = make_person(cast.oakfield, given_name="Tolly", family_name="Applegarth")
    waiting = confirm(cast, take_in(cast, "Name\nTolly Applegarth\n"))
    (question,) = plan_of(waiting, on=TODAY, by_pk=None).questions
    assert [option.pk for option in question.options] == [known.pk]

    for answer, joined in ((str(known.pk), 0), ("new", 1)):
        actions.answer_questions(
            waiting=waiting, answers={question.ref: answer}, by=cast.office, now=NOW
        )
        answered = plan_of(waiting, on=TODAY, by_pk=None)
        assert (len(answered.questions), len(answered.joined)) == (0, joined)


def test_an_answer_that_was_not_offered_is_no_answer(cast: Cast) -> None:
    make_person(cast.oakfield, given_name="Tolly", family_name="Applegarth")
    stranger = make_person(cast.riverside)
    waiting = confirm(cast, take_in(cast, "Name\nTolly Applegarth\n"))
    for answer in (str(stranger.pk), "nonsense", "999999"):
        actions.answer_questions(waiting=waiting, answers={"2": answer}, by=cast.office, now=NOW)
        assert plan_of(waiting, on=TODAY, by_pk=None).questions


def test_a_key_that_was_given_to_another_is_asked_about_and_never_doubled(cast: Cast) -> None:
    make_person(cast.oakfield, external_id="P1", given_name="Ann", family_name="Other")
    waiting = confirm(cast, take_in(cast, "UPN,Forename,Surname\nP1,Tolly,Applegarth\n"))
    (question,) = plan_of(waiting, on=TODAY, by_pk=None).questions
    assert "belongs to Ann Other" in question.why
    actions.answer_questions(waiting=waiting, answers={"2": "new"}, by=cast.office, now=NOW)
    assert "belongs to Ann Other" in plan_of(waiting, on=TODAY, by_pk=None).problems[0].sentence


def test_two_keys_of_one_system_are_two_people_of_the_same_name(cast: Cast) -> None:
    import_file(cast, "UPN,Forename,Surname\nP1,Tolly,Applegarth\n")
    found = plan(cast, "UPN,Forename,Surname\nP1,Tolly,Applegarth\nP7,Tolly,Applegarth\n")
    assert (found.unchanged, len(found.joined)) == (1, 1)


def test_two_keys_of_one_name_and_birth_are_asked_about(cast: Cast) -> None:
    import_file(cast, PUPILS)
    found = plan(cast, PUPILS.replace("P1,", "P8,"))
    assert [question.name for question in found.questions] == ["Tolly Applegarth"]
    assert not found.joined


def test_keys_of_another_system_double_nobody(cast: Cast) -> None:
    import_file(cast, PUPILS)
    found = plan(cast, "UPN,Forename,Surname,DOB\nguid-1,Tolly,Applegarth,04/05/2018\n")
    assert (len(found.changes), found.joined) == (1, [])


# --- parents in their own file, staff, accounts ---


def test_parents_name_their_children_by_key_or_name_in_file_or_register(cast: Cast) -> None:
    import_file(cast, PUPILS)
    data = (
        "Name,Children,Relationship,PR\n"
        'Ned Applegarth,"P1; P2",Father,yes\n'
        'Bea Brambley,"Brambley, Odette",Foster carer,no\n'
        "Gil Cobb,P99,Father,yes\n"
    )
    found = plan(cast, data.replace('"Brambley, Odette"', "Odette Brambley"))
    assert len(found.links) == 3
    assert [problem.sentence for problem in found.problems] == [
        "Row 4: the child “P99” is neither in the file nor in the register."
    ]


def test_a_file_without_a_column_of_responsibility_takes_none_away(cast: Cast) -> None:
    import_file(cast, PUPILS)
    import_file(cast, "Name,Email,Children\nMarnie Applegarth,marnie@example.org,P1\n")
    assert FamilyLink.objects.get(person__given_name="Tolly").may_give_permission


def test_a_teacher_who_is_a_parent_is_one_person(cast: Cast) -> None:
    import_file(cast, STAFF)
    import_file(
        cast,
        "UPN,Forename,Surname,Parent 1,Parent 1 email\n"
        "P1,Tolly,Applegarth,Tess Teacher,Teacher@oakfield.example\n",
    )
    tess = person("Tess")
    assert {part.audience for part in tess.parts.current()} == {"staff", "parent"}
    assert FamilyLink.objects.get().relative == tess


def test_an_account_of_the_same_address_is_theirs(cast: Cast) -> None:
    done = import_file(cast, STAFF)
    assert done.counts["accounts"] == 1
    assert person("Tess").user == cast.teacher
    assert person("Pim").user is None
    assert import_file(cast, STAFF).counts["unchanged"] == 2


def test_what_has_no_place_is_not_taken(cast: Cast) -> None:
    import_file(cast, "Name,Role,DOB,Mobile\nTess Teacher,Teacher,01/01/1990,01632 960 001\n"
                      "Tolly Applegarth,Pupil,04/05/2018,01632 960 002\n")  # fmt: skip
    assert (person("Tess").born_on, person("Tess").phone) == (None, "01632 960 001")
    assert (person("Tolly").phone, person("Tolly").born_on is None) == ("", False)


# --- all or nothing ---


def test_rows_with_problems_are_left_out_only_if_somebody_says_so(cast: Cast) -> None:
    data = PUPILS + "P4,,Nameless,01/01/2017,4,4A,,,,\n"
    waiting = confirm(cast, take_in(cast, data))
    with pytest.raises(actions.ProblemsLeft):
        write(cast, waiting)
    assert not Person.objects.exists()
    waiting.refresh_from_db()
    assert waiting.state == ImportState.WAITING

    done = write(cast, waiting, without_the_rest=True)
    assert (done.counts["joined"], done.counts["left_out"]) == (4, 1)
    assert done.problems == ["Row 5: the first name is missing."]


def test_what_changed_since_the_preview_is_looked_at_again(cast: Cast) -> None:
    waiting = confirm(cast, take_in(cast, PUPILS))
    seen = plan_of(waiting, on=TODAY, by_pk=cast.office.pk).digest
    make_person(cast.oakfield, external_id="P1", given_name="Tolly", family_name="Applegarth")
    with pytest.raises(actions.ChangedMeanwhile):
        actions.write_file(
            waiting=waiting, seen=seen, without_the_rest=True, leavers=[], by=cast.office, now=NOW
        )
    assert Person.objects.count() == 1
    waiting.refresh_from_db()
    assert waiting.content is not None


def test_a_failure_in_the_middle_leaves_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = confirm(cast, take_in(cast, PUPILS))

    def fail(*args: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("footprint.people.actions.writing._link", fail)
    with pytest.raises(OSError, match="disk"):
        write(cast, waiting)
    assert not Person.objects.exists()
    assert not Event.objects.filter(action="people.file_written").exists()


def test_a_file_is_written_once_and_then_is_gone(cast: Cast) -> None:
    waiting = confirm(cast, take_in(cast, PUPILS))
    twin = PeopleImport.objects.get(pk=waiting.pk)
    write(cast, waiting)
    for act in (
        lambda: write(cast, twin),
        lambda: actions.set_file_aside(waiting=twin, by=cast.head, now=NOW),
        lambda: confirm_again(cast, twin),
    ):
        with pytest.raises(actions.NotWaiting):
            act()
    assert PeopleImport.objects.get().content is None
    assert Person.objects.count() == 4


def confirm_again(cast: Cast, waiting: PeopleImport) -> None:
    actions.confirm_columns(
        waiting=waiting,
        columns={"full_name": "Forename"},
        audience=Audience.PUPIL,
        by=cast.office,
        now=NOW,
    )


def test_the_log_tells_counts_and_no_name(cast: Cast) -> None:
    done = import_file(cast, PUPILS)
    event = Event.objects.get(action="people.file_written")
    assert event.target == f"people_import:{done.pk}"
    assert event.details == done.counts


def test_a_file_that_nobody_decides_about_is_thrown_away(cast: Cast) -> None:
    take_in(cast, PUPILS)
    for days, thrown in ((6, 0), (8, 1), (9, 0)):
        with time_machine.travel(NOW + timedelta(days=days), tick=False):
            assert expire_files.func() == thrown
    assert PeopleImport.objects.get().content is None


# --- columns ---


def test_columns_are_confirmed_once_and_remembered_for_such_files(cast: Cast) -> None:
    waiting = take_in(cast, "Vorname,Nachname\nTolly,Applegarth\n")
    assert waiting.columns is None
    columns = {"given_name": "Vorname", "family_name": "Nachname"}
    actions.confirm_columns(
        waiting=waiting, columns=columns, audience=Audience.PUPIL, by=cast.office, now=NOW
    )
    again = take_in(
        cast,
        "VORNAME,nachname \nWilf,Applegarth\n".replace("VORNAME", "Vorname").replace(
            "nachname ", "Nachname"
        ),
    )
    assert (again.columns, again.audience) == (columns, "pupil")
    assert take_in(cast, "Vorname,Name\nWilf,Applegarth\n").columns is None
    assert ColumnMapping.objects.count() == 1


def test_another_school_remembers_nothing_of_ours(cast: Cast) -> None:
    confirm(cast, take_in(cast, PUPILS))
    theirs = actions.take_in_file(
        school=cast.riverside, data=PUPILS.encode(), file_name="x.csv", by=cast.stranger, now=NOW
    )
    assert theirs.columns is None


@pytest.mark.parametrize(
    "columns",
    [{}, {"given_name": "Forename"}, {"full_name": "Nowhere"}, {"full_name": "UPN", "x": "UPN"}],
)
def test_columns_that_cannot_be_are_refused(cast: Cast, columns: dict[str, str]) -> None:
    with pytest.raises(actions.ColumnsNotUsable):
        actions.confirm_columns(
            waiting=take_in(cast, PUPILS), columns=columns, audience=None, by=cast.office, now=NOW
        )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_way_a_spreadsheet_saves(cast: Cast, encoding: str, delimiter: str) -> None:
    data = "Forename,Surname,DOB\nZoë,D’Arcy,04/05/2018\n".replace(",", delimiter)
    (zoe,) = plan(cast, data.encode(encoding)).joined
    assert zoe.name == "Zoë D’Arcy"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"Name\n", "nobody under them"),
        (b'Name,Class\n"Tolly Applegarth,3B\nWilf Hart,1A\n', "line 2 is not closed"),
        (b"Forename,Surname\nZo\xc3\xab,Hart\nZo\xeb,Hart\n", "^Line 3 "),
        (b"Forename,Surname\nTolly,App\x00legarth\n", "^Line 2 "),
        (b"%PDF-1.7\n", "PDF"),
        (b"PK\x03\x04 [Content_Types].xml", "damaged"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused_and_not_kept(
    cast: Cast, data: bytes, words: str
) -> None:
    with pytest.raises(FileRefused, match=words):
        take_in(cast, data)
    assert not PeopleImport.objects.exists()
