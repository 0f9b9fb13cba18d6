"""The pages: three ways in without cookie or script, the receipt's page, and the reading side."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from selectolax.lexbor import LexborHTMLParser

from footprint.audit.models import Event
from footprint.concerns import actions
from footprint.concerns.models import Concern, Way
from footprint.concerns.receipts import LENGTH, digest_of_typed, word_list
from footprint.concerns.slowing import READING, REPORTS
from footprint.concerns.tests.factories import make_concern, make_staff_concern, told
from footprint.incidents.models import Incident
from footprint.rulebook.terms import Role, SafetyQuestion
from footprint.schools.actions import publish
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

WAYS = {
    Way.PARENT: "tell_as_parent",
    Way.ANONYMOUS: "tell_without_name",
    Way.CHILD: "tell_as_child",
}
NO: dict[str, object] = {question.value: "no" for question in SafetyQuestion}
WORDS = "Two older boys take the lunch of a small one."


@pytest.fixture(autouse=True)
def open_school(cast: Cast) -> Iterator[None]:
    publish(school=cast.oakfield, slug="oakfield", by=cast.head, now=NOW)
    REPORTS.forget()
    READING.forget()
    yield
    REPORTS.forget()


def at(name: str) -> str:
    return reverse(f"concerns:{name}", args=["oakfield"])


def send(name: str, **data: object) -> LexborHTMLParser:
    client = Client(enforce_csrf_checks=True)
    ticket = first(fetch_page(client, at(name)), "[name=ticket]").attributes["value"]
    page = post_page(client, at(name), {**NO, "words": WORDS, "ticket": ticket, **data})
    assert not client.cookies
    assert not page.css("script")
    return page


def receipt_on(page: LexborHTMLParser) -> str:
    words = text_of(first(page, ".govuk-panel__body")).split()
    assert len(words) == LENGTH
    assert set(words) <= set(word_list())
    return " ".join(words)


@pytest.mark.parametrize(("way", "name"), WAYS.items())
def test_anybody_can_tell_without_an_account_a_cookie_or_a_script(way: Way, name: str) -> None:
    receipt = receipt_on(send(name))

    concern = Concern.objects.get()
    assert (concern.way, concern.words) == (way, WORDS)
    assert concern.receipt == digest_of_typed(receipt)


@pytest.mark.parametrize("name", WAYS.values())
def test_every_form_says_999_first_and_what_to_expect_and_takes_no_file(name: str) -> None:
    page = fetch_page(Client(), at(name))
    words = text_of(page)

    assert words.index("999") < words.index("This is not an emergency service")
    assert "the next one is" in words
    assert not page.css("input[type=file]")
    assert "multipart" not in page.html  # type: ignore[operator]
    questions = page.css("fieldset")[:4]
    assert len(questions) == 4
    asked = "What is wrong?" if name == "tell_as_child" else "What happened?"
    assert words.index("Do not send") < words.index(asked)


@pytest.mark.parametrize("name", WAYS.values())
def test_a_missing_answer_is_no_no(name: str) -> None:
    page = send(name, danger_now="", words="")
    assert "Select yes or no" in text_of(page)
    assert not Concern.objects.exists()


def test_the_receipt_is_shown_only_once_the_report_is_kept(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_kwargs: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(actions, "receive", fails)
    client = Client(raise_request_exception=False)
    response = client.post(at("tell_without_name"), {**NO, "words": WORDS, "ticket": "a" * 32})

    assert response.status_code == 500
    assert b"govuk-panel" not in response.content


def test_danger_and_pictures_are_answered_at_once() -> None:
    page = send("tell_as_child", danger_now="yes", nude_image="yes")
    words = text_of(page)
    assert "Ring 999" in words
    assert "You are not in trouble" in words
    assert "Childline" in words


def test_a_machine_that_fills_every_box_is_kept_apart(cast: Cast) -> None:
    send("tell_without_name", website="https://spam.example")
    assert Concern.objects.get().kept_apart
    assert "An anonymous report" in text_of(
        fetch_page(client_of(cast.dsl), f"{reverse('concerns:list_concerns')}?show=apart")
    )


def test_a_flood_is_told_to_wait_and_keeps_what_was_written() -> None:
    client = Client()
    for number in range(80):
        page = post_page(client, at("tell_without_name"), {**NO, "words": f"{WORDS} {number}"})
    assert "Yours is not sent yet" in text_of(page)
    assert f"{WORDS} 79" in text_of(page)
    assert not page.css(".govuk-panel")
    assert 59 < Concern.objects.count() < 80


def test_a_conversation_behind_the_eight_words(cast: Cast) -> None:
    receipt = receipt_on(send("tell_without_name"))
    client = Client(enforce_csrf_checks=True)
    assert "There is no answer yet" in text_of(
        post_page(client, at("read_answers"), {"receipt": receipt.upper()})
    )
    concern = Concern.objects.get()
    staff = client_of(cast.dsl)
    said = {"text": "Thank you. Where was it?"}
    answer = reverse("concerns:answer_concern", args=[concern.pk])
    assert staff.post(answer, said).status_code == 302

    page = post_page(client, at("read_answers"), {"receipt": receipt})
    assert "Where was it?" in text_of(page)
    assert cast.dsl.name not in text_of(page)
    back: dict[str, object] = {"receipt": receipt, "text": "By the pond."}
    assert "We have what you wrote" in text_of(post_page(client, at("write_back"), back))

    shown = fetch_page(staff, reverse("concerns:show_concern", args=[concern.pk]))
    assert "By the pond." in text_of(shown)
    assert not client.cookies


def test_wrong_words_open_nothing_and_are_slowed() -> None:
    send("tell_without_name")
    client = Client()
    wrong: dict[str, object] = {"receipt": " ".join(word_list()[:LENGTH])}
    page = post_page(client, at("read_answers"), wrong)
    assert "No report has these words" in text_of(page)
    for _number in range(40):
        page = post_page(client, at("read_answers"), wrong)
    assert "Wait a minute" in text_of(page)


def test_a_closed_school_has_no_forms(cast: Cast) -> None:
    fetch_page(Client(), reverse("concerns:tell_as_parent", args=["riverside"]), status=404)


def test_where_nobody_may_read_it_the_page_says_so(cast: Cast) -> None:
    publish(school=cast.riverside, slug="riverside", by=cast.stranger, now=NOW)
    address = reverse("concerns:tell_as_parent", args=["riverside"])
    data = {**NO, "words": WORDS, "not_to": [Role.HEADTEACHER.value]}
    page = post_page(Client(), address, data)
    assert "It was not sent" in text_of(page)
    assert not page.css(".govuk-panel")


def test_staff_report_and_read_nothing_back(cast: Cast) -> None:
    client = client_of(cast.teacher, second_factor=False)
    address = reverse("concerns:report_concern")
    fetch_page(client, address)
    data = {**NO, "danger_now": "yes", "about": "Tolly, 3B", "words": WORDS}
    page = post_page(client, address, data)

    assert "Ring 999 now." in text_of(page)
    concern = Concern.objects.get()
    assert concern.about == "Tolly, 3B"
    fetch_page(client, reverse("concerns:show_concern", args=[concern.pk]), status=404)


def test_the_list_shows_no_word_and_the_page_all_and_reading_is_recorded(cast: Cast) -> None:
    concern = make_concern(cast.oakfield, told(about="Tolly, 3B"))
    client = client_of(cast.dsl)
    assert "Tolly" not in text_of(fetch_page(client, reverse("concerns:list_concerns")))
    page = text_of(fetch_page(client, reverse("concerns:show_concern", args=[concern.pk])))

    assert "Tolly, 3B" in page
    assert "The time of day is not kept." in page
    assert "Harriet Head" in page  # who can see this
    event = Event.objects.get(action="concerns.read")
    assert event.by == cast.dsl.email


def test_open_an_incident_from_it(cast: Cast) -> None:
    concern = make_staff_concern(cast.oakfield, by=cast.teacher)
    client = client_of(cast.dsl)
    address = reverse("concerns:open_incident", args=[concern.pk])
    page = fetch_page(client, address)
    assert concern.words in text_of(page)
    data = {
        **NO,
        "title": "A concern",
        "text": concern.words,
        "how": "Told by staff",
        "matter": "safeguarding",
        "next_date_day": "27",
        "next_date_month": "11",
        "next_date_year": str(NOW.year + 1),
    }

    assert client.post(address, data).status_code == 302

    incident = Incident.objects.get()
    shown = fetch_page(client, reverse("concerns:show_concern", args=[concern.pk]))
    assert f"Incident {incident.pk}" in text_of(shown)


def test_name_somebody_and_close(cast: Cast) -> None:
    concern = make_concern(cast.oakfield)
    client = client_of(cast.dsl)
    named = reverse("concerns:name_people", args=[concern.pk])
    fetch_page(client, named)
    assert client.post(named, {"users": [cast.head.pk]}).status_code == 302
    shown = reverse("concerns:show_concern", args=[concern.pk])
    fetch_page(client_of(cast.head), shown, status=404)

    closed = reverse("concerns:close_concern", args=[concern.pk])
    assert "There is a problem" in text_of(post_page(client, closed, {"reason": ""}))
    assert client.post(closed, {"reason": "Talked with both"}).status_code == 302
    page = fetch_page(client, f"{reverse('concerns:list_concerns')}?show=closed")
    assert re.search(r"An anonymous report \d+", text_of(page))


def test_whoever_names_themselves_goes_home(cast: Cast) -> None:
    concern = make_concern(cast.oakfield)
    address = reverse("concerns:name_people", args=[concern.pk])
    response = client_of(cast.dsl).post(address, {"users": [cast.dsl.pk]})
    assert response["Location"] == reverse("home:today")
