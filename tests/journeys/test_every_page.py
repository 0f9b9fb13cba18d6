"""
Every address: accessible at desktop and phone width, with and without JavaScript, and quiet.

Quiet means that the browser reports nothing: no error of a script, nothing that the page's own
security policy had to refuse.
"""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from playwright.sync_api import ConsoleMessage, Error, Page
from selectolax.lexbor import LexborHTMLParser

from footprint.users.tests.factories import code_now
from tests.cast import PASSWORD, client_of
from tests.journeys.conftest import Sitting, accessible
from tests.journeys.everything import (
    HAS_AN_APP,
    HAS_NO_APP,
    Everything,
    make_everything,
    person,
)
from tests.journeys.places import (
    BUTTONS,
    FILES,
    HALF_WAY,
    LEADS_ON,
    NOBODY,
    NOT_HERE,
    OTHER_STATES,
    PAGES,
    WITH_APP,
    WITHOUT_APP,
    Place,
)
from tests.journeys.walking import fill, press, see_title
from tests.pages import form_problems

Look = Callable[[Page, str], None]
FROM_KEY = "account_reset_password_from_key"  # leads to itself, with the key out of the address


def addresses(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """The names of the whole map of addresses."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from addresses(entry, f"{space}{entry.namespace}:" if entry.namespace else space)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}"


def test_every_address_has_its_place_in_the_table() -> None:
    placed = [*PAGES, *BUTTONS, *FILES, *NOT_HERE, *LEADS_ON]
    there = set(addresses())
    assert there - set(placed) == set(), "place these in tests/journeys/places.py"
    assert set(placed) - there == set(), "these addresses are gone"
    assert len(placed) == len(set(placed))
    assert {name for name, _ in OTHER_STATES.values()} <= set(PAGES)


@pytest.fixture
def every(transactional_db: None, slow_typist: None) -> Everything:
    return make_everything(now=timezone.now())


class Visitors:
    """One browser window for each person, opened when first needed; what each window reported."""

    def __init__(self, sit_down: Sitting) -> None:
        self.sit_down = sit_down
        self.pages: dict[str, Page] = {}
        self.reports: list[str] = []

    def page_of(self, who: str) -> Page:
        """The person's window; signed in for real where the page asks for that."""
        if who not in self.pages:
            self.pages[who] = page = self._open(who)
            page.on("console", self._listen)
            page.on("pageerror", self._note)
        return self.pages[who]

    def _open(self, who: str) -> Page:
        if who not in (NOBODY, WITH_APP, WITHOUT_APP, HALF_WAY):
            return self.sit_down(person(who))
        page = self.sit_down()
        if who != NOBODY:
            sign_in(page, person(HAS_NO_APP if who == WITHOUT_APP else HAS_AN_APP).email)
        if who == WITH_APP:
            fill(page, "Code", code_now())
            page.locator("main").get_by_role("button", name="Sign in", exact=True).click()
        if who in (WITH_APP, WITHOUT_APP):
            prove_who_it_is(page)
        return page

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.reports.append(message.text)

    def _note(self, error: Error) -> None:
        self.reports.append(error.message)


def sign_in(page: Page, email: str) -> None:
    page.goto(reverse("account_login"))
    fill(page, "Email address", email)
    page.locator("input[type=password]").fill(PASSWORD)
    press(page, "Sign in")
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def prove_who_it_is(page: Page) -> None:
    """The pages that change an account ask for the password again, once in a while."""
    see_title(page, "Today")
    page.goto(reverse("account_reauthenticate"))
    page.locator("main input[type=password]").fill(PASSWORD)
    press(page, "Confirm")
    see_title(page, "Today")


def visits() -> Iterator[tuple[str, str, Place]]:
    """What is opened: (a name for the screenshot, address, place)."""
    for name, place in PAGES.items():
        yield name.replace(":", "-"), name, place
    for title, (name, place) in OTHER_STATES.items():
        yield title.replace(" ", "-"), name, place


def open_all(every: Everything, visitors: Visitors, look: Look, *, script: bool) -> list[str]:
    """Open every page, look at it, and go on after a fault: all faults are told at once."""
    faults = []
    for title, name, place in visits():
        address = reverse(name, kwargs=place.about(every))
        page = visitors.page_of(place.who)
        visitors.reports.clear()
        status = load(page, address, script=script)
        if status != 200 or (address not in page.url and name != FROM_KEY):
            faults.append(f"{title}: {status} at {page.url}, not {address}")
            continue
        try:
            look(page, title)
        except AssertionError as fault:
            faults.append(f"{title}: {fault}")
        faults += [f"{title}: the browser reports {each}" for each in visitors.reports]
    return faults


def load(page: Page, address: str, *, script: bool) -> int:
    """
    The status of the page, once it has loaded.

    Without a script nothing of the page's own runs while it loads. Then the browser may run
    scripts again, because the accessibility checker is one.
    """
    browser = page.context.new_cdp_session(page)
    browser.send("Emulation.setScriptExecutionDisabled", {"value": not script})
    response = page.goto(address)
    browser.send("Emulation.setScriptExecutionDisabled", {"value": False})
    browser.detach()
    assert response is not None
    return response.status


def test_every_page_is_accessible_and_quiet(every: Everything, sit_down: Sitting) -> None:
    faults = open_all(every, Visitors(sit_down), accessible, script=True)
    assert not faults, "\n".join(faults)


def test_every_page_is_whole_without_javascript(every: Everything, sit_down: Sitting) -> None:
    faults = open_all(every, Visitors(sit_down), whole, script=False)
    assert not faults, "\n".join(faults)


@pytest.mark.django_db(transaction=True)
def test_a_bad_page_would_be_noticed(sit_down: Sitting) -> None:
    visitors = Visitors(sit_down)
    page = visitors.page_of(NOBODY)
    page.goto(reverse("home:show_about"))
    page.locator("main").evaluate("main => main.innerHTML += '<img src=data: onerror=alert(1)>'")
    with pytest.raises(AssertionError, match="image-alt"):
        accessible(page)
    assert any("Content Security Policy" in each for each in visitors.reports)


def whole(page: Page, title: str) -> None:
    """Well formed, accessible, and with no button that only a script would answer."""
    assert page.locator("body.js-enabled").count() == 0, "a script has run"
    problems = form_problems(LexborHTMLParser(page.content()))
    assert not problems, problems
    assert page.locator("a[href='']").count() == 0, "a link leads nowhere"
    useless = page.locator("[data-copy]:visible, [data-shortcuts-switch]:visible")
    assert useless.count() == 0, "a button does nothing without a script"
    accessible(page, f"{title}-plain", widths=("phone",))


@pytest.mark.django_db(transaction=True)
def test_what_is_no_page_answers_as_it_should(every: Everything) -> None:
    head = client_of(person("head"))
    for name, about in BUTTONS.items():
        assert head.get(reverse(name, kwargs=about(every))).status_code == 405, name
    for name in NOT_HERE:
        assert Client().get(reverse(name)).status_code == 404, name
    for name, (place, kind) in FILES.items():
        client = client_of(person(HAS_AN_APP if place.who == WITH_APP else place.who))
        response = client.get(reverse(name, kwargs=place.about(every)))
        if place.who == WITH_APP:  # recovery codes ask who it is first
            assert response.status_code == 302, name
        else:
            assert response.headers["Content-Type"] == kind, name
            shown_on_a_page = kind.startswith("image/")  # drawn anew by us: no document, no script
            assert shown_on_a_page or "attachment" in response.headers["Content-Disposition"], name
    owner = client_of(person(HAS_AN_APP))
    for name, leads_to in LEADS_ON.items():
        assert owner.get(reverse(name)).headers["Location"] == reverse(leads_to), name
