"""
The office publishes on the school's Instagram page with one child blocked, and the head approves.

At desktop and phone width, in a real browser. Nobody but the safeguarding lead ever learns why a
child is blocked: not from a page, not from an address, not from a message.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from footprint.notices.models import Notice
from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.pictures.tests import files as pictures
from footprint.publishing import actions, jobs
from footprint.publishing.models import Draft, TakeDown
from footprint.registers.image_permissions import actions as images
from footprint.registers.image_permissions.models import ImageUse, ProtectionReason
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.registers.official_accounts.tests.factories import (
    make_account,
    make_approver,
    make_keeper,
)
from footprint.rulebook.terms import Audience
from tests.cast import Cast
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.documents import OAKFIELD
from tests.journeys.shortcuts import adopt
from tests.journeys.walking import choose, fill, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "What a sports day! Well done Nell Brackwater."
MENDED = "What a sports day! Well done, everybody."
WHY = ("looked after", "Looked after", "local authority's care", "protect", "court", "adopted")


@pytest.fixture
def account(cast: Cast) -> OfficialAccount:
    """Instagram, approved by the head and kept by Kit; two children with a yes, one protected."""
    adopt(cast.oakfield, OAKFIELD, by=cast.head)
    account = make_account(cast, handle="@oakfieldprimary")
    for make, user in ((make_approver, cast.head), (make_keeper, cast.keeper)):
        person = make_person(cast.oakfield, Audience.STAFF, given_name=user.name, user=user)
        make(account, person)
    now = timezone.now() - timedelta(hours=1)
    actions.offer_accounts(school=cast.oakfield, by="the test", now=now)
    use = ImageUse.objects.get(key=f"account:{account.pk}")
    for given_name in ("Nell", "Tolly"):
        child = make_person(
            cast.oakfield, given_name=given_name, family_name="Brackwater", class_name="3B"
        )
        parent = make_parent(of=child, family_name="Brackwater")
        images.record_paper(said=[images.Said(parent, child, use, True)], by=cast.office, now=now)
    protect("Tolly", cast)
    return account


def protect(given_name: str, cast: Cast) -> None:
    images.protect(
        person=Person.objects.get(given_name=given_name),
        reason=ProtectionReason.LOOKED_AFTER,
        note="In the local authority's care",
        review_on=None,
        by=cast.dsl,
        now=timezone.now(),
    )


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "IMG_0504.jpg"
    path.write_bytes(pictures.jpeg())
    return path


def tick(page: Page, words: str, *names: str) -> None:
    """Type part of a name, and tick those who are found."""
    page.get_by_label("Name or class").press_sequentially(words)
    for name in names:
        page.locator("#found").get_by_label(name).check()


def says_nothing_of_why(page: Page) -> None:
    told = page.content()
    assert not [word for word in WHY if word in told], page.url


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_the_office_publishes_with_one_child_blocked(
    cast: Cast, account: OfficialAccount, photo: Path, sit_down: Sitting, phone: bool
) -> None:
    office = sit_down(cast.office, phone=phone)
    office.goto("/publishing/")
    accessible(office, "publishing-empty")
    press(office, "Write a draft")
    fill(office, "What is it about?", "Sports day")
    fill(office, "The text", TEXT)
    choose(office, "Where shall it go?", "Instagram @oakfieldprimary")
    press(office, "Save and check")

    add_the_picture(office, photo)
    see_title(office, "Who is in the pictures?")
    see(office, "Left out of it: where it was taken")
    tick(office, "brackw", "Nell Brackwater (3B)", "Tolly Brackwater (3B)")
    accessible(office, "publishing-people")
    press(office, "Save who is in them")

    see_title(office, "Sports day")
    see(office, "Not yet", "Tolly Brackwater (3B):", "Do not publish a picture of this person.")
    see(office, "“Nell Brackwater”: Write the first name only, or no name.")
    says_nothing_of_why(office)
    accessible(office, "publishing-not-yet")

    mend(office)
    press(office, "Submit for approval")
    see(office, "Submitted. The approvers have been told.")
    expect(office.get_by_role("button", name="Approve")).to_have_count(0)

    head = sit_down(cast.head, phone=phone)
    head.goto("/publishing/")
    press(head, "Sports day")
    see(head, "Your decision", MENDED)
    accessible(head, "publishing-decide")
    press(head, "Approve")
    see(head, "Approved for: Instagram @oakfieldprimary")

    put_it_out(office)
    draft = Draft.objects.get()
    assert [use.person.given_name for use in draft.publications.get().uses.all()] == ["Nell"]
    assert not draft.pictures.exists()

    permission_goes(cast, sit_down(cast.keeper, phone=phone))


def add_the_picture(office: Page, photo: Path) -> None:
    press(office, "Add a picture")
    choose(office, "Could it show a child who is not fully dressed?", "No")
    choose(office, "Could it show a child who is hurt, crying or in distress?", "No")
    accessible(office, "publishing-ask-first")
    press(office, "Go on")
    office.get_by_label("The picture", exact=True).set_input_files(photo)
    fill(office, "What does it show?", "Children run across a field")
    accessible(office, "publishing-picture")
    press(office, "Add it")


def mend(office: Page) -> None:
    """Another choice of children, and no name in the text."""
    press(office, "Say who is in the pictures")
    office.get_by_label("Tolly Brackwater (3B)").uncheck()
    press(office, "Save who is in them")
    press(office, "Change words and places")
    fill(office, "The text", MENDED)
    press(office, "Save and check")
    see(office, "Go")
    expect(office.get_by_text("Not yet")).to_have_count(0)


def put_it_out(office: Page) -> None:
    office.goto("/publishing/")
    press(office, "Sports day")
    see_title(office, "Put it out")
    see(office, MENDED, "Children run across a field")
    accessible(office, "publishing-hand-over")
    with office.expect_download() as download:
        press(office, "Download picture 1")
    assert pictures.SECRET.encode() not in download.value.path().read_bytes()
    press(office, "It is out: record it (Instagram @oakfieldprimary)")
    fill(office, "Its address, if it has one", "https://instagram.example/p/1")
    press(office, "Record it")
    see(office, "Recorded: Instagram @oakfieldprimary", "Where it went")
    accessible(office, "publishing-out")


def permission_goes(cast: Cast, keeper: Page) -> None:
    """The other child is protected later: what is out comes down, and nobody is told why."""
    protect("Nell", cast)
    jobs.make_waiting_take_downs.call()
    keeper.goto("/publishing/")
    press(keeper, "What has to come down")
    press(keeper, "Sports day")
    see(keeper, "Nell Brackwater (3B)", "https://instagram.example/p/1", "Footprint suggests")
    says_nothing_of_why(keeper)
    accessible(keeper, "publishing-take-down")
    choose(keeper, "What came of it?", "Taken down")
    fill(keeper, "What did you see, or why does it stay?", "Opened it: the post is gone")
    press(keeper, "Close it")
    see(keeper, "Nothing has to come down today.")
    assert TakeDown.objects.get().done_by == cast.keeper
    mails = "".join(notice.subject + notice.body for notice in Notice.objects.all())
    assert "Brackwater" not in mails
    assert not [word for word in WHY if word in mails]


def test_without_a_script_the_same_people_are_found_by_the_button(
    cast: Cast, account: OfficialAccount, sit_down: Sitting
) -> None:
    office = sit_down(cast.office, phone=True, script=False)
    office.goto("/publishing/new/")
    fill(office, "What is it about?", "Sports day")
    choose(office, "Where shall it go?", "The school’s website")
    press(office, "Save and check")
    press(office, "Say who is in the pictures")
    fill(office, "Name or class", "3B")
    press(office, "Find people")
    press(office, "Tick all 2 who were found")
    press(office, "Save who is in them")

    see(office, "Nell Brackwater (3B)", "Tolly Brackwater (3B)")
