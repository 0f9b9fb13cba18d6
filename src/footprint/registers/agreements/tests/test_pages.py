"""The register's pages: the overview, an audience, a person, exports, and who may open them."""

import csv
import io
from typing import Any

import pytest
import time_machine
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from footprint.people.models import Part, Person
from footprint.people.tests.factories import make_person
from footprint.policies.tests.factories import make_adopted
from footprint.registers.agreements.models import (
    Signature,
    State,
)
from footprint.registers.agreements.tests.factories import (
    SENTENCE,
    make_text_in_use,
    policy_on_signing,
    record_paper,
)
from footprint.rulebook.terms import AgreementAudience, Audience
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

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


def test_an_empty_register_says_what_to_do_first(office: Client) -> None:
    shown = text_of(fetch_page(office, LIST))

    assert "First, who is at your school?" in shown
    assert "Nobody is reminded yet" in shown


def test_the_overview_counts_and_shows_the_gap(cast: Cast, office: Client) -> None:
    make_adopted(cast.oakfield, policy_on_signing(signed_by=("pupil", "staff")), cast.head)
    make_person(cast.oakfield, Audience.STAFF)
    make_person(cast.oakfield, Audience.VOLUNTEER)
    make_person(cast.oakfield)
    record_paper(make_text_in_use(cast.oakfield, cast.office), pupil(cast), by=cast.office)

    shown = text_of(fetch_page(office, LIST))

    assert "1 of 1 signed. Declined: 0. Asked, no answer yet: 0. Never asked: 0." in shown
    assert "Your policy names 1 group that has no text to sign" in shown
    assert "Your policy does not say that volunteers sign." in shown
    assert "1 pupil has no year group" in shown


def test_the_page_of_an_audience_cites_the_policy(cast: Cast, office: Client) -> None:
    make_adopted(cast.oakfield, policy_on_signing(signed_by=("pupil",)), cast.head)

    assert SENTENCE in text_of(first(fetch_page(office, JUNIORS), ".fp-policy__quote"))
    page = fetch_page(office, "/agreements/for/staff/")
    assert "Your policy does not say that staff sign." in text_of(page)
    assert not page.css(".fp-policy__quote")


def test_a_register_of_many_is_read_in_as_many_queries_as_one_of_few(
    cast: Cast, office: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    people = [pupil(cast, f"Quill-{number:03}") for number in range(120)]
    record_paper(text, *people[:60], by=cast.office)
    for url in (JUNIORS, LIST, "/agreements/for/juniors/csv/", "/agreements/for/juniors/paper/"):
        with django_assert_max_num_queries(32):
            assert office.get(url).status_code == 200, url

    assert len(fetch_page(office, JUNIORS).css("tbody tr")) == 50
    assert len(fetch_page(office, f"{JUNIORS}?page=3").css("tbody tr")) == 20


def test_the_list_is_filtered_by_words_class_and_answer(cast: Cast, office: Client) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    signed = pupil(cast, "Ash")
    pupil(cast, "Birch")
    pupil(cast, "Cedar", class_name="3 Elm", year_group=3)
    record_paper(text, signed, by=cast.office)

    def names(query: str) -> list[str]:
        rows = fetch_page(office, f"{JUNIORS}?{query}").css("tbody th")
        return [text_of(row).split()[-1] for row in rows]

    assert names("") == ["Ash", "Birch", "Cedar"]
    assert names("words=bir") == ["Birch"]
    assert names("class=3+Elm") == ["Cedar"]
    assert names("class=no+such+class") == ["Ash", "Birch", "Cedar"]
    assert names("state=signed") == ["Ash"]
    assert names("state=never_asked&class=4+Oak") == ["Birch"]
    assert names("state=nonsense&page=99") == ["Ash", "Birch", "Cedar"]
    assert "Nobody fits" in text_of(fetch_page(office, f"{JUNIORS}?words=zz"))


def test_wording_that_changed_is_shown_beside_the_answer(cast: Cast, office: Client) -> None:
    record_paper(make_text_in_use(cast.oakfield, cast.office), pupil(cast), by=cast.office)
    make_text_in_use(cast.oakfield, cast.office, material=False)

    shown = text_of(fetch_page(office, JUNIORS))

    assert "Answered version 1; version 2 changed only wording" in shown
    assert "16 November 2026, On paper, recorded by Olive Office" in shown


def test_a_persons_page_tells_the_whole_story(cast: Cast, office: Client) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    one = pupil(cast)
    record_paper(text, one, by=cast.office, state=State.DECLINED)
    url = f"/agreements/people/{one.pk}/"
    answer = Signature.objects.get()
    correct = f"/agreements/answers/{answer.pk}/correct/"

    assert "Declined: the policy still applies" in text_of(fetch_page(office, url))
    fetch_page(office, correct)
    page = post_page(office, correct, {"reason": ""})
    assert "Answer the question “What was wrong?”" in text_of(page)
    assert office.post(correct, {"reason": "A namesake"})["Location"] == url

    shown = text_of(fetch_page(office, url))
    assert "Recorded by mistake, Olive Office. “A namesake”" in shown
    assert "Never asked" in shown
    fetch_page(office, correct, status=404)


def test_the_export_says_who_what_when_and_how(cast: Cast, office: Client) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    record_paper(text, pupil(cast, "=Ash"), by=cast.office)
    pupil(cast, "Birch")
    left = pupil(cast, "Cedar", left_on=NOW.date())

    response = office.get(f"{JUNIORS}csv/")
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert rows[1][:6] == ["Tolly =Ash", "4 Oak", "Signed", "1", "1", "16/11/2026"]
    assert rows[1][6:9] == ["On paper", "", "Olive Office"]
    assert rows[2][:5] == ["Tolly Birch", "4 Oak", "Never asked", "", "1"]
    assert left.family_name not in response.content.decode()
    assert office.get(f"{JUNIORS}xlsx/").content.startswith(b"PK")
    assert office.get(f"{JUNIORS}pdf/").status_code == 404


def test_a_version_is_kept_as_a_file(cast: Cast, office: Client) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)

    response = office.get(f"/agreements/texts/{text.pk}/file/")

    assert "attachment" in response["Content-Disposition"]
    assert "version 1, in use from 01/09/2026" in response.content.decode()
    assert "- We ask first." in response.content.decode()


