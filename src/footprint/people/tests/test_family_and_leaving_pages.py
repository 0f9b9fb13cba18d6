"""Family links and leaving on a page: found by name, said before it happens, never one's own."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from footprint.people import actions
from footprint.people.models import FamilyLink, Leaving, Person, Relation
from footprint.people.tests.factories import make_parent, make_person
from footprint.rulebook.terms import Audience
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

LIST = "/people/"
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _on_a_monday() -> Any:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office(cast: Cast) -> Client:
    return client_of(cast.office)


def url(name: str, pk: int) -> str:
    return reverse(f"people:{name}", args=[pk])


def day(name: str, value: Any) -> dict[str, str]:
    return {
        f"{name}_day": str(value.day),
        f"{name}_month": str(value.month),
        f"{name}_year": str(value.year),
    }


# --- family ---


def test_family_is_found_by_name_and_linked_the_right_way_round(cast: Cast, office: Client) -> None:
    pupil = make_person(cast.oakfield, given_name="Tolly")
    parent = make_person(cast.oakfield, Audience.PARENT, given_name="Marnie")
    stranger = make_person(cast.riverside, given_name="Marnie")
    search = f"{url('link_family', parent.pk)}?words=Tolly"
    assert "Tolly" in text_of(fetch_page(office, search))
    found = fetch_page(office, f"{url('link_family', pupil.pk)}?words=Marnie")
    assert not found.css(f'input[value="{stranger.pk}"][name=relative]')

    office.post(search, {"relative": pupil.pk, "relation": "parent", "may_give_permission": "on"})

    link = FamilyLink.objects.get()
    assert (link.person, link.relative, link.may_give_permission) == (pupil, parent, True)
    assert "Child" in text_of(fetch_page(office, url("show_person", parent.pk)))


def test_somebody_who_was_not_found_by_the_search_cannot_be_linked(
    cast: Cast, office: Client
) -> None:
    pupil, other = make_person(cast.oakfield), make_person(cast.riverside, Audience.PARENT)
    data: dict[str, object] = {"relative": other.pk, "relation": "parent"}
    post_page(office, f"{url('link_family', pupil.pk)}?words=Marnie", data)
    assert not FamilyLink.objects.exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda link: (url("unlink_family", link.pk), {}),
        lambda link: (
            url("change_link", link.pk),
            {"relation": "other", "may_give_permission": ""},
        ),
    ],
)
def test_nobody_changes_their_own_family(
    cast: Cast, office: Client, act: Callable[[FamilyLink], tuple[str, dict[str, str]]]
) -> None:
    """Or a member of staff could let themselves in to a matter about their own child."""
    link = FamilyLink.objects.create(
        person=make_person(cast.oakfield),
        relative=make_person(cast.oakfield, Audience.STAFF, user=cast.office),
        relation=Relation.PARENT,
    )
    address, data = act(link)
    office.post(address, data)
    link.refresh_from_db()
    assert link.relation == Relation.PARENT
    client_of(cast.head).post(address, data)
    assert not FamilyLink.objects.filter(relation=Relation.PARENT).exists()


# --- leaving ---


def test_leaving_says_what_will_happen_and_does_it(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    page = text_of(fetch_page(office, url("record_leaving", person.pk)))
    assert "teacher@oakfield.example is switched off" in page

    office.post(url("record_leaving", person.pk), day("on", TODAY))

    assert not User.objects.get(pk=cast.teacher.pk).is_active
    shown = text_of(fetch_page(office, url("show_person", person.pk)))
    assert "not here since 16 November 2026" in shown
    assert "It was a mistake: undo it" in shown


def test_parents_who_have_no_other_child_leave_with_the_pupil_if_ticked(
    cast: Cast, office: Client
) -> None:
    pupil, sister = make_person(cast.oakfield), make_person(cast.oakfield)
    alone, both = make_parent(of=pupil, given_name="Alone"), make_parent(of=pupil)
    FamilyLink.objects.create(person=sister, relative=both, relation=Relation.PARENT)
    page = fetch_page(office, url("record_leaving", pupil.pk))
    offered = [node.attributes["value"] for node in page.css("input[name=with_them]")]
    assert offered == [str(alone.pk)]

    data = {**day("on", TODAY), "with_them": [str(alone.pk)]}
    office.post(url("record_leaving", pupil.pk), data)

    assert set(Person.objects.left(TODAY)) == {pupil, alone}


def test_undoing_asks_for_the_reason(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    leaving = actions.record_leaving(person=person, on=TODAY, by=cast.office, now=NOW)
    post_page(office, url("undo_leaving", leaving.pk), {"reason": ""})
    assert Leaving.objects.standing().exists()
    office.post(url("undo_leaving", leaving.pk), {"reason": "Wrong person"})
    assert User.objects.get(pk=cast.teacher.pk).is_active
    assert "“Wrong person”" in text_of(fetch_page(office, url("show_person", person.pk)))


def test_somebody_is_back(cast: Cast, office: Client) -> None:
    person = make_person(cast.oakfield, Audience.STAFF, user=cast.teacher)
    actions.record_leaving(person=person, on=TODAY, by=cast.office, now=NOW)
    data = {"audiences": ["volunteer"], "with_account": "on", **day("on", TODAY)}
    office.post(url("record_return", person.pk), data)
    assert [part.audience for part in person.parts.current()] == ["volunteer"]
    assert User.objects.get(pk=cast.teacher.pk).is_active


def test_nobody_is_offered_their_own_leaving(cast: Cast, office: Client) -> None:
    me = make_person(cast.oakfield, Audience.STAFF, user=cast.office)
    assert not fetch_page(office, url("show_person", me.pk)).css('[href$="/leaves/"]')
    page = post_page(office, url("record_leaving", me.pk), dict(day("on", TODAY)))
    assert "Nobody ends their own access" in text_of(page)
    assert User.objects.get(pk=cast.office.pk).is_active
