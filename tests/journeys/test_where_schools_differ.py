"""
Two schools with different policies answer differently, and the pages show where.

The same posts on the same day at two schools side by side; only what they adopted differs.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import Page

from footprint.inbox.models import Item
from footprint.incidents.models import Incident
from footprint.rulebook.catalogue import BY_NAME
from footprint.rulebook.terms import ClauseName, Platform
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import Cast
from tests.journeys import town
from tests.journeys.conftest import Sitting
from tests.journeys.documents import (
    DAYS,
    LARKHILL,
    NEST,
    NEVER,
    OAKFIELD,
    TRENT,
    Document,
    need,
)
from tests.journeys.shortcuts import adopt, arrive, assess_as_by_a_parent, open_about
from tests.journeys.walking import british

NOT_STATED = "Your policy does not say whether the school answers here."
COMPLAINTS = BY_NAME[ClauseName.COMPLAINTS_PROCEDURE].title


@dataclass(frozen=True)
class Answers:
    """
    What one school's pages say.

    Args:
        instagram, whatsapp: the advice on answering an enquiry there.
        due: by when a post of a parent is to be deleted, and why then.
        deletion: the sentence of the policy on the page that asks for the deletion.
        says: the lines of the policy page.
        silent: what the policy page lists as not said.
    """

    instagram: str
    whatsapp: str
    due: str
    deletion: str
    says: frozenset[str]
    silent: frozenset[str]


@pytest.fixture(autouse=True)
def on_friday() -> Iterator[None]:
    with time_machine.travel(town.FRIDAY, tick=True):
        yield


@pytest.mark.django_db(transaction=True)
def test_two_invented_schools_answer_differently(cast: Cast, sit_down: Sitting) -> None:
    oakfield = answers_of(cast.oakfield, cast.head, OAKFIELD, sit_down)
    larkhill = answers_of(cast.riverside, cast.stranger, LARKHILL, sit_down)

    differ_on_instagram_and_asking(oakfield, OAKFIELD, larkhill, LARKHILL)
    assert british(OAKFIELD.deletion_due) in oakfield.due
    assert "Your policy gives the time: two school days." in oakfield.due
    assert british(LARKHILL.deletion_due) in larkhill.due
    assert f"“without delay”; your school gave {DAYS} school days at adoption." in larkhill.due
    assert "Services with another age: WhatsApp 16" in oakfield.says & larkhill.says


@pytest.mark.django_db(transaction=True)
def test_two_real_schools_answer_differently(cast: Cast, sit_down: Sitting) -> None:
    need(TRENT, NEST)
    trent = answers_of(cast.oakfield, cast.head, TRENT, sit_down)
    nest = answers_of(cast.riverside, cast.stranger, NEST, sit_down)

    differ_on_instagram_and_asking(trent, TRENT, nest, NEST)
    assert trent.whatsapp == NOT_STATED
    assert nest.whatsapp == NEVER
    assert COMPLAINTS in trent.silent - nest.silent
    assert "E-mail is official between staff and pupils" in trent.says - nest.says
    assert trent.due == nest.due  # both say "promptly", and both schools gave the same number
    assert f"your school gave {DAYS} school days at adoption" in trent.due


def differ_on_instagram_and_asking(
    one: Answers, its: Document, other: Answers, others: Document
) -> None:
    assert (one.instagram, other.instagram) == (its.on_instagram, others.on_instagram)
    assert its.asker in one.says - other.says
    assert others.asker in other.says - one.says
    assert one.deletion != other.deletion
    for answers, document in ((one, its), (other, others)):
        words = " ".join(document.path.read_text(encoding="utf-8").split())
        assert answers.deletion in words
        assert (COMPLAINTS in answers.silent) is not document.complaints


def answers_of(school: School, head: User, document: Document, sit_down: Sitting) -> Answers:
    """Adopt the document, let the posts in, and read the pages as the head."""
    adopt(school, document, by=head)
    instagram = arrive(school, town.ENQUIRY, Platform.INSTAGRAM, by=head)
    whatsapp = arrive(school, town.ENQUIRY, Platform.WHATSAPP, by=head)
    abuse = arrive(school, town.ABUSE, Platform.FACEBOOK, by=head)
    incident = assess_as_by_a_parent(open_about(abuse, by=head), by=head)
    page = sit_down(head)
    due, deletion = on_deletion(page, incident)
    return Answers(
        instagram=advice(page, instagram),
        whatsapp=advice(page, whatsapp),
        due=due,
        deletion=deletion,
        says=lines(page, reverse("policies:show_policy"), "main section li"),
        silent=lines(page, reverse("policies:show_policy"), "section[aria-labelledby=silent] li"),
    )


def advice(page: Page, item: Item) -> str:
    """What the page for answering says first."""
    page.goto(reverse("inbox:reply_item", args=[item.pk]))
    told = page.locator("main .govuk-warning-text__text, main .govuk-inset-text").first
    return told.inner_text().removeprefix("Warning").strip()


def on_deletion(page: Page, incident: Incident) -> tuple[str, str]:
    """By when, and the sentence of the policy."""
    page.goto(reverse("incidents:request_deletion", args=[incident.pk]))
    due = page.locator("main dl").first.inner_text()
    return " ".join(due.split()), page.locator(".fp-policy__quote").first.inner_text()


def lines(page: Page, address: str, selector: str) -> frozenset[str]:
    page.goto(address)
    return frozenset(page.locator(selector).all_inner_texts())
