"""Open an incident about something that was told: the four safety questions come first."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import transaction

from footprint.incidents.actions.naming import keep_namings, matter_and_owners
from footprint.incidents.actions.opening import CaptureFacts, open_incident
from footprint.incidents.actions.telling import tell
from footprint.incidents.advice import NO_POLICY
from footprint.incidents.circle import Member, circle, find, shut_out_by
from footprint.incidents.models import Incident
from footprint.people.models import Person
from footprint.policies.models import PolicyVersion
from footprint.rulebook.decisions.safety import SafetyRuling, rule_on_safety
from footprint.rulebook.terms import Matter, Role, SafetyQuestion
from footprint.schools.models import School
from footprint.users.access import holders
from footprint.users.models import User


@transaction.atomic
def report_incident(
    *,
    school: School,
    answers: Mapping[SafetyQuestion, bool],
    subject_is_head: bool,
    matter: Matter,
    title: str,
    capture_facts: CaptureFacts,
    policy_version: PolicyVersion | None,
    shut_out: Iterable[User],
    next_date: date,
    people: Iterable[Person] = (),
    by: User,
    now: datetime,
) -> tuple[Incident, SafetyRuling]:
    """
    Open an incident in the class that the safety questions lead to, else in the class given.

    A yes gives it to the desk that takes such matters over, and alerts all of the circle at once;
    whoever reported it may then not see it any more.

    Args:
        shut_out, people: who is named in it, with an account and without; their family is shut
            out with them.
        subject_is_head: the headteacher is accused, and gets no sign of it.

    Returns:
        the incident, and the ruling with what to do now.

    Raises:
        CannotSee: nobody else at the school may see such a matter.
        ValueError: a question has no answer.
    """
    policy = policy_version.policy if policy_version else NO_POLICY
    ruling = rule_on_safety(policy=policy, answers=answers, subject_is_head=subject_is_head)
    users, persons = list(shut_out), list(people)
    named = shut_out_by(school, users=users, people=persons)
    if subject_is_head and ruling.leaves_reputation_track:
        named |= shut_out_by(school, users=holders(school.pk, [Role.HEADTEACHER]))
    kind, owners = matter_and_owners(
        school_id=school.pk, matter=ruling.matter or matter, shut_out=named
    )
    incident = open_incident(
        school=school,
        matter=kind,
        title=title,
        capture_facts=capture_facts,
        policy_version=policy_version,
        owner=_owner(owners, ruling, by),
        next_date=next_date,
        shut_out=named,
        no_pictures=answers[SafetyQuestion.NUDE_IMAGE],
        by=by,
        now=now,
    )
    keep_namings(incident, people=persons, users=users, by=by, now=now)
    _alert(incident, ruling, by=by, now=now)
    return incident, ruling


def _owner(possible: list[Member], ruling: SafetyRuling, by: User) -> User:
    desk = [member for member in possible if ruling.desk in member.roles]
    mine = find(desk or possible, by)
    if mine is not None:
        return mine.user
    return (desk or possible)[0].user


def _alert(incident: Incident, ruling: SafetyRuling, *, by: User, now: datetime) -> None:
    """Tell all of the circle at once: an alert never waits for one absent person."""
    alerted = set(ruling.alerts) if incident.matter == ruling.matter else set(Role)
    for member in circle(incident):
        if ruling.alerts and member.roles & alerted and member.user not in (by, incident.owner):
            tell(
                incident,
                member.user,
                about="alert",
                subject=f"Footprint: incident {incident.pk} needs you now",
                sentence=f"Incident {incident.pk} needs you now.",
                now=now,
            )
