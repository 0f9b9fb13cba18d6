"""
A parent gives permission on an old phone and takes it back, in as many steps.

Without JavaScript, cookie or account: by the link in a message. The office asks before, and sees
each answer; a teacher asks whether the photo may go up.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.utils import timezone
from playwright.sync_api import CDPSession, Page, expect

from footprint.notices.actions import send_next
from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.image_permissions.models import ImagePermission
from tests.cast import Cast
from tests.journeys.conftest import Mailbox, Sitting, accessible
from tests.journeys.documents import OAKFIELD
from tests.journeys.shortcuts import adopt
from tests.journeys.walking import choose, fill, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
WEB, PRESS = "The school’s website", "Newspapers and other press"


@pytest.fixture
def pupil(cast: Cast) -> Person:
    adopt(cast.oakfield, OAKFIELD, by=cast.head)
    pupil = make_person(
        cast.oakfield, given_name="Tolly", family_name="Applegarth", class_name="4B"
    )
    make_parent(of=pupil, email="marnie@family.example", family_name="Applegarth")
    return pupil


class OldPhone:
    """A phone whose browser runs no script; the checker alone may, and taps are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0
        self.browser: CDPSession = page.context.new_cdp_session(page)
        self._scripts(on=False)

    def _scripts(self, *, on: bool) -> None:
        self.browser.send("Emulation.setScriptExecutionDisabled", {"value": not on})

    @contextmanager
    def counting(self) -> Iterator[list[int]]:
        """How many taps something takes: the list holds the number afterwards."""
        before, found = self.taps, [0]
        yield found
        found[0] = self.taps - before

    def open(self, address: str) -> None:
        """Tap the link of a message."""
        self.page.goto(address)
        self.taps += 1

    def choose(self, question: str, answer: str) -> None:
        choose(self.page, question, answer)
        self.taps += 1

    def press(self, words: str) -> None:
        press(self.page, words)
        self.taps += 1

    def check(self, name: str) -> None:
        self._scripts(on=True)
        accessible(self.page, name)
        self._scripts(on=False)


def newest_link(mailbox: Mailbox) -> str:
    """The address in the message that came last, after the worker has sent what waits."""
    while send_next(now=timezone.now()):
        pass
    message = mailbox.messages[-1]
    text = message.get_content()
    assert "Tolly" not in text
    assert "Applegarth" not in text
    found = re.search(r"https?://[^/\s]+(/pictures/answer/\S+)", text)
    assert found is not None
    return found.group(1)


def see_answer(page: Page, word: str) -> None:
    """What the register says about the website, in the second cell of the row."""
    page.goto("/pictures/")
    row = page.get_by_role("row").filter(has_text="Tolly Applegarth")
    expect(row.get_by_role("cell").nth(1)).to_have_text(word)


def test_a_parent_gives_permission_and_takes_it_back(
    cast: Cast, pupil: Person, sit_down: Sitting, mailbox: Mailbox
) -> None:
    office = sit_down(cast.office)
    office.goto("/pictures/")
    press(office, "Start with the usual uses")
    see_answer(office, "No answer")
    accessible(office, "register")
    office.get_by_label("Name or class").press_sequentially("nobody of that name")
    see(office, "Nobody fits")  # without a press: the list follows what is typed
    office.goto("/pictures/classes/?class_name=4B")
    accessible(office, "class-on-paper")
    office.goto("/pictures/ask/")
    accessible(office, "ask-families")
    press(office, "Send 1 e-mail")
    see(office, "1 person was asked")

    phone = OldPhone(sit_down(phone=True))
    with phone.counting() as giving:
        phone.open(newest_link(mailbox))
        expect(phone.page.locator("input:checked")).to_have_count(0)
        phone.choose(WEB, "Yes")
        phone.press("Save my answers")
    see_title(phone.page, "Your answers are stored")
    see(phone.page, WEB, "Yes")
    phone.check("answers-stored")
    see_answer(office, "Yes")

    with phone.counting() as withdrawing:
        phone.open(newest_link(mailbox))
        see(phone.page, "Stored now: Yes")
        phone.choose(WEB, "No")
        phone.press("Save my answers")
    see(phone.page, "No: the yes was taken back")
    assert withdrawing == giving == [3]
    see_answer(office, "Do not publish")
    press(office, "Tolly Applegarth")
    see(office, f"{WEB}: Yes", f"{WEB}: No: the yes was taken back", "by one-time link")
    accessible(office, "person-with-history")
    assert ImagePermission.objects.count() == 2
    assert phone.page.context.cookies() == []


def test_the_page_itself_leads_back_and_a_used_link_does_not(
    cast: Cast, pupil: Person, sit_down: Sitting, mailbox: Mailbox
) -> None:
    office = sit_down(cast.office)
    office.goto("/pictures/")
    press(office, "Start with the usual uses")
    office.goto("/pictures/ask/")
    press(office, "Send 1 e-mail")
    phone = OldPhone(sit_down(phone=True))
    used = newest_link(mailbox)
    phone.open(used)
    phone.check("may-we-use-pictures")

    phone.press("Save my answers")
    see(phone.page, "There is a problem", "Choose yes or no for at least one use")
    phone.check("nothing-answered")
    phone.choose(PRESS, "Yes")
    phone.press("Save my answers")
    phone.press("Change my answers")
    phone.press("Take back every yes: no to everything")
    see(phone.page, "No: the yes was taken back")

    phone.open(used)
    see_title(phone.page, "This link cannot be used")
    phone.check("link-not-usable")


def test_a_teacher_learns_yes_or_not_yet_on_a_phone(
    cast: Cast, pupil: Person, sit_down: Sitting, mailbox: Mailbox
) -> None:
    office = sit_down(cast.office)
    office.goto("/pictures/")
    press(office, "Start with the usual uses")
    phone = OldPhone(sit_down(cast.teacher, phone=True))

    phone.open("/pictures/may/")
    choose(phone.page, "Where would the picture go?", WEB)
    fill(phone.page, "Name or class", "tolly")
    phone.press("Find people")
    phone.page.get_by_label("Tolly Applegarth (4B)").check()
    phone.check("who-is-in-the-picture")
    phone.press("Ask")

    see_title(phone.page, "Not yet")
    see(phone.page, "Silence is not a yes")
    phone.check("not-yet")
