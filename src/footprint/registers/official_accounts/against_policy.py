"""
The register beside the adopted policy: what could be taken from it, and where the two differ.

A file of its own because the page that offers rows, the account's page and Today ask the same. It
only suggests: which person a written name means, and which of the two is right, a person says.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from footprint.people.models import Person
from footprint.registers.official_accounts.models import DutyKind, OfficialAccount, State
from footprint.registers.official_accounts.wording import answers_of, name_of
from footprint.rulebook.decisions.named_channels import (
    NamedChannel,
    Said,
    channel_named,
    could_be,
    named_channels,
    platform_named,
    ruled_out,
    said_in,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import AnswersMode, ChannelKind, ClauseName, Platform


@dataclass(frozen=True)
class Suggestion:
    """
    A channel that the policy names and the register does not have.

    Args:
        keepers: (name as the policy has it, people of the staff whom it could mean).
    """

    named: NamedChannel
    keepers: tuple[tuple[str, tuple[Person, ...]], ...]

    @property
    def key(self) -> str:
        return self.named.name.casefold()


@dataclass(frozen=True)
class Difference:
    """Where the two do not say the same. `account` is None where the register has none."""

    sentence: str
    what_to_do: str
    said: Said | None
    account: OfficialAccount | None = None


def suggestions(
    policy: Policy, accounts: Iterable[OfficialAccount], staff: Sequence[Person]
) -> list[Suggestion]:
    """What the policy names as the school's own and the register lacks."""
    known = [account for account in accounts if account.state != State.CLOSED]
    return [
        Suggestion(named, tuple((name, _meant(name, staff)) for name in named.keepers))
        for named in named_channels(policy)
        if named.own and not any(is_meant(named, account) for account in known)
    ]


def differences(
    policy: Policy, accounts: Iterable[OfficialAccount], *, on: date
) -> list[Difference]:
    """
    Where the policy and the live accounts of the register do not say the same.

    What the register does not have at all is among the `suggestions`.

    Args:
        accounts: `with_people`.
    """
    every = list(accounts)
    live = [account for account in every if account.is_live]
    proposed = [account for account in every if account.state == State.PROPOSED]
    named = [each for each in named_channels(policy) if each.own]
    found = []
    for each in named:
        matching = [account for account in live if is_meant(each, account)]
        if not matching and any(is_meant(each, account) for account in proposed):
            found.append(_not_open(each))
        for account in matching:
            found += [*_in_keepers(each, account, on), *_in_words(each, account)]
    return [*found, *_not_named(policy, named, live), *_ruled_out(policy, live)]


def is_meant(named: NamedChannel, account: OfficialAccount) -> bool:
    """Whether the policy's channel is this account, as far as platform and name tell."""
    if named.platform:
        same = account.platform == named.platform.value
        return same and (named.platform is not Platform.OTHER or _named_like(named, account))
    same = account.channel == (named.channel or ChannelKind.OTHER).value
    return same and (named.channel is not ChannelKind.OTHER or _named_like(named, account))


def _named_like(named: NamedChannel, account: OfficialAccount) -> bool:
    return named.name.casefold() in account.handle.casefold()


def _meant(name: str, staff: Sequence[Person]) -> tuple[Person, ...]:
    return tuple(person for person in staff if _could_be(name, person))


def _could_be(name: str, person: Person) -> bool:
    return could_be(
        name, given=person.given_name, family=person.family_name, known_as=person.known_as
    )


def _not_open(named: NamedChannel) -> Difference:
    return Difference(
        _("Your policy names %(channel)s; in the register it is not open yet.")
        % {"channel": named.name},
        _("Somebody other than who proposed it has to approve it."),
        named.said_for(),
    )


def _in_keepers(named: NamedChannel, account: OfficialAccount, on: date) -> Iterator[Difference]:
    if not named.keepers:
        return
    kept = [
        duty.person
        for duty in account.current_duties
        if duty.kind == DutyKind.KEEPER and duty.person.is_here(on)
    ]
    strangers = [name for name in named.keepers if not any(_could_be(name, p) for p in kept)]
    if strangers:
        told = _("the register says %(names)s") % {"names": _joined(p.name for p in kept)}
        yield Difference(
            _("Your policy names %(name)s as keeper of %(account)s; %(register)s.")
            % {
                "name": _joined(strangers),
                "account": name_of(account),
                "register": told if kept else _("the register names nobody"),
            },
            _("Change the keepers, or have the policy say who it is now."),
            named.said_for("keepers"),
            account,
        )


def _in_words(named: NamedChannel, account: OfficialAccount) -> Iterator[Difference]:
    if named.answers and account.answers and AnswersMode(account.answers) != named.answers:
        yield Difference(
            _(
                "Your policy says otherwise of what is answered on %(account)s; the register says: "
                "%(answers)s."
            )
            % {"account": name_of(account), "answers": answers_of(account)},
            _("Change what is answered there, or the policy."),
            named.said_for("answers"),
            account,
        )
    watched = (account.monitored_by or "").casefold()
    if named.monitored_by and named.monitored_by.casefold() != watched:
        yield Difference(
            _("Your policy has %(account)s monitored by %(who)s; the register says %(register)s.")
            % {
                "account": name_of(account),
                "who": named.monitored_by,
                "register": account.monitored_by or _("nobody"),
            },
            _("Change the register, or the policy."),
            named.said_for("monitored_by"),
            account,
        )


def _not_named(
    policy: Policy, named: list[NamedChannel], live: list[OfficialAccount]
) -> Iterator[Difference]:
    """Only where the policy lists accounts at all: silence rules nothing out."""
    clause = policy.clause(ClauseName.OFFICIAL_ACCOUNTS)
    if not clause.get("accounts"):
        return
    for account in live:
        if account.is_social and not any(is_meant(each, account) for each in named):
            yield Difference(
                _("The register has %(account)s; your policy does not name it.")
                % {"account": name_of(account)},
                _("Have the policy name it at its next review, or propose to close it."),
                said_in(clause, "accounts"),
                account,
            )


def _ruled_out(policy: Policy, live: list[OfficialAccount]) -> Iterator[Difference]:
    for name, said in ruled_out(policy):
        platform, channel = platform_named(name), channel_named(name)
        for account in live:
            if (platform and account.platform == platform.value) or (
                channel and account.channel == channel.value
            ):
                yield Difference(
                    _("Your policy rules %(channel)s out; the register has %(account)s.")
                    % {"channel": name, "account": name_of(account)},
                    _("Propose to close it, or change the policy."),
                    said,
                    account,
                )


def _joined(names: Iterable[str]) -> str:
    every = list(names)
    return _(" and ").join(every) if len(every) < 3 else ", ".join(every)
