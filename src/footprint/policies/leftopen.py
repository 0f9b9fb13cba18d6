"""
What a policy leaves for the school to say at adoption: a time, where its sentence gives none.

A file of its own because the action that adopts, its form and the command ask it in the same way.
"""

from collections.abc import Callable, Mapping
from datetime import date

from footprint.rulebook.catalogue import CATALOGUE, Part
from footprint.rulebook.decisions import deadline
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.policy import Policy
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
