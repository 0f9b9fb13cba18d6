"""
What the invented school has taught about life online this term, and what it offered to families.

A file of its own because it is a list of lessons; `registers` says when each school gets it.
"""

from datetime import datetime, timedelta

from django.utils import timezone

from footprint.registers.lessons import actions
from footprint.registers.lessons.actions import LessonDetails, OfferDetails
from footprint.registers.lessons.models import LessonState, OfferKind
from footprint.rulebook.terms import Strand
from footprint.schools.models import School
from footprint.users.models import User

# (title, strands, year groups, days ago; what lies ahead is planned)
LESSONS = (
    ("Who is behind the picture?", (Strand.SELF_IMAGE,), (1, 2), 40),
    ("Kind words travel", (Strand.BULLYING, Strand.RELATIONSHIPS), (3, 4), 33),
    ("What stays online", (Strand.REPUTATION,), (5, 6), 26),
    ("My name is mine", (Strand.PRIVACY,), (0, 1, 2), 19),
    ("True, false, or made to look true", (Strand.INFORMATION,), (5, 6), 12),
    ("Screens and sleep", (Strand.WELL_BEING,), (3, 4, 5, 6), -14),
)


def teach(school: School, *, by: User, now: datetime) -> None:
    """A term's lessons, and two offers to families."""
    today = timezone.localdate(now)
    for title, strands, years, ago in LESSONS:
        planned = ago < 0
        actions.record_lesson(
            school=school,
            details=LessonDetails(
                state=LessonState.PLANNED if planned else LessonState.TAUGHT,
                title=title,
                strands=frozenset(strands),
                groups=frozenset((year, "") for year in years),
                on=today - timedelta(days=ago),
                taught_by="" if planned else by.name,
            ),
            by=by,
            now=now,
        )
    for kind, what, ago in (
        (OfferKind.LEAFLET, "Our policy on one page", 50),
        (OfferKind.EVENING, "Evening on phones and sleep", 21),
    ):
        offered_on = today - timedelta(days=ago)
        actions.record_offer(
            school=school,
            details=OfferDetails(kind=kind, what=what, offered_on=offered_on),
            by=by,
            now=now,
        )
