"""Who may open what: every page of this room, by everybody of the school and by a stranger."""

import pytest
from django.urls import reverse

from footprint.registers.connection_exceptions.models import ConnectionAttempt, ConnectionException
from footprint.registers.connection_exceptions.tests.factories import (
    CANARY,
    adopted,
    allowed,
    by_staff,
    declared,
    make_staff,
    reported,
)
from footprint.rulebook.terms import Party
from tests.cast import Cast, client_of
from tests.pages import fetch_page, text_of

PEOPLE = (
    "head", "dsl", "deputy", "office", "keeper", "teacher", "governor", "chair", "trust_lead",
    "stranger",
)  # fmt: skip
REGISTER = {"head", "dsl", "deputy", "office"}
EVERYBODY = set(PEOPLE) - {"trust_lead", "stranger"}
# Pages about one thing of Oakfield: (the page, the thing, who opens it).
ABOUT = [
    ("show_connection", "waiting", REGISTER),
    ("decide_connection", "waiting", {"head"}),
    ("change_end", "allowed", {"head"}),
    ("end_connection", "waiting", REGISTER),
    ("show_mine", "waiting", {"teacher"}),
    ("end_mine", "waiting", {"teacher"}),
    ("show_head_connection", "of_head", {"chair"}),
    ("decide_head_connection", "of_head", {"chair"}),
    ("change_head_end", "of_head", {"chair"}),
    ("show_head_connection", "waiting", set()),
    ("show_attempt", "by_child", {"head", "dsl", "deputy", "trust_lead"}),
    ("settle_attempt", "by_child", {"head", "dsl", "deputy", "trust_lead"}),
    ("show_attempt", "by_keeper", {"head"}),
    ("show_attempt", "by_head", {"chair", "trust_lead"}),
    ("settle_attempt", "by_head", {"chair", "trust_lead"}),
]


@pytest.fixture
def things(cast: Cast) -> dict[str, ConnectionException | ConnectionAttempt]:
    adopted(cast)
    return {
        "waiting": declared(cast),
        "allowed": allowed(cast, other="Piers Oakapple"),
        "of_head": declared(cast, user=cast.head, other="Robin Oakapple"),
        "by_child": reported(cast),
        "by_keeper": reported(cast, reporter=cast.teacher, **by_staff(cast.keeper)),
        "by_head": reported(cast, reporter=cast.teacher, **by_staff(cast.head)),
    }


@pytest.mark.parametrize("who", PEOPLE)
def test_each_person_opens_their_pages_and_no_other(
    cast: Cast, things: dict[str, ConnectionException | ConnectionAttempt], who: str
) -> None:
    client = client_of(getattr(cast, who))
    found = {}
    for page, thing, _may in ABOUT:
        url = reverse(f"connection_exceptions:{page}", args=[things[thing].pk])
        found[(page, thing)] = client.get(url).status_code
    expected = {(page, thing): 200 if who in may else 404 for page, thing, may in ABOUT}
    assert found == expected


@pytest.mark.parametrize("who", sorted(EVERYBODY))
@pytest.mark.parametrize(
    "name",
    ["list_mine", "declare_connection", "report_attempt", "ask_connection", "check_privacy"],
)
def test_everybody_of_the_school_declares_reports_and_asks(cast: Cast, who: str, name: str) -> None:
    adopted(cast)
    fetch_page(client_of(getattr(cast, who)), reverse(f"connection_exceptions:{name}"))


@pytest.mark.parametrize(
    "name", ["list_connections", "record_connection", "ask_for_declaration", "list_attempts"]
)
def test_pages_of_the_register_are_whole(
    cast: Cast, things: dict[str, ConnectionException | ConnectionAttempt], name: str
) -> None:
    fetch_page(client_of(cast.dsl), reverse(f"connection_exceptions:{name}"))


@pytest.mark.parametrize(("name", "thing", "may"), ABOUT)
def test_every_page_about_something_is_whole(
    cast: Cast,
    things: dict[str, ConnectionException | ConnectionAttempt],
    name: str,
    thing: str,
    may: set[str],
) -> None:
    for who in sorted(may)[:1]:
        url = reverse(f"connection_exceptions:{name}", args=[things[thing].pk])
        fetch_page(client_of(getattr(cast, who)), url)


@pytest.mark.parametrize("who", PEOPLE)
def test_the_list_of_reports_shows_what_one_may_see_and_no_sign_of_the_rest(
    cast: Cast, things: dict[str, ConnectionException | ConnectionAttempt], who: str
) -> None:
    user = getattr(cast, who)
    response = client_of(user).get(reverse("connection_exceptions:list_attempts"))
    if who in {"keeper", "teacher", "governor"}:
        assert response.status_code == 404
        return
    seen = set(ConnectionAttempt.objects.seen_by(user).values_list("pk", flat=True))
    for thing in ("by_child", "by_keeper", "by_head"):
        path = reverse("connection_exceptions:show_attempt", args=[things[thing].pk])
        assert (path in response.content.decode()) == (things[thing].pk in seen)
    assert CANARY not in response.content.decode()


def test_reading_needs_the_second_factor_and_declaring_does_not(cast: Cast) -> None:
    client = client_of(cast.head, second_factor=False)
    for page in ("list_connections", "list_attempts"):
        response = client.get(reverse(f"connection_exceptions:{page}"))
        assert response["Location"] == reverse("users:need_second_factor")
    fetch_page(client, reverse("connection_exceptions:declare_connection"))


def test_what_others_declared_is_on_nobodys_own_page(cast: Cast) -> None:
    declared(cast, other="Perrin Oakapple")
    page = fetch_page(client_of(cast.keeper), reverse("connection_exceptions:list_mine"))
    assert "Oakapple" not in text_of(page)


def test_the_other_side_reads_what_was_allowed_and_not_what_was_written(cast: Cast) -> None:
    keeper = make_staff(cast, cast.keeper)
    connection = allowed(cast, other=keeper, other_party=Party.STAFF, note="A private word")
    url = reverse("connection_exceptions:show_mine", args=[connection.pk])
    words = text_of(fetch_page(client_of(cast.keeper), url))
    assert "Nothing about school" in words
    for private in ("A private word", "Close family", "History"):
        assert private not in words
        assert private in text_of(fetch_page(client_of(cast.teacher), url))
    ending = reverse("connection_exceptions:end_mine", args=[connection.pk])
    assert client_of(cast.keeper).get(ending).status_code == 404
