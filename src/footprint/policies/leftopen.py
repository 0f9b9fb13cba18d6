"""
What a policy leaves for the school to say at adoption: a time, where its sentence gives none.

A file of its own because the action that adopts, its form and the command ask it in the same way.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from footprint.rulebook.catalogue import CATALOGUE, Part
from footprint.rulebook.decisions import deadline
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.policy import Policy, Value
from footprint.rulebook.terms import ClauseName

MOST_DAYS = 60  # more than a term would be a slip of the keyboard
_ANY_DAY = date(2026, 1, 1)  # only whether there is a date matters here, not which

_DUE: Mapping[tuple[ClauseName, str], Callable[[Policy], deadline.DeadlineRuling]] = {
    (ClauseName.DELETION_REQUEST, "days"): lambda policy: deadline.due(
        policy=policy, asked_on=_ANY_DAY, calendar=SchoolCalendar()
    ),
    (ClauseName.REPUTATION, "answer_days"): lambda policy: deadline.answer_due(
        policy=policy, received_on=_ANY_DAY, calendar=SchoolCalendar()
    ),
}


def left_open(policy: Policy) -> list[tuple[ClauseName, Part]]:
    """
    The numbers to ask for: those of stated clauses without which a decision finds no date.

    A document may say "within 24 hours" or "within two school days" itself; then there is nothing
    to ask.
    """
    return [
        (entry.name, part)
        for entry in CATALOGUE
        for part in entry.parts
        if part.at_adoption
        and policy.clause(entry.name).is_stated
        and _DUE[entry.name, part.key](policy).due is None
    ]


def given_before(policy: Policy, before: Policy) -> dict[tuple[ClauseName, str], int]:
    """
    What the school said at an earlier adoption about what this policy leaves open as well.

    Only its own word counts: a number that the earlier document stated is no answer to this one.
    """
    found = {}
    for name, part in left_open(policy):
        value = before.clause(name).values.get(part.key)
        if value is not None and value.quote is None and isinstance(value.value, int):
            found[name, part.key] = value.value
    return found


def with_given(policy: Policy, given: Mapping[tuple[ClauseName, str], int]) -> Policy:
    """A number is added only where a stated sentence leaves it open: it never makes a sentence."""
    clauses = dict(policy.clauses)
    for name, part in left_open(policy):
        if (number := given.get((name, part.key))) is not None:
            values = {**clauses[name].values, part.key: Value(number, None)}
            clauses[name] = replace(clauses[name], values=values)
    return replace(policy, clauses=clauses)
