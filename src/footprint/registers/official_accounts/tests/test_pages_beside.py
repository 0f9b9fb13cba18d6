"""Leavers, lookalikes and the policy: the pages beside the register itself."""

import pytest
from django.urls import reverse

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.policies.tests.factories import make_adopted
from footprint.registers.official_accounts import actions
from footprint.registers.official_accounts.models import (
    Handover,
    Lookalike,
    OfficialAccount,
)
from footprint.registers.official_accounts.tests.factories import (
    TODAY,
    make_account,
    make_keeper,
    make_kept_account,
)
from footprint.rulebook.terms import Audience
from footprint.rulebook.tests.factories import OAKFIELD
from tests.cast import NOW, Cast, client_of
from tests.pages import fetch_page, first, post_page, text_of


def url(name: str, *args: object) -> str:
    return reverse(f"official_accounts:{name}", args=args)


def handover_of(cast: Cast) -> Handover:
    gone = make_person(cast.oakfield, Audience.STAFF, left_on=TODAY)
    make_keeper(make_account(cast), gone)
    [handover] = actions.notice_leavers(school_id=cast.oakfield.pk, on=TODAY, now=NOW)
    return handover


def test_a_leavers_list_is_worked_through_and_signed_off_by_the_head(cast: Cast) -> None:
    handover = handover_of(cast)
    office, head = client_of(cast.office), client_of(cast.head)
    assert "make Instagram" in text_of(fetch_page(office, url("list_accounts")))
    for step in ("access", "recovery", "keeper"):
        office.post(url("take_step", handover.pk, step), {"note": "Done today"})
    refused = office.post(url("sign_off_handover", handover.pk))
    assert refused.status_code == 404
    head.post(url("sign_off_handover", handover.pk))
    assert "Signed off by Harriet Head" in text_of(
        fetch_page(head, url("show_handover", handover.pk))
    )
    assert not Handover.objects.open().exists()


def test_an_unknown_step_is_not_found(cast: Cast) -> None:
    handover = handover_of(cast)
    client = client_of(cast.office)
    assert client.post(url("take_step", handover.pk, "signed_off")).status_code == 404


def test_lookalikes_are_listed_and_looked_at_again(cast: Cast) -> None:
    client = client_of(cast.office)
    assert "None is known" in text_of(fetch_page(client, url("list_lookalikes")))
    day = {"seen_on_day": "1", "seen_on_month": "10", "seen_on_year": "2026"}
    client.post(
        url("add_lookalike"),
        {
            "address": "https://instagram.example/fans",
            "name": "Fans",
            "platform": "instagram",
            "kind": "fan",
            "state": "seen",
            **day,
        },
    )
    lookalike = Lookalike.objects.get()
    client.post(
        url("show_lookalike", lookalike.pk), {"kind": "impersonation", "state": "reported", **day}
    )
    page = text_of(fetch_page(client, url("show_lookalike", lookalike.pk)))
    assert "Reported to the platform" in page
    assert lookalike.looks.count() == 2


def test_the_register_is_filled_from_the_policy_by_what_a_person_ticks(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    keeper = make_person(cast.oakfield, Audience.STAFF, given_name="Ada", family_name="Example")
    client = client_of(cast.office)
    page = fetch_page(client, url("compare_policy"))
    assert "leaves messages there without an answer" in text_of(page)
    chosen = first(page, "select[name=keeper_0_0] option[selected]")
    assert chosen.attributes["value"] == str(keeper.pk)  # "Ms Example" can only be her

    post_page(client, url("compare_policy"), {"keeper_0_0": keeper.pk})
    assert not OfficialAccount.objects.exists()  # nothing was ticked
    client.post(url("compare_policy"), {"take_0": "on", "keeper_0_0": keeper.pk})

    account = OfficialAccount.objects.get()
    assert (account.platform, account.answers, account.state) == ("instagram", "never", "proposed")
    assert [duty.person for duty in account.duties.all()] == [keeper]


def test_where_policy_and_register_differ_is_said_with_the_sentence(cast: Cast) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    account = make_account(cast)
    keeper: Person = make_person(cast.oakfield, Audience.STAFF, family_name="Otherby")
    make_keeper(account, keeper)
    page = text_of(fetch_page(client_of(cast.office), url("compare_policy")))
    assert "Your policy names Ms Example and Mr Sample as keeper of Instagram" in page
    assert "the register says Tolly Otherby" in page
    assert "kept by the two people listed on the notice board" in page


@pytest.mark.parametrize(("format", "kind"), [("pdf", b"%PDF"), ("word", b"PK")])
def test_the_written_policy_with_todays_register_is_a_file(
    cast: Cast, format: str, kind: bytes
) -> None:
    make_adopted(cast.oakfield, OAKFIELD, cast.head)
    make_kept_account(cast, handle="@oak_live")
    client = client_of(cast.teacher)
    response = client.get(url("print_live_policy", "policy", format))
    assert response.content.startswith(kind)
    page = text_of(fetch_page(client, url("show_live_policy", "policy")))
    assert "Instagram: @oak_live" in page
    assert client.get(url("print_live_policy", "policy", "exe")).status_code == 404
