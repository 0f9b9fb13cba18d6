"""
A trust of three schools that say things differently: what is inherited, what is a school's own.

The trust's lead takes a new version; each school gets it as a proposal; one takes it, one keeps
its own clause; afterwards the page shows the drift that is left.
"""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from footprint.policies.models import PolicyVersion
from footprint.policies.tests.factories import make_sister
from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.terms import ClauseName, Role
from footprint.schools.models import School
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast
from tests.journeys.adopting import check_who_is_in_post
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.documents import LARKHILL, OAKFIELD
from tests.journeys.papers import as_document
from tests.journeys.shortcuts import adopt
from tests.journeys.walking import fill, fill_date, key, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
ASHBY, THORNBURY = "Ashby Infant School", "Thornbury Road Junior School"
ADVISERS = {"may call on local authority advisers": "may call on Ashby Advisers"}
DELETION = BY_NAME[ClauseName.DELETION_REQUEST].title


@pytest.fixture
def schools(cast: Cast, tmp_path_factory: pytest.TempPathFactory) -> dict[str, School]:
    """Three schools: one of governors, one of named advisers, one of LCMs with another template."""
    folder = tmp_path_factory.mktemp("policies")
    found = {}
    for name, word, document in (
        (cast.oakfield.name, "governors", OAKFIELD),
        (ASHBY, "governors", as_document(folder / "ashby.txt", OAKFIELD, ADVISERS)),
        (THORNBURY, "LCMs", LARKHILL),
    ):
        school = School.objects.filter(name=name).first() or make_sister(cast.oakfield, name)
        school.governors_word = word
        school.save()
        adopt(school, document, by=head_of(school))
        found[name] = school
    return found


def head_of(school: School) -> User:
    email = f"head@{school.pk}.example"
    head = User.objects.filter(email=email).first()
    if head is None:
        head = User.objects.create_user(email, name=f"Head of {school.name}", joined_at=NOW)
        Membership.objects.create(user=head, role=Role.HEADTEACHER.value, school=school)
    return head


def test_a_new_policy_of_the_trust_reaches_each_school(
    cast: Cast, schools: dict[str, School], sit_down: Sitting
) -> None:
    lead = sit_down(cast.trust_lead)
    compare_with(lead, cast.oakfield.name)
    see_the_difference(lead)
    accessible(lead, "three-schools-of-a-trust")

    take_and_propose(lead, cast.oakfield.name)
    takes_it(sit_down(head_of(schools[ASHBY])))
    keeps_one(sit_down(head_of(schools[THORNBURY]), phone=True))

    lead.goto(reverse("policies:trust_policies"))
    see_the_drift_that_is_left(lead)
    accessible(lead, "the-trust-afterwards")


def compare_with(page: Page, name: str) -> None:
    page.goto(reverse("policies:trust_policies"))
    page.get_by_label("Compare with").select_option(label=name)
    press(page, "Compare")


def card(page: Page, name: str) -> str:
    return page.locator("article", has=page.get_by_role("heading", name=name)).inner_text()


def see_the_difference(page: Page) -> None:
    """Words that differ are words; clauses that differ show both sides, with what is not said."""
    words = page.locator("section[aria-labelledby=words-1]")
    expect(words).to_contain_text("LCMs")
    advisers = page.locator("section[aria-labelledby=words-2]")
    expect(advisers).to_contain_text("Ashby Advisers")
    expect(advisers).to_contain_text("local authority advisers")
    assert "1 clause differs" in card(page, ASHBY)
    assert "25 clauses the same" in card(page, ASHBY)
    friends = page.locator(f"#clause-{ClauseName.NO_FRIENDING}")
    expect(friends).to_have_count(0)  # "LCMs" and "governors" are the same people
    accounts = clause(page, ClauseName.OFFICIAL_ACCOUNTS)
    expect(accounts).to_contain_text("messages there are never answered")
    expect(accounts).to_contain_text("general enquiries only")
    expect(accounts).to_contain_text(f"Says the same: {ASHBY}")
    learning = clause(page, ClauseName.REMOTE_LEARNING_CHANNELS)
    expect(learning).to_contain_text("Does not say")


