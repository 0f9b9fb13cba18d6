"""Open a matter beyond one's circle, in an emergency: others are told at once."""

from datetime import datetime, timedelta

from django.db import transaction

from footprint.incidents.actions.taking import NotTold, write
from footprint.incidents.actions.telling import tell
from footprint.incidents.circle import circle
from footprint.incidents.models import Incident, Opening
from footprint.rulebook.terms import Matter, Role
from footprint.schools.models import School
from footprint.users.access import holders, may, roles_of
from footprint.users.models import User
from footprint.users.permissions import BREAK_GLASS, Permission

LASTS = timedelta(hours=1)
TOLD = (Role.DSL, Role.HEADTEACHER, Role.TRUST_LEAD)


class NoSuchMatter(Exception):
    """There is none that this person may open so; not there and not allowed are answered alike."""


@transaction.atomic
def break_glass(*, school: School, number: int, reason: str, by: User, now: datetime) -> Incident:
    """
    Open one matter for an hour.

    Its circle is told, and so are safeguarding lead, head and trust lead, save who is named in it.

    Raises:
        NotTold: no reason was given.
        NoSuchMatter: see there.
    """
    if not reason.strip():
        raise NotTold("Say what the emergency is: others will read it.")
    incident = Incident.objects.of_school(school.pk).filter(pk=number).first()
    if incident is None or not _may_open(incident, by):
        raise NoSuchMatter
    Opening.objects.create(
        incident=incident, user=by, reason=reason.strip(), opened_at=now, ends_at=now + LASTS
    )
    write(
        incident,
        action="opened_in_emergency",
        text=reason.strip(),
        by=by,
        now=now,
        details={"until": (now + LASTS).isoformat()},
    )
    _tell_others(incident, by, now)
    return incident


def _may_open(incident: Incident, user: User) -> bool:
    roles = roles_of(user).get(incident.school_id, frozenset())
    open_to = frozenset[Matter]().union(*(BREAK_GLASS[role] for role in roles))
    return (
        may(user, Permission.BREAK_GLASS, incident.school_id)
        and Matter(incident.matter) in open_to
        and user not in incident.shut_out.all()
    )


def _tell_others(incident: Incident, by: User, now: datetime) -> None:
    out = list(incident.shut_out.all())
    people = {member.user for member in circle(incident)}
    people |= set(holders(incident.school_id, TOLD, but=out))
    for person in people - {by}:
        tell(
            incident,
            person,
            about=f"emergency:{by.pk}:{now.isoformat()}",
            subject=f"Footprint: incident {incident.pk} was opened in an emergency",
            sentence=(
                f"Somebody beyond its circle opened incident {incident.pk} in an emergency, for "
                "an hour. Their reason is in it."
            ),
            now=now,
        )
