"""The list: by next date, what is late, filters, search, pages."""

from datetime import timedelta

import pytest

from footprint.incidents.models import Incident
from footprint.incidents.tests.factories import CANARY, FAIR, THURSDAY, assessed, close, opened, the
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of


def test_an_empty_list_says_what_to_do(cast: Cast) -> None:
    page = fetch_page(client_of(cast.head), "/incidents/")

    assert "No open incidents" in text_of(page)
    assert "/incidents/open/" in {node.attributes.get("href") for node in page.css("main a")}


def test_the_list_is_by_next_date_and_marks_what_is_late(cast: Cast) -> None:
    later = opened(cast, title="Later", next_date=NOW.date() + timedelta(days=9999))
    late = opened(cast, title="Late", next_date=NOW.date() - timedelta(days=9999))
    page = fetch_page(client_of(cast.head), "/incidents/")

    cards = [text_of(card) for card in page.css("article")]
    assert [late.title in cards[0], later.title in cards[1]] == [True, True]
    assert "Overdue" in cards[0]
    assert "Overdue" not in cards[1]
    assert "One incident is past its next date" in text_of(page)


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"Mine, open", "Hers, assessed"}),
        ("?show=mine", {"Mine, open"}),
        ("?show=closed", {"Done"}),
        ("?step=assessed", {"Hers, assessed"}),
        ("?words=hers", {"Hers, assessed"}),
        ("?words=nothing+such", set()),
        ("?words=" + CANARY, set()),  # the words of the post are not searched from here
        ("?step=nonsense&show=nonsense&page=99", {"Mine, open", "Hers, assessed"}),
    ],
)
def test_filters(cast: Cast, query: str, titles: set[str]) -> None:
    opened(cast, title="Mine, open")
    assessed(cast, owner=cast.dsl, title="Hers, assessed")
    done = assessed(cast, FAIR, title="Done")
    close(done)
    page = fetch_page(client_of(cast.head), f"/incidents/{query}")

    assert {text_of(node) for node in page.css("article h2")} == titles


def test_search_by_number(cast: Cast) -> None:
    opened(cast, title="First")
    second = opened(cast, title="Second")
    page = fetch_page(client_of(cast.head), f"/incidents/?words=%23{second.pk}")

    assert [text_of(node) for node in page.css("article h2")] == ["Second"]


def test_long_lists_have_pages(cast: Cast) -> None:
    first = opened(cast)
    Incident.objects.bulk_create(
        Incident(
            school=cast.oakfield,
            matter="conduct",
            title=f"Number {number}",
            owner=cast.head,
            next_date=THURSDAY,
            opened_at=NOW,
            opened_by=cast.head,
        )
        for number in range(30)
    )
    client = client_of(cast.head)
    one = fetch_page(client, "/incidents/?words=number")
    older = the(one, "a[rel=next]").attributes["href"]
    two = fetch_page(client, f"/incidents/{older}")

    assert (len(one.css("article")), len(two.css("article"))) == (25, 5)
    assert first.title not in text_of(two)
