"""Recording an adoption, and what those who come too late are told."""

from datetime import date

import pytest

from footprint.policies import actions
from footprint.policies.leftopen import MOST_DAYS
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import adopt, make_draft, make_reviewed
from footprint.rulebook.terms import ClauseName
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of


def _form(on: date, **more: object) -> dict[str, object]:
    return {
        "adopted_on_day": on.day,
        "adopted_on_month": on.month,
        "adopted_on_year": on.year,
        "minute": "Full governing body, item 7",
        "in_post": "on",
        **more,
    }


def test_the_form_shows_the_sentence_that_leaves_the_time_open(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head, "larkhill.txt")
    clause = version.reviewed.clause(ClauseName.DELETION_REQUEST)
    quote = clause.quote_for("expected")
    assert quote is not None

    page = fetch_page(client_of(cast.head), f"/policy/drafts/{version.pk}/adopt/")

    assert page.css_first("input[name=deletion_request_days]")
    assert f"Your policy says: “{quote.text}”" in text_of(page)


def test_the_form_does_not_ask_for_what_the_document_states(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)

    page = fetch_page(client_of(cast.head), f"/policy/drafts/{version.pk}/adopt/")

    assert page.css_first("input[name=deletion_request_days]") is None
    assert page.css_first("input[name=reputation_answer_days]")


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"adopted_on_year": "2999"}, "The day of adoption must be on or before"),
        ({"adopted_on_day": ""}, "The day of adoption must include a day"),
        ({"minute": " "}, "Enter the reference of the minute"),
        ({"reputation_answer_days": str(MOST_DAYS + 1)}, "Enter 60 or less"),
        ({"reputation_answer_days": "-1"}, "Enter 0 or more"),
        (
            {"review_on_day": "1", "review_on_month": "9", "review_on_year": "2025"},
            "The review must come after the adoption",
        ),
    ],
)
def test_what_was_typed_wrongly_is_said_and_kept(
    cast: Cast, changed: dict[str, object], words: str
) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    data = {**_form(date(2025, 9, 3)), **changed}

    page = post_page(client_of(cast.head), f"/policy/drafts/{version.pk}/adopt/", data)

    assert words in text_of(page)
    month = page.css_first("input[name=adopted_on_month]")
    assert month is not None
    assert month.attributes["value"] == "9"
    assert not PolicyVersion.objects.adopted().exists()


def test_zero_days_and_a_review_date_are_taken(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)
    review = {"review_on_day": "1", "review_on_month": "9", "review_on_year": "2030"}
    data = _form(date(2025, 9, 3), reputation_answer_days="0", **review)

    response = client_of(cast.head).post(f"/policy/drafts/{version.pk}/adopt/", data)

    assert response.headers["Location"] == "/policy/"
    version.refresh_from_db()
    assert version.review_on == date(2030, 9, 1)
    assert version.policy.clause(ClauseName.REPUTATION).get("answer_days") == 0


def test_an_unfinished_review_has_no_form_yet(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)
    address = f"/policy/drafts/{version.pk}/adopt/"

    page = fetch_page(client_of(cast.head), address)
    assert "26 clauses still wait for a decision" in text_of(page)
    assert page.css_first("input[name=minute]") is None

    page = post_page(client_of(cast.head), address, _form(date(2025, 9, 3)))
    assert "26 clauses still wait for a decision" in text_of(page)


@pytest.mark.parametrize("page", ["", "adopt/", "police/", "police/document/", "set-aside/"])
def test_whoever_comes_after_the_adoption_is_told(cast: Cast, page: str) -> None:
    version = adopt(make_reviewed(cast.oakfield, cast.head), cast.head)
    client = client_of(cast.head)

    response = client.get(f"/policy/drafts/{version.pk}/{page}")

    assert response.headers["Location"] == "/policy/versions/"
    words = text_of(fetch_page(client, "/policy/versions/"))
    assert "This is version 1 now: Harriet Head recorded its adoption on 3 September 2026." in words


def test_the_second_to_press_adopt_is_told(cast: Cast) -> None:
    version = adopt(make_reviewed(cast.oakfield, cast.head), cast.head)
    client = client_of(cast.chair)

    client.post(f"/policy/drafts/{version.pk}/adopt/", _form(date(2025, 9, 3)))

    assert "Harriet Head recorded its adoption" in text_of(fetch_page(client, "/policy/versions/"))
    assert PolicyVersion.objects.adopted().count() == 1


@pytest.mark.parametrize("page", ["police/confirm/", "set-aside/"])
def test_whoever_comes_after_the_setting_aside_is_told(cast: Cast, page: str) -> None:
    version = make_draft(cast.oakfield, cast.head)
    actions.set_aside(version=version, by=cast.office, now=NOW)
    client = client_of(cast.head)

    client.post(f"/policy/drafts/{version.pk}/{page}")

    assert "This draft was set aside" in text_of(fetch_page(client, "/policy/versions/"))


def test_setting_aside_asks_first(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)
    client, address = client_of(cast.office), f"/policy/drafts/{version.pk}/set-aside/"

    assert "Set this draft aside?" in text_of(fetch_page(client, address))
    assert PolicyVersion.objects.drafts().exists()

    assert client.post(address).headers["Location"] == "/policy/versions/"
    assert not PolicyVersion.objects.drafts().exists()
