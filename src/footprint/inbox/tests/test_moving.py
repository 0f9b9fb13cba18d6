"""Naming somebody in an item: family too, and it never stays on a desk where nobody is left."""

import pytest

from footprint.inbox.actions import shut_out
from footprint.inbox.models import Item
from footprint.inbox.tests.factories import make_item
from footprint.people.tests.factories import make_parent, make_person
from footprint.rulebook.terms import Matter, Role
from tests.cast import NOW, Cast

WORDS = "Oakfield Primary is late again"


def name(cast: Cast, *who: str) -> Item:
    item = make_item(cast.oakfield, WORDS)
    people = [getattr(cast, each) for each in who]
    shut_out(item=item, people=people, revision=item.revision, by=cast.dsl, now=NOW)
    return Item.objects.get()


def test_family_of_whoever_is_named_is_shut_out_too(cast: Cast) -> None:
    child = make_person(cast.oakfield)
    make_parent(of=child, user=cast.teacher)
    make_parent(of=child, user=cast.office)

    item = name(cast, "teacher")

    assert set(item.shut_out.all()) == {cast.teacher, cast.office}
    assert not Item.objects.seen_by(cast.office).exists()
    assert Item.objects.seen_by(cast.dsl).exists()


@pytest.mark.parametrize(
    ("named", "desk", "matter"),
    [
        (("teacher",), Role.HEADTEACHER, Matter.REPUTATION),
        (("head",), Role.OFFICE, Matter.REPUTATION),
        (("head", "office"), Role.DSL, Matter.REPUTATION),
        (("head", "office", "dsl", "deputy", "keeper"), Role.TRUST_LEAD, Matter.REPUTATION),
        (
            ("head", "office", "dsl", "deputy", "keeper", "trust_lead"),
            Role.CHAIR,
            Matter.ALLEGATION_HEAD,
        ),
    ],
)
def test_it_moves_to_where_somebody_is_left(
    cast: Cast, named: tuple[str, ...], desk: Role, matter: Matter
) -> None:
    item = name(cast, *named)

    assert (item.desk, item.matter) == (desk, matter)
