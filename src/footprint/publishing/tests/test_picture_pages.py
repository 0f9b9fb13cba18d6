"""Pictures on pages: two questions first, a clean copy, and who is in it, picked from a list."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from footprint.people.tests.factories import make_person
from footprint.pictures.tests import files as pictures
from footprint.publishing.models import Draft
from footprint.publishing.tests.factories import (
    again,
    make_desk,
    make_draft,
    with_picture,
)
from footprint.users.models import User
from tests.cast import Cast, client_of
from tests.pages import fetch_page, parse_page, post_page, text_of

SAFE = {"undressed": "no", "distress": "no"}


def url(name: str, draft: Draft, *more: object) -> str:
    return reverse(f"publishing:{name}", args=[draft.pk, *more])


def upload(cast: Cast, draft: Draft, data: bytes, **fields: object) -> dict[str, object]:
    file = SimpleUploadedFile("IMG_20260504_5133N.jpg", data, "image/jpeg")
    return {**SAFE, "revision": draft.revision, "alt": "A dragon", "file": file, **fields}


def test_people_are_found_as_one_types_and_ticked(cast: Cast) -> None:
    desk = make_desk(cast)
    make_person(cast.oakfield, given_name="Nella", family_name="Other", class_name="4C")
    elsewhere = make_person(cast.riverside, given_name="Nell", family_name="Elsewhere")
    draft = make_draft(cast, desk.key)
    client, address = client_of(cast.office), url("choose_people", draft)

    page = post_page(client, address, {"words": "nell", "find": "1", "revision": 1})
    assert len(page.css("#found input[name=people]")) == 2
    assert "Elsewhere" not in text_of(page)

    data: dict[str, object] = {
        "people": [desk.child.pk, elsewhere.pk],
        "save": "1",
        "revision": 1,
    }
    client.post(address, data)

    assert [person.pk for person in again(draft).people.all()] == [desk.child.pk]


def test_everybody_who_was_found_can_be_ticked_at_once(cast: Cast) -> None:
    for number in range(25):
        make_person(cast.oakfield, given_name=f"Pip{number}", class_name="6M")
    draft = make_draft(cast)

    page = post_page(
        client_of(cast.office),
        url("choose_people", draft),
        {"words": "6M", "everybody": "1", "revision": 1},
    )

    assert len(page.css("#found input[checked]")) == 25


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({}, "Tick who is in the pictures, or say that nobody is"),
        ({"others": "on"}, "Say who they are and how they agreed"),
        ({"nobody": "on", "others": "on"}, "You also named somebody"),
    ],
)
def test_one_answer_about_who_is_in_it(cast: Cast, data: dict[str, object], words: str) -> None:
    draft = make_draft(cast)

    said = {"save": "1", "revision": 1, **data}
    page = post_page(client_of(cast.office), url("choose_people", draft), said)

    assert words in text_of(page)
    assert not again(draft).said_who


@pytest.mark.parametrize(
    ("data", "note"),
    [({"nobody": "on"}, ""), ({"others": "on", "others_note": "An author"}, "An author")],
)
def test_nobody_or_others_are_answers_too(cast: Cast, data: dict[str, object], note: str) -> None:
    draft = make_draft(cast)

    client_of(cast.office).post(url("choose_people", draft), {"save": "1", "revision": 1, **data})

    assert again(draft).said_who
    assert again(draft).others_note == note


def test_two_questions_come_before_there_is_a_place_for_a_file(cast: Cast) -> None:
    draft = make_draft(cast)
    client, address = client_of(cast.office), url("add_picture", draft)

    assert not fetch_page(client, address).css("input[type=file]")
    assert len(post_page(client, address, {}).css(".govuk-error-summary li")) == 2
    assert post_page(client, address, dict(SAFE)).css("input[type=file]")


@pytest.mark.parametrize("question", SAFE)
def test_a_yes_stops_and_nothing_is_stored(cast: Cast, question: str) -> None:
    draft = make_draft(cast)
    client, address = client_of(cast.office), url("add_picture", draft)

    page = post_page(client, address, {**SAFE, question: "yes"})
    assert "Stop here" in text_of(page)

    sent = upload(cast, draft, pictures.jpeg(), **{question: "yes"})
    assert client.post(address, sent)["Location"] == address
    assert not again(draft).pictures.all()


def test_an_upload_becomes_a_clean_copy_and_says_what_was_left_out(cast: Cast) -> None:
    draft = make_draft(cast)
    client = client_of(cast.office)

    response = client.post(
        url("add_picture", draft), upload(cast, draft, pictures.jpeg()), follow=True
    )

    words = text_of(parse_page(response))
    assert "Left out of it: where it was taken, when it was taken" in words
    assert "51" not in words.split("Left out")[1].split(".")[0]  # yes or no, never where
    [picture] = again(draft).pictures.all()
    served = client.get(url("show_picture", draft, picture.name))
    assert served.status_code == 200
    assert pictures.SECRET.encode() not in served.content
    assert served["Cache-Control"] == "no-store"
    assert served["X-Content-Type-Options"] == "nosniff"
    assert served["Content-Type"] == "image/jpeg"
    assert "IMG_2026" not in served["Content-Disposition"]


def test_a_file_that_is_no_picture_is_refused_in_words(cast: Cast) -> None:
    draft = make_draft(cast)

    sent = upload(cast, draft, b"%PDF-1.7")
    page = post_page(client_of(cast.office), url("add_picture", draft), sent)

    assert "This is a PDF. Save it as a JPEG or PNG picture" in text_of(page)
    assert not again(draft).pictures.all()


@pytest.mark.parametrize("name", ["governor", "stranger", "teacher"])
def test_a_picture_is_for_those_who_see_the_draft(cast: Cast, name: str) -> None:
    draft = with_picture(make_draft(cast))
    person: User = getattr(cast, name)
    address = url("show_picture", draft, draft.pictures.get().name)

    assert client_of(person).get(address).status_code == 404
    assert client_of(cast.head).get(address).status_code == 200
