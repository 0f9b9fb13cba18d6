"""
A pupil tells something without a name, on a phone, without JavaScript; the lead answers; and back.

The browser of the pupil keeps no cookie, asks no other host, and no address holds the receipt.
"""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, Request

from footprint.concerns import jobs
from footprint.concerns.models import Concern
from footprint.concerns.slowing import READING, REPORTS
from footprint.notices.models import Notice
from footprint.schools.actions import publish
from tests.cast import Cast
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.documents import OAKFIELD
from tests.journeys.shortcuts import adopt
from tests.journeys.walking import choose, fill, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
SLUG = "oakfield"
WORDS = "An older girl makes a small one give her his lunch money."


@pytest.fixture(autouse=True)
def school(cast: Cast) -> None:
    adopt(cast.oakfield, OAKFIELD, by=cast.head)
    publish(school=cast.oakfield, slug=SLUG, by=cast.head, now=timezone.now())
    REPORTS.forget()
    READING.forget()


@pytest.fixture
def pupil(sit_down: Sitting) -> Iterator[Page]:
    page = sit_down(phone=True, script=False)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    yield page
    hosts = {request.url.split("/")[2] for request in asked}
    assert len(hosts) == 1
    assert page.context.cookies() == []
    assert page.context.storage_state()["origins"] == []


def look(page: Page, sit_down: Sitting, name: str) -> None:
    """The same page in a browser with a script, which axe needs."""
    seen = sit_down(phone=True)
    seen.goto(reverse("concerns:read_answers", args=[SLUG]))
    seen.set_content(page.content())  # what was answered to a form is not at its address
    accessible(seen, name, widths=("own",))


def test_a_report_without_a_name_is_answered(pupil: Page, sit_down: Sitting, cast: Cast) -> None:
    receipt = tell(pupil, sit_down)
    jobs.tell_of_concerns.call()
    assert {cast.dsl.email, cast.deputy.email} <= set(Notice.objects.values_list("to", flat=True))
    assert cast.head.email not in set(Notice.objects.values_list("to", flat=True))

    answer(sit_down(cast.dsl, phone=True))

    read_and_write_back(pupil, sit_down, receipt)
    lead = sit_down(cast.dsl)
    lead.goto(reverse("concerns:show_concern", args=[Concern.objects.get().pk]))
    see(lead, "By the pond, on Tuesdays.", "The time of day is not kept.")
    head = sit_down(cast.head)
    head.goto(reverse("concerns:list_concerns"))
    see(head, "No concern waits")


def tell(page: Page, sit_down: Sitting) -> str:
    """From the school's page to the eight words."""
    page.goto(reverse("website:show_concerns", args=[SLUG]))
    press(page, "For children: tell us if something is wrong")
    see_title(page, "Tell us if something is wrong")
    look(page, sit_down, "tell-as-child")
    for question in page.get_by_role("group").all()[:4]:
        question.get_by_label("No", exact=True).check()
    choose(page, "Is there somebody who must not read this?", "The headteacher")
    fill(page, "What is wrong?", WORDS)
    press(page, "Send")
    see_title(page, "Thank you for telling us")
    see(page, "Childline")
    look(page, sit_down, "received")
    receipt = page.locator(".govuk-panel__body").inner_text().strip()
    assert len(receipt.split()) == 8
    assert receipt.split()[0] not in page.url
    return receipt


def answer(page: Page) -> None:
    page.goto(reverse("home:today"))
    press(page, "1 concern to look at")
    see_title(page, "Concerns")
    accessible(page, "list-concerns", widths=("own",))
    page.locator("[data-item] a").first.click()
    see(page, WORDS, "Do not try to find out who wrote it.")
    accessible(page, "show-concern", widths=("own",))
    press(page, "Write to the reporter")
    fill(page, "What do you want to say?", "Thank you. Where does it happen?")
    press(page, "Save")
    see(page, "Thank you. Where does it happen?")


def read_and_write_back(page: Page, sit_down: Sitting, receipt: str) -> None:
    press(page, "Read the answer")
    look(page, sit_down, "read-answers")
    fill(page, "Your eight words", receipt.upper())
    press(page, "Read")
    see_title(page, "What the school says")
    see(page, "Thank you. Where does it happen?")
    fill(page, "Write to us", "By the pond, on Tuesdays.")
    press(page, "Send")
    see(page, "We have what you wrote.", "By the pond, on Tuesdays.")
    look(page, sit_down, "conversation")
    assert receipt.split()[0].lower() not in page.url
