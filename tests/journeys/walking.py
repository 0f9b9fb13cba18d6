"""
How a person finds their way through a page: by the words that they read on it.

A file of its own because every journey presses buttons and fills forms in the same way.
"""

from datetime import date

from playwright.sync_api import Locator, Page, expect


def press(page: Page, words: str) -> None:
    """Press the button, or follow the link, with exactly these words."""
    named = page.get_by_role("button", name=words, exact=True).or_(
        page.get_by_role("link", name=words, exact=True)
    )
    named.first.click()


def key(page: Page, letter: str) -> None:
    """Press a key, and wait for the page that it leads to; keys work once the page has loaded."""
    page.wait_for_load_state("load")
    with page.expect_navigation():
        page.keyboard.press(letter)


def fill(page: Page, label: str, text: str) -> None:
    """Write into the field of this label; "(optional)" after it does not matter."""
    page.get_by_label(label).first.fill(text)


def choose(page: Page, question: str, answer: str) -> None:
    """Choose an answer of a question with radios or boxes."""
    group(page, question).get_by_label(answer, exact=True).check()


def fill_date(page: Page, question: str, day: date) -> None:
    """Fill the three boxes of a date."""
    boxes = group(page, question)
    for label, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        boxes.get_by_label(label, exact=True).fill(str(number))


def group(page: Page, question: str) -> Locator:
    """The fields under one question."""
    return page.get_by_role("group", name=question).first


def see(page: Page, *words: str) -> None:
    """Wait until the page says this; each of these, anywhere in its main part."""
    for each in words:
        expect(page.locator("main")).to_contain_text(each)


def see_title(page: Page, words: str) -> None:
    """Wait for the page with this heading."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def british(day: date) -> str:
    """As pages write a day: Tuesday 17 November 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"
