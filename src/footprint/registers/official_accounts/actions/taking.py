"""Fill the register from the policy: what a person ticked, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from footprint.people.models import Person
from footprint.registers.official_accounts.actions.naming import name_people
from footprint.registers.official_accounts.actions.registering import (
    AccountDetails,
    InTheRegister,
    propose_account,
)
from footprint.registers.official_accounts.models import OfficialAccount
from footprint.rulebook.decisions.named_channels import NamedChannel
from footprint.rulebook.terms import ChannelKind, Platform
from footprint.schools.models import School
from footprint.users.models import User

_LONGEST = {"handle": 120, "enquiries_to": 200, "monitored_by": 200}


@dataclass(frozen=True)
class Taken:
    """A channel of the policy that a person ticked, with the keepers whom they confirmed."""

    named: NamedChannel
    keepers: tuple[Person, ...] = ()


@transaction.atomic
def take_from_policy(
    *, school: School, taken: Iterable[Taken], on: date, by: User, now: datetime
) -> list[OfficialAccount]:
    """
    Propose an account for each channel that was ticked, with what the policy says of it.

    Returns:
        the accounts that were added; a channel that somebody else added meanwhile is left out.

    Raises:
        NotOnTheStaff: a keeper is not on the staff any more; nothing was added.
    """
    added = []
    for each in taken:
        try:
            account = propose_account(
                school=school,
                details=_details(each.named),
                reason=_("Your policy names it."),
                by=by,
                now=now,
            )
        except InTheRegister:
            continue
        if each.keepers:
            name_people(account=account, keepers=each.keepers, approvers=(), on=on, by=by, now=now)
        added.append(account)
    return added


def _details(named: NamedChannel) -> AccountDetails:
    is_other = named.platform is Platform.OTHER or named.channel is ChannelKind.OTHER
    return AccountDetails(
        platform=named.platform.value if named.platform else "",
        channel="" if named.platform else (named.channel or ChannelKind.OTHER).value,
        handle=named.name[: _LONGEST["handle"]] if is_other else "",
        answers=named.answers.value if named.answers else "",
        enquiries_to=named.enquiries_to[: _LONGEST["enquiries_to"]],
        monitored_by=named.monitored_by[: _LONGEST["monitored_by"]],
    )
