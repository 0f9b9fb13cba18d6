"""
Which year groups and classes does the school have?

A file of its own because forms, the grid and the figures ask it. The register of people answers;
while it has no pupils, the school's own choice does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footprint.people.models import NURSERY, OLDEST_YEAR, Person
from footprint.registers.lessons.models import ChosenYears

EVERY_YEAR = tuple(range(NURSERY, OLDEST_YEAR + 1))


@dataclass(frozen=True)
class Years:
    """
    The year groups in order, each with its classes.

    Args:
        from_register: True where the register of people says it.
        known: False where nobody has said it: then lessons may be for any year, and no gap counts.
    """

    classes: Mapping[int, tuple[str, ...]]
    from_register: bool
    known: bool

    @property
    def numbers(self) -> tuple[int, ...]:
        return tuple(self.classes)


def years_of(school_id: int, *, on: date) -> Years:
    """The years with pupils; else those that the school chose; else all of them, unknown."""
    found: dict[int, tuple[str, ...]] = {}
    for year, class_name, _ in Person.objects.of_school(school_id).present(on).classes():
        if year is not None:
            found[year] = (*found.get(year, ()), *([class_name] if class_name else []))
    if found:
        return Years(found, from_register=True, known=True)
    chosen = ChosenYears.objects.of_school(school_id)
    numbers = range(chosen.first, chosen.last + 1) if chosen else EVERY_YEAR
    return Years(dict.fromkeys(numbers, ()), from_register=False, known=chosen is not None)
