"""
What has been taught to which year this school year, strand by strand, and where the gaps are.

A file of its own because the grid, its export, the figures and what waits all show the same cells.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from footprint.registers.lessons.models import Lesson, LessonState
from footprint.registers.lessons.school_year import Days
from footprint.registers.lessons.years import Years
from footprint.rulebook.terms import Strand


class CellState(Enum):
    """What a year has had of one strand."""

    TAUGHT = "taught"  # the whole year group, or every class of it
    PART = "part"  # some classes only
    PLANNED = "planned"
    GAP = "gap"


@dataclass(frozen=True)
class Entry:
    """One lesson for one group, as the grid needs it; `class_name` is empty for the whole year."""

    taught: bool
    class_name: str
    on: date
    lesson: int


@dataclass(frozen=True)
class Cell:
    """
    One year and strand.

    Args:
        lessons: how many were taught.
        last: the day of the last one taught.
        next: the day of the first one that is planned.
        missing: classes that had none, where others had one.
    """

    year: int
    strand: Strand
    state: CellState
    lessons: int = 0
    last: date | None = None
    next: date | None = None
    missing: tuple[str, ...] = ()

    @property
    def is_gap(self) -> bool:
        return self.state in (CellState.GAP, CellState.PLANNED)


@dataclass(frozen=True)
class Line:
    """One year group of the grid, a cell for each strand."""

    year: int
    cells: tuple[Cell, ...]


def cell_of(year: int, strand: Strand, entries: Iterable[Entry], classes: tuple[str, ...]) -> Cell:
    """
    Say what one year has had of one strand.

    Args:
        classes: of that year, as the register of people has them; none where it does not say.
    """
    found = list(entries)
    taught = [entry for entry in found if entry.taught]
    planned = min((entry.on for entry in found if not entry.taught), default=None)
    if not taught:
        state = CellState.PLANNED if planned else CellState.GAP
        return Cell(year, strand, state, next=planned)
    reached = {entry.class_name for entry in taught}
    missing = () if "" in reached else tuple(name for name in classes if name not in reached)
    return Cell(
        year,
        strand,
        CellState.PART if missing else CellState.TAUGHT,
        lessons=len({entry.lesson for entry in taught}),
        last=max(entry.on for entry in taught),
        next=planned,
        missing=missing,
    )


def grid_of(school_id: int, *, days: Days, years: Years) -> tuple[Line, ...]:
    """
    Every year of the school with its eight cells, in one query.

    Years that have had a lesson but have no pupils (any more) stand there too.
    """
    entries = _entries(school_id, days)
    numbers = set(years.numbers) if years.known else set()
    return tuple(
        Line(
            year,
            tuple(
                cell_of(year, strand, entries[year, strand], years.classes.get(year, ()))
                for strand in Strand
            ),
        )
        for year in sorted(numbers | {year for year, _ in entries})
    )


def _entries(school_id: int, days: Days) -> defaultdict[tuple[int, Strand], list[Entry]]:
    rows = (
        Lesson.objects.of_school(school_id)
        .current()
        .between(days.first, days.last)
        .order_by()
        .values_list(
            "groups__year_group", "strands__strand", "groups__class_name", "state", "on", "pk"
        )
    )
    found: defaultdict[tuple[int, Strand], list[Entry]] = defaultdict(list)
    for year, strand, class_name, state, on, pk in rows:
        entry = Entry(state == LessonState.TAUGHT, class_name, on, pk)
        found[year, Strand(strand)].append(entry)
    return found
