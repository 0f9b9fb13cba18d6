"""Step 3: in the inbox, every item is judged by a person, and something is done about it."""

from datetime import date, timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from footprint.inbox.wording import QUESTIONS
from tests.journeys import town
from tests.journeys.documents import Document
from tests.journeys.walking import choose, fill, fill_date, key, press, see, see_title

REPLY = "Thank you for asking. Please write to the school office, who will gladly tell you."
REASON = "News about us; no answer is expected."
TITLE = "Insults about a member of staff"


def find(page: Page, words: str) -> None:
    """Search the inbox for a post, and open the one that is found."""
    page.goto("/inbox/")
    page.keyboard.press("/")
    page.keyboard.type(words)
    press(page, "Show")
    cards = page.locator("[data-item]")
    expect(cards).to_have_count(1)
    cards.get_by_role("link").first.click()
    see_title(page, "Item")


def keep_safe(page: Page) -> None:
    """The four questions come first; nothing else is offered before they are answered."""
    see(page, "Four safety questions come first.")
    expect(page.get_by_role("link", name="Answer it", exact=True)).to_have_count(0)
    key(page, "s")
    for question in QUESTIONS.values():
        choose(page, str(question), "No")
    press(page, "Save the answers")
    see(page, "No safety worry.", "All four: no")


def confirm(page: Page, kind: str) -> None:
    """Say what the post mainly is: as suggested, or not."""
    page.get_by_role("link", name="Change (Kind)").click()
    choose(page, "The post mainly", kind)
    press(page, "Save")
    see(page, "Desk and date follow what you said", "Confirmed by")


def answer(page: Page, document: Document) -> None:
    """Answer an enquiry on Instagram; the advice cites the policy."""
    find(page, "breakfast club")
    keep_safe(page)
    confirm(page, "Enquiry")
    key(page, "r")
    see(page, document.on_instagram)
    see_policy_cited(page, document)
    fill(page, "What did you answer?", REPLY)
    press(page, "Save what I answered")
    see(page, "Saved", "Replied", REPLY)


def see_policy_cited(page: Page, document: Document) -> None:
    """What is shown as the policy's sentence stands in the school's own document."""
    quote = page.locator(".fp-policy__quote").first.inner_text()
    assert quote in " ".join(document.path.read_text(encoding="utf-8").split())


def leave(page: Page) -> None:
    """Leave news about the school, with the reason."""
    find(page, "gardening prize")
    keep_safe(page)
    key(page, "l")
    fill(page, "Why is nothing done?", REASON)
    press(page, "Leave it")
    see(page, REASON)


def pass_on(page: Page) -> None:
    """Pass praise on; this one is corrected first and taken back, as people do."""
    find(page, "clicked with reading")
    keep_safe(page)
    confirm(page, "Neutral")
    confirm(page, "Praise")
    key(page, "p")
    fill(page, "Who is it passed on to?", "the Year 4 team")
    press(page, "Save")
    see(page, "To the Year 4 team")


def open_incident(page: Page) -> None:
    """Open an incident about the abusive post."""
    find(page, "waste of space")
    keep_safe(page)
    press(page, "Open an incident")
    fill(page, "A short title, without names", TITLE)
    fill_date(page, "When will you look at it next?", _tomorrow())
    press(page, "Open the incident")
    see_title(page, TITLE)


def see_no_incident_offered(page: Page) -> None:
    """Fair criticism breaks no rule: it is answered, never made an incident."""
    find(page, "uniform rules")
    keep_safe(page)
    see(page, "What will you do?")
    expect(page.get_by_role("link", name="Open an incident")).to_have_count(0)


def see_sighting(page: Page) -> None:
    """What the teacher saw is there as well, in her words."""
    find(page, "nativity tickets")
    see(page, town.SEEN)


def _tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)
