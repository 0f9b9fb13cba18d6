"""The school says which years it has, while the register of people cannot."""

from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.registers.lessons.models import ChosenYears
from footprint.schools.models import School
from footprint.users.models import User


@transaction.atomic
def choose_years(*, school: School, first: int, last: int, by: User, now: datetime) -> ChosenYears:
    """Set the first and the last year group; said again, it is replaced and the trail keeps it."""
    chosen, _ = ChosenYears.objects.update_or_create(
        school=school,
        defaults={"first": first, "last": last, "chosen_at": now, "chosen_by": by},
    )
    record(
        by=by.username,
        action="lessons.years_chosen",
        target=f"school:{school.pk}",
        school_id=school.pk,
        now=now,
        details={"first": first, "last": last},
    )
    return chosen
