"""Record a lesson, say that a planned one was taught, correct one, take one back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from footprint.audit.actions import record
from footprint.registers.lessons.actions.ending import end
from footprint.registers.lessons.models import (
    Ended,
    Lesson,
    LessonGroup,
    LessonState,
    LessonStrand,
)
from footprint.rulebook.terms import Strand
from footprint.schools.models import School
from footprint.users.models import User


class NotYet(Exception):
    """A lesson of a later day cannot have been taught; nothing was written."""


class NothingTaught(ValueError):
    """A lesson without a strand or without pupils is a defect of the caller."""


@dataclass(frozen=True)
class LessonDetails:
    """
    What a lesson is.

    Args:
        groups: (year group, class); an empty class is the whole year group.
        on: the day it was taught, or for which it is planned.
        taught_by: may be empty while it is planned.
    """

    state: LessonState
    title: str
    strands: frozenset[Strand]
    groups: frozenset[tuple[int, str]]
    on: date
    taught_by: str = ""
    words: str = ""


@transaction.atomic
def record_lesson(*, school: School, details: LessonDetails, by: User, now: datetime) -> Lesson:
    """
    Add a lesson that is planned or was taught.

    Raises:
        NotYet: it was not taught yet.
    """
    lesson = _add(school, details, None, by, now)
    _record("lessons.recorded", lesson, by, now, _facts(details))
    return lesson


@transaction.atomic
def mark_taught(*, lesson: Lesson, on: date, taught_by: str, by: User, now: datetime) -> Lesson:
    """
    Say that a planned lesson was taught: the plan ends, the lesson is added.

    Raises:
        AlreadyEnded, NotYet: nothing was written.
    """
    details = LessonDetails(
        LessonState.TAUGHT,
        lesson.title,
        frozenset(Strand(each.strand) for each in lesson.strands.all()),
        frozenset((each.year_group, each.class_name) for each in lesson.groups.all()),
        on,
        taught_by,
        lesson.words,
    )
    end(lesson, Ended.TAUGHT, reason="", by=by, now=now)
    taught = _add(lesson.school, details, lesson, by, now)
    _record("lessons.taught", taught, by, now, {"on": on.isoformat()})
    return taught


@transaction.atomic
def correct_lesson(
    *, lesson: Lesson, details: LessonDetails, reason: str, by: User, now: datetime
) -> Lesson:
    """
    End a lesson that was recorded wrongly and add it as it was; both stay on record.

    Raises:
        AlreadyEnded, NotYet: nothing was written.
    """
    end(lesson, Ended.CORRECTED, reason=reason, by=by, now=now)
    right = _add(lesson.school, details, lesson, by, now)
    _record("lessons.corrected", right, by, now, {**_facts(details), "was": lesson.pk})
    return right


@transaction.atomic
def withdraw_lesson(*, lesson: Lesson, reason: str, by: User, now: datetime) -> None:
    """
    End a lesson that was not taught, or a plan that was given up.

    Raises:
        AlreadyEnded: nothing was written.
    """
    end(lesson, Ended.WITHDRAWN, reason=reason, by=by, now=now)
    _record("lessons.withdrawn", lesson, by, now)


def _add(
    school: School, details: LessonDetails, before: Lesson | None, by: User, now: datetime
) -> Lesson:
    if not details.strands or not details.groups:
        raise NothingTaught
    if details.state is LessonState.TAUGHT and details.on > timezone.localdate(now):
        raise NotYet
    lesson = Lesson.objects.create(
        school=school,
        state=details.state.value,
        title=" ".join(details.title.split()),
        words=" ".join(details.words.split()),
        on=details.on,
        taught_by=" ".join(details.taught_by.split()),
        recorded_at=now,
        recorded_by=by,
        began_as_id=before.line_key if before else None,
    )
    LessonStrand.objects.bulk_create(
        LessonStrand(lesson=lesson, strand=strand.value)
        for strand in Strand
        if strand in details.strands
    )
    LessonGroup.objects.bulk_create(
        LessonGroup(lesson=lesson, year_group=year, class_name=name)
        for year, name in sorted(_folded(details.groups))
    )
    return lesson


def _folded(groups: frozenset[tuple[int, str]]) -> set[tuple[int, str]]:
    """A class of a year that is named as a whole says nothing more."""
    whole = {year for year, name in groups if not name}
    return {(year, name) for year, name in groups if not name or year not in whole}


def _facts(details: LessonDetails) -> dict[str, object]:
    return {
        "state": details.state.value,
        "on": details.on.isoformat(),
        "strands": sorted(details.strands),
        "years": sorted({year for year, _ in details.groups}),
    }


def _record(
    action: str,
    lesson: Lesson,
    by: User,
    now: datetime,
    details: Mapping[str, object] | None = None,
) -> None:
    record(
        by=by.username,
        action=action,
        target=f"lesson:{lesson.pk}",
        school_id=lesson.school_id,
        now=now,
        details=details,
    )