def clause(page: Page, name: ClauseName) -> Locator:
    return page.locator(f"section[aria-labelledby=clause-{name}]")


def take_and_propose(page: Page, name: str) -> None:
    """The trust takes one school's version as its own and lays it before the two others."""
    press(page, "Take a school’s policy as the trust’s")
    page.get_by_label(f"{name}: version 1", exact=False).check()
    fill_date(page, "When did the trust decide on it?", timezone.localdate())
    press(page, "Take it")
    see_title(page, "Propose the trust’s policy")
    see(page, ASHBY, THORNBURY, "No school follows it before it has adopted it.")
    accessible(page, "proposing-to-two-schools")
    press(page, "Propose it")
    see(page, "Proposed to 2 schools. Each reviews the draft and adopts it itself.")


def takes_it(page: Page) -> None:
    """What both say is confirmed at once; the clause that differs is looked at, and taken."""
    open_proposal(page)
    press(page, "Confirm the 25 clauses that say what yours say")
    press(page, "Go on with the next clause")
    see_title(page, BY_NAME[ClauseName.QUESTIONS].title)
    see(page, "Your policy today", "Says something else", "Ashby Advisers")
    key(page, "c")
    see(page, "Every clause is decided")
    adopt_it(page)
    see(page, "Beside the trust’s policy, 0 clauses are your own.")


def keeps_one(page: Page) -> None:
    """This head looks at every clause on a phone, and keeps who asks for a post to be deleted."""
    open_proposal(page)
    same = page.get_by_role("button", name="Confirm the")
    same.click()
    while page.get_by_role("link", name="Go on with the next clause").count():
        press(page, "Go on with the next clause")
        decide_all_that_wait(page)
    see(page, "Every clause is decided")
    adopt_it(page)
    see(page, "Beside the trust’s policy, 1 clause is your own.")
    whose = page.locator(f"#clause-{ClauseName.DELETION_REQUEST}")
    expect(whose).to_contain_text("Ours")
    accessible(page, "one-clause-of-our-own", widths=("own",))


def decide_all_that_wait(page: Page) -> None:
    while page.locator("[data-shortcut=c]").count():
        title = page.get_by_role("heading", level=1).inner_text()
        ours = title.endswith(DELETION)
        if ours:
            accessible(page, "the-trusts-clause-beside-ours", widths=("own",))
        page.locator("[data-shortcut=k]" if ours else "[data-shortcut=c]").click()


def open_proposal(page: Page) -> None:
    page.goto("/")
    press(page, "Proposed by the trust (its version 1)")
    see(page, "Your trust proposes this. Nothing changes until your school has adopted it")


def adopt_it(page: Page) -> None:
    press(page, "Record its adoption")
    fill_date(page, "When did the governing body adopt it?", timezone.localdate())
    fill(page, "Reference of the minute", "Item 4")
    check_who_is_in_post(page)
    press(page, "Adopt this version")
    see(page, "The policy is adopted.", "Version 2, adopted on")


def see_the_drift_that_is_left(page: Page) -> None:
    """One clause of one school; what it says stands beside the trust's."""
    see(page, "The trust’s own policy is version 1")
    assert "Says the same" in card(page, ASHBY)
    assert "1 clause differs" in card(page, THORNBURY)
    headings = page.locator("h3[id^=clause-]")
    expect(headings).to_have_count(1)
    expect(headings).to_have_text(DELETION)
    left = clause(page, ClauseName.DELETION_REQUEST)
    expect(left).to_contain_text("the Headteacher or the designated safeguarding lead")
    expect(left).to_contain_text("without delay")
    assert PolicyVersion.objects.drafts().count() == 0
