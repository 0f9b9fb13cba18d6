"""
How long may a draft wait, and by when is a past use taken down after permission has gone?

Source: no part of a policy that is looked for says either. The school's own number comes first;
else we suggest one and say that it is ours.
"""

from datetime import date

from footprint.rulebook.decisions.deadline import DeadlineRuling, add_school_days
from footprint.rulebook.facts import Reason, SchoolCalendar, silent
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName

DRAFT_DAYS = 10  # our suggestions, in school days
TAKE_DOWN_DAYS = 2


def draft_ends(
    *, own_days: int | None, changed_on: date, calendar: SchoolCalendar
) -> DeadlineRuling:
    """
    Say on which day a draft that nobody touches ends, with its pictures.

    Raises:
        ValueError: the calendar has no school day within a year.
    """
    if own_days is not None:
        reason = Reason(f"Your school lets a draft wait for {_school_days(own_days)}.")
        return DeadlineRuling(add_school_days(changed_on, own_days, calendar), reason)
    then = f"Footprint suggests {_school_days(DRAFT_DAYS)}."
    reason = silent("how long a draft may wait", then)
    return DeadlineRuling(add_school_days(changed_on, DRAFT_DAYS, calendar), reason)


def take_down_due(
    *, policy: Policy, own_days: int | None, asked_on: date, calendar: SchoolCalendar
) -> DeadlineRuling:
    """
    Say by when the school takes its own use down, counted from the day on which permission went.

    Where the school gave no number, but its policy gives others a number of school days to delete
    a post, we suggest that the school keeps to the same.

    Raises:
        ValueError: the calendar has no school day within a year.
    """
    if own_days is not None:
        reason = Reason(f"Your school gave itself {_school_days(own_days)}.")
        return DeadlineRuling(add_school_days(asked_on, own_days, calendar), reason)
    clause = policy.clause(ClauseName.DELETION_REQUEST)
    others = clause.get("days") if clause.is_stated else None
    about = "how soon the school takes its own pictures down"
    if isinstance(others, int) and not isinstance(others, bool):
        then = f"It gives others {_school_days(others)}; Footprint suggests the same."
        return DeadlineRuling(add_school_days(asked_on, others, calendar), silent(about, then))
    then = f"Footprint suggests {_school_days(TAKE_DOWN_DAYS)}."
    due = add_school_days(asked_on, TAKE_DOWN_DAYS, calendar)
    return DeadlineRuling(due, silent(about, then))


def _school_days(days: int) -> str:
    return f"{days} school day{'' if days == 1 else 's'}"
