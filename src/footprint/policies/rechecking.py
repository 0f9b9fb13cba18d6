"""
What the dated facts say today about a policy, adopted or under review.

A file of its own because the policy's page, the review and "Today" ask it alike. Nothing is stored:
a fact that changes in the night, or a value that the school gives itself, shows at the next look.
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from footprint.guidance.at_school import own_values
from footprint.guidance.checks import DatedFinding, outdated_facts
from footprint.policies.models import PolicyVersion
from footprint.policies.presenting import ShownFinding, shown_finding
from footprint.rulebook.reading.result import FindingKind


@dataclass(frozen=True)
class Recheck:
    """
    One thing that the dated facts contradict, or will.

    Args:
        key: the fact's name, for its page.
        is_coming: nothing is wrong today.
        is_new: it was not so on the day of the adoption.
    """

    shown: ShownFinding
    key: str
    is_coming: bool
    is_new: bool


def recheck(version: PolicyVersion, *, on: date) -> list[Recheck]:
    """What is out of date in the version on that day, then what is known to come."""
    then = set()
    if version.adopted_on is not None:
        then = {shown_finding(each).lead for each in _dated(version, version.adopted_on)}
    found = [_recheck(each, version, then) for each in _dated(version, on)]
    return sorted(found, key=lambda each: each.is_coming)


def _recheck(found: DatedFinding, version: PolicyVersion, then: Container[str]) -> Recheck:
    shown = shown_finding(found)
    is_new = version.adopted_on is not None and shown.lead not in then
    return Recheck(shown, found.key, found.is_coming, is_new)


def outdated_count(version: PolicyVersion, *, on: date) -> int:
    """How many statements of the version are out of date; what is only to come waits for nobody."""
    return sum(1 for each in _dated(version, on) if not each.is_coming)


def findings_now(version: PolicyVersion, *, on: date) -> list[ShownFinding]:
    """Of a draft: what the reader found in the document, and what the facts say of it today."""
    kept = [each for each in version.findings if each.get("kind") != FindingKind.OUT_OF_DATE]
    return [*map(shown_finding, kept), *(each.shown for each in recheck(version, on=on))]


def _dated(version: PolicyVersion, on: date) -> list[DatedFinding]:
    return list(
        outdated_facts(
            version.as_it_stands.clauses,
            on=on,
            nation=version.school.nation,
            own=own_values(school=version.school, on=on),
        )
    )
