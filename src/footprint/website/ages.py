"""
Minimum ages for the public page: each service today, and what is known to come.

A file of its own because the page, the leaflet and their tests need the same rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeGuard

from footprint.guidance.at_school import facts_for
from footprint.guidance.fact import Fact, Theme, Value
from footprint.guidance.models import FactOverride
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName
from footprint.schools.models import School


@dataclass(frozen=True)
class Age:
    """
    One service: its fact today, and the dated change that is known to come, if any.

    Args:
        service: its name alone.
        own: the school's own value and reason, where it gave one.
        own_words: that value in words.
    """

    service: str
    today: Fact
    coming: Fact | None
    own: FactOverride | None
    own_words: str

    @property
    def years(self) -> int | None:
        """The age as a number; None where the fact is a sentence."""
        return self.today.value if _is_number(self.today.value) else None

    @property
    def coming_years(self) -> int | None:
        return self.coming.value if self.coming and _is_number(self.coming.value) else None

    @property
    def own_years(self) -> int | None:
        return self.own.value if self.own and _is_number(self.own.value) else None


def _is_number(value: Value) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def todays_ages(*, school: School, on: date) -> list[Age]:
    """Every service of which the guidance pack knows the minimum age, by name."""
    found = [
        Age(
            each.title.partition(":")[0],
            each.fact,
            next(iter(each.coming), None),
            each.override,
            each.own_words,
        )
        for each in facts_for(school=school, on=on)[Theme.AGES]
        if each.fact
    ]
    return sorted(found, key=lambda age: (age.service, age.today.title))


def stated_ages(policy: Policy) -> Mapping[str, object]:
    """What the school's own policy says: {service, or "" for all: years}."""
    clause = policy.clause(ClauseName.MINIMUM_AGE)
    exceptions = clause.get("exceptions")
    stated: dict[str, object] = {}
    if clause.get("general") is not None:
        stated[""] = clause.get("general")
    return {**stated, **(exceptions if isinstance(exceptions, Mapping) else {})}
