"""The pages of the facts: for everyone of the school to read, for three roles to answer back."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from footprint.audit.models import Event
from footprint.guidance import actions
from footprint.guidance.fact import Kind
from footprint.guidance.models import FactOverride
from footprint.guidance.pack import load_pack
from footprint.schools.models import Nation
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of

LIST = "/guidance/"
LADO = "/guidance/facts/clock.lado/"
OWN = f"{LADO}own-value/"
FILLED = {"value": "2", "reason": "Our local authority says so", "seen": ""}


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def head(cast: Cast) -> Client:
    return client_of(cast.head)


def give(cast: Cast, value: int = 2, by: User | None = None) -> FactOverride:
    return actions.override_fact(
        school=cast.oakfield,
        key="clock.lado",
        value=value,
        reason="Our local authority says so",
        seen=None,
        by=by or cast.head,
        now=NOW,
    )


@pytest.mark.parametrize("who", ["head", "dsl", "deputy", "office", "teacher", "governor", "chair"])
def test_everyone_of_the_school_reads_the_facts(cast: Cast, who: str) -> None:
    client = client_of(getattr(cast, who))

    assert "WhatsApp: minimum age 13 years" in text_of(fetch_page(client, LIST))
    assert "1 working day" in text_of(fetch_page(client, LADO))


def test_the_list_shows_value_source_day_of_checking_and_what_comes(head: Client) -> None:
    shown = text_of(fetch_page(head, LIST))

    assert "on 16 November 2026, for schools in England" in shown
    assert "Checked November 2026. Source: elitenews.uk" in shown
    assert "announced for spring 2027, if the regulations are made, not in force: 16 years" in shown
    assert "Telegram: minimum age 16 years Not checked" in shown
    assert "facts were never checked against a source" in shown
    assert "From general knowledge: no source was seen." in shown
    assert "Google shows reviews of schools No" in shown


def test_every_fact_has_a_page(cast: Cast, head: Client) -> None:
    for key in {fact.key for fact in load_pack().entries if "england" in fact.nations}:
        page = fetch_page(head, f"/guidance/facts/{key}/")
        assert "Holds in" in text_of(page), key


def test_every_form_asks_in_the_shape_of_its_fact(head: Client) -> None:
    by_kind = {fact.kind: fact.key for fact in load_pack().facts(nation="england", on=NOW.date())}

    assert set(by_kind) == set(Kind)
    for kind, key in by_kind.items():
        page = fetch_page(head, f"/guidance/facts/{key}/own-value/")
        radios = page.css("input[type=radio][name=value]")
        assert bool(radios) is (kind is Kind.YES_NO), key
        numeric = page.css("input[name=value][inputmode=numeric]")
        assert bool(numeric) is (kind in (Kind.AGE, Kind.DURATION)), key


def test_a_fact_shows_its_source_who_checked_it_and_whom_it_is_for(head: Client) -> None:
    shown = text_of(fetch_page(head, "/guidance/facts/route.act_early/"))

    assert "November 2026, by project research" in shown
    assert "Show it only to parents" in shown
    assert "England, Wales" in shown
    page = fetch_page(head, "/guidance/facts/route.act_early/")
    assert first(page, "a[href='https://actearly.uk/contact']")


def test_an_unchecked_fact_warns_before_anything_else(head: Client) -> None:
    page = fetch_page(head, "/guidance/facts/age.linkedin/")

    assert "was not checked against a source" in text_of(first(page, ".govuk-warning-text"))
    assert "None seen: from general knowledge" in text_of(page)


def test_what_is_only_announced_does_not_look_as_if_it_held(head: Client) -> None:
    shown = text_of(fetch_page(head, "/guidance/facts/law.mandatory_reporting/"))

    assert "Guidance pack, today Nothing is in force yet" in shown


def test_what_held_before_is_told(head: Client) -> None:
    shown = text_of(fetch_page(head, "/guidance/facts/channel.google_school_reviews/"))

    assert "Since 18 February 2025" in shown
    assert "Yes, until 17 February 2025" in shown


def test_a_school_of_another_nation_sees_its_own_facts(cast: Cast, head: Client) -> None:
    cast.oakfield.nation = Nation.SCOTLAND
    cast.oakfield.save()

    assert "LADO" not in text_of(fetch_page(head, LIST))
    fetch_page(head, LADO, status=404)
    fetch_page(head, OWN, status=404)


@pytest.mark.parametrize("who", ["head", "dsl", "trust_lead"])
def test_giving_an_own_value(cast: Cast, who: str) -> None:
    client = client_of(getattr(cast, who))
    fetch_page(client, OWN)

    assert client.post(OWN, FILLED).headers["Location"] == LADO

    shown = text_of(fetch_page(client, LADO))
    assert "Guidance pack, today 1 working day" in shown
    assert "Your school 2 working days Our local authority says so" in shown
    assert "Your school 2 working days" in text_of(fetch_page(client, LIST))
    assert Event.objects.get(action="guidance.fact_overridden").by == getattr(cast, who).email


@pytest.mark.parametrize(
    "who", ["deputy", "office", "keeper", "teacher", "governor", "chair", "stranger"]
)
def test_others_can_neither_give_nor_end_one(cast: Cast, who: str) -> None:
    own = give(cast)
    client = client_of(getattr(cast, who))
    urls = [f"/guidance/own-values/{own.pk}/end/"] + ([] if who == "stranger" else [OWN])

    for url in urls:
        assert client.get(url).status_code == 404, url
        assert client.post(url, FILLED).status_code == 404, url
    own.refresh_from_db()
    assert own.ended_at is None
    if who != "stranger":
        assert "own-value" not in str(fetch_page(client, LADO).html)


def test_the_own_value_of_a_school_is_not_seen_at_another(cast: Cast) -> None:
    give(cast)
    stranger = client_of(cast.stranger)

    for url in (LIST, LADO, OWN):
        assert "2 working days" not in text_of(fetch_page(stranger, url))
        assert "local authority says so" not in text_of(fetch_page(stranger, url))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"value": ""}, "Enter your school’s own number"),
        ({"value": "two"}, "Enter a whole number, such as 2"),
        ({"value": "0"}, "Enter 1 or more"),
        ({"value": "1000"}, "Enter 999 or less"),
        ({"reason": " "}, "Say why your school differs"),
        ({"reason": "x" * 501}, "Write 500 characters or fewer"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_written_stays(
    head: Client, data: dict[str, str], words: str
) -> None:
    page = post_page(head, OWN, {**FILLED, **data})

    assert words in text_of(page)
    if "value" in data:
        assert "Our local authority says so" in text_of(page)
    assert not FactOverride.objects.exists()


def test_of_two_people_at_once_the_second_is_told_and_keeps_the_words(
    cast: Cast, head: Client
) -> None:
    give(cast, by=cast.dsl)

    page = post_page(head, OWN, {**FILLED, "value": "7"})

    assert "Somebody else changed this while you had it open" in text_of(page)
    assert first(page, "input[name=value]").attributes["value"] == "7"
    assert FactOverride.objects.get().value == 2


def test_changing_shows_what_is_there_and_keeps_what_was(cast: Cast, head: Client) -> None:
    own = give(cast)
    page = fetch_page(head, OWN)
    assert first(page, "input[name=value]").attributes["value"] == "2"

    head.post(OWN, {**FILLED, "value": "3", "seen": str(own.pk)})

    shown = text_of(fetch_page(head, LADO))
    assert "Your school 3 working days" in shown
    assert "2 working days, from 16 November 2026 to 16 November 2026" in shown


def test_ending_asks_first(cast: Cast, head: Client) -> None:
    own = give(cast)
    url = f"/guidance/own-values/{own.pk}/end/"

    assert "2 working days" in text_of(fetch_page(head, url))
    assert FactOverride.objects.current().exists()
    assert head.post(url).headers["Location"] == LADO

    assert not FactOverride.objects.current().exists()
    head.post(url)
    assert "ended or changed it before you" in text_of(fetch_page(head, LADO))
    assert Event.objects.filter(action="guidance.override_ended").count() == 1
