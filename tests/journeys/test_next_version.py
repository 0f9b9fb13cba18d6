"""Version 2: uploaded, compared with the one in force, adopted; version 1 stays as it was."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import ClauseName, Platform
from tests.cast import Cast
from tests.journeys import town
from tests.journeys.adopting import check_who_is_in_post
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.documents import OAKFIELD
from tests.journeys.papers import CHANGED, as_pdf
from tests.journeys.shortcuts import adopt, arrive, decide_all, open_about
from tests.journeys.walking import fill, fill_date, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
LATER = "Full governing body, item 3"
AGES, DELETION, POLICE = (
    f"section[aria-labelledby=clause-{name}]"
    for name in (ClauseName.MINIMUM_AGE, ClauseName.DELETION_REQUEST, ClauseName.POLICE)
)


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_the_next_version_and_what_it_changes(
    cast: Cast, sit_down: Sitting, tmp_path: Path, phone: bool
) -> None:
    first = adopt(cast.oakfield, OAKFIELD, by=cast.head)
    said_before = first.adopted_content
    incident = open_about(
        arrive(cast.oakfield, town.ABUSE, Platform.FACEBOOK, by=cast.head), by=cast.head
    )
    page = sit_down(cast.head, phone=phone)

    page.goto(reverse("policies:list_versions"))
    press(page, "Upload a policy")
    page.get_by_label("Your social media policy").set_input_files(
        as_pdf(tmp_path / "2.pdf", CHANGED)
    )
    press(page, "Read it")
    see(page, f"0 of {len(ClauseName)} clauses decided")
    second = decide_all(PolicyVersion.objects.drafts().get(), by=cast.head)
    page.reload()
    press(page, "Record its adoption")
    press(page, "See what changes from version 1")
    see_difference(page)
    accessible(page, "what-version-2-changes")

    page.go_back()
    adopt_it(page)
    see_title(page, "Our social media policy")
    see(page, "Version 2, adopted on")
    expect(page.locator("#clause-deletion_request").locator("xpath=..")).to_contain_text(
        "three days"
    )
    see_version_1(page)
    incident.refresh_from_db()
    assert incident.policy_version == first
    first.refresh_from_db()
    assert first.adopted_content == said_before
    assert PolicyVersion.objects.adopted()[0] == second


def see_difference(page: Page) -> None:
    """What says something else, what is gone, what is only reworded; and what each touches."""
    see_title(page, "What is different")
    see(page, "3 clauses say something else. 1 more is worded differently and means the same.")
    touched = page.locator("section[aria-labelledby=touched]")
    expect(touched).to_contain_text("The letters that ask for a post to be deleted")
    expect(touched).to_contain_text("Asking for a post to be deleted")
    expect(touched).to_contain_text("1 keeps version 1")
    deletion = page.locator(DELETION)
    expect(deletion.locator("li del").first).to_contain_text("two school days")
    expect(deletion.locator("li ins").first).to_contain_text("three days")
    expect(deletion).to_contain_text("the days by which something is due")
    expect(deletion).to_contain_text("the letters that ask for a post to be deleted")
    expect(page.locator(AGES).locator("li del")).to_contain_text("WhatsApp 16")
    expect(page.locator(AGES)).to_contain_text("what your public pages tell families")
    expect(page.locator(POLICE)).to_contain_text("No longer stated")
    expect(page.locator(POLICE)).to_contain_text("the steps that are offered in an incident")
    reworded = page.locator("section", has=page.locator(f"#clause-{ClauseName.STAFF_CONDUCT}"))
    expect(reworded).to_contain_text("Other words, same meaning")
    expect(reworded).not_to_contain_text("the days by which")


def adopt_it(page: Page) -> None:
    today = PolicyVersion.objects.adopted()[0].adopted_on
    assert today is not None
    fill_date(page, "When did the governing body adopt it?", today)
    fill(page, "Reference of the minute", LATER)
    for asked in page.locator("input[id$=days]").all():
        asked.fill("3")
    check_who_is_in_post(page)
    press(page, "Adopt this version")


def see_version_1(page: Page) -> None:
    """It can still be read, says what it said, and says that it is not in force."""
    press(page, "All versions and drafts")
    press(page, "Version 1")
    see_title(page, "Version 1 of our social media policy")
    see(page, "This version is not the one in force today.", "two school days", "WhatsApp 16")
    accessible(page, "version-1-later")
    press(page, "Read the policy in force")
    see(page, "Version 2, adopted on")
