"""
A parent on a phone, without JavaScript: whom to ask, ages, accounts, and an agreement to print.

And every public page in English and Welsh, accessible and whole at the width of a phone.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from playwright.sync_api import Page, Request, expect
from selectolax.lexbor import LexborHTMLParser

from footprint.schools.actions import publish
from footprint.schools.models import School
from footprint.website.views import PAGES
from tests.cast import Cast
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.documents import OAKFIELD
from tests.journeys.reporting import words_of_pdf
from tests.journeys.shortcuts import adopt
from tests.journeys.test_every_page import load
from tests.journeys.walking import fill, press, see, see_title
from tests.pages import form_problems

pytestmark = pytest.mark.django_db(transaction=True)
SLUG = "oakfield"
OFFICE = "office@oakfield.example"
AGREED = "Phones sleep in the kitchen from eight o'clock, for all of us."
SIGNED = "The Otterburn family, Sunday"


@pytest.fixture(autouse=True)
def school(cast: Cast) -> School:
    """Oakfield has adopted its policy and switched its public pages on."""
    adopt(cast.oakfield, OAKFIELD, by=cast.head)
    publish(school=cast.oakfield, slug=SLUG, by=cast.head, now=timezone.now())
    return cast.oakfield


def address(name: str, language: str) -> str:
    with translation.override(language):
        return reverse(f"website:{name}", args=[SLUG])


@pytest.mark.parametrize("language", ["en-gb", "cy"])
def test_every_public_page_on_a_phone_without_a_script(sit_down: Sitting, language: str) -> None:
    page = sit_down(phone=True)
    faults = []
    for name in PAGES:
        at = address(name, language)
        assert load(page, at, script=False) == 200, at
        try:
            looks_right(page, language, name)
        except AssertionError as fault:
            faults.append(f"{at}: {fault}")
    assert not faults, "\n".join(faults)
    assert page.context.cookies() == []


def looks_right(page: Page, language: str, name: str) -> None:
    assert page.locator("script").count() == 0
    assert page.locator("html").get_attribute("lang") == language
    problems = form_problems(LexborHTMLParser(page.content()))
    assert not problems, problems
    accessible(page, f"public-{language}-{name}", widths=("own",))


@pytest.fixture
def parent(sit_down: Sitting) -> Iterator[Page]:
    """A parent's phone; whatever she does, the browser only asks for pages and stores nothing."""
    page = sit_down(phone=True, script=False)
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    yield page
    assert {request.method for request in asked} == {"GET"}
    assert [request.url for request in asked if AGREED.split()[0] in request.url] == []
    assert page.context.cookies() == []
    state = page.context.storage_state()
    assert state["origins"] == []


def test_a_parent_finds_whom_to_ask_and_prints_an_agreement(parent: Page, tmp_path: Path) -> None:
    parent.goto(address("show_school", "en-gb"))
    see_title(parent, "Social media at our school")
    find_whom_to_ask(parent)
    find_ages(parent)
    find_accounts(parent)
    find_how_to_raise_a_concern(parent)
    printed = fill_in_and_print(parent, tmp_path / "agreement.pdf")
    assert AGREED in printed
    assert SIGNED in printed
    assert "What the grown-ups promise" in printed
    assert "Cymraeg" not in printed  # what leads to other pages is of no use on paper
    assert "Minimum ages" not in printed


def find_whom_to_ask(page: Page) -> None:
    """The school's own office first; help from outside with its numbers, in danger 999."""
    press(page, "Who do I ask?")
    see_title(page, "Who do I ask?")
    see(page, "I am a parent or carer", "the school office", "I am a pupil", "Childline")
    see(page, "I work at the school", "the designated safeguarding lead")
    expect(page.get_by_role("link", name=OFFICE)).to_have_attribute("href", f"mailto:{OFFICE}")
    expect(page.locator("body")).to_contain_text("call 999")


def find_ages(page: Page) -> None:
    """Today's age, what is to come and is not law yet, and where both were seen."""
    press(page, "Minimum ages")
    row = page.locator(".govuk-summary-list__row", has=page.get_by_text("Instagram", exact=True))
    expect(row).to_contain_text("13 years")
    expect(row).to_contain_text("16 years, spring 2027, if the regulations are made")
    expect(row).to_contain_text("announced, not in force")
    expect(row).to_contain_text("Source:")
    see(page, "Our policy says:", "WhatsApp 16", "the list is newer")


def find_accounts(page: Page) -> None:
    press(page, "Our accounts")
    see(page, "Instagram", "Facebook", "nobody answers them", OFFICE)


def find_how_to_raise_a_concern(page: Page) -> None:
    press(page, "Raise a concern in private")
    see(page, "tell us first and in private", "our complaints procedure follows", OFFICE)
    expect(page.locator("body")).to_contain_text("call 999")


def fill_in_and_print(page: Page, path: Path) -> str:
    """What stands on the paper."""
    press(page, "Family agreement")
    see(page, "Nothing that you write is sent to the school.")
    fill(page, "How long and when, and where devices are at night", AGREED)
    fill(page, "Our names, and the date", SIGNED)
    page.pdf(path=path, format="A4")
    return " ".join(words_of_pdf(path).split())


def test_the_same_in_welsh(parent: Page) -> None:
    parent.goto(address("show_school", "en-gb"))
    press(parent, "Cymraeg")
    see_title(parent, "Cyfryngau cymdeithasol yn ein hysgol")
    see(parent, "Nid yw siaradwr Cymraeg iaith gyntaf wedi gwirio'r testun hwn eto.")
    press(parent, "Pwy ddylwn i ei holi?")
    see(parent, "Rwy'n rhiant neu'n ofalwr", OFFICE)
    press(parent, "Isafswm oedrannau")
    see(parent, "Mae ein polisi'n dweud:")
    press(parent, "English")
    see_title(parent, "Minimum ages")
