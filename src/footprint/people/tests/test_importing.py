"""A CSV file of people: previewed whole, written whole, and known again the next time."""

from footprint.people import actions
from footprint.people.importing.preview import plan_of
from footprint.people.models import FamilyLink, Person
from footprint.people.tests.factories import make_person
from footprint.people.tests.files import (
    PUPILS,
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
