"""The Monday check on a phone: nothing there, something seen, and one that nobody did."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from playwright.sync_api import Page, expect

from footprint.listening.models import Mention
from footprint.notices.models import Notice
from footprint.rota import jobs
from footprint.rota.models import Due, Look
from footprint.rota.tests.factories import make_channel, make_listing, staff_of
from footprint.rulebook.terms import Platform
from tests.cast import NOW, Cast
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.walking import fill, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
MUMSNET, GROUP, GOOGLE = "Mumsnet, local boards", "Puddleford parents", "Google reviews"
MOST_TAPS = 2


@pytest.fixture
def monday(cast: Cast) -> Iterator[Cast]:
    """Three channels of the teacher's are due; the office stands in."""
    with time_machine.travel(NOW):
        teacher, office = staff_of(cast, cast.teacher), staff_of(cast, cast.office)
        make_channel(cast, teacher, name=MUMSNET, standin=office)
        make_channel(cast, teacher, name=GROUP, platform=Platform.FACEBOOK.value, standin=office)
        make_listing(cast, teacher, standin=office)
        yield cast


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_the_monday_check(monday: Cast, sit_down: Sitting, script: bool) -> None:
    page = sit_down(monday.teacher, phone=True, script=script)
    page.goto(reverse("rota:list_due"))

    nothing_there(page, script)
    something_seen(page)
    nobody_looks_at_the_listing(sit_down, monday)
    the_leads_hear_of_it(sit_down, monday)


def nothing_there(page: Page, script: bool) -> None:
    """Open the list, tap the button: that is all."""
    see(page, "3 checks to do", "Google is checked as a listing, not for reviews")
    if script:
        accessible(page, "monday-checks")
    taps = 1  # to open “My checks”
    button = page.get_by_role("button", name=f"Looked, nothing there ({MUMSNET})")
    box = button.bounding_box()
    assert box is not None
    assert box["height"] >= 24
    button.click()
    taps += 1

    see_title(page, "My checks")
    expect(page.get_by_text(f"Recorded for {MUMSNET}: Looked, nothing there")).to_be_visible()
    see(page, "2 checks to do")
    assert taps <= MOST_TAPS
    look = Look.objects.get(channel__name=MUMSNET)
    assert (look.by.name, look.result) == ("Tess Teacher", "nothing")
    assert look.due is not None
    assert look.due.done_on == NOW.date()


def something_seen(page: Page) -> None:
    """The button goes on to the report, which knows already where it was."""
    page.get_by_role("button", name=f"I saw something ({GROUP})").click()
    see_title(page, "Could it show a child undressed")
    assert Look.objects.get(channel__name=GROUP).result == "sighting"
    press(page, "No, go on")
    expect(page.get_by_label("Or say where you saw it")).to_have_value(GROUP)
    fill(page, "What does it say?", "Somebody says the Oakfield gate stands open")
    press(page, "Send the report")
    see_title(page, "Thank you")

    mention = Mention.objects.get()
    assert (mention.platform, mention.title) == ("facebook", GROUP)
    page.goto(reverse("rota:list_due"))
    see(page, "1 check to do")
    expect(page.get_by_text("have not told us what yet")).to_have_count(0)


def nobody_looks_at_the_listing(sit_down: Sitting, cast: Cast) -> None:
    """On Tuesday those asked and the stand-in are told, on Wednesday head and DSL."""
    told = {}
    for days in (1, 2):
        with time_machine.travel(NOW + timedelta(days=days)):
            jobs.make_due_checks.func()
            told[days] = {*Notice.objects.values_list("to", flat=True)}
            page = sit_down(cast.teacher, phone=True)
            page.goto(reverse("rota:list_due"))
            see(page, "Late: it was due on Monday 16 November")
    assert told[1] == {cast.teacher.email, cast.office.email}
    assert told[2] - told[1] == {cast.head.email, cast.dsl.email}
    assert not Notice.objects.filter(body__contains=GOOGLE).exists()
    assert Due.objects.get(channel__name=GOOGLE).done_on is None


def the_leads_hear_of_it(sit_down: Sitting, cast: Cast) -> None:
    """The DSL sees which one it is, and the counts for the governors."""
    with time_machine.travel(NOW + timedelta(days=2)):
        page = sit_down(cast.dsl, phone=True)
        page.goto(reverse("rota:list_due"))
        see(page, "Not done, and the people named for it were told", GOOGLE)
        press(page, GOOGLE)
        see(page, "Nobody has looked yet.")
        press(page, "Rota of checks")
        see_title(page, "Rota of checks")
        see(page, "0 of 1, 0 late", "1 of 1, 0 late")
        accessible(page, "the-rota")
