"""
When is a channel to be looked at, how does a check stand, and who is told of one not done?

Source: "named people look after each channel". No policy of those we know says how often: the
school chooses, and the page says so. Days are school days: nobody is asked to look on a closed
day, and a week in which the school is closed has no check.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from footprint.rulebook.decisions.deadline import add_school_days
from footprint.rulebook.facts import SchoolCalendar

_WEEK = timedelta(days=7)
_SCHOOL_WEEK = 5


class CheckEvery(StrEnum):
    """How often somebody looks at a channel."""

    SCHOOL_DAY = "school_day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"


class CheckResult(StrEnum):
    """What somebody found who looked at a channel. "Could not look" is never "nothing there"."""

    NOTHING = "nothing"
    SIGHTING = "sighting"
    LISTING_RIGHT = "listing_right"
    LISTING_WRONG = "listing_wrong"
    COULD_NOT_LOOK = "could_not_look"


# A check is done once somebody has looked; whoever could not look has not.
DONE = frozenset(CheckResult) - {CheckResult.COULD_NOT_LOOK}


@dataclass(frozen=True)
class Plan:
    """
    How often a channel is looked at.

    Args:
        weekday: 0 for Monday to 4 for Friday; of no account for every school day.
        begins: the first day on which a check may be due.
        ends: the first day on which none is any more; None while it goes on.
    """

    every: CheckEvery
    weekday: int
    begins: date
    ends: date | None = None


class Standing(StrEnum):
    """How one due check stands."""

    COMING = "coming"
    DUE = "due"
    LATE = "late"
    MISSED = "missed"
    DONE = "done"
    DONE_LATE = "done_late"


class Told(StrEnum):
    """Who hears of a check that was not done: first those named and the stand-in, then leads."""

    STANDIN = "standin"
    LEADS = "leads"


def due_days(*, plan: Plan, first: date, last: date, calendar: SchoolCalendar) -> tuple[date, ...]:
    """
    The days from `first` to `last`, both counted, on which a check is due; each once, in order.

    A weekly check whose day is closed moves to the next school day of the same week, else to the
    last one before; a monthly one to the next school day of the same month.
    """
    days = (day for day in _candidates(plan, first, last, calendar) if first <= day <= last)
    kept = {day for day in days if day >= plan.begins and (plan.ends is None or day < plan.ends)}
    return tuple(sorted(kept))


def standing(*, due_on: date, done_on: date | None, next_due: date | None, on: date) -> Standing:
    """
    Say how a check stands on a day.

    Args:
        done_on: the day on which somebody looked for it; None while nobody has.
        next_due: when the channel's next check is due; from then on this one can only be missed.
    """
    if done_on is not None:
        return Standing.DONE if done_on <= due_on else Standing.DONE_LATE
    if on < due_on:
        return Standing.COMING
    if on == due_on:
        return Standing.DUE
    return Standing.MISSED if next_due is not None and on >= next_due else Standing.LATE


def told_on(*, due_on: date, calendar: SchoolCalendar) -> dict[Told, date]:
    """
    From which day each is told of a check that was not done: the next school day, and the second.

    Raises:
        ValueError: the calendar has no school day within a year.
    """
    return {
        Told.STANDIN: add_school_days(due_on, 1, calendar),
        Told.LEADS: add_school_days(due_on, 2, calendar),
    }


def _candidates(plan: Plan, first: date, last: date, calendar: SchoolCalendar) -> Iterator[date]:
    if plan.every is CheckEvery.SCHOOL_DAY:
        yield from (day for day in _days(first, last) if calendar.is_working_day(day))
    elif plan.every is CheckEvery.MONTH:
        yield from _monthly(plan.weekday, first, last, calendar)
    else:
        yield from _weekly(plan, first, last, calendar)


def _weekly(plan: Plan, first: date, last: date, calendar: SchoolCalendar) -> Iterator[date]:
    monday = _monday_of(first)
    step = 2 if plan.every is CheckEvery.FORTNIGHT else 1
    while monday <= last:
        weeks = (monday - _monday_of(plan.begins)).days // 7
        day = _school_day_of_week(monday, plan.weekday, calendar)
        if day and weeks % step == 0:
            yield day
        monday += _WEEK


def _school_day_of_week(monday: date, weekday: int, calendar: SchoolCalendar) -> date | None:
    days = [monday + timedelta(days=number) for number in range(_SCHOOL_WEEK)]
    in_order = days[weekday:] + days[:weekday][::-1]
    return next((day for day in in_order if calendar.is_working_day(day)), None)


def _monthly(weekday: int, first: date, last: date, calendar: SchoolCalendar) -> Iterator[date]:
    start = first.replace(day=1)
    while start <= last:
        following = (start + timedelta(days=31)).replace(day=1)
        wanted = start + timedelta(days=(weekday - start.weekday()) % 7)
        days = _days(wanted, following - timedelta(days=1))
        day = next((day for day in days if calendar.is_working_day(day)), None)
        if day:
            yield day
        start = following


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
