"""How a row of this register ends: once, by somebody, for a reason. Of two at once, one is told."""

from datetime import datetime

from footprint.registers.lessons.models import Ended, FamilyOffer, Lesson
from footprint.users.models import User


class AlreadyEnded(Exception):
    """Somebody has corrected it or taken it back meanwhile; nothing was written."""


class ReasonMissing(ValueError):
    """A correction without a reason is a defect of the caller."""


def end(row: Lesson | FamilyOffer, why: Ended, *, reason: str, by: User, now: datetime) -> None:
    """
    End a row that counts.

    Raises:
        AlreadyEnded: it counts no more.
    """
    if why is not Ended.TAUGHT and not reason.strip():
        raise ReasonMissing(why)
    current = type(row)._default_manager.filter(pk=row.pk, ended_at__isnull=True)
    done = current.update(
        ended_at=now, ended_by=by, ended_why=why.value, ended_reason=reason.strip()
    )
    if not done:
        raise AlreadyEnded
