"""What a list is narrowed by; a value that is not known narrows nothing."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from footprint.people.models import NURSERY, OLDEST_YEAR
from footprint.registers.lessons.models import LessonState, OfferKind
from footprint.registers.lessons.school_year import Days, school_year_of
from footprint.rulebook.terms import Strand
from footprint.schools.models import School

T = TypeVar("T", Strand, LessonState, OfferKind)


class _YearFilter:
    """Which school year is asked about: this one, or an earlier one by the year it began in."""

    def __init__(self, given: Mapping[str, str], *, school: School, today: date) -> None:
        self.given = given
        self.words = given.get("words", "")
        self.this_year = school_year_of(school, on=today)
        self.days = self._days()

    def _days(self) -> Days:
        asked = self.given.get("from", "")
        current = self.this_year.first.year
        if not asked.isdecimal() or not current - 10 <= int(asked) < current:
            return self.this_year
        back = current - int(asked)
        first, last = self.this_year.first, self.this_year.last
        return Days(first.replace(year=first.year - back), last.replace(year=last.year - back))

    def _one_of(self, terms: type[T], name: str) -> T | None:
        asked = self.given.get(name, "")
        return terms(asked) if asked in {str(each.value) for each in terms} else None

    @property
    def is_past(self) -> bool:
        return self.days != self.this_year

    @property
    def kept(self) -> dict[str, str]:
        """The choices that a link or the filter box carries along, without the words."""
        return {"from": str(self.days.first.year)} if self.is_past else {}


class RecordFilter(_YearFilter):
    """Lessons: school year, state, strand, year group, words."""

    def __init__(self, given: Mapping[str, str], *, school: School, today: date) -> None:
        super().__init__(given, school=school, today=today)
        self.strand = self._one_of(Strand, "strand")
        self.state = self._one_of(LessonState, "state")
        self.year_group = _year_group(given.get("year", ""))

    @property
    def kept(self) -> dict[str, str]:
        found = super().kept
        if self.strand:
            found["strand"] = self.strand.value
        if self.state:
            found["state"] = self.state.value
        if self.year_group is not None:
            found["year"] = str(self.year_group)
        return found


class OfferFilter(_YearFilter):
    """Offers: school year, kind, words."""

    def __init__(self, given: Mapping[str, str], *, school: School, today: date) -> None:
        super().__init__(given, school=school, today=today)
        self.kind = self._one_of(OfferKind, "kind")

    @property
    def kept(self) -> dict[str, str]:
        return {**super().kept, **({"kind": self.kind.value} if self.kind else {})}


def _year_group(asked: str) -> int | None:
    known = {str(year) for year in range(NURSERY, OLDEST_YEAR + 1)}
    return int(asked) if asked in known else None
