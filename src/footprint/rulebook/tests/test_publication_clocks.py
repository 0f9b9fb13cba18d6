"""Clocks of drafts and of take-downs: the school's number, else ours, and whose it is."""

from datetime import date

import pytest

from footprint.rulebook.decisions.publication_clocks import draft_ends, take_down_due
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName
from footprint.rulebook.tests.factories import FRIDAY, MONDAY, SILENT, clause, policy

OPEN = SchoolCalendar()
HALF_TERM = SchoolCalendar(frozenset(date(2026, 3, day) for day in range(9, 14)))
OTHERS = policy(clause(ClauseName.DELETION_REQUEST, "Delete it soon.", days=4))


@pytest.mark.parametrize(
    ("own", "start", "calendar", "ends", "words"),
    [
        (None, MONDAY, OPEN, date(2026, 3, 16), "Your policy does not say how long a draft may"),
        (3, MONDAY, OPEN, date(2026, 3, 5), "Your school lets a draft wait for 3 school days."),
        (1, FRIDAY, OPEN, date(2026, 3, 9), "1 school day."),
        (1, FRIDAY, HALF_TERM, date(2026, 3, 16), "1 school day."),
    ],
)
def test_a_draft_ends(
    own: int | None, start: date, calendar: SchoolCalendar, ends: date, words: str
) -> None:
    ruling = draft_ends(own_days=own, changed_on=start, calendar=calendar)

    assert ruling.due == ends
    assert words in ruling.reason.sentence


@pytest.mark.parametrize(
    ("on", "own", "due", "words"),
    [
        (SILENT, None, date(2026, 3, 4), "Footprint suggests 2 school days."),
        (OTHERS, None, date(2026, 3, 6), "It gives others 4 school days; Footprint suggests"),
        (OTHERS, 1, date(2026, 3, 3), "Your school gave itself 1 school day."),
        (SILENT, 0, MONDAY, "Your school gave itself 0 school days."),
    ],
)
def test_a_take_down_is_due(on: Policy, own: int | None, due: date, words: str) -> None:
    ruling = take_down_due(policy=on, own_days=own, asked_on=MONDAY, calendar=OPEN)

    assert ruling.due == due
    assert words in ruling.reason.sentence
    assert ("Your policy does not say" in ruling.reason.sentence) is (own is None)
