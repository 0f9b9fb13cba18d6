"""
A headteacher with a PDF: upload, findings, clause by clause, adoption; by keyboard, and on a phone.

Nothing but Tab, Enter, Space and the shortcut keys on the desktop; nothing but taps on the phone.
"""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from footprint.policies.models import Decision, PolicyVersion
from footprint.rulebook.catalogue import BY_NAME, CATALOGUE
from footprint.rulebook.decisions.difference import states_the_same
from footprint.rulebook.reading.plain_text import source_from_text
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.terms import ClauseName
from tests.cast import Cast
from tests.journeys.adopting import ADOPTED_ON, MINUTE, check_who_is_in_post
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.keyboard import Keyboard
from tests.journeys.papers import as_pdf, words_of
from tests.journeys.walking import fill, fill_date, key, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
TOTAL = len(ClauseName)
NAMES = [entry.name for entry in CATALOGUE]
DENIED = ClauseName.ONLINE_SAFETY_LESSONS
CORRECTED = ClauseName.MINIMUM_AGE
AGES = "Services with another age"


def test_by_keyboard_from_the_pdf_to_the_adopted_policy(
    cast: Cast, sit_down: Sitting, tmp_path: Path
) -> None:
    page = sit_down(cast.head)
    keyboard = Keyboard(page)

    page.goto("/policy/")
    keyboard.press("Upload your policy")
    keyboard.attach("Your social media policy", as_pdf(tmp_path / "Policy 2026.pdf"))
    keyboard.press("Read it")
    see_findings_first(page)
    accessible(page, "review-of-a-pdf")
    review_by_keyboard(page, keyboard)
    adopt_by_keyboard(page, keyboard)

    see(page, f"Version 1, adopted on {ADOPTED_ON:%-d %B %Y} ({MINUTE})")
    expect(page.locator(f"#clause-{CORRECTED}").locator("xpath=..")).to_contain_text("WhatsApp 13")
    expect(page.locator("section[aria-labelledby=silent]")).to_contain_text(BY_NAME[DENIED].title)
    accessible(page, "adopted-from-a-pdf")
    check_what_was_adopted()


def see_findings_first(page: Page) -> None:
    """What is wrong stands above the clauses, each with its sentence and what to do."""
    see(page, f"0 of {TOTAL} clauses decided", "Policy 2026.pdf")
    headings = page.locator("main h2").all_inner_texts()
    assert headings == [
        "Look at these first",
        "Are they still in post?",
        "How the document was read",
        "All clauses",
    ]
    stale = page.locator(".fp-card", has_text="The policy says 16 for WhatsApp")
    expect(stale).to_contain_text("“WhatsApp says that users must be 16.”")
    expect(stale).to_contain_text("Source:")
    undated = page.locator(".fp-card", has_text="without saying which years")
    expect(undated).to_contain_text("more than 40 in the last 2 years")
    expect(undated).to_contain_text("Add the years and the source, or take the number out.")


def review_by_keyboard(page: Page, keyboard: Keyboard) -> None:
    """One key for each clause; one is corrected, one denied, one taken back; once she leaves."""
    key(page, "n")
    for number, name in enumerate(NAMES):
        see_clause(page, number, name)
        if number == 3:
            change_her_mind(page)
        if number == 5:
            leave_and_come_back(page, keyboard, number)
        if name is CORRECTED:
            correct_by_keyboard(page, keyboard)
        else:
            key(page, "x" if name is DENIED else "c")
    see(page, f"{TOTAL} of {TOTAL} clauses decided", "Every clause is decided")


def see_clause(page: Page, number: int, name: ClauseName) -> None:
    """Its title, how much is left, and beside it the document with the sentence marked."""
    see_title(page, BY_NAME[name].title)
    expect(page.locator("progress")).to_have_attribute("value", str(number))
    review = PolicyVersion.objects.get().reviews.get(name=name)
    if review.as_read["stated"] == "stated":
        marked = page.locator(".fp-panes__document mark").first
        expect(marked).to_be_in_viewport()
        clause_text = page.locator(".fp-panes > div").bounding_box()
        document = page.locator(".fp-panes__document").bounding_box()
        assert clause_text
        assert document
        assert document["x"] + document["width"] <= clause_text["x"], "they stand side by side"


