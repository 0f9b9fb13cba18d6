"""
Pass the matter, or a part of it, to somebody else: a pointer to where it now is.

Telling those who protect children is no step of the machine: it waits for no assessment, no other
person and no clock, and it can be written down when a matter has been closed.
"""

from datetime import date, datetime

from django.db import transaction

from footprint.incidents.actions.taking import NotTold, take, write
from footprint.incidents.advice import check_referral
from footprint.incidents.models import Incident, Referral, ReferredTo
from footprint.rulebook.decisions.incident_steps import Need, check_may_follow, may_follow
from footprint.rulebook.terms import Step
from footprint.users.models import User

PROTECTORS = frozenset({ReferredTo.LADO, ReferredTo.POLICE, ReferredTo.SOCIAL_CARE})


@transaction.atomic
def refer(
    *,
    incident: Incident,
    to: ReferredTo,
    reason: str,
    reference: str,
    next_date: date,
    revision: int,
    by: User,
    now: datetime,
) -> Referral:
    """
    Record a referral that a person made. The other side keeps its own file.

    To those who protect children at any time; to others where the table of steps lets it follow.

    Args:
        reference: where it is now, such as a crime number; may be empty.

    Raises:
        NotOffered: nothing that was said of the post leads there.
        NotTold: the reason is missing.
        StepNotAllowed, ChangedMeanwhile.
    """
    is_step = may_follow(step=Step.REFERRED, after=incident.stands_at)
    if to not in PROTECTORS:
        check_may_follow(step=Step.REFERRED, after=incident.stands_at)
    check_referral(incident, to)
    if not reason.strip():
        raise NotTold("Say why it is referred.")
    if is_step:
        take(
            Step.REFERRED,
            incident,
            revision=revision,
            given={Need.REFERRED_TO, Need.REASON},
            next_date=next_date,
        )
    referral = incident.referrals.create(
        to=to,
        reason=reason.strip(),
        reference=reference.strip(),
        referred_at=now,
        referred_by=by,
    )
    write(
        incident,
        action="referred",
        text=f"To: {to.label}. {referral.reason}",
        by=by,
        now=now,
        details={"referral": referral.pk, "to": to.value},
    )
    return referral
