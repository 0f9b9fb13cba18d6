"""What the database promises about official accounts, and who is named for them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from footprint.people.models import Person
from footprint.people.tests.factories import make_person
from footprint.registers.official_accounts.models import (
    Duty,
    OfficialAccount,
    Proposal,
    State,
    Wish,
    approvers_of,
    keepers_of,
)
from footprint.registers.official_accounts.tests.factories import (
    TODAY,
    make_account,
    make_approver,
    make_keeper,
    make_kept_account,
)
from footprint.rulebook.terms import Audience, ChannelKind
from tests.cast import NOW, Cast

SECRETS = ("password", "passphrase", "secret", "token", "pin", "backup_code", "recovery_code")


def test_no_table_has_a_place_for_a_password() -> None:
    """What lets somebody in belongs into a password manager; here it could leak for all."""
    fields = {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("official_accounts").get_models()
        for field in model._meta.get_fields()
    }
    assert "OfficialAccount.recovery_email" in fields
    assert [name for name in fields for secret in SECRETS if secret in name] == []


def _proposal(cast: Cast, **fields: Any) -> Proposal:
    return Proposal.objects.create(
        account=make_account(cast),
        wish=Wish.CLOSE,
        proposed_by=cast.office,
        proposed_at=NOW,
        **fields,
    )


@pytest.mark.parametrize(
    "broken",
    [
        lambda cast: make_account(cast, platform="", channel=""),
        lambda cast: make_account(cast, platform="instagram", channel="classroom"),
        lambda cast: make_account(cast, second_factor_on=True, second_factor_checked_on=None),
        lambda cast: [make_account(cast, handle="@same") for _ in range(2)],
        lambda cast: _proposal(cast, approved=True, decided_by=cast.office, decided_at=NOW),
        lambda cast: _proposal(cast, decided_by=cast.head, decided_at=NOW),
        lambda cast: make_keeper(make_account(cast), until=TODAY),
    ],
    ids=[
        "neither a platform nor a channel",
        "a platform and a channel",
        "a second factor seen on no day",
        "the same account twice",
        "decided about their own proposal",
        "decided without an answer",
        "a duty that nobody ended",
    ],
)
def test_the_database_refuses(cast: Cast, broken: Callable[[Cast], object]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        broken(cast)


def test_a_closed_account_may_be_opened_anew(cast: Cast) -> None:
    make_account(cast, handle="@same", state=State.CLOSED)
    make_account(cast, handle="@same")
    assert OfficialAccount.objects.not_closed().count() == 1


def test_keepers_and_approvers_are_those_who_are_named_now_and_here(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    account, bare = make_account(cast), make_account(cast, channel=ChannelKind.CLASSROOM.value)
    kept, approved = make_keeper(account), make_approver(account)
    gone = make_person(cast.oakfield, Audience.STAFF, left_on=TODAY)
    leaving = make_person(cast.oakfield, Audience.STAFF, left_on=TODAY + timedelta(days=1))
    make_keeper(account, gone)
    make_keeper(account, leaving)
    make_keeper(account, until=TODAY, ended_by="head@oakfield.example", ended_at=NOW)

    with django_assert_num_queries(2):
        keepers = keepers_of([account, bare], on=TODAY)
        approvers = approvers_of([account, bare], on=TODAY)

    assert keepers == {account.pk: [kept.person, leaving], bare.pk: []}
    assert approvers == {account.pk: [approved.person], bare.pk: []}


def test_accounts_with_their_people_take_the_same_number_of_queries(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    for _ in range(5):
        make_kept_account(cast)
    with django_assert_num_queries(2):
        rows = list(OfficialAccount.objects.of_school(cast.oakfield.pk).with_people())
        people: list[Person] = [duty.person for row in rows for duty in row.current_duties]
    assert len(people) == 15


def test_accounts_are_seen_by_their_own_school_only(cast: Cast) -> None:
    account = make_account(cast)
    seen = OfficialAccount.objects.seen_by
    assert list(seen(cast.teacher)) == [account]
    assert not seen(cast.stranger).exists()


def test_words_are_looked_for_in_names_and_current_people(cast: Cast) -> None:
    account = make_account(cast, handle="@puddle")
    make_keeper(account, make_person(cast.oakfield, Audience.STAFF, family_name="Quillfeather"))
    former = make_person(cast.oakfield, Audience.STAFF, family_name="Formerly")
    make_keeper(account, former, until=TODAY, ended_by="x", ended_at=NOW)
    found = {
        words: OfficialAccount.objects.with_words(words).count()
        for words in ("puddle", "quillf", "quillf insta", "formerly", "facebook")
    }
    assert found == {"puddle": 1, "quillf": 1, "quillf insta": 1, "formerly": 0, "facebook": 0}
    assert Duty.objects.count() == 2
