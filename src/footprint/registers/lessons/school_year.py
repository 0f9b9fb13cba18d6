"""
The school year and its terms, as far as Footprint knows them.

A file of its own because the grid, the figures and the note at the start of a term must count the
same days. Term dates differ by council and are not known here: the days below stand for the
beginning of each term, and pages say from which day they count.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from footprint.schools.models import Nation, School

SPRING, SUMMER = (1, 1), (4, 16)


@dataclass(frozen=True)
class Days:
    """First and last day, both counted."""

    first: date
    last: date


def school_year_of(school: School, *, on: date) -> Days:
    """The school year that a day lies in: from 1 September, in Scotland from 1 August."""
    first = date(on.year, _begins(school), 1)
    if on < first:
        first = first.replace(year=on.year - 1)
    return Days(first, first.replace(year=first.year + 1) - timedelta(days=1))


def term_of(school: School, *, on: date) -> Days:
    """The term that a day lies in; holidays belong to the term before them."""
    year = school_year_of(school, on=on)
    begins = [
        year.first,
        date(year.first.year + 1, *SPRING),
        date(year.first.year + 1, *SUMMER),
        year.last + timedelta(days=1),
    ]
    first, after = next(pair for pair in pairwise(begins) if on < pair[1])
    return Days(first, after - timedelta(days=1))


def term_before(school: School, *, on: date) -> Days:
    """The term before the one that a day lies in."""
    return term_of(school, on=term_of(school, on=on).first - timedelta(days=1))


def _begins(school: School) -> int:
    """The month."""
    return 8 if school.nation == Nation.SCOTLAND else 9
