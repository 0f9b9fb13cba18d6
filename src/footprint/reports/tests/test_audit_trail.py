"""The audit trail: own school only, no sign of what one must not know, pages without loss."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from footprint.audit.actions import record
from footprint.audit.models import Event
from footprint.reports.tests.factories import make_incident, make_item
from footprint.reports.trail import MATTER_KINDS, OPEN_KINDS, PAGE, _in_words, page_of
from footprint.rulebook.terms import Matter, Role
from footprint.users.models import Membership, User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, text_of

URL = "reports:audit_trail"


def write(cast: Cast, target: str, *, action: str = "schools.changed", **fields: object) -> None:
    fields = {"now": NOW, "school_id": cast.oakfield.pk, "by": "someone@oakfield.example", **fields}
    record(action=action, target=target, **fields)  # type: ignore[arg-type]


@pytest.fixture
def officer(cast: Cast) -> User:
    user = User.objects.create_user("dpo@oakfield.example", name="Olu Officer", joined_at=NOW)
    role = Role.DATA_PROTECTION_OFFICER.value
    Membership.objects.create(user=user, role=role, school=cast.oakfield)
    return user


@pytest.mark.parametrize("who", ["deputy", "office", "keeper", "teacher", "governor", "chair"])
def test_for_most_it_does_not_exist(cast: Cast, who: str) -> None:
    assert client_of(getattr(cast, who)).get(reverse(URL)).status_code == 404


def test_it_needs_the_second_factor(cast: Cast) -> None:
    response = client_of(cast.head, second_factor=False).get(reverse(URL))
    assert response["Location"] == reverse("users:need_second_factor")
    assert Client().get(reverse(URL)).status_code == 302


def test_an_empty_trail_says_what_will_be_there(cast: Cast) -> None:
    assert "will be listed here" in text_of(fetch_page(client_of(cast.head), reverse(URL)))


def test_events_are_told_in_words_newest_first(cast: Cast) -> None:
    write(cast, "user:7", action="users.role_given", details={"role": "dsl"})
    write(cast, "source:3", action="listening.source_switched_off", now=NOW + timedelta(hours=1))

    words = text_of(fetch_page(client_of(cast.head), reverse(URL)))

    for piece in (
        "Accounts of staff: role given",
        "someone@oakfield.example",
        "Account 7 role: dsl",
    ):
        assert piece in words
    assert words.index("source switched off") < words.index("role given")


def test_another_schools_events_are_not_there(cast: Cast) -> None:
    write(cast, "user:7", school_id=cast.riverside.pk)
    write(cast, "user:8", school_id=None)
    assert page_of(cast.head, cast.oakfield.pk).lines == []


def targets(user: User, cast: Cast) -> set[str]:
    return {line.target for line in page_of(user, cast.oakfield.pk).lines}


def test_nobody_gets_a_sign_of_a_matter_that_they_must_not_know(cast: Cast, officer: User) -> None:
    about_head = make_incident(cast, matter=Matter.ALLEGATION_HEAD)
    about_staff = make_item(cast, matter=Matter.ALLEGATION)
    ordinary = make_incident(cast)
    write(cast, f"incident:{about_head.pk}", action="incidents.opened")
    write(cast, f"item:{about_staff.pk}", action="inbox.received")
    write(cast, f"mention:{about_staff.mention_id}", action="listening.sighting_recorded")
    write(cast, f"incident:{ordinary.pk}", action="incidents.opened")

    seen_by_all = f"Incident {ordinary.pk}"
    staff = {f"Mention {about_staff.pk}", f"Post {about_staff.mention_id}"}
    assert targets(cast.dsl, cast) == {seen_by_all}
    assert targets(cast.head, cast) == {seen_by_all, *staff}
    assert targets(officer, cast) == {seen_by_all, *staff, f"Incident {about_head.pk}"}


def test_whoever_is_shut_out_of_a_matter_sees_no_event_of_it(cast: Cast, officer: User) -> None:
    incident, item = make_incident(cast), make_item(cast)
    for user in (cast.dsl, officer):
        incident.shut_out.add(user)
        item.shut_out.add(user)
    write(cast, f"incident:{incident.pk}")
    write(cast, f"item:{item.pk}")

    assert targets(cast.dsl, cast) == targets(officer, cast) == set()
    assert len(targets(cast.head, cast)) == 2


def test_a_post_that_nobody_has_classed_yet_is_not_told_of(cast: Cast) -> None:
    item = make_item(cast)
    mention = item.mention
    item.delete()
    type(mention).objects.filter(pk=mention.pk).update(received_at=None)
    write(cast, f"mention:{mention.pk}")

    assert targets(cast.head, cast) == set()


def test_the_data_protection_officer_reads_that_and_not_what(cast: Cast, officer: User) -> None:
    incident = make_incident(cast)
    write(cast, f"incident:{incident.pk}", details={"poster": "parent"})

    assert [line.details for line in page_of(officer, cast.oakfield.pk).lines] == [""]
    assert [line.details for line in page_of(cast.head, cast.oakfield.pk).lines] == [
        "poster: parent"
    ]


def test_a_kind_that_has_no_place_in_the_table_is_not_shown(cast: Cast) -> None:
    write(cast, "secret:1")
    assert targets(cast.head, cast) == set()


def test_no_kind_is_in_both_tables() -> None:
    assert not set(OPEN_KINDS) & set(MATTER_KINDS)


def test_pages_lose_and_repeat_nothing(cast: Cast) -> None:
    for number in range(PAGE * 2 + 7):
        # a batch of one moment lies across the first cut
        moment = NOW if 40 < number < 70 else NOW + timedelta(minutes=number - 55)
        write(cast, f"user:{number}", now=moment)
    client, url, seen = client_of(cast.head), reverse(URL), []
    pages = 0
    while url:
        page = fetch_page(client, url)
        seen += re.findall(r"Account (\d+)", text_of(page))
        older = page.css_first("a[rel=next]")
        url = f"{reverse(URL)}{older.attributes['href']}" if older else ""
        pages += 1

    assert pages > 1
    assert sorted(seen, key=int) == [str(number) for number in range(PAGE * 2 + 7)]


@pytest.mark.parametrize("before", ["x", "2026-99-99T00:00:00Z", "2026-01-01T00:00:00", "'"])
def test_a_broken_address_shows_the_newest_page(cast: Cast, before: str) -> None:
    write(cast, "user:7")
    page = fetch_page(client_of(cast.head), f"{reverse(URL)}?before={before}")
    assert "Account 7" in text_of(page)


def test_the_chain_is_checked_when_asked(cast: Cast) -> None:
    write(cast, "user:7")
    client = client_of(cast.head)
    assert "Checked from end to end" not in text_of(fetch_page(client, reverse(URL)))
    assert "Checked from end to end" in text_of(fetch_page(client, f"{reverse(URL)}?check=yes"))

    Event.objects.update(by="nobody@oakfield.example")

    assert "does not hold" in text_of(fetch_page(client, f"{reverse(URL)}?check=yes"))


def test_the_page_tells_no_number_of_an_event(cast: Cast) -> None:
    """A gap in numbers would be a sign."""
    for _ in range(3):
        write(cast, "user:77")
    assert Event.objects.count() == 3
    page = fetch_page(client_of(cast.head), reverse(URL))
    assert not any(re.search(r"\b[123]\b", text_of(line)) for line in page.css("ol li"))


@pytest.mark.parametrize(
    ("details", "words"),
    [
        ({"danger_now": False, "nude_image": True}, "danger now: no, nude image: yes"),
        ({"flags": ["self_harm", "threat"]}, "flags: self harm and threat"),
        ({"flags": [], "trust": None, "kept": 3}, "kept: 3"),
    ],
)
def test_details_are_told_in_words(details: dict[str, object], words: str) -> None:
    assert _in_words(details) == words
