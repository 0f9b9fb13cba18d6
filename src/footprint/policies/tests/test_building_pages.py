"""The builder's pages: start, choose, write, leave out, and end in the adoption."""

import pytest

from footprint.policies import actions
from footprint.policies.choices import GUIDES
from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_adopted, make_draft
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import OAKFIELD
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

HOME = "/policy/build/"


def _begun(cast: Cast) -> PolicyVersion:
    return actions.start_building(school=cast.oakfield, by=cast.head, now=NOW)


@pytest.mark.parametrize("who", ["teacher", "governor", "chair", "stranger"])
def test_writing_is_for_those_who_draft(cast: Cast, who: str) -> None:
    version = _begun(cast)
    client = client_of(getattr(cast, who))

    fetch_page(client, f"{HOME}{version.pk}/police/", status=404)
    assert client.post(f"{HOME}{version.pk}/police/", {"involved": "may"}).status_code == 404
    if who != "stranger":  # who may write one at their own school
        fetch_page(client, HOME, status=404)
        assert client.post(HOME).status_code == 404
    assert not version.reviews.exclude(decision="").exists()


def test_begin_then_go_on(cast: Cast) -> None:
    client = client_of(cast.head)
    assert "Footprint asks 26 questions" in text_of(fetch_page(client, HOME))

    location = client.post(HOME).headers["Location"]

    version = PolicyVersion.objects.drafts().get()
    assert location == f"{HOME}{version.pk}/reputation/"
    assert "Go on with the draft" in text_of(fetch_page(client, HOME))
    assert client.post(HOME).headers["Location"] == location


def test_the_gaps_are_listed_first(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    gaps = [name for name in ClauseName if not OAKFIELD.clause(name).is_stated]

    page = fetch_page(client_of(cast.head), HOME)

    assert "Fill the gaps of your policy" in text_of(page)
    assert len(page.css("main ul.govuk-list--bullet li")) == len(gaps)


def test_options_stand_beside_the_fields_and_fill_them(cast: Cast) -> None:
    address = f"{HOME}{_begun(cast).pk}/deletion_request/"
    client = client_of(cast.head)
    guide = GUIDES[ClauseName.DELETION_REQUEST]

    page = fetch_page(client, address)
    links = [node.attributes["href"] for node in page.css("article a")]
    assert links == [f"?like={option.key}#write" for option in guide.options]
    assert "value" not in first(page, "input[name=days]").attributes

    page = fetch_page(client, f"{address}?like=three_days")
    assert first(page, "input[name=days]").attributes["value"] == "3"
    assert "Filled in" in text_of(page)
    fetch_page(client, f"{address}?like=nonsense")


def test_saving_leads_to_the_next_and_shows_the_sentence(cast: Cast) -> None:
    version = _begun(cast)
    client = client_of(cast.head)
    address = f"{HOME}{version.pk}/police/"

    response = client.post(address, {"involved": "may", "where": ["illegal"], "seen": ""})

    review = f"/policy/drafts/{version.pk}/extremism/?saved=police"
    assert response.headers["Location"] == review
    assert client.get(review).headers["Location"] == f"{HOME}{version.pk}/extremism/?saved=police"
    assert "Saved: “Police" in text_of(
        fetch_page(client, f"{HOME}{version.pk}/extremism/?saved=police")
    )
    words = text_of(fetch_page(client, address))
    assert "“Where a post is against the law, the school may involve the police" in words


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("police", {}, "Nothing is filled in"),
        ("no_friending", {"stance": "forbidden"}, "This cannot be said by itself"),
        ("deletion_request", {"days": "-1"}, "Enter 0 or more"),
    ],
)
def test_what_cannot_be_written_is_said_and_kept(
    cast: Cast, name: str, data: dict[str, object], words: str
) -> None:
    version = _begun(cast)

    page = post_page(client_of(cast.head), f"{HOME}{version.pk}/{name}/", {**data, "seen": ""})

    assert words in text_of(page)
    for field, value in data.items():
        node = page.css_first(f"[name={field}][value='{value}']") or first(
            page, f"[name={field}] option[value={value}][selected]"
        )
        assert node is not None
    assert not version.reviews.exclude(decision="").exists()


def test_leaving_it_out_is_a_decision(cast: Cast) -> None:
    version = _begun(cast)

    client_of(cast.head).post(f"/policy/drafts/{version.pk}/police/deny/", {"seen": ""})

    assert version.reviews.get(name="police").decision == "not_in_policy"


def test_only_a_draft_that_is_written_has_these_pages(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)

    fetch_page(client_of(cast.head), f"{HOME}{version.pk}/police/", status=404)


def test_a_written_policy_is_reviewed_adopted_and_read(cast: Cast) -> None:
    version = _begun(cast)
    client = client_of(cast.head)
    client.post(f"{HOME}{version.pk}/police/", {"involved": "must", "seen": ""})
    for review in version.reviews.undecided():
        client.post(f"/policy/drafts/{version.pk}/{review.name}/deny/", {"seen": ""})
    assert "Written clause by clause" in text_of(
        fetch_page(client, f"/policy/drafts/{version.pk}/")
    )

    day = {"adopted_on_day": 1, "adopted_on_month": 9, "adopted_on_year": 2025}
    client.post(f"/policy/drafts/{version.pk}/adopt/", {**day, "minute": "Item 7"})

    page = fetch_page(client, "/policy/")
    assert "written with Footprint" in text_of(first(page, "section"))
    assert "Written clause by clause" in text_of(fetch_page(client, "/policy/versions/"))
