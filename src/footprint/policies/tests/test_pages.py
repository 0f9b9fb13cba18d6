"""Who may see which page of the policy."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_adopted, make_draft, make_reviewed
from footprint.rulebook.tests.factories import OAKFIELD
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of

DRAFTERS = ("head", "dsl", "deputy", "office", "keeper", "trust_lead")
ADOPTERS = ("head", "chair", "trust_lead")
READERS = (*DRAFTERS, "chair", "teacher", "governor")
DRAFT_PAGES = ("review_version", "set_aside_version")
CLAUSE_PAGES = ("review_clause", "show_document")
POSTED = ("confirm_clause", "deny_clause", "reopen_clause")


def _pages(version: PolicyVersion) -> dict[str, str]:
    """{name of a page about this draft: its address}, but for the adoption."""
    return {
        **{name: reverse(f"policies:{name}", args=[version.pk]) for name in DRAFT_PAGES},
        **{name: reverse(f"policies:{name}", args=[version.pk, "police"]) for name in CLAUSE_PAGES},
        "upload_document": reverse("policies:upload_document"),
    }


@pytest.mark.parametrize("who", [*READERS, "stranger"])
def test_pages_of_a_draft_are_for_those_who_work_on_it(cast: Cast, who: str) -> None:
    version = make_draft(cast.oakfield, cast.head)
    client = client_of(getattr(cast, who))

    for name, address in _pages(version).items():
        own_upload = who == "stranger" and name == "upload_document"  # at their own school
        fetch_page(client, address, status=200 if who in DRAFTERS or own_upload else 404)
    for name in POSTED:
        address = reverse(f"policies:{name}", args=[version.pk, "police"])
        assert client.get(address).status_code == 405
        assert client.post(address).status_code == (302 if who in DRAFTERS else 404)


@pytest.mark.parametrize("who", [*READERS, "stranger"])
def test_the_adoption_is_for_those_who_may_adopt(cast: Cast, who: str) -> None:
    version = make_reviewed(cast.oakfield, cast.head)

    page = fetch_page(
        client_of(getattr(cast, who)),
        f"/policy/drafts/{version.pk}/adopt/",
        status=200 if who in ADOPTERS else 404,
    )

    if who in ADOPTERS:
        assert "What this version says" in text_of(page)
        assert "Such connections are: not allowed" in text_of(page)


def test_adopting_needs_the_second_factor(cast: Cast) -> None:
    version = make_reviewed(cast.oakfield, cast.head)

    response = client_of(cast.head, second_factor=False).get(f"/policy/drafts/{version.pk}/adopt/")

    assert response.headers["Location"] == reverse("users:need_second_factor")


@pytest.mark.parametrize("who", READERS)
def test_everybody_of_the_school_reads_what_is_adopted(cast: Cast, who: str) -> None:
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2025, 9, 1))
    client = client_of(getattr(cast, who))

    words = text_of(fetch_page(client, "/policy/"))
    assert "Version 1, adopted on 1 September 2025" in words
    assert text_of(fetch_page(client, f"/policy/versions/{version.pk}/")) != ""
    assert "Version 1" in text_of(fetch_page(client, "/policy/versions/"))


def test_another_school_sees_nothing_of_it(cast: Cast) -> None:
    version = make_adopted(cast.oakfield, OAKFIELD, cast.head)
    make_draft(cast.oakfield, cast.head)
    client = client_of(cast.stranger)

    assert "No policy is adopted yet" in text_of(fetch_page(client, "/policy/"))
    assert "oakfield.txt" not in text_of(fetch_page(client, "/policy/versions/"))
    fetch_page(client, f"/policy/versions/{version.pk}/", status=404)


@pytest.mark.parametrize(
    ("who", "sees"), [("office", "review"), ("chair", "adopt"), ("teacher", "nothing")]
)
def test_the_list_shows_drafts_to_those_who_can_do_something_about_them(
    cast: Cast, who: str, sees: str
) -> None:
    version = make_draft(cast.oakfield, cast.head)
    addresses = {"review": f"/policy/drafts/{version.pk}/"}
    addresses["adopt"] = addresses["review"] + "adopt/"

    page = fetch_page(client_of(getattr(cast, who)), "/policy/versions/")

    links = [node.attributes["href"] for node in page.css("article a")]
    assert links == ([addresses[sees]] if sees in addresses else [])
    assert ("0 of 26 clauses decided" in text_of(page)) is (sees in addresses)


def test_nobody_signed_in(client: Client) -> None:
    response = client.get("/policy/")

    assert response.status_code == 302
    assert response.headers["Location"].endswith("?next=/policy/")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("head", "Upload your policy"),
        ("teacher", "The headteacher, the safeguarding lead or the school office can upload it"),
        ("chair", "Drafts under review"),
    ],
)
def test_without_a_policy_the_page_says_what_to_do(cast: Cast, who: str, words: str) -> None:
    assert words in text_of(fetch_page(client_of(getattr(cast, who)), "/policy/"))


def test_an_older_version_says_that_it_is_not_in_force(cast: Cast) -> None:
    older = make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2024, 9, 1), number=1)
    newer = make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2025, 9, 1), number=2)
    client = client_of(cast.teacher)

    words = "This version is not the one in force today"
    assert words in text_of(fetch_page(client, f"/policy/versions/{older.pk}/"))
    assert words not in text_of(fetch_page(client, f"/policy/versions/{newer.pk}/"))


def test_a_draft_is_no_version_to_read(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)

    fetch_page(client_of(cast.head), f"/policy/versions/{version.pk}/", status=404)


def test_what_the_policy_does_not_say_is_listed_and_not_filled_in(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2025, 9, 1))

    page = fetch_page(client_of(cast.teacher), "/policy/")

    silent = page.css_first("section[aria-labelledby=silent]")
    titles = [text_of(node) for node in page.css("section h2")]
    assert silent is not None
    assert len(titles) - 1 + len(silent.css("li")) == 26