@pytest.mark.parametrize(
    ("who", "reads", "changes"),
    [
        ("head", True, True),
        ("dsl", True, True),
        ("deputy", True, True),
        ("office", True, True),
        ("keeper", False, False),
        ("teacher", False, False),
        ("governor", False, False),
        ("chair", False, False),
        ("trust_lead", False, False),
    ],
)
def test_who_may_read_and_who_may_change(cast: Cast, who: str, reads: bool, changes: bool) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    one = pupil(cast)
    [answer] = record_paper(text, one, by=cast.office)
    client = client_of(getattr(cast, who))
    reading = [
        LIST, JUNIORS, f"{JUNIORS}csv/", f"/agreements/people/{one.pk}/",
        f"/agreements/texts/{text.pk}/", f"/agreements/texts/{text.pk}/file/",
    ]  # fmt: skip
    changing = [
        f"{JUNIORS}write/", f"{JUNIORS}ask/", f"{JUNIORS}paper/", "/agreements/reminders/",
        f"/agreements/texts/{text.pk}/stop/", f"/agreements/answers/{answer.pk}/correct/",
    ]  # fmt: skip

    for urls, allowed in ((reading, reads), (changing, changes)):
        for url in urls:
            assert client.get(url).status_code == (200 if allowed else 404), url
    if not changes:
        assert client.post(f"{JUNIORS}links/").status_code == 404


def test_the_head_of_another_school_finds_nothing_of_this_one(cast: Cast) -> None:
    text = make_text_in_use(cast.oakfield, cast.office)
    one = pupil(cast)
    [answer] = record_paper(text, one, by=cast.office)
    stranger = client_of(cast.stranger)

    for url in (
        f"/agreements/texts/{text.pk}/",
        f"/agreements/texts/{text.pk}/file/",
        f"/agreements/texts/{text.pk}/stop/",
        f"/agreements/people/{one.pk}/",
        f"/agreements/answers/{answer.pk}/correct/",
        f"{JUNIORS}ask/",
        f"{JUNIORS}paper/",
        f"{JUNIORS}csv/",
    ):
        assert stranger.get(url).status_code == 404, url
    assert one.family_name not in text_of(fetch_page(stranger, JUNIORS))


def test_a_person_without_a_part_is_told_so(cast: Cast, office: Client) -> None:
    one = make_person(cast.oakfield, None)
    assert not Part.objects.filter(person=one).exists()

    assert "No agreement is for this person" in text_of(
        fetch_page(office, f"/agreements/people/{one.pk}/")
    )


def test_governors_go_by_the_schools_own_word(cast: Cast, office: Client) -> None:
    cast.oakfield.governors_word = "local committee members"
    cast.oakfield.save()

    page = fetch_page(office, "/agreements/for/governors/")

    assert "Local committee members" in text_of(first(page, "h1"))
