"""Concerns for tests, made through the actions."""

from collections.abc import Collection
from datetime import datetime

from footprint.concerns import actions
from footprint.concerns.models import Concern, Way
from footprint.concerns.receipts import new_ticket, receipt_for
from footprint.rulebook.terms import Role, SafetyQuestion
from footprint.schools.models import School
from footprint.users.models import User
from tests.cast import NOW


def told(
    way: Way = Way.ANONYMOUS,
    *,
    yes: Collection[SafetyQuestion] = (),
    not_to: Collection[Role] = (),
    words: str = "Two older boys take the lunch of a small one behind the bike shed.",
    about: str = "",
) -> actions.Told:
    """What somebody tells; no question is answered yes unless said so."""
    return actions.Told(
        way=way,
        answers={question: question in yes for question in SafetyQuestion},
        words=words,
        about=about,
        not_to=frozenset(not_to),
    )


def make_concern(
    school: School,
    what: actions.Told | None = None,
    *,
    receipt: tuple[str, ...] = (),
    apart: bool = False,
    now: datetime = NOW,
) -> Concern:
    """A report from outside."""
    words = receipt or receipt_for(new_ticket())
    concern, _ruling = actions.receive(
        school=school, told=what or told(), receipt=words, apart=apart, now=now
    )
    return concern


def make_staff_concern(school: School, *, by: User, what: actions.Told | None = None) -> Concern:
    """Told by a colleague."""
    concern, _ruling = actions.report(school=school, told=what or told(Way.STAFF), by=by, now=NOW)
    return concern
