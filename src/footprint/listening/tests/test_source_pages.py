"""The pages of the sources: who sees them, what they say, what they do."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from django.utils import timezone
from pytest_httpserver import HTTPServer

from footprint.connectors.base import Batch
from footprint.listening import actions
from footprint.listening.models import Mention, Source
from footprint.listening.tests.factories import ALL, NOBODYS, attribute, make_source, rss
from footprint.schools.models import SchoolName
from tests.cast import Cast, client_of
from tests.pages import fetch_page, post_page, text_of

LIST = "/listening/"
ADD = "/listening/sources/add/"
NEW = {
    "label": "Gazette",
    "address": "https://gazette.example/feed",
    "platform": "news",
    "every_minutes": "60",
}


@pytest.fixture
def head(cast: Cast) -> Client:
    return client_of(cast.head)


def page_of(source: Source, act: str) -> str:
    return f"/listening/sources/{source.pk}/{act}/"


def test_a_school_that_does_not_listen_yet_is_told_what_to_do(cast: Cast, head: Client) -> None:
    words = text_of(fetch_page(head, LIST))

    assert "Nobody is listening yet" in words
    assert "Anything behind a sign-in" in words  # what a feed cannot see, said before one is added


def test_a_school_without_names_is_warned_that_nothing_can_be_kept(
    cast: Cast, head: Client
) -> None:
    assert "No name of the school is watched" not in text_of(fetch_page(head, LIST))
    SchoolName.objects.all().delete()
    assert "No name of the school is watched" in text_of(fetch_page(head, LIST))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ["Not read yet", "that nothing shows means nothing"]),
        ({"trouble": "The site is being repaired."}, ["Cannot be read", "being repaired"]),
        ({"is_active": False}, ["Switched off", "Listen again"]),
        ({"problems": ["Item 3 is damaged."]}, ["1 item could not be read whole", "Item 3"]),
    ],
)
def test_each_source_says_honestly_how_it_is_doing(
    cast: Cast, head: Client, fields: dict[str, Any], words: list[str]
) -> None:
    make_source(cast, next_fetch_at=timezone.now(), **fields)

    shown = text_of(fetch_page(head, LIST))

    assert all(each in shown for each in words), shown


def test_a_source_that_nobody_reads_is_overdue(cast: Cast, head: Client) -> None:
    hour_ago = timezone.now() - timedelta(hours=1)
    make_source(cast, next_fetch_at=hour_ago, succeeded_at=hour_ago)

    assert "whether its worker is running" in text_of(fetch_page(head, LIST))


def test_the_counts_are_those_of_the_last_thirty_days(cast: Cast, head: Client) -> None:
    now = timezone.now()
    source = make_source(cast, next_fetch_at=now)
    make_source(cast, label="Empty", address="https://empty.example/feed", next_fetch_at=now)
    actions.store_batch(source=source, batch=Batch(ALL), now=now)
    old = Batch((NOBODYS,))
    Source.objects.filter(pk=source.pk).update(counted=[])
    actions.store_batch(
        source=Source.objects.get(pk=source.pk), batch=old, now=now - timedelta(days=40)
    )

    shown = text_of(fetch_page(head, LIST))

    assert "2 kept, 1 named no school of ours, 2 were about another school" in shown
    assert "0 kept, 0 named no school of ours, 0 were about another school" in shown


def test_adding_a_source(cast: Cast, head: Client) -> None:
    fetch_page(head, ADD)

    answer = head.post(ADD, NEW)

    assert answer.headers["Location"] == LIST
    source = Source.objects.get()
    assert (source.school, source.added_by, source.platform) == (cast.oakfield, cast.head, "news")
    assert "Gazette" in text_of(fetch_page(head, LIST))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"address": ""}, "Enter address of the feed"),
        ({"address": "ftp://gazette.example/feed"}, "Enter a web address"),
        ({"address": "not an address"}, "Enter a web address"),
        ({"label": ""}, "Enter name of the source"),
        ({"every_minutes": "1"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    cast: Cast, head: Client, change: dict[str, str], sentence: str
) -> None:
    page = post_page(head, ADD, {**NEW, **change})

    assert sentence in text_of(page)
    assert Source.objects.count() == 0


def test_the_same_address_twice_is_refused_with_a_sentence(cast: Cast, head: Client) -> None:
    head.post(ADD, NEW)

    assert "listens to this address already" in text_of(post_page(head, ADD, dict(NEW)))


def test_trying_an_address_shows_what_would_be_kept_and_keeps_nothing(
    cast: Cast, head: Client, httpserver: HTTPServer, settings: LazySettings
) -> None:
    settings.FETCH_ALLOW = frozenset({f"{httpserver.host}:{httpserver.port}"})
    items = [("1", "A fair at Oakfield Primary"), *((str(n), f"Story {n}") for n in range(2, 9))]
    httpserver.expect_request("/feed").respond_with_data(rss(*items), content_type="text/xml")
    address = httpserver.url_for("/feed")

    shown = text_of(post_page(head, ADD, {**NEW, "address": address, "try": "yes"}))

    assert "8 posts, of which 1 would be kept" in shown
    assert "This post names “Oakfield Primary”." in shown
    assert "Story 5" in shown
    assert "Story 6" not in shown
    assert Source.objects.count() == Mention.objects.count() == 0


def test_an_address_that_cannot_be_read_says_why_when_it_is_tried(
    cast: Cast, head: Client, httpserver: HTTPServer
) -> None:
    address = httpserver.url_for("/feed")  # inside the network, and not let through

    page = post_page(head, ADD, {**NEW, "address": address, "try": "yes"})

    assert page.css_first(".govuk-error-message") is not None
    assert httpserver.log == []


def test_changing_a_source_and_being_second(cast: Cast, head: Client) -> None:
    source = make_source(cast)
    url = page_of(source, "change")
    form = {**NEW, "label": "The Gazette", "revision": "1"}
    fetch_page(head, url)

    assert head.post(url, form).headers["Location"] == LIST
    second = post_page(head, url, {**form, "label": "My Gazette"})

    assert "Somebody else changed this source" in text_of(second)
    assert "My Gazette" in attribute(second, "#id_label", "value")
    assert Source.objects.get().label == "The Gazette"


def test_switching_off_asks_first_and_can_be_taken_back(cast: Cast, head: Client) -> None:
    source = make_source(cast)
    assert "What was found stays" in text_of(fetch_page(head, page_of(source, "off")))
    assert Source.objects.get().is_active

    head.post(page_of(source, "off"))
    assert not Source.objects.get().is_active

    assert head.get(page_of(source, "on")).status_code == 405
    head.post(page_of(source, "on"))
    assert Source.objects.get().is_active


@pytest.mark.parametrize("act", ["change", "off", "on"])
def test_a_stranger_finds_no_source_of_this_school(cast: Cast, act: str) -> None:
    url = page_of(make_source(cast), act)
    stranger = client_of(cast.stranger)

    assert stranger.post(url, NEW).status_code == 404
    assert Source.objects.get().label == "Puddleford Gazette"
    assert "Puddleford Gazette" not in text_of(fetch_page(stranger, LIST))


@pytest.mark.parametrize("who", ["teacher", "governor", "chair"])
def test_who_does_not_look_after_listening_finds_no_page(cast: Cast, who: str) -> None:
    client = client_of(getattr(cast, who))

    for url in (LIST, ADD, page_of(make_source(cast), "change"), "/listening/try/"):
        fetch_page(client, url, status=404)
        Source.objects.all().delete()


def test_the_office_sees_and_does_not_change(cast: Cast) -> None:
    source = make_source(cast)
    office = client_of(cast.office)

    page = fetch_page(office, LIST)

    assert "Puddleford Gazette" in text_of(page)
    assert not page.css(f'[href="{page_of(source, "off")}"]')
    assert office.post(page_of(source, "off")).status_code == 404
    assert office.get(ADD).status_code == 404


def test_the_trusts_lead_sees_each_school_by_itself(cast: Cast) -> None:
    make_source(cast)
    make_source(cast, school=cast.riverside, label="Millbridge News")

    shown = text_of(fetch_page(client_of(cast.trust_lead), LIST))

    assert "Puddleford Gazette" in shown
    assert "Millbridge News" not in shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Thank you #OakfieldPrimary", "Would be kept"),
        ("Oakfield Primary in Yorkshire", "but also “Yorkshire”"),
        ("Riverside Junior School", "names another school"),
        ("The pool opens", "none of the watched names"),
    ],
)
def test_a_text_can_be_tried(cast: Cast, head: Client, text: str, words: str) -> None:
    fetch_page(head, "/listening/try/")

    assert words in text_of(post_page(head, "/listening/try/", {"text": text}))
    assert Mention.objects.count() == 0
