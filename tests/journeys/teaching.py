"""
Lessons of Oakfield and what its families were offered, one row for each state of a page.

A file of its own because the rows belong together and the walk over all pages needs them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from footprint.registers.lessons.actions import (
    LessonDetails,
    OfferDetails,
    correct_lesson,
    record_lesson,
    record_offer,
)
from footprint.registers.lessons.models import FamilyOffer, Lesson, LessonState, OfferKind
from footprint.rulebook.terms import Strand
from footprint.schools.models import School
from footprint.users.models import User

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Teaching:
    """The rows that addresses need."""

    lesson: Lesson
    plan: Lesson
    corrected: Lesson  # counts no more
    offer: FamilyOffer


def make_teaching(school: School, *, teacher: User, office: User, now: datetime) -> Teaching:
    """Through the actions of the room."""
    details = LessonDetails(
        state=LessonState.TAUGHT,
        title="Kind words travel",
        strands=frozenset({Strand.BULLYING, Strand.RELATIONSHIPS}),
        groups=frozenset({(3, ""), (4, "4 Oak")}),
        on=(now - WEEK).date(),
        taught_by=teacher.name,
        words="A story about a rumour, and who could have stopped it.",
    )
    plan = LessonDetails(
        state=LessonState.PLANNED,
        title="Whose picture is it?",
        strands=frozenset({Strand.COPYRIGHT}),
        groups=frozenset({(5, "")}),
        on=(now + WEEK).date(),
    )
    wrong = record_lesson(school=school, details=details, by=teacher, now=now)
    return Teaching(
        lesson=correct_lesson(
            lesson=wrong, details=details, reason="Year 3 was there too", by=teacher, now=now
        ),
        plan=record_lesson(school=school, details=plan, by=teacher, now=now),
        corrected=Lesson.objects.get(pk=wrong.pk),
        offer=record_offer(
            school=school,
            details=OfferDetails(
                OfferKind.FAMILY_AGREEMENT, "Family agreement in the book bags", now.date()
            ),
            by=office,
            now=now,
        ),
    )
