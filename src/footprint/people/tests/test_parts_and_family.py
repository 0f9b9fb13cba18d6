"""Parts and family links; and who is family, for shutting people out of their own matters."""

from datetime import date
from itertools import pairwise

import pytest

from footprint.people import actions
from footprint.people.family import are_family, family_of, relatives_of
from footprint.people.models import FamilyLink, Person, Relation
from footprint.people.tests.factories import make_parent, make_person
from footprint.rulebook.terms import Audience
from footprint.users.models import User
from tests.cast import NOW, Cast

TODAY = NOW.date()


def give(cast: Cast, person: Person, audience: Audience) -> None:
    actions.give_part(person=person, audience=audience, since=TODAY, by=cast.office, now=NOW)


def test_a_parent_becomes_a_governor_too_and_is_it_once(cast: Cast) -> None:
    parent = make_person(cast.oakfield, Audience.PARENT)
    give(cast, parent, Audience.GOVERNOR)
    with pytest.raises(actions.HasThePart):
        give(cast, parent, Audience.GOVERNOR)
    assert {part.audience for part in parent.parts.current()} == {"parent", "governor"}


def test_who_left_gets_no_part(cast: Cast) -> None:
    gone = make_person(cast.oakfield, Audience.STAFF, left_on=TODAY)
    with pytest.raises(actions.HasLeft):
        give(cast, gone, Audience.GOVERNOR)


def test_a_part_ends_once_and_never_the_last_one(cast: Cast) -> None:
    person = make_person(cast.oakfield, Audience.STAFF)
    give(cast, person, Audience.PARENT)
    staff = person.parts.get(audience="staff")
    actions.end_part(part=staff, until=TODAY, by=cast.office, now=NOW)
    with pytest.raises(actions.PartEnded):
        actions.end_part(part=staff, until=TODAY, by=cast.office, now=NOW)
    with pytest.raises(actions.OnlyPart):
        actions.end_part(
            part=person.parts.get(audience="parent"), until=TODAY, by=cast.office, now=NOW
        )
    assert [part.audience for part in person.parts.current()] == ["parent"]


def link(
    cast: Cast,
    person: Person,
    relative: Person,
    relation: Relation = Relation.PARENT,
    may: bool = False,
) -> FamilyLink:
    return actions.link_family(
        person=person,
        relative=relative,
        relation=relation,
        may_give_permission=may,
        by=cast.office,
        now=NOW,
    )


def test_two_people_are_linked_once_in_whichever_direction(cast: Cast) -> None:
    pupil, parent = make_person(cast.oakfield), make_person(cast.oakfield, Audience.PARENT)
    link(cast, pupil, parent, may=True)
    for one, other in ((pupil, parent), (parent, pupil)):
        with pytest.raises(actions.AlreadyLinked):
            link(cast, one, other)


@pytest.mark.parametrize(
    ("person", "relative", "may"),
    [
        (Audience.PUPIL, Audience.PARENT, True),
        (Audience.PUPIL, Audience.STAFF, True),
        (Audience.PUPIL, Audience.PUPIL, False),
        (Audience.STAFF, Audience.STAFF, False),
        (Audience.PARENT, Audience.PARENT, False),
    ],
)
def test_only_an_adult_gives_permission_and_only_for_a_pupil(
    cast: Cast, person: Audience, relative: Audience, may: bool
) -> None:
    one, other = make_person(cast.oakfield, person), make_person(cast.oakfield, relative)
    if may:
        assert link(cast, one, other, may=True).may_give_permission
    else:
        with pytest.raises(actions.CannotGivePermission):
            link(cast, one, other, may=True)
        assert not FamilyLink.objects.exists()


def test_people_of_two_schools_are_not_linked(cast: Cast) -> None:
    with pytest.raises(actions.OtherSchool):
        link(cast, make_person(cast.oakfield), make_person(cast.riverside, Audience.PARENT))


def test_a_link_is_corrected_and_taken_away(cast: Cast) -> None:
    mine = link(cast, make_person(cast.oakfield), make_person(cast.oakfield, Audience.PARENT))
    actions.change_link(
        link=mine, relation=Relation.CARER, may_give_permission=True, by=cast.office, now=NOW
    )
    mine.refresh_from_db()
    assert (mine.relation, mine.may_give_permission) == (Relation.CARER, True)
    actions.unlink_family(link=mine, by=cast.office, now=NOW)
    actions.unlink_family(link=mine, by=cast.head, now=NOW)
    assert not FamilyLink.objects.exists()


# --- who is shut out of a matter about whom ---


def adult(cast: Cast, user: User, name: str) -> Person:
    return make_person(cast.oakfield, Audience.STAFF, user=user, given_name=name)


def test_a_teacher_who_is_a_parent_is_family_of_the_child(cast: Cast) -> None:
    child = make_person(cast.oakfield)
    link(cast, child, adult(cast, cast.teacher, "Tess"))

    assert list(family_of(child, cast.oakfield)) == [cast.teacher]


def test_the_other_parent_and_the_sibling_are_two_steps_away(cast: Cast) -> None:
    tess, other = adult(cast, cast.teacher, "Tess"), adult(cast, cast.keeper, "Kit")
    child, sister = make_person(cast.oakfield), make_person(cast.oakfield)
    for pupil in (child, sister):
        link(cast, pupil, tess)
    link(cast, child, other)

    assert list(family_of(cast.teacher, cast.oakfield)) == [cast.keeper]
    assert set(relatives_of(child, cast.oakfield)) == {tess, other, sister}
    assert are_family(child, sister)


def test_three_steps_away_is_not_family(cast: Cast) -> None:
    first = make_person(cast.oakfield, Audience.PARENT)
    chain = [first, *(make_person(cast.oakfield, Audience.PARENT) for _ in range(3))]
    for one, other in pairwise(chain):
        link(cast, one, other, Relation.OTHER)
    assert are_family(chain[0], chain[2])
    assert not are_family(chain[0], chain[3])


def test_leaving_ends_no_family_but_an_account_that_is_off_is_nobody(cast: Cast) -> None:
    child = make_person(cast.oakfield, left_on=date(2026, 7, 20))
    link(cast, child, adult(cast, cast.teacher, "Tess"))
    assert list(family_of(child, cast.oakfield)) == [cast.teacher]
    User.objects.filter(pk=cast.teacher.pk).update(is_active=False)
    assert not family_of(child, cast.oakfield).exists()


def test_nobody_is_family_at_another_school_or_without_links(cast: Cast) -> None:
    child = make_person(cast.oakfield)
    make_parent(of=child)
    assert not family_of(cast.head, cast.oakfield).exists()
    assert not relatives_of(child, cast.riverside).exists()
