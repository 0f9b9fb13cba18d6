"""
When is a stage of a complaint due, and may these people sit on its panel?

Source: the school's own complaints procedure, which its social media policy points to under
"concerns in private"; where no stage and no number is given the answer is "not stated", because
no default may pass for law. What statute asks of a panel is a dated fact of the guidance pack and
is handed in: three people, one of them independent of the school, none involved before.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from footprint.rulebook.decisions.deadline import add_school_days
from footprint.rulebook.facts import Reason, SchoolCalendar
from footprint.rulebook.policy import Policy
from footprint.rulebook.terms import ClauseName


@dataclass(frozen=True)
class Stage:
    """
    One stage of a school's procedure, in the school's own words.

    Args:
        title: who hears it, such as "the headteacher, in writing".
        school_days: within how many; None where the procedure gives no number.
    """

    title: str
    school_days: int | None = None


@dataclass(frozen=True)
class StageRuling:
    """The last day of a stage; None where the procedure does not say."""

    due: date | None
    reason: Reason


@dataclass(frozen=True)
class PanelMember:
    """One person on a panel."""

    name: str
    independent: bool
    involved_before: bool


def rule_on_stage(
    *, stage: Stage, began_on: date, calendar: SchoolCalendar, source: str
) -> StageRuling:
    """
    Say by when a stage ends.

    Args:
        source: where the school's number stands, such as "Complaints procedure 2026, page 3".

    Raises:
        ValueError: the calendar has no school day within a year.
    """
    if stage.school_days is None:
        return StageRuling(None, Reason("Your complaints procedure gives no number of days here."))
    due = add_school_days(began_on, stage.school_days, calendar)
    days = "one school day" if stage.school_days == 1 else f"{stage.school_days} school days"
    return StageRuling(due, Reason(f"Your complaints procedure gives {days}: {source}."))


def stated_stages(policy: Policy) -> tuple[str, ...]:
    """Who hears a complaint, stage by stage, as far as the policy says."""
    stages = policy.clause(ClauseName.COMPLAINTS_PROCEDURE).get("stages")
    return tuple(str(each) for each in stages) if isinstance(stages, tuple | list) else ()


def panel_faults(members: Sequence[PanelMember]) -> tuple[str, ...]:
    """What is wrong with a panel; empty where it may sit. It suggests, people decide."""
    faults = []
    names = {" ".join(member.name.lower().split()) for member in members}
    if len(members) < 3 or len(names) < len(members):
        faults.append("A panel has at least three different people.")
    if members and not any(member.independent for member in members):
        faults.append("One of them must be independent of the running of the school.")
    faults += [
        f"{member.name} was involved before and cannot hear the complaint."
        for member in members
        if member.involved_before
    ]
    return tuple(faults)
