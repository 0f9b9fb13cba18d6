"""What is to be mended about an account: a table, one thing wrong at a time."""

from datetime import timedelta
from typing import Any

import pytest

from footprint.people.tests.factories import make_person
from footprint.registers.official_accounts.findings import findings_about
from footprint.registers.official_accounts.models import DutyKind, OfficialAccount, State
from footprint.registers.official_accounts.tests.factories import (
    TODAY,
    make_account,
    make_keeper,
    make_kept_account,
)
from footprint.registers.official_accounts.waiting import waiting_for
from footprint.rulebook.terms import Audience
from tests.cast import Cast


def keys(account: OfficialAccount) -> list[str]:
    return [each.key for each in findings_about(account, account.current_duties, on=TODAY)]


def test_an_account_that_is_well_kept_has_nothing_to_mend(cast: Cast) -> None:
    assert keys(make_kept_account(cast)) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"answers": ""}, ["answers"]),
        ({"handle": ""}, ["handle"]),
        ({"second_factor_on": False}, ["second_factor"]),
        ({"second_factor_on": None, "second_factor_checked_on": None}, ["second_factor"]),
        ({"recovery_checked_on": None}, ["recovery"]),
        ({"reviewed_on": None}, ["review"]),
        ({"reviewed_on": TODAY - timedelta(days=366)}, ["review"]),
        ({"reviewed_on": TODAY - timedelta(days=365)}, []),
        ({"reviewed_on": None, "state": State.PROPOSED}, []),
        ({"answers": "", "state": State.CLOSED}, []),
    ],
)
def test_one_thing_wrong(cast: Cast, fields: dict[str, Any], expected: list[str]) -> None:
    assert keys(make_kept_account(cast, **fields)) == expected


@pytest.mark.parametrize(("number", "expected"), [(0, True), (1, True), (2, False), (3, False)])
def test_two_keepers_are_needed(cast: Cast, number: int, expected: bool) -> None:
    account = make_account(cast)
    for _ in range(number):
        make_keeper(account)
    assert ("keepers" in keys(account)) is expected
    assert "approver" in keys(account)


def test_one_who_has_left_counts_for_nothing_and_is_named(cast: Cast) -> None:
    account = make_kept_account(cast)
    leaver = account.duties.filter(kind=DutyKind.KEEPER)[0].person
    leaver.left_on = TODAY
    leaver.save()
    found = findings_about(account, account.current_duties, on=TODAY)
    assert [each.key for each in found] == ["left", "keepers"]
    assert leaver.name in found[0].sentence


def test_a_channel_that_is_no_social_media_needs_somebody_who_monitors_it(cast: Cast) -> None:
    assert keys(make_account(cast, channel="classroom")) == ["monitor"]
    assert keys(make_account(cast, channel="teams", monitored_by="senior leaders")) == []
    kept = make_account(cast, channel="newsletter")
    make_keeper(kept, make_person(cast.oakfield, Audience.STAFF))
    assert keys(kept) == []


def test_what_waits_is_for_those_who_can_do_something_about_it(
    cast: Cast, django_assert_max_num_queries: Any
) -> None:
    for _ in range(5):
        make_account(cast)
    with django_assert_max_num_queries(6):
        mine = waiting_for(cast.office, cast.oakfield.pk, on=TODAY)
    assert (len(mine.to_mend), mine.count) == (5, 5)
    assert waiting_for(cast.teacher, cast.oakfield.pk, on=TODAY).count == 0
    assert waiting_for(cast.stranger, cast.oakfield.pk, on=TODAY).count == 0
