"""The public pages: for everybody, from the adopted policy, without a cookie, in two languages."""

from datetime import date

import pytest
from django.test import Client

from footprint.policies.tests.factories import make_adopted
from footprint.registers.official_accounts.models import State
from footprint.registers.official_accounts.tests.factories import make_account, make_kept_account
from footprint.rulebook.terms import AnswersMode, ClauseName
from footprint.rulebook.tests.factories import LARKHILL, OAKFIELD, without
from footprint.schools import actions
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

NAMES = [
    "",
    "policy/",
    "accounts/",
    "who-to-ask/",
    "may-i/",
    "ages/",
    "family-agreement/",
    "concerns/",
]


@pytest.fixture
def open_school(cast: Cast) -> Cast:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    actions.publish(school=cast.oakfield, slug="oakfield", by=cast.head, now=NOW)
    return cast


@pytest.mark.parametrize("prefix", ["", "/cy"])
@pytest.mark.parametrize("name", NAMES)
def test_everybody_can_read_every_page_and_no_cookie_is_set(
    open_school: Cast, prefix: str, name: str
) -> None:
    client = Client()

    page = fetch_page(client, f"{prefix}/for/oakfield/{name}")

    assert not client.cookies
    assert not page.css("script")
    assert page.css_first("html").attributes["lang"] == ("cy" if prefix else "en-gb")  # type: ignore[union-attr]


def test_a_welsh_browser_gets_the_language_of_the_address(open_school: Cast) -> None:
    client = Client(headers={"Accept-Language": "cy"})

    page = fetch_page(client, "/for/oakfield/")

    assert "Cymraeg" in text_of(page)
    assert "Social media at our school" in text_of(page)


@pytest.mark.parametrize("name", NAMES)
def test_pages_that_are_off_do_not_exist(cast: Cast, name: str) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)

    fetch_page(Client(), f"/for/oakfield/{name}", status=404)


def test_without_an_adopted_policy_there_is_nothing_to_show(cast: Cast) -> None:
    actions.publish(school=cast.oakfield, slug="oakfield", by=cast.head, now=NOW)

    fetch_page(Client(), "/for/oakfield/", status=404)


def test_a_version_of_tomorrow_is_not_shown_today(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head, on=date(2999, 1, 1))
    actions.publish(school=cast.oakfield, slug="oakfield", by=cast.head, now=NOW)

    fetch_page(Client(), "/for/oakfield/", status=404)


def test_two_schools_say_different_things_because_their_policies_do(open_school: Cast) -> None:
    make_adopted(open_school.riverside, LARKHILL, open_school.stranger)
    actions.publish(
        school=open_school.riverside, slug="riverside", by=open_school.stranger, now=NOW
    )

    ours = text_of(fetch_page(Client(), "/for/oakfield/accounts/"))
    theirs = text_of(fetch_page(Client(), "/for/riverside/accounts/"))

    assert "nobody answers them" in ours
    assert "Only general questions" in theirs


def test_what_the_policy_does_not_state_is_not_written(cast: Cast) -> None:
    silent = without(OAKFIELD, ClauseName.COMPLAINTS_PROCEDURE)
    make_adopted(cast.oakfield, silent, cast.head)
    actions.publish(school=cast.oakfield, slug="oakfield", by=cast.head, now=NOW)

    policy = text_of(fetch_page(Client(), "/for/oakfield/policy/"))
    concerns = text_of(fetch_page(Client(), "/for/oakfield/concerns/"))

    assert "When a concern is not resolved" not in policy
    assert "does not say what follows" in concerns


def test_the_head_switches_the_pages_on_and_off(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    head = client_of(cast.head)

    fetch_page(head, "/schools/public-pages/")
    head.post("/schools/public-pages/", {"slug": "our-school"})
    fetch_page(Client(), "/for/our-school/")
    head.post("/schools/public-pages/off/")

    fetch_page(Client(), "/for/our-school/", status=404)


def test_an_address_is_given_once(open_school: Cast) -> None:
    with pytest.raises(actions.AddressTaken):
        actions.publish(
            school=open_school.riverside, slug="oakfield", by=open_school.stranger, now=NOW
        )


def test_only_who_may_adopt_may_switch_them_on(cast: Cast) -> None:
    fetch_page(client_of(cast.office), "/schools/public-pages/", status=404)


def test_the_register_of_accounts_takes_the_place_of_the_policys_words(open_school: Cast) -> None:
    account = make_kept_account(
        open_school, handle="@oak_live", answers="messages_only", purpose="News"
    )
    make_account(open_school, handle="@proposed", state=State.PROPOSED)

    page = text_of(fetch_page(Client(), "/for/oakfield/accounts/"))
    policy = text_of(fetch_page(Client(), "/for/oakfield/policy/"))

    assert "Instagram @oak_live" in page
    assert "We answer messages. We do not answer comments." in page
    assert "nobody answers them" not in page  # the policy's words, which say otherwise
    assert "@proposed" not in page
    assert "Our accounts as they are today" in policy
    assert account.current_duties[0].person.name not in page


def test_an_account_of_which_nobody_decided_promises_nothing(open_school: Cast) -> None:
    make_kept_account(open_school, answers="")
    page = text_of(fetch_page(Client(), "/for/oakfield/accounts/"))
    assert "Please ask the school office what is answered here." in page


def test_every_answer_that_a_school_can_choose_is_said_to_the_public(open_school: Cast) -> None:
    said = set()
    for answers in AnswersMode:
        make_kept_account(open_school, answers=answers.value, handle=f"@{answers}")
        page = fetch_page(Client(), "/for/oakfield/accounts/")
        said = {text_of(node) for node in page.css("section strong")}
    assert len(said) == len(AnswersMode)
    assert "Please ask the school office what is answered here." not in said
