"""Who of a file is whom of the register: asked where doubtful, and parents by their children."""

from footprint.people import actions
from footprint.people.importing.preview import plan_of
from footprint.people.models import FamilyLink, Person
from footprint.people.tests.factories import make_person
from footprint.people.tests.files import (
    PUPILS,
    STAFF,
    TODAY,
    confirm,
    import_file,
    plan,
    take_in,
)
from tests.cast import NOW, Cast


def person(name: str) -> Person:
    return Person.objects.get(given_name=name)


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
