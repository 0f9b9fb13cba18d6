"""Naming somebody: they and their family get no sign, and the matter never lies with nobody."""

from typing import Any

import pytest
from django.urls import reverse

from footprint.incidents import actions
from footprint.incidents.models import Incident, NamedAs
from footprint.incidents.tests.factories import ABUSIVE, assessed, opened
from footprint.notices.models import Notice
from footprint.people.models import FamilyLink, Person, Relation
from footprint.people.tests.factories import make_parent, make_person
from footprint.rulebook.terms import Audience, Matter
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of


def name(incident: Incident, *, by: User, **given: Any) -> None:
    given = {"named_as": NamedAs.OTHER, **given}
    actions.name_people(incident=incident, revision=incident.revision, by=by, now=NOW, **given)


def sees(user: User) -> bool:
    return Incident.objects.seen_by(user).exists()


def child_of(cast: Cast, user: User, **fields: Any) -> Person:
    """A pupil whose parent works at the school."""
    child = make_person(cast.oakfield, **fields)
    make_parent(of=child, user=user)
    return child


def test_whoever_is_named_sees_nothing_of_it_from_then_on(cast: Cast) -> None:
    incident = opened(cast)
    assert sees(cast.deputy)

    name(incident, by=cast.head, users=[cast.deputy])

    assert not sees(cast.deputy)
    assert sees(cast.dsl)


def test_a_parent_who_works_here_sees_nothing_of_a_matter_about_their_child(cast: Cast) -> None:
    child = child_of(cast, cast.deputy, given_name="Tolly", family_name="Applegarth")
    incident = opened(cast)

    name(incident, by=cast.head, people=[child])

    assert not sees(cast.deputy)
    assert "Tolly Applegarth" in incident.entries.last().text  # type: ignore[union-attr]


def test_a_husband_sees_nothing_of_a_matter_about_his_wife(cast: Cast) -> None:
    wife = make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    husband = make_person(cast.oakfield, Audience.STAFF, user=cast.deputy)
    FamilyLink.objects.create(person=wife, relative=husband, relation=Relation.PARTNER)
    incident = opened(cast, shut_out=[cast.teacher])

    assert not sees(cast.deputy)
    assert set(incident.shut_out.all()) == {cast.teacher, cast.deputy}


def test_an_owner_who_is_named_loses_it_and_the_next_one_is_told(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)

    name(incident, by=cast.head, users=[cast.dsl])

    incident.refresh_from_db()
    assert incident.owner in (cast.deputy, cast.head)
    assert not sees(cast.dsl)
    assert set(Notice.objects.values_list("to", flat=True)) == {incident.owner.email}


def test_an_accused_head_takes_it_to_the_chair_whoever_had_it(cast: Cast) -> None:
    incident = opened(cast)

    name(incident, by=cast.dsl, users=[cast.head], named_as=NamedAs.ACCUSED)

    incident.refresh_from_db()
    assert (incident.matter, incident.owner) == (Matter.ALLEGATION_HEAD, cast.chair)
    assert incident.seal_key
    assert not sees(cast.head)


def test_with_the_whole_circle_named_it_moves_up(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.SAFEGUARDING, owner=cast.dsl)

    name(incident, by=cast.dsl, users=[cast.dsl, cast.deputy, cast.head])

    incident.refresh_from_db()
    assert (incident.matter, incident.owner) == (Matter.ALLEGATION_HEAD, cast.chair)


def test_with_nobody_left_it_is_refused_with_what_to_do(cast: Cast) -> None:
    incident = opened(cast, matter=Matter.ALLEGATION_HEAD, owner=cast.chair)

    with pytest.raises(actions.CannotSee, match="LADO"):
        name(incident, by=cast.chair, users=[cast.chair, cast.trust_lead])
    assert not incident.namings.exists()


def test_one_may_name_oneself_and_is_then_out(cast: Cast) -> None:
    incident = opened(cast, owner=cast.dsl)
    name(incident, by=cast.dsl, users=[cast.dsl])
    assert not sees(cast.dsl)


def test_assessing_again_lets_nobody_back_in(cast: Cast) -> None:
    child = child_of(cast, cast.deputy)
    incident = assessed(cast)
    name(incident, by=cast.head, people=[child])

    actions.assess(
        incident=incident,
        assessment=ABUSIVE,
        shut_out=[],
        next_date=incident.next_date,
        revision=incident.revision,
        by=cast.head,
        now=NOW,
    )

    assert not sees(cast.deputy)


def test_a_mistake_is_taken_back_with_a_reason_and_stays_on_record(cast: Cast) -> None:
    child, other = child_of(cast, cast.deputy), child_of(cast, cast.office)
    incident = opened(cast)
    name(incident, by=cast.head, people=[child, other])
    wrong = incident.namings.get(person=child)

    with pytest.raises(actions.NotTold):
        take_back(wrong, cast, because=" ")
    take_back(wrong, cast, because="Another Tolly")

    assert sees(cast.deputy)
    assert not sees(cast.office)
    assert incident.namings.count() == 2
    with pytest.raises(actions.NotTold, match="already"):
        take_back(wrong, cast, because="Twice")


def take_back(naming: Any, cast: Cast, *, because: str) -> None:
    incident = Incident.objects.get(pk=naming.incident_id)
    naming.incident = incident
    actions.take_back_naming(
        naming=naming, because=because, revision=incident.revision, by=cast.head, now=NOW
    )


def test_of_two_at_once_the_second_is_told(cast: Cast) -> None:
    incident = opened(cast)
    stale = Incident.objects.get()
    name(incident, by=cast.head, users=[cast.teacher])
    with pytest.raises(actions.ChangedMeanwhile):
        name(stale, by=cast.dsl, users=[cast.keeper])


NAMED = {"named_as": "other", "users": []}


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("Tolly Applegarth", "2 people are called “Tolly Applegarth”"),
        ("tolly applegarth  3B", ""),
        ("Toll Applegarth", "Did you mean: Tolly Applegarth 3A, Tolly Applegarth 3B"),
        ("Quentin Nobody", "not in your register of people"),
    ],
)
def test_names_are_looked_up_and_what_is_unclear_is_asked(
    cast: Cast, line: str, error: str
) -> None:
    for class_name in ("3A", "3B"):
        make_person(
            cast.oakfield, given_name="Tolly", family_name="Applegarth", class_name=class_name
        )
    incident = opened(cast)
    url = reverse("incidents:name_people", args=[incident.pk])

    response = client_of(cast.head).post(
        url, {**NAMED, "names": line, "revision": incident.revision}
    )

    if error:
        assert error in " ".join(response.content.decode().split())
        assert not incident.namings.exists()
    else:
        assert response.status_code == 302
        assert incident.namings.get().person.class_name == "3B"  # type: ignore[union-attr]


def test_the_page_says_who_is_named_and_who_can_see_it(cast: Cast) -> None:
    incident = opened(cast)
    name(incident, by=cast.head, users=[cast.teacher], named_as=NamedAs.TARGET)
    url = reverse("incidents:name_people", args=[incident.pk])

    words = text_of(fetch_page(client_of(cast.head), url))

    for said in ("Tess Teacher: The post is about them", "Dinah Lead", "That was a mistake"):
        assert said in words


@pytest.mark.parametrize("who", ["teacher", "governor", "stranger"])
def test_whoever_may_not_see_it_may_not_name_in_it(cast: Cast, who: str) -> None:
    incident = opened(cast)
    url = reverse("incidents:name_people", args=[incident.pk])
    assert client_of(getattr(cast, who)).get(url).status_code == 404
