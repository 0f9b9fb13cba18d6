"""Record what families were offered, correct it, take it back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.registers.lessons.actions.ending import end
from footprint.registers.lessons.actions.teaching import NotYet
from footprint.registers.lessons.models import Ended, FamilyOffer, OfferKind
from footprint.schools.models import School
from footprint.users.models import User


@dataclass(frozen=True)
class OfferDetails:
    """What was offered; `year_groups` says whose families, none of them means all."""

    kind: OfferKind
    what: str
    offered_on: date
    year_groups: frozenset[int] = frozenset()


@transaction.atomic
def record_offer(*, school: School, details: OfferDetails, by: User, now: datetime) -> FamilyOffer:
    """
    Add an offer to families.

    Raises:
        NotYet: its day has not come.
    """
    offer = _add(school, details, None, by, now)
    _record("lessons.offer_recorded", offer, by, now, _facts(details))
    return offer


@transaction.atomic
def correct_offer(
    *, offer: FamilyOffer, details: OfferDetails, reason: str, by: User, now: datetime
) -> FamilyOffer:
    """
    End an offer that was recorded wrongly and add it as it was; both stay on record.

    Raises:
        AlreadyEnded, NotYet: nothing was written.
    """
    end(offer, Ended.CORRECTED, reason=reason, by=by, now=now)
    right = _add(offer.school, details, offer, by, now)
    _record("lessons.offer_corrected", right, by, now, {**_facts(details), "was": offer.pk})
    return right


@transaction.atomic
def withdraw_offer(*, offer: FamilyOffer, reason: str, by: User, now: datetime) -> None:
    """
    End an offer that was not made.

    Raises:
        AlreadyEnded: nothing was written.
    """
    end(offer, Ended.WITHDRAWN, reason=reason, by=by, now=now)
    _record("lessons.offer_withdrawn", offer, by, now)


def _add(
    school: School,
    details: OfferDetails,
    before: FamilyOffer | None,
    by: User,
    now: datetime,
) -> FamilyOffer:
    if details.offered_on > timezone.localdate(now):
        raise NotYet
    return FamilyOffer.objects.create(
        school=school,
        kind=details.kind.value,
        what=" ".join(details.what.split()),
        offered_on=details.offered_on,
        year_groups=sorted(details.year_groups),
        recorded_at=now,
        recorded_by=by,
        began_as_id=before.line_key if before else None,
    )


def _facts(details: OfferDetails) -> dict[str, object]:
    return {"kind": details.kind.value, "on": details.offered_on.isoformat()}


def _record(
    action: str,
    offer: FamilyOffer,
    by: User,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    record(
        by=by.username,
        action=action,
        target=f"family_offer:{offer.pk}",
        school_id=offer.school_id,
        now=now,
        details=details,
    )
