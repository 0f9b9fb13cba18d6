"""
What the pages of removal show: an opinion that somebody wants removed, and what comes after.

A file of its own because `everything` is near its limit.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from footprint.incidents import actions
from footprint.incidents.models import Incident, Meeting, OpinionOverride
from footprint.policies.models import PolicyVersion
from footprint.rulebook.terms import Matter, Poster, PostKind
from footprint.schools.models import School
from footprint.users.models import User


@dataclass(frozen=True)
class Laddered:
    """The rows that addresses need."""

    override: OpinionOverride
    meeting: Meeting


def make_laddered(school: School, *, dsl: User, now: datetime) -> Laddered:
    """The safeguarding lead asks, so that the headteacher may answer."""
    incident = _opinion(school, dsl, now)
    override = actions.ask_override(
        incident=incident,
        reason="It is copied to a hundred groups",
        revision=incident.revision,
        by=dsl,
        now=now,
    )
    incident.refresh_from_db()
    meeting = actions.invite(
        incident=incident,
        invited="the parent",
        on=timezone.localdate(now),
        revision=incident.revision,
        by=dsl,
        now=now,
    )
    return Laddered(override, meeting)


def _opinion(school: School, by: User, now: datetime) -> Incident:
    incident = actions.open_incident(
        school=school,
        matter=Matter.CONDUCT,
        title="Words about the playground",
        capture_facts=actions.CaptureFacts(
            url="https://social.example/opinion",
            author="a_parent",
            text="The playground is too small",
            posted_at=now,
            method="typed for a test",
        ),
        policy_version=PolicyVersion.objects.of_school(school.pk).adopted()[0],
        owner=by,
        next_date=timezone.localdate(now),
        by=by,
        now=now,
    )
    actions.assess(
        incident=incident,
        assessment=actions.Assessment(Poster.PARENT, PostKind.CRITICISM),
        shut_out=[],
        next_date=timezone.localdate(now),
        revision=incident.revision,
        by=by,
        now=now,
    )
    return incident