def change_her_mind(page: Page) -> None:
    """Back to the clause before, its decision taken back and given again."""
    key(page, "p")
    see(page, "Confirmed as read")
    key(page, "u")
    see(page, "2 of ")
    key(page, "c")


def leave_and_come_back(page: Page, keyboard: Keyboard, number: int) -> None:
    """Everything was saved as she went; Today leads back to the clause that waits."""
    page.goto("/")
    keyboard.press("Policy 2026.pdf")
    see(page, f"{number} of {TOTAL} clauses decided")
    keyboard.press("Go on with the next clause")
    see_title(page, BY_NAME[NAMES[number]].title)


def correct_by_keyboard(page: Page, keyboard: Keyboard) -> None:
    """The key opens the fields, and Tab goes straight on into them."""
    page.wait_for_load_state("load")
    page.keyboard.press("e")
    keyboard.write(AGES, "WhatsApp: 13", within=2)
    accessible(page, "correcting-a-clause")
    keyboard.press("Save the correction")


def adopt_by_keyboard(page: Page, keyboard: Keyboard) -> None:
    keyboard.press("Record its adoption")
    accessible(page, "recording-the-adoption")
    keyboard.write("Day", str(ADOPTED_ON.day))
    keyboard.write("Month", str(ADOPTED_ON.month))
    keyboard.write("Year", str(ADOPTED_ON.year))
    keyboard.write("Reference of the minute", MINUTE)
    keyboard.reach("We have checked that they are still in post")
    page.keyboard.press("Space")
    keyboard.press("Adopt this version")
    see_title(page, "Our social media policy")


def check_what_was_adopted() -> None:
    """Of two columns with headers the reader made what it makes of the plain words."""
    version = PolicyVersion.objects.get()
    decided = {review.name: review.decision for review in version.reviews.all()}
    assert decided.pop(CORRECTED) == Decision.CORRECTED
    assert decided.pop(DENIED) == Decision.NOT_IN_POLICY
    assert set(decided.values()) == {Decision.CONFIRMED}
    plain = read_policy(source_from_text(words_of())).clauses
    differ = {
        name for name in ClauseName if not states_the_same(version.policy.clause(name), plain[name])
    }
    assert differ == {CORRECTED, DENIED}
    assert version.policy.clause(CORRECTED).get("exceptions") == {"WhatsApp": 13}


def test_the_same_on_a_phone(cast: Cast, sit_down: Sitting, tmp_path: Path) -> None:
    page = sit_down(cast.head, phone=True)
    page.goto("/policy/")
    press(page, "Upload your policy")
    page.get_by_label("Your social media policy").set_input_files(as_pdf(tmp_path / "policy.pdf"))
    press(page, "Read it")
    see(page, f"0 of {TOTAL} clauses decided", "Look at these first")
    press(page, "Start the review")
    see_one_column(page)
    for number in range(TOTAL):
        see(page, f"{number} of {TOTAL} clauses decided")
        page.locator("[data-shortcut=c]").click()
    press(page, "Record its adoption")
    fill_date(page, "When did the governing body adopt it?", ADOPTED_ON)
    fill(page, "Reference of the minute", MINUTE)
    check_who_is_in_post(page)
    press(page, "Adopt this version")

    see(page, f"Version 1, adopted on {ADOPTED_ON:%-d %B %Y} ({MINUTE})")
    accessible(page, "adopted-on-a-phone", widths=("own",))
    assert PolicyVersion.objects.get().number == 1


def see_one_column(page: Page) -> None:
    """The document stands above what was read in it, and both fit."""
    accessible(page, "a-clause-on-a-phone", widths=("own",))
    document = page.locator(".fp-panes__document").bounding_box()
    clause = page.locator(".fp-panes > div").bounding_box()
    assert document
    assert clause
    assert abs(document["x"] - clause["x"]) < 1
    assert document["y"] + document["height"] <= clause["y"]
