"""The office's pages: ask by e-mail and by printed links, papers, the number of reminders."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from footprint.people.models import Person
from footprint.people.tests.factories import make_parent, make_person
from footprint.registers.agreements.models import (
    How,
    ReminderPlan,
    Signature,
    SigningRequest,
    State,
)
from footprint.registers.agreements.tests.factories import (
    make_text_in_use,
    record_paper,
)
from footprint.rulebook.terms import AgreementAudience
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, post_page, text_of

A = AgreementAudience
LIST = "/agreements/"
JUNIORS = "/agreements/for/juniors/"
DAY = {"_day": "16", "_month": "11", "_year": "2026"}
PAGES_OF_AN_AUDIENCE = ("", "write/", "ask/", "paper/", "csv/", "xlsx/")


@pytest.fixture(autouse=True)
def _on_that_monday(cast: Cast) -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def office(cast: Cast) -> Client:
    return client_of(cast.office)


def pupil(cast: Cast, family_name: str = "Applegarth", **fields: Any) -> Person:
    given: dict[str, Any] = {"year_group": 4, "class_name": "4 Oak", **fields}
    return make_person(cast.oakfield, family_name=family_name, **given)


def date_of(name: str) -> dict[str, str]:
    return {f"{name}{part}": value for part, value in DAY.items()}


def test_asking_says_how_many_and_queues_them(cast: Cast, office: Client) -> None:
    text = make_text_in_use(cast.oakfield, cast.office, A.PARENTS)
    oak, elm = pupil(cast), pupil(cast, class_name="3 Elm", year_group=3)
    make_parent(of=oak, email="a@mail.example")
    make_parent(of=oak, email="")
    make_parent(of=elm, email="b@mail.example")
    url = "/agreements/for/parents/ask/"

    assert "Send 2 e-mails" in text_of(fetch_page(office, url))
    assert "Send 1 e-mail" in text_of(fetch_page(office, f"{url}?class=4+Oak"))
    assert office.post(url, {"class": "4 Oak"})["Location"] == "/agreements/for/parents/"

    assert SigningRequest.objects.get().person.email == "a@mail.example"
    assert "1 message goes out" in text_of(fetch_page(office, "/agreements/for/parents/"))
    office.post(url, {})
    assert SigningRequest.objects.that_ask_for(text).count() == 2


def test_links_are_printed_for_those_without_email_or_for_all(cast: Cast, office: Client) -> None:
    make_text_in_use(cast.oakfield, cast.office, A.PARENTS)
    oak = pupil(cast)
    make_parent(of=oak, email="a@mail.example", family_name="Reachable")
    make_parent(of=oak, email="", family_name="Unreachable")
    url = "/agreements/for/parents/links/"

    few = post_page(office, url, {"whom": "without"})
    assert "Unreachable" in text_of(few)
    assert "Reachable" not in text_of(few).replace("Unreachable", "")
    everybody = post_page(office, url, {"whom": "all"})
    assert len(everybody.css(".fp-card")) == 2
    assert office.get(url).status_code == 405


def test_one_person_can_be_asked_alone(cast: Cast, office: Client) -> None:
    make_text_in_use(cast.oakfield, cast.office, A.PARENTS)
    one = make_parent(of=pupil(cast), email="a@mail.example")
    make_parent(of=pupil(cast), email="b@mail.example")
    url = "/agreements/for/parents/ask/"

    assert "Send 1 e-mail" in text_of(fetch_page(office, f"{url}?person={one.pk}"))
    office.post(url, {"person": str(one.pk)})
    assert SigningRequest.objects.get().person == one


def test_papers_are_recorded_with_one_day(cast: Cast, office: Client) -> None:
    make_text_in_use(cast.oakfield, cast.office)
    ticked, left = pupil(cast, "Ash"), pupil(cast, "Birch")
    page = fetch_page(office, f"{JUNIORS}paper/")
    assert len(page.css("input[name=people]")) == 2

    data = {"state": "signed", "people": [str(ticked.pk)], **date_of("signed_on")}
    assert office.post(f"{JUNIORS}paper/", data)["Location"] == JUNIORS

    answer = Signature.objects.get()
    assert (answer.person, answer.how, answer.recorded_by) == (ticked, How.PAPER, cast.office)
    waiting = fetch_page(office, f"{JUNIORS}paper/")
    assert [node.attributes["value"] for node in waiting.css("input[name=people]")] == [
        str(left.pk)
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"people": []}, "Tick whose papers you have"),
        ({"people": ["987654321"]}, "Somebody in the list has changed"),
        ({"signed_on_day": ""}, "must include a day"),
        ({"signed_on_day": "17"}, "must be on or before 16 November 2026"),
        ({"signed_on_year": "2025"}, "The text holds from 1 September 2026"),
        ({"state": "maybe"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_with_papers_is_said_and_ticks_stay(
    cast: Cast, office: Client, data: dict[str, object], words: str
) -> None:
    make_text_in_use(cast.oakfield, cast.office)
    one = pupil(cast)
    fine = {"state": "signed", "people": [str(one.pk)], **date_of("signed_on")}

    page = post_page(office, f"{JUNIORS}paper/", {**fine, **data})

    assert words in text_of(page)
    assert bool(page.css("input[name=people][checked]")) is ("people" not in data)
    assert not Signature.objects.exists()


def test_somebody_who_changed_their_mind_can_sign_on_paper(cast: Cast, office: Client) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    one = pupil(cast)
    record_paper(text, one, by=cast.office, state=State.DECLINED)
    url = f"{JUNIORS}paper/?person={one.pk}"

    assert len(fetch_page(office, url).css("input[name=people][checked]")) == 1
    data = {"state": "signed", "people": [str(one.pk)], "person": str(one.pk)}
    office.post(url, {**data, **date_of("signed_on")})

    assert Signature.objects.current().get().state == State.SIGNED


def test_the_school_chooses_its_number_of_reminders(cast: Cast, office: Client) -> None:
    url = "/agreements/reminders/"
    fetch_page(office, url)

    assert "Enter 5 or less" in text_of(post_page(office, url, {"most": "6", "school_days": "5"}))
    office.post(url, {"most": "2", "school_days": "5"})

    plan = ReminderPlan.objects.get()
    assert (plan.most, plan.school_days, plan.set_by) == (2, 5, cast.office)
    assert "at most 2 reminders, 5 school days apart" in text_of(fetch_page(office, LIST))
