"""
The live register for what the public and the written policy show.

A file of its own because the rooms above (the public page, the printed policy) take it as plain
values; the written policy lies below the registers and asks no table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from footprint.people.models import Person
from footprint.policies.models import PolicyVersion
from footprint.policies.printing.facts import facts_of
from footprint.registers.official_accounts.against_policy import is_meant
from footprint.registers.official_accounts.models import OfficialAccount, keepers_of
from footprint.registers.official_accounts.wording import name_of, place_of
from footprint.rulebook.decisions.named_channels import NamedChannel, could_be, named_channels
from footprint.rulebook.policy import Policy
from footprint.rulebook.reading.names import channel_names
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.writing.blocks import SchoolFacts


@dataclass(frozen=True)
class LiveAccount:
    """One open account as the public sees it. Who keeps it is not for the public."""

    place: str
    name: str
    handle: str
    address: str
    purpose: str
    audience: str
    answers: str  # of `AnswersMode`; "" while nobody has decided
    enquiries_to: str
    is_social: bool


def live_accounts(school_id: int) -> list[LiveAccount]:
    """Every open account and channel of a school, for the public page."""
    return [
        LiveAccount(
            place=place_of(account),
            name=name_of(account),
            handle=account.handle,
            address=account.address,
            purpose=account.purpose,
            audience=account.audience,
            answers=account.answers,
            enquiries_to=account.enquiries_to,
            is_social=account.is_social,
        )
        for account in OfficialAccount.objects.of_school(school_id).live()
    ]


def live_facts(version: PolicyVersion, *, on: date) -> SchoolFacts:
    """
    What the written policy says besides the policy, with today's accounts and keepers.

    Only channels that the policy itself names are listed, and a keeper whom it names keeps the
    spelling that it gives them: reading what was written must give the same policy back. Where
    the register differs from the policy, `against_policy.differences` says so to the staff.
    """
    accounts = list(OfficialAccount.objects.of_school(version.school_id).live())
    if not accounts:
        return facts_of(version, on=on)
    policy = version.policy
    return replace(
        facts_of(version, on=on),
        accounts=_listed(policy, accounts),
        keepers=_kept(policy, accounts, on),
    )


def _listed(policy: Policy, accounts: list[OfficialAccount]) -> tuple[tuple[str, str], ...]:
    clause = policy.clause(ClauseName.OFFICIAL_ACCOUNTS)
    stated = clause.get("accounts")
    names = {str(each) for each in stated} if isinstance(stated, tuple) else set()
    return tuple(
        (each.name, where)
        for each in named_channels(policy)
        if each.name in names
        for account in accounts
        if is_meant(each, account) and (where := _where(each, account))
    )


def _where(named: NamedChannel, account: OfficialAccount) -> str:
    """The handle or address; not one that speaks of another channel, which would be read as it."""
    for shown in (account.handle, account.address):
        if shown and shown != named.name and set(channel_names(f"{shown} ")) <= {named.name}:
            return shown
    return ""


def _kept(
    policy: Policy, accounts: list[OfficialAccount], on: date
) -> Mapping[str, tuple[str, ...]] | None:
    """Today's keepers of the channels for which the policy names people; else the policy's."""
    by_account = keepers_of(accounts, on=on)
    kept: dict[str, tuple[str, ...]] = {}
    for named in named_channels(policy):
        if named.keepers:
            live = [
                person
                for account in accounts
                if is_meant(named, account)
                for person in by_account[account.pk]
            ]
            names = tuple(dict.fromkeys(_as_written(person, named.keepers) for person in live))
            kept[named.name] = _in_order(names, named.keepers) or named.keepers
    return kept or None


def _as_written(person: Person, written: tuple[str, ...]) -> str:
    """The policy's own spelling of a name, where it could be this person; else their name."""
    for name in written:
        if could_be(
            name, given=person.given_name, family=person.family_name, known_as=person.known_as
        ):
            return name
    return person.name


def _in_order(names: tuple[str, ...], written: tuple[str, ...]) -> tuple[str, ...]:
    known = [name for name in written if name in names]
    return (*known, *(name for name in names if name not in written))
