"""May this photo go up? For teachers, who learn yes or not yet and never why."""

import pytest
from django.test import Client

from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.image_permissions.models import ImageUse
from footprint.registers.image_permissions.tests.factories import make_protection, say
from tests.cast import Cast, client_of
from tests.pages import fetch_page, post_page, text_of

MAY = "/pictures/may/"


@pytest.fixture
def teacher(cast: Cast) -> Client:
    return client_of(cast.teacher, second_factor=False)


@pytest.fixture
def willing(cast: Cast, uses: dict[str, ImageUse]) -> Person:
    pupil = make_person(cast.oakfield, given_name="Wren", family_name="Sedgeley", class_name="4B")
    say(make_parent(of=pupil), pupil, uses["website"], yes=True, by=cast.office)
    return pupil


def asked(*people: Person, use: str = "website") -> dict[str, object]:
    return {"use": use, "people": [person.pk for person in people], "ask": "1"}


def test_without_uses_nobody_has_given_permission(teacher: Client) -> None:
    assert "Until then nobody has given permission" in text_of(fetch_page(teacher, MAY))


def test_people_are_found_by_name_and_class_and_kept_when_ticked(
    teacher: Client, willing: Person, pupil: Person
) -> None:
    page = post_page(teacher, MAY, {"words": "sedge", "find": "1"})
    assert "Wren Sedgeley (4B)" in text_of(page)
    assert "Applegarth" not in text_of(page)

    page = post_page(teacher, MAY, {"words": "apple", "find": "1", "people": [willing.pk]})
    ticked = [node.attributes["value"] for node in page.css("input[checked]")]
    assert ticked == [str(willing.pk)]
    assert "Tolly Applegarth (4B)" in text_of(page)


def test_a_whole_class_is_added_at_once(teacher: Client, willing: Person, pupil: Person) -> None:
    page = post_page(teacher, MAY, {"class_name": "4B", "everybody": "1"})

    ticked = {node.attributes["value"] for node in page.css("input[checked]")}
    assert ticked == {str(willing.pk), str(pupil.pk)}


def test_yes_for_everybody(teacher: Client, willing: Person) -> None:
    shown = text_of(post_page(teacher, MAY, asked(willing)))

    assert "Yes, it may" in shown
    assert "Permission is given." in shown
    assert "Your policy does not say" in shown


def test_not_yet_while_one_has_not_answered(
    teacher: Client, willing: Person, pupil: Person
) -> None:
    shown = text_of(post_page(teacher, MAY, asked(willing, pupil)))

    assert "Not yet" in shown
    assert "Silence is not a yes" in shown


def test_each_use_has_its_own_answer(teacher: Client, willing: Person) -> None:
    assert "Yes, it may" not in text_of(post_page(teacher, MAY, asked(willing, use="press")))


def test_a_protected_child_and_a_refused_one_look_alike(
    cast: Cast, teacher: Client, uses: dict[str, ImageUse], willing: Person, pupil: Person
) -> None:
    say(make_parent(of=pupil), pupil, uses["website"], yes=False, by=cast.office)
    refused = text_of(post_page(teacher, MAY, asked(pupil)))
    make_protection(willing, cast.dsl)
    protected = text_of(post_page(teacher, MAY, asked(willing)))

    assert "No, not with everybody in it" in protected
    assert "Do not publish a picture of this person." in protected
    assert protected == refused.replace(pupil.name, willing.name)
    for word in ("looked after", "adopted", "court", "protect"):
        assert word not in protected.lower()


def test_somebody_and_somewhere_must_be_chosen(teacher: Client, willing: Person) -> None:
    shown = text_of(post_page(teacher, MAY, {"ask": "1"}))

    assert "tick at least one person" in shown
    assert "Choose where the picture would go" in shown


def test_people_of_another_school_are_not_in_any_picture(
    cast: Cast, teacher: Client, willing: Person
) -> None:
    other = make_person(cast.riverside, given_name="Fern")

    assert "tick at least one person" in text_of(post_page(teacher, MAY, asked(other)))
    shown = text_of(post_page(teacher, MAY, asked(willing, other)))
    assert "Fern" not in shown
