"""Lessons with their strands and groups, offers to families, the school's own choice of years."""

from footprint.registers.lessons.models.kept import Ended
from footprint.registers.lessons.models.lessons import (
    Lesson,
    LessonGroup,
    LessonQuerySet,
    LessonState,
    LessonStrand,
)
from footprint.registers.lessons.models.offers import FamilyOffer, FamilyOfferQuerySet, OfferKind
from footprint.registers.lessons.models.years import ChosenYears

__all__ = [
    "ChosenYears",
    "Ended",
    "FamilyOffer",
    "FamilyOfferQuerySet",
    "Lesson",
    "LessonGroup",
    "LessonQuerySet",
    "LessonState",
    "LessonStrand",
    "OfferKind",
]
