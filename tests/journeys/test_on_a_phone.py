"""On a phone: a report in a few taps, and signing in with password and code."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from footprint.listening.models import Mention
from footprint.users.tests.factories import code_now, give_app
from tests.cast import PASSWORD, Cast
from tests.journeys.conftest import PHONE, Sitting, accessible
from tests.journeys.walking import fill, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
MOST_TAPS = 6


class Finger:
    """Taps as a thumb does: only what is big enough, and it counts them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.taps = 0

    def tap(self, words: str) -> None:
        target = self.page.get_by_role("button", name=words, exact=True).or_(
            self.page.get_by_role("link", name=words, exact=True)
        )
        box = target.first.bounding_box()
        assert box is not None
        assert box["height"] >= 24, f"“{words}” is {box['height']} pixels high"
        target.first.click()
        self.taps += 1

    def write(self, label: str, text: str) -> None:
        """One tap into the field, then the keyboard."""
        field = self.page.get_by_label(label).first
        field.click()
        self.taps += 1
        self.page.keyboard.type(text)


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_a_report_takes_few_taps(cast: Cast, sit_down: Sitting, script: bool) -> None:
    page = sit_down(cast.teacher, phone=True, script=script)
    page.goto("/")
    finger = Finger(page)

    finger.tap("Report something seen online")
    finger.tap("No, go on")
    finger.write("What does it say?", "Somebody sells answers to the Oakfield spelling test")
    finger.write("Link to the post", "https://chat.example/p/77")
    assert fits(page)
    finger.tap("Send the report")

    see_title(page, "Thank you")
    assert finger.taps <= MOST_TAPS
    mention = Mention.objects.get()
    assert mention.seen_by_user == cast.teacher
    assert mention.url == "https://chat.example/p/77"
    see(page, f"Reference S-{mention.pk}")
    assert "spelling test" not in page.locator("main").inner_text()


def test_what_is_missing_is_said_and_nothing_is_lost(cast: Cast, sit_down: Sitting) -> None:
    page = sit_down(cast.teacher, phone=True)
    page.goto(reverse("listening:write_sighting"))
    fill(page, "What does it say?", "Words that took a while to write")

    press(page, "Send the report")

    see(page, "There is a problem")
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page.get_by_label("What does it say?")).to_have_value("Words that took a while to write")
    accessible(page, "a-report-with-a-fault")
    assert not Mention.objects.exists()


def test_a_picture_of_a_child_never_reaches_a_form(cast: Cast, sit_down: Sitting) -> None:
    page = sit_down(cast.teacher, phone=True)
    page.goto(reverse("listening:report_sighting"))

    press(page, "Yes, or I am not sure")

    see_title(page, "Stop: do not look at it again")
    see(page, cast.dsl.name)
    expect(page.locator("main input:not([type=hidden]), main textarea")).to_have_count(0)


@pytest.mark.usefixtures("slow_typist")
def test_signing_in_with_password_and_code(cast: Cast, sit_down: Sitting) -> None:
    give_app(cast.dsl)
    page = sit_down(phone=True)

    page.goto("/inbox/")
    see_title(page, "Sign in")
    expect(page.get_by_text("Choose who you want to be")).to_have_count(0)
    enter(page, cast.dsl.email, "not-the-pass-phrase")
    see(page, "There is a problem")
    see_title(page, "Sign in")
    expect(page.locator("input[type=password]")).to_have_value("")
    accessible(page, "a-sign-in-that-was-refused")

    enter(page, cast.dsl.email, PASSWORD)
    see_title(page, "Enter the code from your app")
    page.goto("/inbox/")
    see_title(page, "Enter the code from your app")  # the password alone opens nothing
    fill(page, "Code", code_now())
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()

    see_title(page, "Inbox")
    assert fits(page)


def enter(page: Page, email: str, password: str) -> None:
    fill(page, "Email address", email)
    page.locator("main input[name=password]").fill(password)
    page.locator("main").get_by_role("button", name="Sign in", exact=True).click()


def fits(page: Page) -> bool:
    """Nothing hangs over the edge of a phone."""
    assert page.viewport_size == PHONE
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
