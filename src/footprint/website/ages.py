"""
Minimum ages for the public page: each service today, and what is known to come.

A file of its own because the page, the leaflet and their tests need the same rows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from footprint.guidance.fact import Fact, Theme
from footprint.guidance.pack import load_pack
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName


@dataclass(frozen=True)
class Age:
    """One service: its fact today, and the dated change that is known to come, if any."""

    today: Fact
    coming: Fact | None


def todays_ages(*, nation: str, on: date) -> list[Age]:
    """Every service of which the guidance pack knows the minimum age, by name."""
    pack = load_pack()
    facts = sorted(pack.facts(theme=Theme.AGES, nation=nation, on=on), key=lambda fact: fact.title)
    return [
        Age(fact, next(iter(pack.coming(on=on, nation=nation, key=fact.key)), None))
        for fact in facts
    ]


def stated_ages(policy: Policy) -> Mapping[str, object]:
    """What the school's own policy says: {service, or "" for all: years}."""
    clause = policy.clause(ClauseName.MINIMUM_AGE)
    exceptions = clause.get("exceptions")
    stated: dict[str, object] = {}
    if clause.get("general") is not None:
        stated[""] = clause.get("general")
    return {**stated, **(exceptions if isinstance(exceptions, Mapping) else {})}
