"""The live register in the written policy: true to today, and it reads as the same policy."""

from dataclasses import replace

import pytest

from footprint.people.tests.factories import make_person
from footprint.policies.models import PolicyVersion
from footprint.policies.printing.facts import facts_of
from footprint.policies.tests.factories import make_adopted
from footprint.registers.official_accounts.live import live_accounts, live_facts
from footprint.registers.official_accounts.models import State
from footprint.registers.official_accounts.tests.factories import (
    TODAY,
    make_account,
    make_keeper,
    make_kept_account,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.reading.reader import read_policy
from footprint.rulebook.terms import Audience, ClauseName
from footprint.rulebook.tests.factories import OAKFIELD
from footprint.rulebook.writing.blocks import source_of_blocks
from footprint.rulebook.writing.comparing import differences
from footprint.rulebook.writing.document import write_policy
from tests.cast import Cast


@pytest.fixture
def version(cast: Cast) -> PolicyVersion:
    return make_adopted(cast.oakfield, OAKFIELD, cast.head)


def read_back(version: PolicyVersion) -> dict[tuple[ClauseName, str], object]:
    """Where the policy and what is read out of its written form do not say the same."""
    written = write_policy(version.policy, live_facts(version, on=TODAY))
    found = Policy("1", read_policy(source_of_blocks(written)).clauses)
    return dict(differences(version.policy, found))


def test_without_a_register_the_policys_own_words_stand(version: PolicyVersion) -> None:
    assert live_facts(version, on=TODAY) == facts_of(version, on=TODAY)


def test_only_open_accounts_are_shown_and_not_who_keeps_them(cast: Cast) -> None:
    shown = make_kept_account(cast, handle="@oak", answers="general_enquiries")
    make_account(cast, handle="@not_yet", state=State.PROPOSED)
    make_account(cast, handle="@gone", state=State.CLOSED)
    make_account(cast, handle="@still", state=State.CLOSING_PROPOSED)

    rows = live_accounts(cast.oakfield.pk)

    assert [row.handle for row in rows] == ["@oak", "@still"]
    assert rows[0].answers == "general_enquiries"
    keeper = shown.current_duties[0].person
    assert keeper.name not in repr(rows)


@pytest.mark.parametrize(
    "handle",
    ["@oakfieldprimary", "Oakfield Primary School", "oak.field_26", "@we_answer_nobody", ""],
)
def test_listing_the_accounts_changes_nothing_of_what_is_read(
    cast: Cast, version: PolicyVersion, handle: str
) -> None:
    make_account(cast, handle=handle, address="https://www.instagram.com/oakfield")
    make_account(cast, platform="facebook", handle="@on_facebook")  # the policy names none there
    assert read_back(version) == {}
    listed = live_facts(version, on=TODAY).accounts
    assert listed == (("Instagram", handle or "https://www.instagram.com/oakfield"),)


def test_a_handle_that_speaks_of_another_channel_is_not_listed(
    cast: Cast, version: PolicyVersion
) -> None:
    make_account(cast, handle="as on our Facebook page")
    assert live_facts(version, on=TODAY).accounts == ()
    assert read_back(version) == {}


def test_the_keepers_of_the_policy_keep_its_spelling(cast: Cast, version: PolicyVersion) -> None:
    account = make_account(cast)
    for given, family in (("Saul", "Sample"), ("Ada", "Example")):
        make_keeper(
            account,
            make_person(cast.oakfield, Audience.STAFF, given_name=given, family_name=family),
        )
    assert live_facts(version, on=TODAY).keepers == {"Instagram": ("Ms Example", "Mr Sample")}
    assert read_back(version) == {}


def test_other_keepers_are_written_as_they_are_today_and_only_they_differ(
    cast: Cast, version: PolicyVersion
) -> None:
    rowan = make_person(cast.oakfield, Audience.STAFF, given_name="Rowan", family_name="Ashdown")
    make_keeper(make_account(cast), rowan)
    assert live_facts(version, on=TODAY).keepers == {"Instagram": ("Rowan Ashdown",)}
    assert set(read_back(version)) == {(ClauseName.CHANNEL_KEEPERS, "keepers")}


def test_a_channel_that_nobody_keeps_today_shows_the_policys_names(
    cast: Cast, version: PolicyVersion
) -> None:
    make_account(cast)
    facts = live_facts(version, on=TODAY)
    assert facts.keepers == {"Instagram": ("Ms Example", "Mr Sample")}
    assert replace(facts, accounts=None, keepers=None) == facts_of(version, on=TODAY)
