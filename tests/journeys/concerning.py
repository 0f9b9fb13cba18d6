"""
Concerns at Oakfield, one for each state that a page can show.

A file of its own because the walk over all pages and the journey of a report need them.
"""

from dataclasses import dataclass
from datetime import datetime

from footprint.concerns import actions
from footprint.concerns.actions import complaining
from footprint.concerns.models import Complaint, ComplaintKind, Concern, How, Way
from footprint.concerns.receipts import new_ticket, receipt_for
from footprint.rulebook.decisions.complaint import Stage
from footprint.rulebook.terms import SafetyQuestion
from footprint.schools.models import School
from footprint.users.models import User


@dataclass(frozen=True)
class Concerns:
    """The rows that addresses need."""

    waiting: Concern
    urgent: Concern
    of_staff: Concern
    closed: Concern
    complaint: Complaint


def make_concerns(school: School, *, dsl: User, teacher: User, now: datetime) -> Concerns:
    """Tell, answer and close through the room's own actions."""
    waiting = _received(school, Way.ANONYMOUS, now)
    actions.add_answer(concern=waiting, text="Thank you. Where was it?", by=dsl, now=now)
    closed = _received(school, Way.PARENT, now)
    actions.close(concern=closed, reason="Talked with the family", by=dsl, now=now)
    of_staff, _ruling = actions.report(school=school, told=_told(Way.STAFF), by=teacher, now=now)
    urgent = _received(school, Way.CHILD, now, SafetyQuestion.DANGER_NOW)
    return Concerns(
        waiting=waiting,
        urgent=urgent,
        of_staff=of_staff,
        closed=closed,
        complaint=_complaint(school, about=closed, by=dsl, now=now),
    )


def _complaint(school: School, *, about: Concern, by: User, now: datetime) -> Complaint:
    stages = [Stage("The headteacher, in writing", 15), Stage("A panel of governors")]
    complaining.set_procedure(
        school=school, stages=stages, source="Complaints procedure, page 3", by=by, now=now
    )
    complained = complaining.Complained(
        kind=ComplaintKind.DATA_PROTECTION,
        how=How.WRITING,
        by_whom="Greta Otterburn",
        words="The list of allergies hung in the corridor.",
        received_on=now.date(),
        about=about,
    )
    return complaining.open_complaint(school=school, complained=complained, by=by, now=now)


def _told(way: Way, *yes: SafetyQuestion) -> actions.Told:
    return actions.Told(
        way=way,
        answers={question: question in yes for question in SafetyQuestion},
        words="Two older boys take the lunch of a small one behind the bike shed.",
    )


def _received(school: School, way: Way, now: datetime, *yes: SafetyQuestion) -> Concern:
    concern, _ruling = actions.receive(
        school=school,
        told=_told(way, *yes),
        receipt=receipt_for(new_ticket()),
        apart=False,
        now=now,
    )
    return concern
