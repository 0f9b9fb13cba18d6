"""
The school's own numbers, its calendar and its policy, for the two clocks of publishing.

A file of its own because actions, jobs and pages need the same dates with the same reasons.
"""

from datetime import date

from footprint.publishing.checking import policy_on
from footprint.publishing.models import Period
from footprint.rulebook.decisions.deadline import DeadlineRuling
from footprint.rulebook.decisions.publication_clocks import draft_ends, take_down_due
from footprint.schools.calendars import calendar_of
from footprint.schools.models import School


def draft_clock(school: School, on: date) -> DeadlineRuling:
    """When a draft that was changed on this day ends, and why then."""
    own = Period.objects.current(school.pk)
    return draft_ends(
        own_days=own.draft_days if own else None,
        changed_on=on,
        calendar=calendar_of(school, around=on),
    )


def draft_ends_on(school: School, on: date) -> date:
    return _day(draft_clock(school, on))


def take_down_clock(school: School, on: date) -> DeadlineRuling:
    """By when a use is taken down if permission went on this day, and why then."""
    own = Period.objects.current(school.pk)
    return take_down_due(
        policy=policy_on(school, on),
        own_days=own.take_down_days if own else None,
        asked_on=on,
        calendar=calendar_of(school, around=on),
    )


def _day(ruling: DeadlineRuling) -> date:
    if ruling.due is None:
        raise ValueError("A clock of publishing always has a day.")
    return ruling.due
