"""
When is a deletion request due, and when does the school look again?

Source: the "Social media incidents" section. "Promptly" has no number: the school gave one when
it adopted the policy. Days are school days; days on which the school is closed do not count.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from footprint.rulebook.facts import Reason, SchoolCalendar, silent, stated
from footprint.rulebook.policy import Clause, Policy, Quote
from footprint.rulebook.terms import ClauseName

LONGEST_CLOSURE = timedelta(days=366)
_HOURS_A_DAY = 24
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_PERIOD = re.compile(
    rf"\b(?P<number>\d{{1,3}}|{'|'.join(_NUMBERS)})[\s-]+"
    r"(?P<school>(?:school|working)[\s-]+)?(?P<unit>hour|day|week)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class DeadlineRuling:
    """
    The last day to act, in the school's own calendar; None where nothing states one.

    Args:
        reason: how the date came about, or why there is none.
    """

    due: date | None
    reason: Reason


def next_school_day(day: date, calendar: SchoolCalendar) -> date:
    """
    The day itself if the school works then, else the first day after it on which it does.

    Raises:
        ValueError: the calendar has no school day within a year; its dates must be wrong.
    """
    found = day
    while not calendar.is_working_day(found):
        found += timedelta(days=1)
        if found - day > LONGEST_CLOSURE:
            raise ValueError("The school calendar has no school day within a year of this date.")
    return found


def add_school_days(start: date, days: int, calendar: SchoolCalendar) -> date:
    """
    The school day that many school days after `start`; `start` itself is not counted.

    Args:
        days: 0 or more; 0 gives `start` itself, or the next school day where it is a closed one.

    Raises:
        ValueError: `days` is negative, or the calendar has no school day within a year.
    """
    if days < 0:
        raise ValueError("A number of school days cannot be negative.")
    if days == 0:
        return next_school_day(start, calendar)
    found = start
    for _ in range(days):
        found = next_school_day(found + timedelta(days=1), calendar)
    return found


def due(*, policy: Policy, asked_on: date, calendar: SchoolCalendar) -> DeadlineRuling:
    """
    Say by when a deletion request is due.

    A period in the policy's own words ("within 24 hours") comes first; hours and plain days run
    through weekends, but end on a school day, because nobody can look before then. Else the number
    of school days given at adoption.

    Raises:
        ValueError: the calendar has no school day within a year.
    """
    clause = policy.clause(ClauseName.DELETION_REQUEST)
    if not clause.is_stated:
        return DeadlineRuling(None, silent("that a post is to be deleted, nor by when"))

    expected = str(clause.get("expected") or "")
    period = _PERIOD.search(expected)
    if period:
        sentence = f"Your policy gives the time: {period.group().lower()}."
        return DeadlineRuling(_after(asked_on, period, calendar), stated(sentence, clause))

    days = clause.get("days")
    if isinstance(days, int):
        reason = _reason_for_days(clause, days, expected)
        return DeadlineRuling(add_school_days(asked_on, days, calendar), reason)
    return DeadlineRuling(None, _reason_for_none(clause, expected))


def answer_due(*, policy: Policy, received_on: date, calendar: SchoolCalendar) -> DeadlineRuling:
    """
    Say by when a post is answered, or it is noted why not.

    Raises:
        ValueError: the calendar has no school day within a year.
    """
    clause = policy.clause(ClauseName.REPUTATION)
    given = clause.values.get("answer_days")
    if given is None or not isinstance(given.value, int):
        return DeadlineRuling(None, Reason("Your policy gives no time for an answer."))

    words = _school_days(given.value)
    sentence = (
        f"Your policy gives {words} for an answer."
        if given.quote
        else f"Your policy gives no time for an answer; your school gave {words} at adoption."
    )
    on = add_school_days(received_on, given.value, calendar)
    return DeadlineRuling(on, Reason(sentence, given.quote))


def follow_up_on(*, due: date, calendar: SchoolCalendar) -> date:
    """
    The first school day after the due date: the school looks whether the post is gone.

    Raises:
        ValueError: the calendar has no school day within a year.
    """
    return add_school_days(due, 1, calendar)


def _after(asked_on: date, period: re.Match[str], calendar: SchoolCalendar) -> date:
    number = _number(period["number"].lower())
    unit = period["unit"].lower()
    if period["school"] and unit == "day":
        return add_school_days(asked_on, number, calendar)
    days = {"hour": ceil(number / _HOURS_A_DAY), "day": number, "week": 7 * number}[unit]
    return next_school_day(asked_on + timedelta(days=days), calendar)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.index(word) + 1


def _reason_for_days(clause: Clause, days: int, expected: str) -> Reason:
    words = _school_days(days)
    if clause.values["days"].quote:
        return Reason(f"Your policy gives {words}.", _own_quote(clause))
    said = f"Your policy says “{expected}”" if expected else "Your policy gives no time"
    return Reason(f"{said}; your school gave {words} at adoption.", _own_quote(clause))


def _reason_for_none(clause: Clause, expected: str) -> Reason:
    if not expected:
        return silent("by when a post is to be deleted")
    sentence = f"Your policy says “{expected}” and no number; none was given at adoption."
    return Reason(sentence, _own_quote(clause))


def _own_quote(clause: Clause) -> Quote | None:
    return clause.quote_for("expected")


def _school_days(days: int) -> str:
    return "one school day" if days == 1 else f"{days} school days"
