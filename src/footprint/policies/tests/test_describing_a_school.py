"""What a school tells of itself, and that what is shown follows it."""

import pytest

from footprint.audit.models import Event
from footprint.policies.tests.factories import make_adopted
from footprint.rulebook.tests.factories import OAKFIELD
from footprint.schools import actions
from footprint.schools.models import Nation
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

DETAILS = "/schools/details/"
GIVEN = {
    "office_email": "hello@oakfield.example",
    "office_phone": "01632 960 123",
    "governors_word": "LCMs",
    "nation": "wales",
}


@pytest.mark.parametrize("who", ["office", "teacher", "governor"])
def test_only_who_may_adopt_may_change_it(cast: Cast, who: str) -> None:
    client = client_of(getattr(cast, who))

    fetch_page(client, DETAILS, status=404)
    assert client.post(DETAILS, GIVEN).status_code == 404


def test_the_form_holds_what_stands_and_everything_follows(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    actions.publish(school=cast.oakfield, slug="oakfield", by=cast.head, now=NOW)
    head = client_of(cast.head)
    before = first(fetch_page(head, DETAILS), "#id_office_email").attributes["value"]
    assert before == cast.oakfield.office_email

    assert head.post(DETAILS, GIVEN).status_code == 302

    cast.oakfield.refresh_from_db()
    assert cast.oakfield.nation == Nation.WALES
    public = text_of(fetch_page(head, "/for/oakfield/concerns/"))
    assert "hello@oakfield.example" in public
    assert "01632 960 123" in public
    page = text_of(fetch_page(head, "/schools/public-pages/"))
    assert "Governors are called LCMs" in page
    event = Event.objects.get(action="schools.described")
    assert event.details["changed"] == "governors_word, nation, office_email, office_phone"
    assert "hello@" not in str(event.details)


def test_nothing_is_written_where_nothing_changed(cast: Cast) -> None:
    head = client_of(cast.head)
    head.post(DETAILS, GIVEN)
    head.post(DETAILS, GIVEN)

    assert Event.objects.filter(action="schools.described").count() == 1


def test_what_is_wrong_is_said(cast: Cast) -> None:
    page = post_page(
        client_of(cast.head), DETAILS, {**GIVEN, "office_email": "office", "governors_word": ""}
    )

    words = text_of(page)
    assert "There is a problem" in words
    assert "Enter what you call your governors" in words
