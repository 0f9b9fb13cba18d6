"""Adding and changing a person: what is kept, what is refused, what the log tells."""

from datetime import date
from typing import Any

import pytest

from footprint.audit.models import Event
from footprint.people import actions
from footprint.people.details import Details, details_of
from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.rulebook.terms import Audience
from tests.cast import NOW, Cast

BORN = date(2017, 5, 4)
FULL = Details(
    given_name="Tolly",
    family_name="Applegarth",
    known_as="Tol",
    external_id="P-1",
    email="tolly@example.org",
    phone="01632 960 111",
    born_on=BORN,
    year_group=3,
    class_name="3B",
    joined_on=date(2024, 9, 2),
)


def add(cast: Cast, details: Details = FULL, **also: Any) -> Person:
    return actions.add_person(
        school=cast.oakfield,
        details=details,
        **{"parts": [Audience.PUPIL], "by": cast.office, "now": NOW, **also},
    )


@pytest.mark.parametrize(
    ("parts", "not_kept"),
    [
        ([Audience.PUPIL], {"phone"}),
        ([Audience.PARENT], {"born_on", "year_group", "class_name"}),
        ([Audience.STAFF], {"born_on", "year_group"}),
        ([Audience.GOVERNOR], {"born_on", "year_group", "class_name"}),
        ([Audience.VOLUNTEER], {"born_on", "year_group", "class_name"}),
        ([Audience.CONTRACTOR], {"born_on", "year_group", "class_name"}),
        ([Audience.STAFF, Audience.PARENT], {"born_on", "year_group"}),
        ([Audience.PUPIL, Audience.VOLUNTEER], set()),
    ],
)
def test_what_has_no_place_for_a_part_is_not_kept(
    cast: Cast, parts: list[Audience], not_kept: set[str]
) -> None:
    kept = details_of(add(cast, parts=parts))

    assert {name for name, value in vars(kept).items() if not value} == not_kept


def test_every_audience_has_its_row_of_what_is_kept(cast: Cast) -> None:
    for audience in Audience:
        add(cast, Details("Ann", f"Other-{audience}"), parts=[audience])
    assert Person.objects.count() == len(Audience)


def test_there_is_no_field_for_a_private_profile() -> None:
    """A new field fails here until somebody has asked whether it serves the policy."""
    fields = {field.name for field in Person._meta.get_fields() if field.concrete}
    assert fields == {
        "id", "school", "external_id", "given_name", "family_name", "known_as", "email", "phone",
        "born_on", "year_group", "class_name", "user", "joined_on", "left_on",
    }  # fmt: skip


def test_the_log_tells_the_parts_and_no_name(cast: Cast) -> None:
    person = add(cast)

    event = Event.objects.get()
    assert (event.action, event.target) == ("people.person_added", f"person:{person.pk}")
    assert event.details == {"parts": ["pupil"], "account": False}


def test_a_key_of_the_schools_system_is_one_persons(cast: Cast) -> None:
    add(cast)
    with pytest.raises(actions.KeyTaken):
        add(cast)
    assert Person.objects.count() == 1


def test_another_school_may_use_the_same_key(cast: Cast) -> None:
    add(cast)
    make_person(cast.riverside, external_id="P-1")
    assert Person.objects.count() == 2


def test_an_account_is_one_persons_and_of_this_school(cast: Cast) -> None:
    add(cast, Details("Tess", "Teacher"), parts=[Audience.STAFF], user=cast.teacher)
    with pytest.raises(actions.AccountTaken):
        add(cast, Details("Ann", "Other"), parts=[Audience.STAFF], user=cast.teacher)
    with pytest.raises(actions.AccountNotHere):
        add(cast, Details("Sam", "Stranger"), parts=[Audience.STAFF], user=cast.stranger)


def test_a_person_without_a_part_is_a_defect(cast: Cast) -> None:
    with pytest.raises(actions.NoPart):
        add(cast, parts=[])


def change(cast: Cast, person: Person, **fields: Any) -> list[str]:
    user = fields.pop("user", person.user)
    return actions.change_person(
        person=person,
        details=Details(**{**vars(details_of(person)), **fields}),
        user=user,
        by=cast.office,
        now=NOW,
    )


def test_a_change_names_the_fields_and_never_what_stood_in_them(cast: Cast) -> None:
    person = add(cast)

    assert change(cast, person, class_name="4B", year_group=4) == ["year_group", "class_name"]

    person.refresh_from_db()
    assert (person.class_name, person.year_group) == ("4B", 4)
    event = Event.objects.get(action="people.person_changed")
    assert event.details == {"changed": ["year_group", "class_name"]}


def test_no_change_is_no_event(cast: Cast) -> None:
    person = add(cast)
    assert change(cast, person) == []
    assert change(cast, person, phone="01632 960 999") == []  # a pupil's is not kept
    assert not Event.objects.filter(action="people.person_changed").exists()


def test_a_change_cannot_take_anothers_key_or_account(cast: Cast) -> None:
    add(cast)
    other = make_person(cast.oakfield, Audience.STAFF)
    make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    with pytest.raises(actions.KeyTaken):
        change(cast, other, external_id="P-1")
    with pytest.raises(actions.AccountTaken):
        change(cast, other, user=cast.teacher)
    assert change(cast, other, user=cast.keeper) == ["account"]


def test_nobody_links_or_unlinks_their_own_account(cast: Cast) -> None:
    """Or they could escape being shut out of a matter about their own family."""
    me = make_person(cast.oakfield, Audience.STAFF, user=cast.office)
    other = make_person(cast.oakfield, Audience.STAFF)
    with pytest.raises(actions.OwnAccount):
        change(cast, me, user=None)
    Person.objects.with_keys([me.pk]).update(user=None)
    with pytest.raises(actions.OwnAccount):
        change(cast, other, user=cast.office)
