"""The school's own numbers."""

from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.publishing.models import Period
from footprint.schools.models import School
from footprint.users.models import User


@transaction.atomic
def set_periods(
    *,
    school: School,
    draft_days: int | None,
    take_down_days: int | None,
    by: User,
    now: datetime,
) -> Period:
    """Give the school's own numbers of school days; None where it goes by our suggestion."""
    period = Period.objects.create(
        school=school,
        draft_days=draft_days,
        take_down_days=take_down_days,
        set_by=by,
        set_at=now,
    )
    record(
        by=by.username,
        action="publishing.periods_set",
        target=f"school:{school.pk}",
        now=now,
        school_id=school.pk,
        details={"draft_days": draft_days, "take_down_days": take_down_days},
    )
    return period
