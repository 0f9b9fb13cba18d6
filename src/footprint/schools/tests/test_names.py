"""The watched names and the words beside them: pages, refusals, permissions."""

import pytest
from django.db import IntegrityError
from django.test import Client

from footprint.audit.models import Event
from footprint.matching.watch_terms import WatchTermRefused
from footprint.schools import actions
from footprint.schools.models import School, SchoolName
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

LIST = "/schools/names/"
ADD = "/schools/names/add/"
WORDS = "/schools/names/words/"


@pytest.fixture
def head(cast: Cast) -> Client:
    return client_of(cast.head)


def watched(school: School) -> set[str]:
    return set(SchoolName.objects.filter(school=school).values_list("text", flat=True))


def test_the_list_shows_the_names_and_the_words(cast: Cast, head: Client) -> None:
    shown = text_of(fetch_page(head, LIST))

    assert "#OakfieldPrimary" in shown
    assert "Yorkshire" in shown
    assert "Riverside" not in shown


def test_a_school_without_names_is_told_what_to_do(cast: Cast, head: Client) -> None:
    SchoolName.objects.all().delete()

    assert "Until then nothing can be kept" in text_of(fetch_page(head, LIST))


def test_adding_a_name(cast: Cast, head: Client) -> None:
    fetch_page(head, ADD)

    assert head.post(ADD, {"text": "  Oakfield   Juniors "}).headers["Location"] == LIST

    assert "Oakfield Juniors" in watched(cast.oakfield)
    event = Event.objects.get()
    assert (event.action, event.by) == ("schools.name_added", "head@oakfield.example")


@pytest.mark.parametrize(
    "text", ["Tess Teacher", "tess teacher", "Mr Jenkins", "School", "Oak", "Tariq Trust"]
)
def test_a_person_or_a_word_for_every_school_is_refused_at_the_field(
    cast: Cast, head: Client, text: str
) -> None:
    page = post_page(head, ADD, {"text": text})

    assert page.css_first("#id_text_error, .govuk-error-message") is not None
    assert f'value="{text}"' in (page.html or "")
    assert len(watched(cast.oakfield)) == 3
    assert not Event.objects.exists()


def test_a_name_is_watched_once_in_whatever_letters(cast: Cast, head: Client) -> None:
    page = post_page(head, ADD, {"text": "OAKFIELD PRIMARY"})

    assert "This name is watched already" in text_of(page)


def test_the_database_keeps_a_name_once(cast: Cast) -> None:
    with pytest.raises(IntegrityError):
        SchoolName.objects.create(school=cast.oakfield, text="Oakfield Primary")


def test_removing_asks_first(cast: Cast, head: Client) -> None:
    name = SchoolName.objects.get(text="#OakfieldPrimary")
    url = f"/schools/names/{name.pk}/remove/"

    assert "Stop watching “#OakfieldPrimary”?" in text_of(fetch_page(head, url))
    assert name.text in watched(cast.oakfield)
    head.post(url)

    assert name.text not in watched(cast.oakfield)
    assert Event.objects.get().details == {"name": "#OakfieldPrimary"}
    fetch_page(head, url, status=404)


def test_removing_what_is_gone_records_nothing(cast: Cast) -> None:
    name = SchoolName.objects.get(text="#OakfieldPrimary")
    for _ in range(2):
        actions.remove_name(
            name=SchoolName(pk=name.pk, school=cast.oakfield), by=cast.head, now=NOW
        )

    assert Event.objects.count() == 1


def sent(include: str, exclude: str, *, before: str = "Yorkshire") -> dict[str, object]:
    return {
        "must_include": include,
        "must_not_include": exclude,
        "must_include_before": "",
        "must_not_include_before": before,
    }


def test_the_words_are_one_on_each_line(cast: Cast, head: Client) -> None:
    page = fetch_page(head, WORDS)
    assert [text_of(box) for box in page.css("#id_must_not_include")] == ["Yorkshire"]

    head.post(WORDS, sent("Puddleford\n\n  Mill Lane \nPuddleford", "Yorkshire\nLeeds"))

    school = School.objects.get(pk=cast.oakfield.pk)
    assert school.must_include == ["Puddleford", "Mill Lane"]
    assert school.must_not_include == ["Yorkshire", "Leeds"]
    assert Event.objects.get().details == {"must_include": 2, "must_not_include": 2}


def test_of_two_people_the_second_is_told_and_keeps_their_text(cast: Cast, head: Client) -> None:
    head.post(WORDS, sent("Puddleford", "Yorkshire"))

    page = post_page(head, WORDS, sent("Mill Lane", "Yorkshire"))

    assert "Somebody else changed these words" in text_of(page)
    assert [text_of(box) for box in page.css("#id_must_include")] == ["Mill Lane"]
    assert School.objects.get(pk=cast.oakfield.pk).must_include == ["Puddleford"]


@pytest.mark.parametrize("word", ["Tess Teacher", "Mrs Jenkins", "Amy"])
def test_a_person_beside_the_schools_name_is_still_a_person(
    cast: Cast, head: Client, word: str
) -> None:
    page = post_page(head, WORDS, sent(word, "Yorkshire"))

    assert page.css_first(".govuk-error-message") is not None
    assert School.objects.get(pk=cast.oakfield.pk).must_include == []


@pytest.mark.parametrize("word", ["school", "Ely", "Puddleford"])
def test_a_common_or_short_word_may_stand_beside_the_name(cast: Cast, word: str) -> None:
    actions.change_words(
        school=cast.oakfield,
        words=actions.Words((word,), ()),
        before=actions.Words((), ("Yorkshire",)),
        by=cast.head,
        now=NOW,
    )

    assert School.objects.get(pk=cast.oakfield.pk).must_include == [word]


@pytest.mark.parametrize(
    ("include", "sentence"),
    [("\n".join(f"word{n}" for n in range(51)), "50 words or fewer"),
     ("x" * 61, "line of its own")],
)  # fmt: skip
def test_too_much_is_refused(cast: Cast, head: Client, include: str, sentence: str) -> None:
    assert sentence in text_of(post_page(head, WORDS, sent(include, "Yorkshire")))


def test_the_action_refuses_a_person_whoever_calls_it(cast: Cast) -> None:
    with pytest.raises(WatchTermRefused):
        actions.add_name(school=cast.oakfield, text="Olive Office", by=cast.head, now=NOW)


def test_the_office_sees_and_does_not_change(cast: Cast) -> None:
    office = client_of(cast.office)
    name = SchoolName.objects.get(text="#OakfieldPrimary")

    page = fetch_page(office, LIST)

    assert not page.css(f'[href="{ADD}"], [href="{WORDS}"], [href$="/remove/"]')
    for url in (ADD, WORDS, f"/schools/names/{name.pk}/remove/"):
        fetch_page(office, url, status=404)
        assert office.post(url, {"text": "Oakfield Juniors"}).status_code == 404
    assert len(watched(cast.oakfield)) == 3


def test_who_does_not_look_after_listening_finds_no_page(cast: Cast) -> None:
    for who in (cast.teacher, cast.governor):
        fetch_page(client_of(who), LIST, status=404)


def test_a_stranger_cannot_remove_a_name_of_this_school(cast: Cast) -> None:
    name = SchoolName.objects.get(text="#OakfieldPrimary")

    answer = client_of(cast.stranger).post(f"/schools/names/{name.pk}/remove/")

    assert answer.status_code == 404
    assert name.text in watched(cast.oakfield)
