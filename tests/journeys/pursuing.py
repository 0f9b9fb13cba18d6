"""Step 4: the incident, from who posted it to closing, with a deletion request and its clock."""

from datetime import date

from playwright.sync_api import Page, expect

from tests.journeys.documents import Document
from tests.journeys.walking import (
    british,
    choose,
    fill,
    fill_date,
    key,
    press,
    see,
    see_title,
)

ADDED = "We would rather hear from you in person: the door is open on Monday at nine."
SUPPORT = "Offered cover for the afternoon and a talk with the head."
LESSON = "Remind families each term how to raise a worry in private."
REASON = "The author deleted it and came in to talk."


def assess(page: Page) -> None:
    """A parent posted it; it insults somebody."""
    see(page, "First say who posted it and what it is")
    key(page, "a")
    choose(page, "Who posted it?", "A parent or carer")
    choose(page, "What is it mainly?", "Criticism")
    choose(page, "Is it any of these?", "Insulting")
    choose(page, "Could it be illegal?", "No")
    choose(page, "Could somebody come to harm?", "No")
    press(page, "Save the assessment")
    see(page, "Assessment saved", "Ask the author to delete the post")


def ask_for_deletion(page: Page, document: Document) -> None:
    """The page works out the due date, and keeps the letter as it was changed, word for word."""
    press(page, "Ask the author to delete the post")
    see(page, british(document.deletion_due))
    letter = page.get_by_label("What you send, word for word")
    kept = f"{letter.input_value()}\n\n{ADDED}"
    letter.fill(kept)
    choose(page, "How do you ask?", "By letter")
    press(page, "Record the request")
    see(page, "Deletion request recorded", british(document.deletion_due))
    page.get_by_text("What was sent, word for word").click()
    expect(page.locator(".fp-letter").first).to_have_text(kept, use_inner_text=True)


def record_outcome(page: Page, on: date) -> None:
    """The author deleted it."""
    press(page, "Record (Outcome)")
    choose(page, "How did it end?", "The post was deleted")
    fill_date(page, "When do you look at it next?", on)
    press(page, "Save the outcome")
    see(page, "Outcome recorded", "The post was deleted")


def close(page: Page) -> None:
    """Closing first says what is missing, then asks for clause, reason, outcome and lesson."""
    press(page, "What is missing for closing?")
    press(page, "Record support, or why there is none")
    choose(page, "Was support offered", "Yes")
    fill(page, "What was offered, or why was nothing?", SUPPORT)
    press(page, "Save")
    press(page, "Close the incident")
    choose(page, "How did it end?", "The author deleted the post")
    page.get_by_label("Which clause of your policy is it about?").select_option("deletion_request")
    fill(page, "Why is it closed?", REASON)
    fill(page, "What does the school learn from it?", LESSON)
    press(page, "Close it")
    see_title(page, "Insults about a member of staff")
    see(page, "Incident closed", REASON, LESSON, SUPPORT)
