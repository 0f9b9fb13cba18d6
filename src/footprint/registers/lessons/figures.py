"""
How much was taught and offered: counts for governors, no names.

A file of its own because this room's first page and the governors' report show the same.
"""

from dataclasses import dataclass
from datetime import date

from footprint.registers.lessons.coverage import CellState, grid_of
from footprint.registers.lessons.models import FamilyOffer, Lesson, OfferKind
from footprint.registers.lessons.school_year import Days
from footprint.registers.lessons.years import years_of


@dataclass(frozen=True)
class Figures:
    """
    Counts of lessons, never of pupils.

    Args:
        lessons: taught in these days.
        cells: years of the school times eight strands; 0 where nobody has said which years it has.
        gaps: of these, without any lesson taught.
        in_part: of these, taught to some classes only.
        offers: to families; `agreements` of these were a family agreement.
    """

    lessons: int
    cells: int
    gaps: int
    in_part: int
    offers: int
    agreements: int


def figures_of(school_id: int, *, first: date, last: date) -> Figures:
    """Lessons and offers from the first to the last day, both counted."""
    years = years_of(school_id, on=last)
    grid = grid_of(school_id, days=Days(first, last), years=years)
    cells = [cell for line in grid for cell in line.cells if line.year in years.numbers]
    if not years.known:
        cells = []
    offers = FamilyOffer.objects.of_school(school_id).current().between(first, last)
    taught = Lesson.objects.of_school(school_id).taught().between(first, last)
    return Figures(
        lessons=taught.count(),
        cells=len(cells),
        gaps=sum(cell.is_gap for cell in cells),
        in_part=sum(cell.state is CellState.PART for cell in cells),
        offers=offers.count(),
        agreements=offers.of_kind(OfferKind.FAMILY_AGREEMENT).count(),
    )
