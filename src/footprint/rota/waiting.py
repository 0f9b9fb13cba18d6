"""
What waits for one person on the rota.

A file of its own because Today and the due list show the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from footprint.rota.actions.escalating import LEADS
from footprint.rota.asking import asked, is_asked
from footprint.rota.models import Channel, Cover, Due
from footprint.users.access import may, roles_of
from footprint.users.models import User
from footprint.users.permissions import Permission

SHOWN_FOR = timedelta(days=14)  # a missed check stays in sight of the leads for so long


@dataclass(frozen=True)
class Waiting:
    """
    Rows that wait; each is empty for those whom it does not concern.

    Args:
        mine: checks that this person is asked to do: due today, or late.
        escalated: for head and DSL: checks not done, of which they were told.
        unlooked: for those who plan: channels at which nobody looks any more.
    """

    mine: list[Due]
    escalated: list[Due]
    unlooked: list[Channel]

    @property
    def count(self) -> int:
        return len(self.mine) + len(self.escalated) + len(self.unlooked)


def waiting_for(user: User, school_id: int, *, on: date) -> Waiting:
    """What concerns this person on this day at this school."""
    if not may(user, Permission.CHECKS_READ, school_id):
        return Waiting([], [], [])
    covers = list(Cover.objects.of_school(school_id).on_day(on))
    return Waiting(
        mine=my_checks(user, school_id, covers, on=on),
        escalated=_escalated(school_id, on) if _leads(user, school_id) else [],
        unlooked=_unlooked(user, school_id, covers, on),
    )


def my_checks(user: User, school_id: int, covers: Iterable[Cover], *, on: date) -> list[Due]:
    """The checks that this person is asked to do, the oldest first."""
    due = Due.objects.seen_by(user).of_school(school_id).going_on(on).due_by(on).still_to_do()
    every = list(covers)
    return [each for each in due.with_channels() if is_asked(user, each.channel, every, on=on)]


def _escalated(school_id: int, on: date) -> list[Due]:
    told = Due.objects.of_school(school_id).going_on(on).not_done().told_leads()
    return list(told.between(on - SHOWN_FOR, on).with_channels())


def _unlooked(user: User, school_id: int, covers: Iterable[Cover], on: date) -> list[Channel]:
    if not may(user, Permission.CHECKS_PLAN, school_id):
        return []
    channels = Channel.objects.seen_by(user).of_school(school_id).going_on(on).with_people()
    every = list(covers)
    return [channel for channel in channels if not asked(channel, every, on=on)]


def _leads(user: User, school_id: int) -> bool:
    return bool(LEADS & roles_of(user).get(school_id, frozenset()))
