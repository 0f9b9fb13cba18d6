"""
What waits for one person in publishing.

A file of its own because Today, the page "Registers" and the list of drafts show the same.
"""

from dataclasses import dataclass
from datetime import date

from footprint.publishing.models import Draft, State, TakeDown
from footprint.publishing.places import approvers_at
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission

MOST = 50


@dataclass(frozen=True)
class Waiting:
    """
    Rows that wait, the oldest first; each is empty for those who may do nothing about it.

    Args:
        to_approve: others' drafts for which this person is an approver.
        sent_back: this person's drafts that came back with a reason.
        to_put_out: this person's drafts that are approved.
        take_downs: open tasks that are this person's, or that nobody owns.
    """

    to_approve: list[Draft]
    sent_back: list[Draft]
    to_put_out: list[Draft]
    take_downs: list[TakeDown]

    @property
    def count(self) -> int:
        return sum(
            len(rows)
            for rows in (self.to_approve, self.sent_back, self.to_put_out, self.take_downs)
        )


def waiting_for(user: User, school_id: int, *, on: date) -> Waiting:
    """What this person can do something about at this school."""
    if not may(user, Permission.PUBLISHING_DRAFT, school_id):
        return Waiting([], [], [], [])
    own = Draft.objects.of_school(school_id).by(user).for_list()
    approves = may(user, Permission.PUBLISHING_APPROVE, school_id)
    tasks = TakeDown.objects.seen_by(user).of_school(school_id).open().for_list()
    return Waiting(
        to_approve=_to_approve(user, school_id, on) if approves else [],
        sent_back=list(own.in_state(State.REJECTED)[:MOST]),
        to_put_out=list(own.in_state(State.APPROVED)[:MOST]),
        take_downs=[task for task in tasks if task.owner_id in (user.pk, None)][:MOST],
    )


def _to_approve(user: User, school_id: int, on: date) -> list[Draft]:
    """Those where a place that nobody has approved names this person."""
    waiting = Draft.objects.of_school(school_id).in_state(State.WAITING).not_by(user).whole()
    found = []
    for draft in waiting.order_by("submitted_at", "pk")[:MOST]:
        done = {each.key for each in draft.approvals.all() if each.revision == draft.revision}
        places = [place for place in draft.open_places if place.key not in done]
        named = approvers_at(places, school_id=school_id, but=draft.author, on=on)
        if any(user in users for users in named.values()):
            found.append(draft)
    return found
