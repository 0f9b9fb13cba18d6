"""Upload a spreadsheet, say which column is which, see what became of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from footprint.listening.models import Mention, Upload
from footprint.listening.tests.factories import attribute
from footprint.listening.tests.test_uploads import FILE, FOREIGN
from tests.cast import Cast, client_of
from tests.pages import fetch_page, parse_page, post_page, text_of

ADD = "/listening/spreadsheets/add/"
COLUMNS = "/listening/spreadsheets/columns/"


@pytest.fixture
def head(cast: Cast) -> Client:
    return client_of(cast.head)


def csv(text: str | bytes) -> dict[str, object]:
    content = text.encode() if isinstance(text, str) else text
    return {"file": SimpleUploadedFile("posts.csv", content, content_type="text/csv")}


def test_the_result_says_what_was_kept_and_which_rows_have_a_problem(
    cast: Cast, head: Client
) -> None:
    fetch_page(head, ADD)

    answer = head.post(ADD, csv(FILE))

    shown = text_of(fetch_page(head, answer.headers["Location"]))
    assert "1 Kept" in shown
    assert "2 Rows with a problem" in shown
    assert "Row 5 was left out" in shown
    assert "posts.csv" in text_of(fetch_page(head, "/listening/"))


def test_unknown_headings_are_asked_about_and_the_file_need_not_be_chosen_again(
    cast: Cast, head: Client
) -> None:
    page = parse_page(head.post(ADD, csv(FOREIGN)))
    assert "Which column holds what?" in text_of(page)
    carried = {name: attribute(page, f"#id_{name}", "value") for name in ("content", "file_name")}

    lacking = post_page(head, COLUMNS, {**carried, "author": "Wer"})
    assert "Choose the column that holds what was said" in text_of(lacking)
    assert Upload.objects.count() == 0

    answer = head.post(COLUMNS, {**carried, "text": "Was", "author": "Wer", "date": "Wann"})
    assert answer.headers["Location"] == f"/listening/spreadsheets/{Upload.objects.get().pk}/"
    assert Mention.objects.get().author == "A parent"


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02", b"", b"Post\n", b'Date,Post\n1,"open\n2,x\n', b"%PDF-1.7 x"]
)
def test_a_file_that_cannot_be_read_is_refused_at_its_field(
    cast: Cast, head: Client, content: bytes
) -> None:
    page = post_page(head, ADD, csv(content))

    assert page.css_first(".govuk-error-message") is not None
    assert Upload.objects.count() == 0


def test_a_file_that_is_too_large_is_refused(cast: Cast, head: Client) -> None:
    page = post_page(head, ADD, csv(b"Post\n" + b"x" * 2_100_000))

    assert "larger than 2 MB" in text_of(page)


@pytest.mark.parametrize("content", ["", "!!!", "AAAA"])
def test_a_file_lost_on_the_way_is_asked_for_again(cast: Cast, head: Client, content: str) -> None:
    answer = head.post(COLUMNS, {"content": content, "file_name": "x", "text": "Was"})

    assert answer.headers["Location"] == ADD


def test_who_may_not_change_listening_cannot_upload(cast: Cast, head: Client) -> None:
    result = head.post(ADD, csv(FILE)).headers["Location"]

    for who in (cast.teacher, cast.office, cast.governor):
        assert client_of(who).post(ADD, csv(FILE)).status_code == 404
        assert client_of(who).post(COLUMNS, {"content": ""}).status_code == 404
    fetch_page(client_of(cast.office), result)
    fetch_page(client_of(cast.stranger), result, status=404)
    fetch_page(client_of(cast.teacher), result, status=404)
