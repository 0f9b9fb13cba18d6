"""
What waits for one person at one school: counts and first rows from every room below.

A file of its own because it asks five rooms, and the view should show, not gather.
"""

from dataclasses import dataclass
from datetime import date, datetime

from footprint.home.doctor import Finding, examine
from footprint.inbox.models import Item
from footprint.incidents.models import Incident
from footprint.listening.models import Source
from footprint.policies.inpost import not_in_post
from footprint.policies.models import PolicyVersion
from footprint.policies.rechecking import outdated_count
from footprint.schools.models import SchoolName
from footprint.users.access import may, roles_of
from footprint.users.models import User
from footprint.users.permissions import Permission

SHOWN = 5


@dataclass(frozen=True)
class FirstStep:
    """One thing to do before Footprint can help; `url_name` leads to where it is done."""

    done: bool
    sentence: str
    url_name: str
    permission: Permission


@dataclass(frozen=True)
class Waiting:
    """
    What the Today page shows; None where the person may not see that kind of thing at all.

    Args:
        items: open items on the person's desks, those due first.
        incidents: open incidents that the person owns or whose date has come.
        sources: sources that could not be read last time.
        drafts: policy versions under review.
        outdated: statements of the policy in force that dated facts contradict; 0 for who could
            do nothing about it.
        left: people whom it names and who have left; the same.
        steps: first steps; empty once all are done.
        ailments: what the doctor finds, for people who can do something about it.
    """

    items: list[Item] | None
    item_count: int
    overdue_count: int
    incidents: list[Incident] | None
    incident_count: int
    sources: list[Source] | None
    drafts: list[PolicyVersion] | None
    version: PolicyVersion | None
    outdated: int
    left: int
    steps: list[FirstStep]
    ailments: list[Finding]


def waiting_for(user: User, school_id: int, *, today: date, now: datetime) -> Waiting:
    """Gather it. Everything goes through `seen_by`: nothing is counted that may not be read."""
    version = PolicyVersion.objects.in_force(school_id=school_id, on=today)
    roles = roles_of(user).get(school_id, frozenset())
    mine = Item.objects.seen_by(user).of_school(school_id).open().on_desks(roles)
    incidents = Incident.objects.seen_by(user).of_school(school_id).due_by(today)
    sources = Source.objects.seen_by(user).of_school(school_id).in_trouble()
    drafts = PolicyVersion.objects.seen_by(user).of_school(school_id).drafts().for_list()
    steps = _first_steps(user, school_id, version)
    mended = version if _may(user, school_id, "POLICIES_DRAFT") else None
    return Waiting(
        items=list(mine.soonest()[:SHOWN]) if _may(user, school_id, "INBOX_READ") else None,
        item_count=mine.count(),
        overdue_count=mine.overdue(today).count(),
        incidents=list(incidents[:SHOWN]) if _may(user, school_id, "INCIDENTS_READ") else None,
        incident_count=incidents.count(),
        sources=list(sources) if _may(user, school_id, "LISTENING_READ") else None,
        drafts=list(drafts[:SHOWN]) if _may(user, school_id, "POLICIES_DRAFT") else None,
        version=version,
        outdated=outdated_count(mended, on=today) if mended else 0,
        left=sum(each.has_left for each in not_in_post(mended, on=today)) if mended else 0,
        steps=[] if all(step.done for step in steps) else steps,
        ailments=_ailments(user, school_id, now),
    )


def _may(user: User, school_id: int, name: str) -> bool:
    return may(user, Permission[name], school_id)


def _first_steps(user: User, school_id: int, version: PolicyVersion | None) -> list[FirstStep]:
    steps = [
        FirstStep(
            SchoolName.objects.filter(school_id=school_id).exists(),
            "Say which names the school goes by",
            "schools:list_names",
            Permission.LISTENING_CHANGE,
        ),
        FirstStep(
            version is not None,
            "Upload your social media policy, review it and record its adoption",
            "policies:list_versions",
            Permission.POLICIES_DRAFT,
        ),
        FirstStep(
            Source.objects.of_school(school_id).exists(),
            "Add a source to listen to",
            "listening:list_sources",
            Permission.LISTENING_CHANGE,
        ),
    ]
    return [step for step in steps if may(user, step.permission, school_id)]


def _ailments(user: User, school_id: int, now: datetime) -> list[Finding]:
    """Sources are shown with their own names; the rest is for whoever may change the set-up."""
    if not may(user, Permission.LISTENING_CHANGE, school_id):
        return []
    return [each for each in examine(now=now) if not each.well and each.subject != "Sources"]
