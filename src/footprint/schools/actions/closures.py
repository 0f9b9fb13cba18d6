"""Days on which the school is closed: deadlines in working days step over them."""

from datetime import date, datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.schools.models import Closure, School
from footprint.users.models import User


@transaction.atomic
def add_closure(
    *, school: School, first_day: date, last_day: date, name: str, by: User, now: datetime
) -> Closure:
    """
    Add days on which the school is closed, both ends included.

    Due dates that were worked out before stay as they are; those worked out from now on step over
    these days. `last_day` before `first_day` is refused by the database.
    """
    closure = Closure.objects.create(
        school=school, first_day=first_day, last_day=last_day, name=name
    )
    record(
        by=by.username,
        action="schools.closure_added",
        target=f"closure:{closure.pk}",
        school_id=school.pk,
        now=now,
        details={"first_day": first_day.isoformat(), "last_day": last_day.isoformat()},
    )
    return closure


@transaction.atomic
def remove_closure(*, closure: Closure, by: User, now: datetime) -> None:
    """Take closed days away again. Of two people at once, the second changes nothing."""
    taken, _ = Closure.objects.filter(pk=closure.pk).delete()
    if not taken:
        return
    record(
        by=by.username,
        action="schools.closure_removed",
        target=f"closure:{closure.pk}",
        school_id=closure.school_id,
        now=now,
        details={
            "first_day": closure.first_day.isoformat(),
            "last_day": closure.last_day.isoformat(),
        },
    )
