"""The report of something seen: the question first, a short form, thanks with a time."""

import pytest
from django.test import Client

from footprint.listening.models import Mention
from footprint.listening.tests.factories import attribute, words_in
from tests.cast import Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

ASK = "/listening/report/"
STOP = "/listening/report/do-not-look/"
WRITE = "/listening/report/write/"
SEEN = {"words": "They say the gate is unsafe.", "url": "https://x.com/a/status/1"}


@pytest.fixture
def teacher(cast: Cast) -> Client:
    """Writing a report never needs the second factor."""
    return client_of(cast.teacher, second_factor=False)


def test_the_question_about_a_child_comes_first(cast: Cast, teacher: Client) -> None:
    page = fetch_page(teacher, ASK)

    assert "Could it show a child undressed" in text_of(page)
    assert "999" in text_of(page)
    assert teacher.post(ASK, {"could_show_a_child": "no"}).headers["Location"] == WRITE
    assert teacher.post(ASK, {"could_show_a_child": "yes"}).headers["Location"] == STOP
    assert post_page(teacher, ASK, {}).css_first("h1") is not None


def test_a_yes_says_what_to_do_and_offers_no_way_to_send_anything(
    cast: Cast, teacher: Client
) -> None:
    page = fetch_page(teacher, STOP)

    words = text_of(page)
    assert "Do not view, copy, print, share, store or save" in words
    assert cast.dsl.name in words
    assert cast.head.name not in words
    assert not page.css("main form, main input, main textarea")


@pytest.mark.parametrize("who", ["teacher", "governor", "office", "head", "chair"])
def test_everybody_of_the_school_may_report(cast: Cast, who: str) -> None:
    client = client_of(getattr(cast, who), second_factor=False)

    kept = client.post(WRITE, SEEN)

    mention = Mention.objects.get()
    assert kept.headers["Location"] == f"/listening/report/{mention.pk}/kept/"
    assert mention.school == cast.oakfield


def test_a_report_takes_words_only(cast: Cast, teacher: Client) -> None:
    page = fetch_page(teacher, WRITE)

    assert not page.css("input[type=file]")
    assert attribute(page, "#id_seen_at", "value")
    assert attribute(page, "#id_again", "type") == "hidden"


def test_after_it_a_thank_you_with_the_time_and_a_reference(cast: Cast, teacher: Client) -> None:
    kept = teacher.post(WRITE, SEEN)

    page = fetch_page(teacher, kept.headers["Location"])

    assert "Kept at" in text_of(page)
    assert f"S-{Mention.objects.get().pk}" in text_of(page)
    assert "gate" not in text_of(page)


def test_nobody_else_can_open_the_thank_you_page(cast: Cast, teacher: Client) -> None:
    kept = teacher.post(WRITE, SEEN).headers["Location"]

    for other in (cast.head, cast.stranger):
        fetch_page(client_of(other), kept, status=404)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"words": ""}, "Enter what it says"),
        ({"url": ""}, "Enter the link, or say below where you saw it"),
        ({"url": "no link"}, "Enter a web address, or leave this empty"),
        ({"seen_at": "2999-01-01T10:00"}, "must be in the past"),
        ({"seen_at": "yesterday"}, "Enter the date and time"),
        ({"words": "w" * 5001}, "5000 characters or fewer"),
    ],
)
def test_what_is_missing_is_said_and_the_words_stay(
    cast: Cast, teacher: Client, change: dict[str, str], sentence: str
) -> None:
    page = post_page(teacher, WRITE, {**SEEN, **change})

    assert sentence in text_of(page)
    if "words" not in change:
        assert SEEN["words"] in words_in(page, "#id_words")
    assert Mention.objects.count() == 0


def test_a_place_in_words_is_enough(cast: Cast, teacher: Client) -> None:
    teacher.post(WRITE, {"words": SEEN["words"], "where": "Class chat"})

    assert Mention.objects.get().title == "Class chat"


def test_the_hour_that_comes_twice_is_taken_as_the_first(cast: Cast, teacher: Client) -> None:
    teacher.post(WRITE, {**SEEN, "seen_at": "2025-10-26T01:30"})

    seen_at = Mention.objects.get().seen_at
    assert seen_at is not None
    assert seen_at.isoformat() == "2025-10-26T00:30:00+00:00"


def test_the_same_link_again_is_already_there_and_can_be_sent_all_the_same(
    cast: Cast, teacher: Client
) -> None:
    teacher.post(WRITE, SEEN)
    teacher.post(WRITE, SEEN)
    assert Mention.objects.count() == 1

    new = {**SEEN, "words": "Now they name a day."}
    page = post_page(teacher, WRITE, dict(new))
    assert "it is already there" in text_of(page)
    assert attribute(page, "#id_again", "type") == "checkbox"
    assert "Now they name a day." in words_in(page, "#id_words")

    teacher.post(WRITE, {**new, "again": "on"})
    assert Mention.objects.count() == 2


def test_somebody_elses_report_of_the_same_link_gives_no_sign(cast: Cast, teacher: Client) -> None:
    client_of(cast.office).post(WRITE, SEEN)

    answer = teacher.post(WRITE, SEEN)

    assert answer.status_code == 302
    assert Mention.objects.filter(seen_by_user=cast.teacher).count() == 1


def test_who_is_not_signed_in_is_asked_to(db: None) -> None:
    for url in (ASK, STOP, WRITE):
        assert "/account/" in Client().get(url).headers["Location"]


def test_a_check_of_a_channel_fills_in_where_it_was(cast: Cast) -> None:
    client = client_of(cast.teacher)
    place = "?platform=mumsnet&where=Mumsnet+local"
    asked = client.post(f"/listening/report/{place}", {"could_show_a_child": "no"})
    page = fetch_page(client, asked["Location"])
    assert first(page, "[name=where]").attributes["value"] == "Mumsnet local"
    chosen = first(page, "[name=platform] option[selected]")
    assert chosen.attributes["value"] == "mumsnet"


def test_a_place_that_is_made_up_fills_in_nothing(cast: Cast) -> None:
    client = client_of(cast.teacher)
    page = fetch_page(client, "/listening/report/write/?platform=nonsense")
    assert first(page, "[name=platform] option[selected]").attributes["value"] == ""
