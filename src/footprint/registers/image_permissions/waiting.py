"""
What waits for one person in this register.

A file of its own because Today and the page of all registers ask for it from above.
"""

from dataclasses import dataclass
from datetime import date

from footprint.people.models import Person
from footprint.registers.image_permissions.choosing import chosen, register_of
from footprint.registers.image_permissions.forms.listing import DISAGREE
from footprint.registers.image_permissions.givers import open_givers
from footprint.registers.image_permissions.models import ImageRequest, Protection
from footprint.schools.models import School
from footprint.users.access import may
from footprint.users.models import User
from footprint.users.permissions import Permission


@dataclass(frozen=True)
class Waiting:
    """
    Rows that wait; each is empty for those who may do nothing about it.

    Args:
        disagree: pupils whose parents disagree about a use: somebody has to talk with them.
        unanswered: questions that we stopped asking, and that nobody has answered since.
        to_review: protections that were to be looked at again by now.
    """

    disagree: list[Person]
    unanswered: list[ImageRequest]
    to_review: list[Protection]

    @property
    def count(self) -> int:
        return len(self.disagree) + len(self.unanswered) + len(self.to_review)


def waiting_for(user: User, school: School, *, on: date) -> Waiting:
    """What this person can do something about at this school."""
    keeps = may(user, Permission.IMAGES_CHANGE, school.pk)
    protects = may(user, Permission.PROTECTION_CHANGE, school.pk)
    seen = Protection.objects.seen_by(user).of_school(school.pk)
    return Waiting(
        disagree=_who_disagree(user, school, on) if keeps else [],
        unanswered=_unanswered(school, on) if keeps else [],
        to_review=list(seen.to_review_by(on).with_names()) if protects else [],
    )


def _who_disagree(user: User, school: School, on: date) -> list[Person]:
    return list(chosen(register_of(user, school, on), school, {"show": DISAGREE}))


def _unanswered(school: School, on: date) -> list[ImageRequest]:
    stopped = ImageRequest.objects.of_school(school.pk).stopped().for_reminding()
    if not stopped.exists():
        return []
    still_open = open_givers(school=school, on=on) - set(
        ImageRequest.objects.of_school(school.pk).open().values_list("giver_id", flat=True)
    )
    newest = {request.giver_id: request for request in stopped}
    return [request for giver_id, request in newest.items() if giver_id in still_open]
