"""On a phone: a new teacher declares that a pupil is her niece, and the head decides."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.policies.tests.factories import make_adopted
from footprint.registers.connection_exceptions.models import ConnectionException, State
from footprint.rulebook.terms import Audience
from footprint.rulebook.tests.factories import OAKFIELD
from tests.cast import Cast
from tests.journeys.conftest import PHONE, Sitting, accessible
from tests.journeys.walking import choose, fill, fill_date, press, see, see_title

pytestmark = pytest.mark.django_db(transaction=True)
MINE = reverse("connection_exceptions:list_mine")


@pytest.fixture
def niece(cast: Cast) -> Person:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    named = {"given_name": "Wren", "family_name": "Thistlewood"}
    make_person(cast.oakfield, Audience.PUPIL, class_name="2A", **named)
    return make_person(cast.oakfield, Audience.PUPIL, class_name="4B", **named)


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_a_new_teacher_declares_and_the_head_decides(
    cast: Cast, niece: Person, sit_down: Sitting, script: bool
) -> None:
    teacher = sit_down(cast.teacher, phone=True, script=script)
    head = sit_down(cast.head, phone=True, script=script)
    look = accessible if script else fits

    asks_whether_it_is_allowed(teacher)
    declares(teacher, look)
    connection = ConnectionException.objects.get()
    assert (connection.other, connection.stands_at) == (niece, State.DECLARED)

    decides(head, connection, look)
    connection.refresh_from_db()
    assert (connection.stands_at, connection.decided_by) == (State.ALLOWED, cast.head)
    assert connection.ends_on == end()

    reads_the_decision(teacher, look)
    may_message_now(teacher)


def asks_whether_it_is_allowed(page: Page) -> None:
    page.goto(MINE)
    press(page, "May I? Ask the policy")
    ask(page)
    see(page, "It is not allowed")
    see(page, "Oakfield's pupils and its adults are not friends online and send no messages there.")


def ask(page: Page) -> None:
    page.get_by_label("Who?", exact=True).select_option(label="A member of staff")
    page.get_by_label("Does what?").select_option(label="sends messages to")
    page.get_by_label("With whom?").select_option(label="A pupil")
    press(page, "Ask the policy")


def declares(page: Page, look: object) -> None:
    page.goto(MINE)
    press(page, "Declare a link")
    see_title(page, "Declare a link")
    look(page, "declare-a-link")  # type: ignore[operator]
    fill(page, "Who is the other person?", "Wren Thistlewood")
    choose(page, "What are they to our school?", "A pupil")
    choose(page, "What ties you?", "Family")
    choose(page, "Where are you connected?", "WhatsApp")
    choose(page, "How?", "Sending messages")
    press(page, "Declare it")

    see(page, "There is a problem")  # two pupils have this name
    choose(page, "Which of these do you mean?", "Wren Thistlewood, 4B")
    look(page, "declare-a-link-of-two")  # type: ignore[operator]
    press(page, "Declare it")
    see_title(page, "Declared link")
    see(page, "Waits for a decision", "Until then, what your policy says holds")


def decides(page: Page, connection: ConnectionException, look: object) -> None:
    page.goto(reverse("connection_exceptions:list_connections"))
    see(page, "Tess Teacher, Wren Thistlewood")
    press(page, "Tess Teacher, Wren Thistlewood")
    press(page, "Decide")
    see(page, "The head of Oakfield may agree to an exception for a family.")
    look(page, "decide-about-a-link")  # type: ignore[operator]
    choose(page, "What do you decide?", "Allow it, until a day")
    fill(page, "Why?", "Close family")
    press(page, "Save the decision")
    see(page, "every exception ends")  # an end date is required
    fill(page, "If you allow it: what are its limits, if any?", "Nothing about school")
    fill_date(page, "If you allow it: until when?", end())
    press(page, "Save the decision")
    see(page, "Decided", "Allowed", "Close family")


def reads_the_decision(page: Page, look: object) -> None:
    page.goto(MINE)
    see(page, "Allowed")
    press(page, "Tess Teacher, Wren Thistlewood")
    see(page, "Close family", "Nothing about school")
    look(page, "a-decided-link")  # type: ignore[operator]
    expect(page.get_by_role("link", name="Decide")).to_have_count(0)


def may_message_now(page: Page) -> None:
    page.goto(reverse("connection_exceptions:ask_connection"))
    page.get_by_label("Is it about one of your own allowed links?").select_option(
        label="Tess Teacher, Wren Thistlewood"
    )
    ask(page)
    see(page, "It is allowed", "An approved exception holds on this day.")


def end() -> date:
    return date(timezone.localdate().year + 1, 8, 31)


def fits(page: Page, name: str) -> None:
    """Nothing hangs over the edge of a phone."""
    assert page.viewport_size == PHONE
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
