"""Step 1: a policy's document goes in, every clause is decided, the governing body adopts it."""

from datetime import date

from playwright.sync_api import Page, expect

from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.terms import ClauseName
from tests.journeys.documents import DAYS, Document
from tests.journeys.walking import fill, fill_date, key, press, see, see_title

ADOPTED_ON = date(2026, 9, 2)
MINUTE = "Full governing body, item 7"
DAYS_KEYS = {ClauseName.REPUTATION: "answer_days", ClauseName.DELETION_REQUEST: "days"}


def upload(page: Page, document: Document) -> None:
    """From the empty policy page to the list of clauses."""
    page.goto("/policy/")
    press(page, "Upload your policy")
    page.get_by_label("Your social media policy").set_input_files(document.path)
    press(page, "Read it")
    see(page, f"0 of {len(ClauseName)} clauses decided")


def review(page: Page) -> None:
    """Confirm every clause, by the key as a practised person does, the first two by the button."""
    press(page, "Start the review")
    for number in range(len(ClauseName)):
        see(page, f"{number} of {len(ClauseName)} clauses decided")
        if number < 2:
            with page.expect_navigation():
                page.locator("[data-shortcut=c]").click()
        else:
            key(page, "c")
    see(page, f"{len(ClauseName)} of {len(ClauseName)} clauses decided")


def adopt(page: Page, document: Document) -> None:
    """Record the adoption; the page asks for the numbers that the document leaves open."""
    press(page, "Record its adoption")
    fill_date(page, "When did the governing body adopt it?", ADOPTED_ON)
    fill(page, "Reference of the minute", MINUTE)
    for name, part_key in DAYS_KEYS.items():
        asked = page.locator(f"#id_{name}_{part_key}")
        expect(asked).to_have_count(int(name in document.leaves_open))
        if name in document.leaves_open:
            asked.fill(str(DAYS))
    check_who_is_in_post(page)
    press(page, "Adopt this version")
    see_title(page, "Our social media policy")
    see(page, f"Version 1, adopted on {ADOPTED_ON:%-d %B %Y} ({MINUTE})", document.asker)
    _see_complaints(page, document)


def check_who_is_in_post(page: Page) -> None:
    """Where the policy names people of whom nobody here knows, somebody says that they asked."""
    tick = page.get_by_label("We have checked that they are still in post")
    if tick.count():
        tick.check()


def _see_complaints(page: Page, document: Document) -> None:
    """The clause stands among those that are stated, or in the list of what is not said."""
    title = BY_NAME[ClauseName.COMPLAINTS_PROCEDURE].title
    section = page.locator(f"#clause-{ClauseName.COMPLAINTS_PROCEDURE}")
    expect(section).to_have_count(int(document.complaints))
    silent = page.locator("section[aria-labelledby=silent] li", has_text=title)
    expect(silent).to_have_count(int(not document.complaints))
