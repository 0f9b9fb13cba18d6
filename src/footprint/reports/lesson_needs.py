"""
Which lessons do the incidents of the last terms suggest? Counts by strand, small ones hidden.

A file of its own because it stands on the incidents and on the register of lessons, which lie
below and do not know each other. Counted is what a pupil posted: lessons are for pupils. Left out
is what the governors' report leaves out: matters about adults, and whatever names the reader.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from footprint.registers.lessons.models import Lesson
from footprint.registers.lessons.school_year import school_year_of, term_before
from footprint.reports.disclosure import Hidden, Sum, hide
from footprint.reports.figures import incidents_for
from footprint.reports.periods import Period
from footprint.rulebook.decisions.lesson_needs import strands_behind
from footprint.rulebook.terms import ConductTag, Flag, Poster, Strand
from footprint.schools.models import School
from footprint.users.models import User

TOTAL = "incidents"


@dataclass(frozen=True)
class Need:
    """
    One strand that incidents point to.

    Args:
        count: how many; None where it may not be shown.
        hidden: why it is not shown.
        lessons: on this strand this school year, and the day of the last.
    """

    strand: Strand
    count: int | None
    hidden: Hidden | None
    lessons: int
    last: date | None


def last_terms(school: School, *, on: date) -> Period:
    """This term and the two before it. It begins on a fixed day: day by day nothing drops out."""
    before = term_before(school, on=on)
    return Period(term_before(school, on=before.first).first, on)


def needs_of(school: School, *, reader: User, on: date) -> list[Need]:
    """The strands, those with the most incidents first; hidden ones in the order of the strands."""
    counts = _counts(school, reader, last_terms(school, on=on))
    hidden = hide(counts, _SUMS, never_shown=_OTHERS)
    year = school_year_of(school, on=on)
    lessons = Lesson.objects.of_school(school.pk).taught().between(year.first, year.last)
    taught = lessons.by_strand()
    found = [
        Need(
            strand,
            None if _points(strand) in hidden else counts[_points(strand)],
            hidden.get(_points(strand)),
            *taught.get(strand, (0, None)),
        )
        for strand in Strand
        if counts[_points(strand)]
    ]
    return sorted(found, key=lambda need: -(need.count or 0))


def _counts(school: School, reader: User, period: Period) -> dict[str, int]:
    rows = incidents_for(school, reader).filter(
        poster=Poster.PUPIL.value, opened_at__gte=period.begins, opened_at__lt=period.ends
    )
    carried = rows.values_list("flags", "conduct")
    found = Counter(name for each in carried for name in _names(*each))
    return {name: found[name] for name in _ALL_NAMES}


def _names(flags: Iterable[str], conduct: Iterable[str]) -> Iterable[str]:
    strands = strands_behind(
        flags=[Flag(flag) for flag in flags], conduct=[ConductTag(tag) for tag in conduct]
    )
    yield TOTAL
    for strand in Strand:
        yield _points(strand) if strand in strands else _does_not(strand)


def _points(strand: Strand) -> str:
    return f"points.{strand}"


def _does_not(strand: Strand) -> str:
    return f"others.{strand}"


# The total stands in the governors' report: the rest of it must not give a small count away.
_SUMS = tuple(Sum(TOTAL, (_points(strand), _does_not(strand))) for strand in Strand)
_OTHERS = frozenset(_does_not(strand) for strand in Strand)
_ALL_NAMES = tuple(dict.fromkeys(name for each in _SUMS for name in each.names))
