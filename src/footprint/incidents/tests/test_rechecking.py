"""Looking again by the clock, through the guarded door: gone, still there, could not look."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.conf import LazySettings
from pytest_httpserver import HTTPServer

from footprint.incidents import actions, jobs
from footprint.incidents.models import Incident, Recheck
from footprint.incidents.tests.factories import CANARY, FAIR, asked, assessed, capture_facts, opened
from footprint.notices.models import Notice
from footprint.rulebook.terms import Flag, Matter
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

DAY = timedelta(days=1)
PAGE = f"<html><body><p>Invented   insulting words,\n{CANARY}</p></body></html>"
OTHER = "<html><body><p>This post is not available.</p></body></html>"


@pytest.fixture
def web(httpserver: HTTPServer, settings: LazySettings) -> Iterator[HTTPServer]:
    """A server on this machine that the way out lets through."""
    settings.FETCH_ALLOW = frozenset({f"{httpserver.host}:{httpserver.port}"})
    yield httpserver
    httpserver.check_assertions()


def posted(cast: Cast, url: str, **changes: Any) -> Incident:
    """An incident with a deletion request, whose post stands at this address."""
    incident, _ = asked(cast, capture_facts=capture_facts(url=url), **changes)
    return incident


def look(now: datetime = NOW) -> int:
    return jobs.look_at(Incident.objects.to_look_at(), http=jobs._door(now), now=now)


def serve(web: HTTPServer, body: str = PAGE, status: int = 200, kind: str = "text/html") -> None:
    web.clear()
    web.expect_request("/post").respond_with_data(body, status=status, content_type=kind)


def results() -> list[str]:
    return [each.result for each in Recheck.objects.all()]


def test_words_that_were_there_and_are_gone_are_proof(cast: Cast, web: HTTPServer) -> None:
    incident = posted(cast, web.url_for("/post"))
    serve(web)
    assert look() == 1
    serve(web, OTHER)
    assert look(NOW + DAY) == 1

    assert results() == ["still_there", "gone"]
    assert all(len(each.digest) == 64 for each in Recheck.objects.all())
    incident.refresh_from_db()
    assert not incident.is_closed  # a person confirms
    notice = Notice.objects.get(key__contains="recheck")
    assert notice.to == cast.head.email
    assert CANARY not in notice.body
    assert look(NOW + 2 * DAY) == 0  # what was proved is not looked at for ever


def test_words_that_were_never_seen_there_prove_nothing(cast: Cast, web: HTTPServer) -> None:
    posted(cast, web.url_for("/post"))
    serve(web, OTHER)
    look()
    look(NOW + DAY)

    assert results() == ["could_not_look", "could_not_look"]
    assert not Notice.objects.filter(key__contains="recheck").exists()


@pytest.mark.parametrize("status", [404, 410])
def test_nothing_there_counts_on_the_second_day_only(
    cast: Cast, web: HTTPServer, status: int
) -> None:
    posted(cast, web.url_for("/post"))
    serve(web, "-", status)
    assert look() == 1
    assert look() == 0  # once a day
    assert results() == ["could_not_look"]
    look(NOW + DAY)
    assert results() == ["could_not_look", "gone"]


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_site_that_will_not_answer_is_not_gone(cast: Cast, web: HTTPServer, status: int) -> None:
    posted(cast, web.url_for("/post"))
    serve(web)
    look()
    serve(web, OTHER, status)
    look(NOW + DAY)

    assert results() == ["still_there", "could_not_look"]


def test_a_page_to_sign_in_and_a_picture_prove_nothing(cast: Cast, web: HTTPServer) -> None:
    posted(cast, web.url_for("/post"))
    serve(web)
    look()
    web.clear()
    web.expect_request("/post").respond_with_data("", 302, {"Location": "/login"})
    web.expect_request("/login").respond_with_data(OTHER, content_type="text/html")
    look(NOW + DAY)
    serve(web, "-", kind="image/png")
    look(NOW + 2 * DAY)

    assert results() == ["still_there", "could_not_look", "could_not_look"]


def test_the_guarded_door_lets_nobody_into_the_house(cast: Cast, httpserver: HTTPServer) -> None:
    posted(cast, httpserver.url_for("/post"))  # this address is not on the list of the allowed

    look()

    assert results() == ["could_not_look"]
    assert httpserver.log == []


def test_a_platform_that_wants_a_sign_in_is_not_asked(cast: Cast) -> None:
    posted(cast, "https://www.facebook.com/groups/1")

    look()

    assert Recheck.objects.get().sentence.startswith("Could not look: this platform shows posts")


def test_what_is_never_looked_at(cast: Cast, web: HTTPServer) -> None:
    url = web.url_for("/post")
    opened(cast, capture_facts=capture_facts(url=url))  # nobody asked for removal
    assessed(cast, FAIR, capture_facts=capture_facts(url=url))
    posted(cast, "")
    sexual = posted(cast, url)
    Incident.objects.filter(pk=sexual.pk).update(flags=[Flag.SEXUAL.value])
    sealed = posted(cast, url)
    Incident.objects.filter(pk=sealed.pk).update(matter=Matter.ALLEGATION.value)
    no_pictures = posted(cast, url)
    Incident.objects.filter(pk=no_pictures.pk).update(no_pictures=True)

    assert look() == 0
    assert web.log == []


def test_a_site_is_not_pressed(
    cast: Cast, web: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "MOST_OF_A_SITE", 1)
    serve(web)
    posted(cast, web.url_for("/post"))
    posted(cast, web.url_for("/post"))

    assert look() == 1
    assert len(web.log) == 1


def test_the_page_says_last_seen_and_first_not_seen(cast: Cast, web: HTTPServer) -> None:
    incident = posted(cast, web.url_for("/post"))
    serve(web)
    look()
    serve(web, OTHER)
    look(NOW + DAY)

    words = text_of(fetch_page(client_of(cast.head), f"/incidents/{incident.pk}/"))

    assert "Last seen 16 November 2026, 09:00" in words
    assert "First not seen 17 November 2026, 09:00" in words
    assert "Look yourself and confirm that it is gone" in words
    assert "deleted" not in words.split("Looked at by Footprint")[1].split("The post")[0]


def test_an_action_keeps_one_look_of_a_day(cast: Cast, web: HTTPServer) -> None:
    incident = posted(cast, web.url_for("/post"))
    serve(web)
    found = actions.look(incident=incident, http=jobs._door(NOW), now=NOW)

    assert actions.keep_look(incident=incident, found=found, now=NOW) is not None
    assert actions.keep_look(incident=incident, found=found, now=NOW) is None
    assert Recheck.objects.count() == 1
