"""`footprint listen --once`: what it reads, what it says, how it ends."""

import pytest
from django.conf import LazySettings
from django.core.management import CommandError, call_command
from pytest_httpserver import HTTPServer

from footprint.listening.models import Mention
from footprint.listening.tests.factories import make_source, rss
from tests.cast import Cast

FUTURE = "2100-01-01T00:00:00Z"


@pytest.fixture
def gazette(httpserver: HTTPServer, settings: LazySettings) -> str:
    """The address of a feed with one post about Oakfield and one about nobody of ours."""
    settings.FETCH_ALLOW = frozenset({f"{httpserver.host}:{httpserver.port}"})
    feed = rss(("1", "A fair at Oakfield Primary"), ("2", "The pool opens again"))
    httpserver.expect_request("/feed").respond_with_data(feed, content_type="text/xml")
    return httpserver.url_for("/feed")


def test_it_says_what_became_of_each_source(
    cast: Cast, gazette: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make_source(cast, address=gazette)

    call_command("listen", "--once")

    said = capsys.readouterr().out
    assert "Oakfield Primary School, Puddleford Gazette: 2 found, 1 kept" in said
    assert "1 name no school of ours" in said
    assert Mention.objects.count() == 1


def test_a_source_that_fails_is_named_and_fails_the_command(
    cast: Cast, gazette: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make_source(cast, address=gazette)
    make_source(cast, label="Old blog", address=gazette.replace("/feed", "/gone"))

    with pytest.raises(CommandError, match="1 of 2 sources could not be read"):
        call_command("listen", "--once")

    assert "Old blog" in capsys.readouterr().out
    assert Mention.objects.count() == 1


def test_what_is_not_due_waits_unless_all_is_said(
    cast: Cast, gazette: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make_source(cast, address=gazette, next_fetch_at=FUTURE)

    call_command("listen", "--once")
    assert "No source was due." in capsys.readouterr().out
    assert Mention.objects.count() == 0

    call_command("listen", "--once", "--all")
    assert Mention.objects.count() == 1


def test_without_once_it_says_what_listens_all_the_time(db: None) -> None:
    with pytest.raises(CommandError, match="footprint worker"):
        call_command("listen")
