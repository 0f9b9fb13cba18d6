"""A class signs its agreement: from the office's text to the teacher's phone, and to the record."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from footprint.people.actions import make_link
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.agreements.models import How, Signature, State
from footprint.registers.agreements.starters import starter_for
from footprint.registers.agreements.tests.factories import make_text_in_use
from footprint.rulebook.terms import AgreementAudience
from tests.cast import Cast
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.walking import fill, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
CLASS = "1 Acorn"
PUPILS = ("Ash", "Beech", "Cherry", "Damson")
A = AgreementAudience


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_a_class_signs_its_agreement_on_a_phone(
    cast: Cast, sit_down: Sitting, script: bool
) -> None:
    for name in PUPILS:
        make_person(cast.oakfield, given_name=name, year_group=1, class_name=CLASS)
    the_office_puts_a_text_in_use(sit_down(cast.office))

    page = sit_down(cast.teacher, phone=True, script=script)
    page.goto(reverse("agreements:list_mine"))
    press(page, "Sign with a class")
    see(page, f"{CLASS}: 0 of 4 signed")
    check(page, script, "class-list")
    press(page, CLASS)

    see_title(page, starter_for(A.INFANTS).title)
    see(page, "I ask a grown-up before I go online", "Recorded with your name: Tess Teacher")
    check(page, script, "class-signs")
    nobody_is_ticked_for_another(page)
    press(page, "Tick everybody")
    absent(page, "Damson")
    press(page, "Record these signatures")

    see(page, f"3 pupils of {CLASS} have signed. 1 is left", f"{CLASS}: 3 of 4 signed")
    signed = Signature.objects.select_related("person")
    assert sorted(each.person.given_name for each in signed) == ["Ash", "Beech", "Cherry"]
    assert {(each.how, each.recorded_by) for each in signed} == {(How.CLASS, cast.teacher)}
    the_office_sees_who_is_left(sit_down(cast.office))


def the_office_puts_a_text_in_use(page: Page) -> None:
    page.goto(reverse("agreements:list_agreements"))
    press(page, "Early years and infants")
    press(page, "Write the text")
    see(page, "This is a starter text, not your school’s")
    body = starter_for(A.INFANTS).body
    fill(page, "Text", f"{body}\n\nAt Oakfield we help each other.")
    press(page, "Save and look at it")
    see(page, "At Oakfield we help each other.")
    press(page, "Put it in use")
    see_title(page, "Put this text in use")
    press(page, "Put it in use")
    see(page, "Version 1 holds from")


def nobody_is_ticked_for_another(page: Page) -> None:
    for name in PUPILS:
        expect(page.get_by_label(name)).not_to_be_checked()
        box = page.get_by_label(name).bounding_box()
        assert box is not None
        assert box["height"] >= 24, "too small for a child's thumb"


def absent(page: Page, name: str) -> None:
    for each in PUPILS:
        expect(page.get_by_label(each)).to_be_checked()
    page.get_by_label(name).uncheck()


def the_office_sees_who_is_left(page: Page) -> None:
    page.goto(reverse("agreements:show_audience", args=[A.INFANTS.value]))
    see(page, "Signed (3)", "Never asked (1)")
    fill(page, "Filter by name or class", "dams")
    expect(page.locator("#rows tbody tr")).to_have_count(1)
    see(page, "Damson")
    accessible(page, "agreement-register")


@pytest.mark.parametrize(
    ("answer", "script"), [(State.SIGNED, False), (State.DECLINED, True)], ids=["signs", "declines"]
)
def test_a_parent_answers_on_an_old_phone(
    cast: Cast, sit_down: Sitting, answer: State, script: bool
) -> None:
    address = a_link_for_a_parent(cast, now=timezone.now())
    page = sit_down(phone=True, script=script)
    page.goto(address)
    check(page, script, "agreement-link")
    press(page, "I sign")
    see(page, "There is a problem", "Write your name to sign")
    check(page, script, "agreement-link-without-a-name")
    assert not Signature.objects.exists()

    if answer is State.SIGNED:
        fill(page, "Write your name", "Marnie A")
    press(page, "I sign" if answer is State.SIGNED else "I decline")

    see_title(page, "Thank you: you have")
    see(page, "Your answer is stored", "You do not have to sign")
    check(page, script, "agreement-answered")
    assert Signature.objects.get().state == answer
    assert not page.context.cookies()
    page.goto(address)
    see_title(page, "This link does not work")
    check(page, script, "agreement-link-used")


def test_links_for_those_without_email_are_printed(cast: Cast, sit_down: Sitting) -> None:
    a_link_for_a_parent(cast, now=timezone.now())
    page = sit_down(cast.office)
    page.goto(reverse("agreements:ask_people", args=[A.PARENTS.value]))

    press(page, "Print 1 link for somebody without e-mail")

    see_title(page, "Links to print")
    see(page, "Marnie Applegarth", "works for 30 days", "/agreements/sign/")
    accessible(page, "agreement-links")
    press(page, "Ask people to sign")
    see_title(page, "Ask people to sign")


def a_link_for_a_parent(cast: Cast, *, now: datetime) -> str:
    parent = make_parent(of=make_person(cast.oakfield, year_group=1))
    body, yesterday = starter_for(A.PARENTS).body, timezone.localdate(now) - timedelta(days=1)
    make_text_in_use(cast.oakfield, cast.office, A.PARENTS, body=body, from_day=yesterday, now=now)
    token = make_link(
        person=parent, purpose="agreements", about=A.PARENTS.value, by="the test", now=now
    )
    return reverse("agreements:answer_link", args=[token])


def check(page: Page, script: bool, name: str) -> None:
    """The accessibility checker is a script: it looks where scripts may run."""
    if script:
        accessible(page, name)
