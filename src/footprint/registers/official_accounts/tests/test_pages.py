"""The pages of the register: who may open them, what they show, what they do."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from footprint.people.tests.factories import make_person
from footprint.policies.tests.factories import make_adopted
from footprint.registers.official_accounts import actions
from footprint.registers.official_accounts.models import (
    Handover,
    OfficialAccount,
    Proposal,
    State,
)
from footprint.registers.official_accounts.tests.factories import (
    TODAY,
    make_account,
    make_keeper,
    make_kept_account,
    make_lookalike,
)
from footprint.rulebook.terms import Audience
from footprint.rulebook.tests.factories import OAKFIELD
from footprint.users.models import User
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of


def url(name: str, *args: object) -> str:
    return reverse(f"official_accounts:{name}", args=args)


def handover_of(cast: Cast) -> Handover:
    gone = make_person(cast.oakfield, Audience.STAFF, left_on=TODAY)
    make_keeper(make_account(cast), gone)
    [handover] = actions.notice_leavers(school_id=cast.oakfield.pk, on=TODAY, now=NOW)
    return handover


READ = {"head", "dsl", "deputy", "office", "keeper", "teacher", "governor", "chair", "trust_lead"}
CHANGE = {"head", "dsl", "deputy", "office", "keeper", "trust_lead"}


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("list_accounts", READ),
        ("show_account", READ),
        ("export_accounts", READ),
        ("show_live_policy", READ),
        ("add_account", CHANGE),
        ("change_account", CHANGE),
        ("name_people", CHANGE),
        ("review_account", CHANGE),
        ("close_account", CHANGE),
        ("compare_policy", CHANGE),
        ("show_handover", CHANGE),
        ("list_lookalikes", CHANGE),
        ("show_lookalike", CHANGE),
        ("add_lookalike", CHANGE),
    ],
)
def test_who_may_open_what(cast: Cast, name: str, who: set[str]) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    handover = handover_of(cast)
    of_an_account = ("show_account", "change_account", "name_people", "review_account")
    keys: dict[str, tuple[object, ...]] = {
        "export_accounts": ("csv",),
        "show_live_policy": ("policy",),
        "show_handover": (handover.pk,),
        "show_lookalike": (make_lookalike(cast).pk,),
        **dict.fromkeys(of_an_account, (handover.account_id,)),
        "close_account": (handover.account_id,),
    }
    address = url(name, *keys.get(name, ()))
    everybody: dict[str, User] = {
        role: person for role, person in vars(cast).items() if isinstance(person, User)
    }
    opened = {
        role for role, user in everybody.items() if client_of(user).get(address).status_code == 200
    }
    # at the other school the lists are theirs and empty; rows of ours are not found
    theirs = {"stranger"} if not keys.get(name) or name == "export_accounts" else set()
    assert opened == who | theirs


def test_an_empty_register_says_what_to_do_first(cast: Cast) -> None:
    page = text_of(fetch_page(client_of(cast.office), url("list_accounts")))
    assert "No accounts yet" in page
    assert "Take what your policy names" in page


def test_the_list_filters_and_shows_closed_ones_when_asked(cast: Cast) -> None:
    make_kept_account(cast, handle="@open")
    make_kept_account(cast, handle="@closed", state=State.CLOSED)
    client = client_of(cast.teacher)

    assert "@closed" not in text_of(fetch_page(client, url("list_accounts")))
    assert "@closed" in text_of(fetch_page(client, url("list_accounts") + "?closed=yes"))
    filtered = fetch_page(client, url("list_accounts") + "?words=nothing-like-it")
    assert "No account fits these words" in text_of(filtered)


def test_the_list_takes_the_same_number_of_queries_however_long(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    for _ in range(30):
        make_keeper(make_account(cast))
    client = client_of(cast.head)
    fetch_page(client, url("list_accounts"))
    with django_assert_max_num_queries(30):
        fetch_page(client, url("list_accounts"))


def test_adding_naming_and_approving(cast: Cast) -> None:
    people = [make_person(cast.oakfield, Audience.STAFF) for _ in range(3)]
    office, head = client_of(cast.office), client_of(cast.head)
    post_page(office, url("add_account"), {"where": "platform:other", "reason": "New"})
    assert not OfficialAccount.objects.exists()  # a name is missing: it is in no list

    office.post(
        url("add_account"),
        {"where": "platform:instagram", "handle": "@oak", "answers": "never", "reason": "Is there"},
    )
    account = OfficialAccount.objects.get()
    office.post(
        url("name_people", account.pk),
        {
            "keeper_1": people[0].pk,
            "keeper_2": people[1].pk,
            "approver_1": people[2].pk,
        },
    )
    own = fetch_page(office, url("show_account", account.pk))
    assert not own.css('button[name="approve"]')

    waiting = fetch_page(head, url("list_accounts"))
    head.post(
        url("approve_openings"),
        {"proposal": first(waiting, "[name=proposal]").attributes["value"]},
    )

    account.refresh_from_db()
    assert account.state == State.OPEN
    assert account.duties.current().count() == 3
    assert Proposal.objects.get().decided_by == cast.head


def test_closing_needs_somebody_else(cast: Cast) -> None:
    account = make_kept_account(cast)
    head = client_of(cast.head)
    client_of(cast.keeper).post(url("close_account", account.pk), {"reason": "Unused"})
    page = fetch_page(head, url("show_account", account.pk))
    assert "Unused" in text_of(page)
    head.post(url("decide_proposal", account.pk), {"approve": "yes", "answer": "Agreed"})
    account.refresh_from_db()
    assert account.state == State.CLOSED
    assert "agreed by Harriet Head" in text_of(fetch_page(head, url("show_account", account.pk)))


def test_only_who_may_approve_decides(cast: Cast) -> None:
    account = make_kept_account(cast)
    actions.propose_closing(account=account, reason="x", by=cast.office, now=NOW)
    answer = client_of(cast.keeper).post(url("decide_proposal", account.pk), {"approve": "yes"})
    assert answer.status_code == 404
    account.refresh_from_db()
    assert account.state == State.CLOSING_PROPOSED


def test_of_two_who_change_an_account_the_second_is_told(cast: Cast) -> None:
    account = make_kept_account(cast)
    client = client_of(cast.office)
    sent = {"where": "platform:instagram", "handle": "@new", "revision": 1}
    client.post(url("change_account", account.pk), sent)
    page = post_page(client, url("change_account", account.pk), {**sent, "handle": "@newer"})
    assert "Somebody else changed this account" in text_of(page)
    assert OfficialAccount.objects.get().handle == "@new"


def test_recovery_addresses_are_for_those_who_look_after_them(cast: Cast) -> None:
    account = make_kept_account(cast, recovery_email="recovery@oakfield.example")
    page = url("show_account", account.pk)
    assert "recovery@oakfield" in text_of(fetch_page(client_of(cast.office), page))
    assert "recovery@oakfield" not in text_of(fetch_page(client_of(cast.teacher), page))
    export = client_of(cast.office).get(url("export_accounts", "csv")).content.decode()
    assert account.handle.lstrip("@") in export
    assert "recovery@oakfield" not in export


def test_the_account_says_what_is_to_be_mended_and_what_the_policy_says(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    account = make_account(cast, second_factor_on=False, answers="always")
    page = text_of(fetch_page(client_of(cast.office), url("show_account", account.pk)))
    assert "Nobody keeps it." in page
    assert "Signing in needs no second step" in page
    assert "leaves messages there without an answer" in page  # the sentence of the policy
    assert "Your policy says otherwise of what is answered" in page
    other = make_account(cast, platform="tiktok")
    silent = text_of(fetch_page(client_of(cast.office), url("show_account", other.pk)))
    assert "Your policy does not say." in silent


def test_a_review_is_recorded(cast: Cast) -> None:
    account = make_kept_account(cast, reviewed_on=TODAY - timedelta(days=400))
    client = client_of(cast.keeper)
    post_page(client, url("review_account", account.pk), {"second_factor_on": "yes"})
    answers = {"second_factor_on": "yes", "recovery_works": "yes", "people_right": "no"}
    client.post(url("review_account", account.pk), answers)
    assert account.reviews.get().people_right is False
    assert "others could get in" in text_of(fetch_page(client, url("show_account", account.pk)))
