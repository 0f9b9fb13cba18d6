"""
Are the people whom a policy names still in post?

A file of its own because the policy's page, its review and its adoption ask the same. Accounts are
known here; the register of people lies above, so `config` names who answers for it (ADR 9).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from footprint.policies.models import PolicyVersion
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName, Role
from footprint.users.access import holders
from footprint.users.models import User


class Standing(StrEnum):
    """What is known of somebody by their name."""

    HERE = "here"
    LEFT = "left"
    NOT_KNOWN = "not_known"  # nobody of that name: they may be in post and have no account


class Register(Protocol):
    """Who else knows the school's people: {name: whether they are here on that day}."""

    def __call__(self, *, school_id: int, on: date) -> Mapping[str, bool]: ...


@dataclass(frozen=True)
class Named:
    """Somebody whom the policy names for a channel, and who is not known to be in post."""

    channel: str
    name: str
    standing: Standing

    @property
    def has_left(self) -> bool:
        return self.standing is Standing.LEFT


def not_in_post(version: PolicyVersion, *, on: date) -> list[Named]:
    """Those whom the version names and who have left, then those whom nobody knows."""
    named = _keepers(version.as_it_stands)
    if not named:
        return []
    known = _known(version.school_id, on)
    found = [Named(channel, name, _standing(name, known)) for channel, name in named]
    gone = [each for each in found if each.standing is not Standing.HERE]
    return sorted(gone, key=lambda each: not each.has_left)


def _keepers(policy: Policy) -> list[tuple[str, str]]:
    """(channel, name) of each person whom the policy names."""
    keepers = policy.clause(ClauseName.CHANNEL_KEEPERS).get("keepers")
    pairs = keepers.items() if isinstance(keepers, Mapping) else ()
    return [
        (channel, str(name))
        for channel, people in pairs
        for name in (people if isinstance(people, tuple) else (people,))
    ]


def _standing(name: str, known: Mapping[str, bool]) -> Standing:
    here = known.get(_folded(name))
    if here is None:
        return Standing.NOT_KNOWN
    return Standing.HERE if here else Standing.LEFT


def _known(school_id: int, on: date) -> dict[str, bool]:
    """{name: is here}; of two of one name, one who is here is enough."""
    known: dict[str, bool] = {}
    registers: list[Register] = [import_string(path) for path in settings.POLICY_PEOPLE]
    told = [register(school_id=school_id, on=on).items() for register in registers]
    for name, here in (*_accounts(school_id), *(pair for pairs in told for pair in pairs)):
        known[_folded(name)] = known.get(_folded(name), False) or here
    return known


def _accounts(school_id: int) -> Iterable[tuple[str, bool]]:
    for name in holders(school_id, Role).values_list("name", flat=True):
        yield name, True
    switched_off = User.objects.filter(is_active=False, memberships__school_id=school_id)
    for name in switched_off.values_list("name", flat=True):
        yield name, False


def _folded(name: str) -> str:
    """Spelling in capitals and spaces are no difference; a short form of a name is one."""
    return " ".join(name.split()).casefold()
