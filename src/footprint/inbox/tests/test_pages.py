"""The inbox's pages: what they show, to whom, and that nothing written is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse

from footprint.inbox.actions import leave
from footprint.inbox.models import Item
from footprint.inbox.tests.factories import make_item, make_safe_item
from footprint.policies.tests.factories import make_adopted
from footprint.rulebook.terms import Platform, SafetyQuestion
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, parse_page, post_page, text_of

CRITICISM = "Not impressed with the homework app Oakfield Primary uses, it loses work"
THREAT = "somebody should put that Oakfield Primary caretaker in hospital"
LIST = "/inbox/"
ACT_PAGES = [
    "answer_safety",
    "confirm_item",
    "move_item",
    "shut_out_people",
    "reply_item",
    "leave_item",
    "pass_on_item",
    "open_incident",
    "reopen_item",
]


def url(name: str, item: Item) -> str:
    return reverse(f"inbox:{name}", args=[item.pk])


def test_an_empty_inbox_says_what_to_expect(cast: Cast) -> None:
    page = fetch_page(client_of(cast.office), LIST)

    assert "Nothing has been found yet" in text_of(page)


def test_the_list_shows_open_items_newest_first_and_counts_only_what_may_be_seen(
    cast: Cast,
) -> None:
    old = make_item(cast.oakfield, "Thank you Oakfield Primary for everything this year")
    new = make_item(cast.oakfield, CRITICISM, now=NOW + timedelta(hours=1))
    make_item(cast.oakfield, THREAT, now=NOW + timedelta(hours=2))

    page = fetch_page(client_of(cast.office), LIST)

    shown = [first(card, "a").attributes["href"] for card in page.css("article")]
    assert shown == [url("show_item", new), url("show_item", old)]
    assert "hospital" not in text_of(page)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("words=homework", 1),
        ("words=homework+choir", 0),
        ("kind=praise", 1),
        ("platform=mumsnet", 1),
        ("state=decided", 1),
        ("state=all", 3),
        ("desk=mine", 0),
        ("kind=nonsense&platform=42&before=x", 2),
    ],
)
def test_the_list_can_be_filtered(cast: Cast, query: str, found: int) -> None:
    make_item(cast.oakfield, CRITICISM)
    make_item(cast.oakfield, "Thank you Oakfield Primary, lovely choir", platform=Platform.MUMSNET)
    done = make_safe_item(cast.oakfield, "Oakfield Primary in the news", cast.office)
    leave(item=done, reason="news", revision=done.revision, by=cast.office, now=NOW)

    page = fetch_page(client_of(cast.trust_lead), f"{LIST}?{query}")

    assert len(page.css("article")) == found


def test_pages_of_the_list_join_without_a_gap_or_an_overlap(cast: Cast) -> None:
    for number in range(60):
        make_item(cast.oakfield, f"Oakfield Primary note {number}", now=NOW)
    client, seen, address = client_of(cast.head), [], LIST

    while address:
        page = fetch_page(client, address)
        seen += [first(card, "a").attributes["href"] for card in page.css("article")]
        older = page.css_first("a[rel=next]")
        address = LIST + (older.attributes["href"] or "") if older else ""

    assert len(seen) == len(set(seen)) == 60


def test_an_item_shows_its_sentence_of_the_policy_and_asks_safety_first(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    item = make_item(cast.oakfield, CRITICISM)

    page = fetch_page(client_of(cast.head), url("show_item", item))

    assert page.css_first("blockquote.fp-policy__quote") is not None
    assert "Four safety questions come first" in text_of(page)
    assert url("reply_item", item) not in page.html  # type: ignore[operator]


@pytest.mark.parametrize("name", ["show_item", *ACT_PAGES])
def test_every_page_of_an_item_is_well_formed_and_hidden_from_others(cast: Cast, name: str) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    item = make_safe_item(cast.oakfield, CRITICISM, cast.dsl)

    fetch_page(client_of(cast.dsl), url(name, item))
    for person in (cast.stranger, cast.teacher, cast.governor, cast.chair):
        fetch_page(client_of(person), url(name, item), status=404)


def test_the_office_cannot_open_a_safeguarding_item(cast: Cast) -> None:
    item = make_item(cast.oakfield, THREAT)

    fetch_page(client_of(cast.office), url("show_item", item), status=404)
    fetch_page(client_of(cast.dsl), url("show_item", item))


def test_without_a_second_factor_nothing_can_be_read(cast: Cast) -> None:
    item = make_item(cast.oakfield, CRITICISM)

    response = client_of(cast.head, second_factor=False).get(url("show_item", item))

    assert response.status_code == 302
    assert response.headers["Location"] == reverse("users:need_second_factor")


def test_the_safety_form_wants_all_four_answers(cast: Cast) -> None:
    item = make_item(cast.oakfield, CRITICISM)

    page = post_page(
        client_of(cast.office), url("answer_safety", item), {"revision": 1, "danger_now": "no"}
    )

    assert len(page.css(".govuk-error-summary li")) == 3


def test_a_yes_shows_what_to_do_now_to_whoever_answered(cast: Cast) -> None:
    item = make_item(cast.oakfield, CRITICISM)
    data: dict[str, object] = {question.value: "no" for question in SafetyQuestion}

    response = client_of(cast.office).post(
        url("answer_safety", item), {**data, "nude_image": "yes", "revision": item.revision}
    )

    words = text_of(parse_page(response))
    assert "What to do now" in words
    assert "copy" in words
    assert cast.dsl.name in words
    fetch_page(client_of(cast.office), url("show_item", item), status=404)


def test_the_advice_on_answering_differs_with_the_policy(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    make_adopted(cast.riverside, LARKHILL, cast.stranger)
    question = "What time does the office open?"
    here = make_item(cast.oakfield, question, platform=Platform.INSTAGRAM)
    there = make_item(cast.riverside, question, platform=Platform.INSTAGRAM)

    ours = text_of(fetch_page(client_of(cast.head), url("reply_item", here)))
    theirs = text_of(fetch_page(client_of(cast.stranger), url("reply_item", there)))

    assert "this channel is not answered" in ours
    assert "this channel is not answered" not in theirs


def test_the_second_of_two_keeps_what_was_written_and_can_save_after_looking(cast: Cast) -> None:
    item = make_safe_item(cast.oakfield, CRITICISM, cast.office)
    stale = item.revision - 1
    data: dict[str, object] = {"reply": "My long answer", "revision": stale}

    page = post_page(client_of(cast.head), url("reply_item", item), data)

    assert "Somebody else changed this" in text_of(page)
    assert "My long answer" in first(page, "textarea").text()
    assert first(page, "[name=revision]").attributes["value"] == str(item.revision)


def test_fair_criticism_offers_no_incident_and_says_why(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    item = make_safe_item(cast.oakfield, CRITICISM, cast.dsl)

    page = fetch_page(client_of(cast.dsl), url("show_item", item))

    assert url("open_incident", item) not in page.html  # type: ignore[operator]
    assert "People may criticise a school" in text_of(page)


def test_the_list_asks_the_same_number_of_questions_whatever_its_length(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    for _ in range(30):
        make_item(cast.oakfield, CRITICISM)
    client = client_of(cast.head)

    with django_assert_max_num_queries(14):  # type: ignore[operator]
        fetch_page(client, LIST)
