"""
Where something of a school can go out, and who approves it there.

A file of its own because forms, actions, the check and the reminders ask the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.publishing.models import DraftPlace
from footprint.registers.image_permissions.actions.uses import OWN_LABELS
from footprint.registers.official_accounts.models import (
    OfficialAccount,
    approvers_of,
    keepers_of,
)
from footprint.registers.official_accounts.wording import name_of
from footprint.rulebook.decisions.publication_places import Place
from footprint.rulebook.terms import AnswersMode, ChannelKind, PictureUse, Platform, Role
from footprint.schools.models import School
from footprint.users.access import holders, may
from footprint.users.models import User
from footprint.users.permissions import GRANTS, Permission

APPROVING = tuple(role for role in Role if Permission.PUBLISHING_APPROVE in GRANTS[role])


@dataclass(frozen=True)
class Offered:
    """A place that a draft may be meant for; `account` for an official account."""

    key: str
    use: PictureUse
    label: str
    account: OfficialAccount | None = None


def places_at(school: School) -> list[Offered]:
    """Inside the school, its website, each open account, the press, the trust."""
    own = {
        use: Offered(use.value, use, label)
        for use, label in OWN_LABELS.items()
        if use is not PictureUse.TRUST or school.trust_id
    }
    accounts = [
        Offered(key_of(account), PictureUse.OFFICIAL_ACCOUNT, name_of(account), account)
        for account in OfficialAccount.objects.of_school(school.pk).live()
        if account.is_social or account.channel == ChannelKind.NEWSLETTER
    ]
    found: list[Offered] = []
    for use in PictureUse:
        found += accounts if use is PictureUse.OFFICIAL_ACCOUNT else []
        found += [own[use]] if use in own else []
    return found


def key_of(account: OfficialAccount) -> str:
    """What the register of permissions calls this account."""
    return f"account:{account.pk}"


def as_asked(place: DraftPlace) -> Place:
    """A draft's place as the rulebook looks at it, with what the register of accounts says."""
    account = place.account
    if account is None:
        return Place(place.key, PictureUse(place.use))
    return Place(
        place.key,
        PictureUse(place.use),
        Platform(account.platform) if account.platform else None,
        AnswersMode(account.answers) if account.answers else None,
        account.purpose,
        account.is_live,
    )


def approvers_at(
    places: Iterable[DraftPlace], *, school_id: int, but: User, on: date
) -> dict[str, list[User]]:
    """
    {key of the place: who may approve there}, never `but`, the author.

    For an account those whom its register names, as far as they sign in here and may approve at
    all; elsewhere, where no register names anybody, everybody who may.
    """
    asked = list(places)
    named = approvers_of([place.account for place in asked if place.account], on=on)
    anybody: list[User] | None = None
    found: dict[str, list[User]] = {}
    for place in asked:
        if place.account is None:
            if anybody is None:
                anybody = list(holders(school_id, APPROVING, but=[but]))
            found[place.key] = anybody
            continue
        users = [person.user for person in named[place.account.pk] if person.user]
        found[place.key] = [user for user in users if _may_approve(user, school_id, but)]
    return found


def _may_approve(user: User, school_id: int, author: User) -> bool:
    active = user.is_active and user.pk != author.pk
    return active and may(user, Permission.PUBLISHING_APPROVE, school_id)


def keeper_at(place: DraftPlace, *, on: date) -> User | None:
    """The first of the account's keepers who signs in here; None where there is none."""
    if place.account is None:
        return None
    people = keepers_of([place.account], on=on)[place.account.pk]
    return next((each.user for each in people if each.user and each.user.is_active), None)
