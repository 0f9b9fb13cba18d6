"""Somebody who works here tells of themselves: a short report, straight to the head."""

from datetime import datetime

from django.db import transaction

from footprint.incidents.actions.naming import keep_namings, matter_and_owners, moved_up
from footprint.incidents.actions.opening import CaptureFacts, open_incident
from footprint.incidents.actions.taking import NotTold
from footprint.incidents.actions.telling import tell
from footprint.incidents.circle import shut_out_by
from footprint.incidents.models import Incident, NamedAs
from footprint.policies.models import PolicyVersion
from footprint.rulebook.decisions.incident_steps import OWNERS
from footprint.rulebook.terms import Matter
from footprint.schools.models import School
from footprint.users.models import User


@transaction.atomic
def refer_oneself(
    *,
    school: School,
    text: str,
    policy_version: PolicyVersion | None,
    by: User,
    now: datetime,
) -> Incident:
    """
    Open a low-level concern about the person who writes it. They do not see it again.

    It is the headteacher's; of the headteacher, the chair's.

    Raises:
        NotTold: nothing was written.
        CannotSee: nobody else at the school may see such a matter.
    """
    if not text.strip():
        raise NotTold("Write what happened.")
    named = shut_out_by(school, users=[by])
    wanted = moved_up(school_id=school.pk, matter=Matter.LOW_LEVEL, accused=[by])
    matter, owners = matter_and_owners(school_id=school.pk, matter=wanted, shut_out=named)
    desk = [member for member in owners if OWNERS[matter] in member.roles]
    incident = open_incident(
        school=school,
        matter=matter,
        title="Somebody told of themselves",
        capture_facts=CaptureFacts("", "", text.strip(), None, "told by the person themselves"),
        policy_version=policy_version,
        owner=(desk or owners)[0].user,
        next_date=now.date(),
        shut_out=named,
        by=by,
        now=now,
    )
    keep_namings(incident, people=(), users=[by], named_as=NamedAs.OTHER, by=by, now=now)
    for member in desk[1:]:
        tell(
            incident,
            member.user,
            about="alert",
            subject=f"Footprint: incident {incident.pk} waits for you",
            sentence=f"Incident {incident.pk} was reported and waits to be looked at.",
            now=now,
        )
    return incident
