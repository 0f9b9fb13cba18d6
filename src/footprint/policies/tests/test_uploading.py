"""A school's document is read and laid out for review, or refused with nothing kept."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from footprint.audit.models import Event
from footprint.policies import actions
from footprint.policies.documents.problem import DocumentProblem
from footprint.policies.documents.tests.samples import scan
from footprint.policies.models import ClauseReview, PolicyDocument, PolicyVersion
from footprint.policies.tests.factories import as_file, as_pdf, as_word, make_draft
from footprint.rulebook.terms import ClauseName
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

UPLOAD = "/policy/upload/"
RECIPE = "not_policies/recipe.txt"


@pytest.mark.parametrize("make", [as_file, as_word, as_pdf])
def test_text_word_and_pdf_give_every_clause_a_review(
    cast: Cast, make: Callable[[str], SimpleUploadedFile]
) -> None:
    response = client_of(cast.office).post(UPLOAD, {"document": make("oakfield.txt")})

    version = PolicyVersion.objects.get()
    assert response.headers["Location"] == f"/policy/drafts/{version.pk}/"
    assert [review.name for review in version.reviews.all()] == [name.value for name in ClauseName]
    conduct = version.reviews.get(name="conduct")
    assert conduct.decision == ""
    assert conduct.as_read["stated"] == "stated"
    assert conduct.as_read["quotes"][0]["text"].startswith("Nobody at Oakfield should share")


def test_the_file_is_kept_as_it_was_given(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)

    data = as_file("oakfield.txt").read()
    assert version.document is not None
    assert bytes(version.document.data) == data
    assert version.document.uploaded_by == cast.head
    event = Event.objects.get(action="policies.uploaded")
    assert event.by == cast.head.email
    assert event.details == {"sha256": version.document.sha256}


def test_offsets_of_a_sentence_point_into_the_kept_text(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)

    assert version.document is not None
    text = "\n\n".join(block["text"] for block in version.document.content["document"]["blocks"])
    for review in version.reviews.all():
        for quote in review.as_read["quotes"]:
            found = " ".join(text[quote["start"] : quote["end"]].split())
            assert found == quote["text"]


def test_what_is_no_policy_is_not_kept_unless_the_person_insists(cast: Cast) -> None:
    client = client_of(cast.head)

    page = post_page(client, UPLOAD, {"document": as_file(RECIPE)})
    assert "This does not look like a social media policy" in text_of(page)
    assert page.css_first("input[name=insist]")
    assert not PolicyDocument.objects.exists()

    response = client.post(UPLOAD, {"document": as_file(RECIPE), "insist": "on"})
    assert response.status_code == 302
    assert PolicyVersion.objects.get().reviews.filter(as_read__stated="stated").count() == 0


def test_the_box_to_insist_is_not_offered_before_it_is_needed(cast: Cast) -> None:
    page = fetch_page(client_of(cast.head), UPLOAD)

    assert page.css_first("input[name=insist]") is None


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("policy.txt", b"", "empty"),
        ("policy.pdf", b"%PDF-1.7 and then nothing", "PDF is damaged"),
        ("policy.exe", b"MZ\x90\x00\x03" + bytes(200), "Word document (.docx), a PDF"),
    ],
)
def test_a_file_that_cannot_be_read_gives_a_sentence_and_keeps_nothing(
    cast: Cast, name: str, data: bytes, words: str
) -> None:
    page = post_page(client_of(cast.head), UPLOAD, {"document": SimpleUploadedFile(name, data)})

    assert words in text_of(page), text_of(page)
    assert not PolicyDocument.objects.exists()
    assert not Event.objects.filter(action="policies.uploaded").exists()


def test_a_scan_never_becomes_an_empty_policy(cast: Cast) -> None:
    with pytest.raises((DocumentProblem, actions.NotAPolicy)):
        _upload(cast, scan(), "scan.pdf")

    assert not PolicyDocument.objects.exists()


def test_no_file_at_all(cast: Cast) -> None:
    page = post_page(client_of(cast.head), UPLOAD, {"document": ""})

    assert "Choose the file of your social media policy" in text_of(page)


def test_the_same_file_twice_leads_to_the_review_that_is_open(cast: Cast) -> None:
    version = make_draft(cast.oakfield, cast.head)

    client = client_of(cast.dsl)
    response = client.post(UPLOAD, {"document": as_file("oakfield.txt")})

    assert response.headers["Location"] == f"/policy/drafts/{version.pk}/"
    assert "already under review" in text_of(fetch_page(client, response.headers["Location"]))
    assert PolicyDocument.objects.count() == 1


def test_the_same_file_may_come_again_once_the_draft_is_set_aside(cast: Cast) -> None:
    actions.set_aside(version=make_draft(cast.oakfield, cast.head), by=cast.head, now=NOW)

    make_draft(cast.oakfield, cast.head)

    assert PolicyVersion.objects.drafts().count() == 1


def test_another_school_may_upload_the_same_file(cast: Cast) -> None:
    make_draft(cast.oakfield, cast.head)

    make_draft(cast.riverside, cast.stranger)

    assert ClauseReview.objects.count() == 2 * len(ClauseName)


def _upload(cast: Cast, data: bytes, name: str) -> PolicyVersion:
    return actions.upload(
        school=cast.oakfield, data=data, filename=name, insist=False, by=cast.head, now=NOW
    )
