"""What a school tells of itself: its office, what it calls its governors, its nation."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import transaction

from footprint.audit.actions import record
from footprint.schools.models import Nation, School
from footprint.users.models import User


@dataclass(frozen=True)
class Details:
    """
    What the public pages, the written policy and the dated facts need.

    Args:
        governors_word: what the school calls its governors, such as "governors" or "LCMs".
        nation: whose guidance and bank holidays hold.
    """

    office_email: str
    office_phone: str
    governors_word: str
    nation: Nation


@transaction.atomic
def describe(*, school: School, details: Details, by: User, now: datetime) -> None:
    """Write it down; what is shown from then on follows it at once."""
    before = {name: str(getattr(school, name)) for name in asdict(details)}
    after = {name: str(value) for name, value in asdict(details).items()}
    changed = sorted(name for name in after if before[name] != after[name])
    if not changed:
        return
    School.objects.filter(pk=school.pk).update(**after)
    record(
        by=by.username,
        action="schools.described",
        target=f"school:{school.pk}",
        now=now,
        school_id=school.pk,
        details={"changed": ", ".join(changed)},
    )
