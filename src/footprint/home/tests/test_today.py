"""Today: each role sees what waits for it and nothing that it may not read."""

import pytest
from django.test import Client

from footprint.inbox.tests.factories import make_item
from footprint.listening.models import Source
from footprint.policies.tests.factories import make_adopted
from footprint.rulebook.tests.factories import OAKFIELD
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

THREAT = "somebody should put that Oakfield Primary caretaker in hospital"


def make_source(school: School, by: User, **facts: object) -> Source:
    return Source.objects.create(
        school=school,
        kind="feed",
        label="Puddleford Gazette",
        address="https://gazette.example/feed",
        next_fetch_at=NOW,
        added_at=NOW,
        added_by=by,
        **facts,
    )


def test_a_new_school_is_led_through_its_first_steps(cast: Cast) -> None:
    words = text_of(fetch_page(client_of(cast.head), "/"))

    assert "First steps" in words
    assert "Upload your social media policy" in words


def test_once_all_steps_are_done_they_are_gone(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    make_source(cast.oakfield, cast.head)

    assert "First steps" not in text_of(fetch_page(client_of(cast.head), "/"))


def test_what_lies_on_my_desk_comes_first_and_others_see_nothing_of_it(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    item = make_item(cast.oakfield, THREAT)

    mine = fetch_page(client_of(cast.dsl), "/")
    office = fetch_page(client_of(cast.office), "/")

    assert mine.css_first(f"article a[href='/inbox/{item.pk}/']") is not None
    assert "hospital" not in text_of(office)
    assert not office.css("article")


def test_a_source_in_trouble_is_named_with_its_reason(cast: Cast) -> None:
    make_source(
        cast.oakfield, cast.head, trouble="The feed is gone: ask the paper for its address."
    )

    words = text_of(fetch_page(client_of(cast.office), "/"))

    assert "Where we could not look" in words
    assert "The feed is gone" in words


def test_a_teacher_can_report_and_read_the_policy_and_sees_no_counts(cast: Cast) -> None:
    make_item(cast.oakfield, THREAT)

    page = fetch_page(client_of(cast.teacher), "/")

    assert "Report something seen online" in text_of(page)
    assert not page.css(".fp-stat")


def test_nobody_signed_in_is_led_to_the_sign_in_page(db: None) -> None:
    response = Client().get("/")

    assert response.status_code == 302
    assert "sign-in" in response.headers["Location"]


@pytest.mark.parametrize("address", ["/help/", "/accessibility/", "/about/"])
def test_the_pages_of_the_footer_are_for_everybody(db: None, address: str) -> None:
    fetch_page(Client(), address)


def test_a_person_of_two_schools_changes_between_them(cast: Cast) -> None:
    item = make_item(cast.oakfield, "Thank you Oakfield Primary for everything", now=NOW)
    other = School.objects.create(name="Larkhill Infants", trust=cast.trust)
    client = client_of(cast.trust_lead)
    fetch_page(client, f"/inbox/{item.pk}/")

    client.post("/me/choose-school/", {"school": other.pk})

    fetch_page(client, f"/inbox/{item.pk}/", status=404)
    assert "Larkhill Infants" in text_of(fetch_page(client, "/"))


def test_a_school_that_is_not_ones_own_cannot_be_chosen(cast: Cast) -> None:
    client = client_of(cast.head)

    response = client.post("/me/choose-school/", {"school": cast.riverside.pk})

    assert response.status_code == 404
