"""Go through an account once a year, and write down what was found."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.registers.official_accounts.models import OfficialAccount, Review
from footprint.users.models import User


@dataclass(frozen=True)
class Findings:
    """
    What somebody found.

    Args:
        second_factor_on: signing in needs a second step for everybody who can.
        recovery_works: the recovery address and phone are the school's own, and answer.
        people_right: nobody but the people of the register can get in.
        note: in words; no passwords.
    """

    second_factor_on: bool
    recovery_works: bool
    people_right: bool
    note: str = ""


@transaction.atomic
def review_account(
    *, account: OfficialAccount, findings: Findings, on: date, by: User, now: datetime
) -> Review:
    """
    Record a review of an account. The day counts as looked at whatever was found.

    A recovery that does not work leaves its day as it was, so that it stays on the list of what
    is to be mended.
    """
    review = Review.objects.create(
        account=account,
        on=on,
        second_factor_on=findings.second_factor_on,
        recovery_works=findings.recovery_works,
        people_right=findings.people_right,
        note=findings.note,
        by=by,
        at=now,
    )
    changes: dict[str, object] = {
        "reviewed_on": on,
        "second_factor_on": findings.second_factor_on,
        "second_factor_checked_on": on,
        "recovery_checked_on": on if findings.recovery_works else None,
    }
    OfficialAccount.objects.filter(pk=account.pk).update(**changes)
    record(
        by=by.username,
        action="official_accounts.account_reviewed",
        target=f"official_account:{account.pk}",
        school_id=account.school_id,
        now=now,
        details={
            "second_factor": findings.second_factor_on,
            "recovery_works": findings.recovery_works,
            "people_right": findings.people_right,
        },
    )
    return review
