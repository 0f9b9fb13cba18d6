"""The governors' page, its PDF and its table: who may read it, and what it never says."""

from datetime import timedelta
from io import BytesIO

import pypdfium2
import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from footprint.audit.actions import record
from footprint.audit.models import ChainHead
from footprint.reports.tests.factories import make_incident, make_item, make_request
from footprint.rulebook.terms import PostKind
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

PAGE, PDF, CSV = "reports:governors", "reports:print_governors", "reports:export_governors"
READERS = ("head", "dsl", "deputy", "governor", "chair", "trust_lead")
OTHERS = ("office", "keeper", "teacher")


@pytest.fixture(autouse=True)
def today() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def text_of_pdf(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(BytesIO(data))
    return "\n".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("who", READERS)
@pytest.mark.parametrize("name", [PAGE, PDF, CSV])
def test_who_may_read_the_report_at_their_own_school(cast: Cast, who: str, name: str) -> None:
    assert client_of(getattr(cast, who)).get(reverse(name)).status_code == 200


@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.parametrize("name", [PAGE, PDF, CSV])
def test_for_all_others_it_does_not_exist(cast: Cast, who: str, name: str) -> None:
    assert client_of(getattr(cast, who)).get(reverse(name)).status_code == 404


@pytest.mark.parametrize("name", [PAGE, PDF, CSV])
def test_strangers_sign_in_first(cast: Cast, name: str) -> None:
    assert Client().get(reverse(name))["Location"].startswith(reverse("account_login"))


def test_governors_need_no_second_factor_for_counts(cast: Cast) -> None:
    client = client_of(cast.governor, second_factor=False)
    assert "Report to the governors" in text_of(fetch_page(client, reverse(PAGE)))


def fill(cast: Cast) -> None:
    for _ in range(12):
        make_item(cast, kind=PostKind.CRITICISM, decided="replied", after=timedelta(days=1))
    for _ in range(2):
        make_item(cast, kind=PostKind.PRAISE)
    make_request(make_incident(cast), cast.head, due=NOW.date())


def test_another_school_sees_nothing_of_it(cast: Cast) -> None:
    fill(cast)
    words = text_of(fetch_page(client_of(cast.stranger), reverse(PAGE)))
    assert "Named the school 0" in words


@pytest.mark.parametrize("name", [PAGE, PDF, CSV])
def test_small_numbers_names_and_texts_are_in_no_shape_of_it(cast: Cast, name: str) -> None:
    fill(cast)

    response = client_of(cast.governor).get(reverse(name))
    words = text_of_pdf(response.content) if name == PDF else response.content.decode()

    assert "fewer than 5" in words
    assert "Criticism that got a reply" in words
    for secret in ("canary", "head@oakfield.example", "Harriet"):
        assert secret not in words


def test_the_page_says_so_when_the_days_are_wrong(cast: Cast) -> None:
    page = fetch_page(client_of(cast.governor), f"{reverse(PAGE)}?span=own")
    assert "Enter the first day, or choose another period" in text_of(page)


def test_the_files_are_of_the_days_that_the_page_shows(cast: Cast) -> None:
    page = fetch_page(client_of(cast.governor), f"{reverse(PAGE)}?span=30")
    link = page.css_first(f"a[href^='{reverse(PDF)}']")
    assert link is not None
    assert "span=30" in str(link.attributes["href"])

    response = client_of(cast.governor).get(str(link.attributes["href"]))

    assert "2026-10-18-2026-11-16.pdf" in response["Content-Disposition"]


def test_the_pdf_is_tagged_and_carries_school_days_and_the_state_of_the_trail(cast: Cast) -> None:
    record(by="t", action="tests.done", target="school:1", now=NOW)

    response = client_of(cast.governor).get(reverse(PDF))

    assert response["Content-Type"] == "application/pdf"
    assert b"/MarkInfo" in response.content
    assert b"pdfuaid" in response.content
    words = text_of_pdf(response.content)
    digest = ChainHead.objects.get().digest
    for piece in (cast.oakfield.name, "1 September 2026 to 16 November 2026", "16 November 2026"):
        assert piece in words
    assert digest in words.replace("\r", "").replace("\n", "")


def test_a_schools_name_cannot_change_the_paper_or_the_table(cast: Cast) -> None:
    cast.oakfield.name = '=1+1 #panic("x") \\ "Oakfield"'
    cast.oakfield.save()
    client = client_of(cast.governor)

    words = text_of_pdf(client.get(reverse(PDF)).content)
    table = client.get(reverse(CSV)).content.decode()

    assert '#panic("x")' in words.replace("“", '"').replace("”", '"')
    assert "\"'=1+1" in table
