"""Put an account into the register, and change what is said of it."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.db.models import F

from footprint.audit.actions import record
from footprint.registers.official_accounts.models import OfficialAccount, Proposal, Wish
from footprint.schools.models import School
from footprint.users.models import User


class InTheRegister(Exception):
    """The school has an account of this name on this platform already."""


class AccountChangedMeanwhile(Exception):
    """Somebody else saved the account since the page was shown."""


@dataclass(frozen=True)
class AccountDetails:
    """
    What a person says of an account. Either `platform` or `channel` is given, the other is "".

    Args:
        answers: of `AnswersMode`; "" while nobody has decided.
        enquiries_to: where to write instead.
        monitored_by: a role or a group, in words.
    """

    platform: str = ""
    channel: str = ""
    handle: str = ""
    address: str = ""
    purpose: str = ""
    audience: str = ""
    answers: str = ""
    enquiries_to: str = ""
    monitored_by: str = ""
    recovery_email: str = ""
    recovery_phone: str = ""


@transaction.atomic
def propose_account(
    *, school: School, details: AccountDetails, reason: str, by: User, now: datetime
) -> OfficialAccount:
    """
    Propose an account, one that is there already too; somebody else approves it.

    Raises:
        InTheRegister: see there.
    """
    try:
        with transaction.atomic():
            account = OfficialAccount.objects.create(
                school=school, added_at=now, added_by=by, **asdict(details)
            )
    except IntegrityError:
        raise InTheRegister(details.handle) from None
    Proposal.objects.create(
        account=account, wish=Wish.OPEN, reason=reason, proposed_by=by, proposed_at=now
    )
    _record("official_accounts.opening_proposed", account, by=by, now=now)
    return account


@transaction.atomic
def change_account(
    *,
    account: OfficialAccount,
    details: AccountDetails,
    revision: int,
    by: User,
    now: datetime,
) -> None:
    """
    Change what is said of an account; who keeps it and its state are changed elsewhere.

    Args:
        revision: of the account as the person saw it.

    Raises:
        AccountChangedMeanwhile: it is not what the person saw any more.
        InTheRegister: another account of the school has this name there.
    """
    mine = OfficialAccount.objects.filter(pk=account.pk, revision=revision)
    try:
        with transaction.atomic():
            saved = mine.update(revision=F("revision") + 1, **asdict(details))
    except IntegrityError:
        raise InTheRegister(details.handle) from None
    if not saved:
        raise AccountChangedMeanwhile(account.pk)
    _record("official_accounts.account_changed", account, by=by, now=now)


def _record(action: str, account: OfficialAccount, *, by: User, now: datetime) -> None:
    record(
        by=by.username,
        action=action,
        target=f"official_account:{account.pk}",
        school_id=account.school_id,
        now=now,
    )
