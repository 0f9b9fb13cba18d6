"""
Cells, groups and promises in words.

A file of its own because it only reads, and the pages and the exports show the same words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from footprint.people.wording import year_word
from footprint.registers.lessons.coverage import Cell, CellState, Line
from footprint.registers.lessons.models import FamilyOffer, Lesson, LessonGroup
from footprint.registers.lessons.wording import SHORT, STRANDS, TOPICS
from footprint.rulebook.decisions.lessons_promised import TOPIC_STRANDS, Promised
from footprint.rulebook.terms import Strand

COLOURS = {
    CellState.TAUGHT: "green",
    CellState.PART: "yellow",
    CellState.PLANNED: "blue",
    CellState.GAP: "grey",
}


@dataclass(frozen=True)
class ShownCell:
    """One cell of the grid: a word, a colour that only repeats it, and a line of detail."""

    cell: Cell
    heading: str
    name: str
    word: str
    colour: str
    detail: str


@dataclass(frozen=True)
class ShownLine:
    """One year group of the grid."""

    year: int
    name: str
    cells: Sequence[ShownCell]


def shown_lines(lines: Iterable[Line]) -> list[ShownLine]:
    """The grid in words."""
    return [
        ShownLine(line.year, year_word(line.year), [_shown(cell) for cell in line.cells])
        for line in lines
    ]


def _shown(cell: Cell) -> ShownCell:
    return ShownCell(
        cell,
        heading=str(SHORT[cell.strand]),
        name=str(STRANDS[cell.strand]),
        word=cell_word(cell),
        colour=COLOURS[cell.state],
        detail=cell_detail(cell),
    )


def cell_word(cell: Cell) -> str:
    """What it says without any colour: "Taught", "In part", "Planned", "Gap"."""
    words = {
        CellState.TAUGHT: _("Taught"),
        CellState.PART: _("In part"),
        CellState.PLANNED: _("Planned"),
        CellState.GAP: _("Gap"),
    }
    return words[cell.state]


def cell_detail(cell: Cell) -> str:
    """How many lessons and when, or which classes had none; empty for a gap."""
    if cell.state is CellState.PLANNED:
        return short_day(cell.next)
    if cell.state is CellState.GAP:
        return ""
    lessons = ngettext("%(n)d lesson", "%(n)d lessons", cell.lessons) % {"n": cell.lessons}
    if cell.missing:
        return _("%(lessons)s, not yet %(classes)s") % {
            "lessons": lessons,
            "classes": ", ".join(cell.missing),
        }
    return _("%(lessons)s, %(day)s") % {"lessons": lessons, "day": short_day(cell.last)}


def short_day(day: date | None) -> str:
    return date_format(day, "j M") if day else ""


def group_words(groups: Iterable[LessonGroup]) -> str:
    """ "Year 3, Year 4: 4 Oak"; a run of whole years is said as one."""
    found = list(groups)
    whole = sorted({group.year_group for group in found if not group.class_name})
    words = _runs(whole)
    words += [
        f"{year_word(group.year_group)}: {group.class_name}" for group in found if group.class_name
    ]
    return ", ".join(words)


def _runs(years: Sequence[int]) -> list[str]:
    """Three or more that follow each other become "Year 3 to Year 6"."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    words: list[str] = []
    for run in runs:
        if len(run) < 3:
            words += [year_word(year) for year in run]
        else:
            ends = {"first": year_word(run[0]), "last": year_word(run[-1])}
            words.append(_("%(first)s to %(last)s") % ends)
    return words


def strand_words(lesson: Lesson) -> str:
    return ", ".join(str(STRANDS[Strand(each.strand)]) for each in lesson.strands.all())


def families_words(offer: FamilyOffer) -> str:
    """Whose families."""
    return ", ".join(_runs(sorted(offer.year_groups))) or _("All families")


@dataclass(frozen=True)
class ShownLesson:
    """One lesson of a list."""

    lesson: Lesson
    strands: str
    groups: str


def shown_lessons(lessons: Iterable[Lesson]) -> list[ShownLesson]:
    return [
        ShownLesson(lesson, strand_words(lesson), group_words(lesson.groups.all()))
        for lesson in lessons
    ]


@dataclass(frozen=True)
class ShownTopic:
    """One topic that the policy promises, and the lessons of its strand this school year."""

    topic: str
    strand: Strand
    strand_name: str
    lessons: int
    last: date | None


def shown_topics(promised: Promised, taught: dict[Strand, tuple[int, date]]) -> list[ShownTopic]:
    """In the order of the policy."""
    found = []
    for topic in promised.topics:
        strand = TOPIC_STRANDS[topic]
        lessons, last = taught.get(strand, (0, None))
        found.append(ShownTopic(str(TOPICS[topic]), strand, str(STRANDS[strand]), lessons, last))
    return found
