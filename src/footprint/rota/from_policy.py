"""
What the policy names that could be looked at, and the sentences behind it.

A file of its own because the page that offers channels and a channel's own page ask the same.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from footprint.people.models import Person
from footprint.registers.official_accounts.against_policy import is_meant
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.rota.models import Channel
from footprint.rulebook.decisions.named_channels import (
    NamedChannel,
    could_be,
    named_channels,
)
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ChannelKind, Platform


@dataclass(frozen=True)
class Offer:
    """
    A channel that the policy names and nobody looks at yet.

    Args:
        people: (name as the policy has it, people of the staff whom it could mean).
        account: the official account that it is; None for a public place.
    """

    named: NamedChannel
    people: tuple[tuple[str, tuple[Person, ...]], ...]
    account: OfficialAccount | None

    @property
    def platform(self) -> Platform:
        return self.named.platform or Platform.OTHER

    @property
    def is_listing(self) -> bool:
        return self.named.platform is Platform.GOOGLE_REVIEWS


def offers(
    policy: Policy,
    channels: Iterable[Channel],
    accounts: Iterable[OfficialAccount],
    staff: Sequence[Person],
) -> list[Offer]:
    """Every channel that the policy names and that is not on the rota."""
    on_rota = list(channels)
    known = list(accounts)
    return [
        Offer(
            named,
            tuple((name, _meant(name, staff)) for name in named.keepers),
            next((account for account in known if is_meant(named, account)), None),
        )
        for named in named_channels(policy)
        if named.channel is not ChannelKind.EMAIL  # each reads their own
        and not any(is_looked_at(named, channel) for channel in on_rota)
    ]


def is_looked_at(named: NamedChannel, channel: Channel) -> bool:
    """Whether the policy's channel is this one of the rota, as far as its name tells."""
    if channel.account is not None and is_meant(named, channel.account):
        return True
    if named.platform and named.platform is not Platform.OTHER:
        return not channel.account and channel.platform == named.platform.value
    return named.name.casefold() in channel.name.casefold()


def said_of(policy: Policy, channel: Channel) -> list[NamedChannel]:
    """What the policy says of this channel; nothing where it does not name it."""
    return [named for named in named_channels(policy) if is_looked_at(named, channel)]


def _meant(name: str, staff: Sequence[Person]) -> tuple[Person, ...]:
    return tuple(
        person
        for person in staff
        if could_be(
            name, given=person.given_name, family=person.family_name, known_as=person.known_as
        )
    )
