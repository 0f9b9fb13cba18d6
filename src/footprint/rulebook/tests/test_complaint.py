"""Stages in school days with their source; a panel of three, one independent, none involved."""

from datetime import date

import pytest

from footprint.rulebook.decisions.complaint import (
    PanelMember,
    Stage,
    panel_faults,
    rule_on_stage,
    stated_stages,
)
from footprint.rulebook.facts import SchoolCalendar
from footprint.rulebook.policy import Policy

HALF_TERM = SchoolCalendar(frozenset(date(2026, 10, day) for day in range(26, 31)))
FRIDAY = date(2026, 10, 23)
OURS = PanelMember("Ida Fenwick", independent=False, involved_before=False)
ALSO_OURS = PanelMember("Jon Sallow", independent=False, involved_before=False)
OUTSIDE = PanelMember("Una Brook", independent=True, involved_before=False)
INVOLVED = PanelMember("Max Thorne", independent=True, involved_before=True)


@pytest.mark.parametrize(
    ("days", "calendar", "due"),
    [
        (None, HALF_TERM, None),
        (0, SchoolCalendar(), FRIDAY),
        (1, SchoolCalendar(), date(2026, 10, 26)),
        (1, HALF_TERM, date(2026, 11, 2)),
        (10, HALF_TERM, date(2026, 11, 13)),
    ],
)
def test_a_stage_is_counted_in_school_days_or_not_at_all(
    days: int | None, calendar: SchoolCalendar, due: date | None
) -> None:
    ruling = rule_on_stage(
        stage=Stage("the headteacher", days), began_on=FRIDAY, calendar=calendar, source="page 3"
    )

    assert ruling.due == due
    assert ("page 3" in ruling.reason.sentence) == (days is not None)


@pytest.mark.parametrize(
    ("members", "faults"),
    [
        ((OURS, ALSO_OURS, OUTSIDE), 0),
        ((), 1),
        ((OURS, OUTSIDE), 1),
        ((OURS, OURS, OUTSIDE), 1),
        ((OURS, ALSO_OURS, PanelMember("Kit Lowe", False, False)), 1),
        ((OURS, ALSO_OURS, INVOLVED), 1),
        ((OURS, INVOLVED), 2),
    ],
)
def test_who_may_sit_on_a_panel(members: tuple[PanelMember, ...], faults: int) -> None:
    assert len(panel_faults(members)) == faults


def test_where_the_policy_is_silent_there_is_no_stage() -> None:
    assert stated_stages(Policy("", {})) == ()
