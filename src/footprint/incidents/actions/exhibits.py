"""Pictures as evidence: kept where they may be, locked at one press; never of a nude child."""

from datetime import datetime

from django.db import transaction

from footprint.evidence import exhibits
from footprint.evidence.exhibits import NotLocked
from footprint.evidence.models import Exhibit
from footprint.incidents.actions.taking import CannotSee, change, write
from footprint.incidents.actions.telling import tell
from footprint.incidents.circle import circle
from footprint.incidents.models import Incident, IncidentExhibit
from footprint.rulebook.terms import Role
from footprint.users.access import roles_of
from footprint.users.models import User

_TOLD = frozenset({Role.DSL, Role.DEPUTY_DSL, Role.HEADTEACHER})
_DESTROY = frozenset({Role.DSL, Role.DEPUTY_DSL})


class NoPicturesHere(Exception):
    """The matter is about a nude or sexual image of a child: words only, whatever the picture."""


@transaction.atomic
def add_exhibit(
    *,
    incident: Incident,
    data: bytes,
    url: str,
    how: str,
    revision: int,
    by: User,
    now: datetime,
) -> Exhibit:
    """
    Keep a picture as evidence of this incident.

    Raises:
        NoPicturesHere: see there; nothing was stored.
        PictureProblem: it cannot be shown as a picture; nothing was stored.
        StepNotAllowed, ChangedMeanwhile.
    """
    if incident.no_pictures:
        raise NoPicturesHere
    change(incident, revision=revision)
    kept = exhibits.keep_exhibit(
        school=incident.school, data=data, url=url, how=how, by=by, now=now
    )
    IncidentExhibit.objects.create(incident=incident, exhibit=kept)
    write(
        incident,
        action="exhibit_added",
        text=f"Picture {kept.pk}: {how}. SHA-256 {kept.sha256}",
        by=by,
        now=now,
        details={"exhibit": kept.pk},
    )
    return kept


@transaction.atomic
def contain_exhibit(*, incident: Incident, exhibit: Exhibit, by: User, now: datetime) -> bool:
    """
    Lock a picture unseen, tell safeguarding leads and head, and take no more pictures here.

    Returns:
        False when it was locked before.
    """
    if not exhibits.contain(exhibit=exhibit, by=by, now=now):
        return False
    Incident.objects.filter(pk=incident.pk).update(no_pictures=True)
    write(
        incident,
        action="exhibit_contained",
        text=f"Picture {exhibit.pk} was locked; nobody can look at it any more.",
        by=by,
        now=now,
        details={"exhibit": exhibit.pk},
    )
    for member in circle(incident):
        if member.roles & _TOLD:
            tell(
                incident,
                member.user,
                about=f"contained:{exhibit.pk}",
                subject=f"Footprint: incident {incident.pk} needs you now",
                sentence=f"A picture in incident {incident.pk} was locked. Act on it now.",
                now=now,
            )
    return True


def may_destroy(user: User, school_id: int) -> bool:
    """Only a safeguarding lead destroys what was locked."""
    return bool(_DESTROY & roles_of(user).get(school_id, frozenset()))


@transaction.atomic
def destroy_exhibit(
    *, incident: Incident, exhibit: Exhibit, police_reference: str, by: User, now: datetime
) -> None:
    """
    Destroy a locked picture, once the police have said so.

    Raises:
        CannotSee: by somebody who is no safeguarding lead.
        NotLocked: it was not locked, or there is no reference.
    """
    if not may_destroy(by, incident.school_id):
        raise CannotSee("Only the safeguarding lead or a deputy destroys a locked picture.")
    exhibits.destroy(exhibit=exhibit, police_reference=police_reference, by=by, now=now)
    write(
        incident,
        action="exhibit_destroyed",
        text=f"Picture {exhibit.pk} was destroyed. Police reference: {police_reference.strip()}.",
        by=by,
        now=now,
        details={"exhibit": exhibit.pk},
    )


__all__ = [
    "NoPicturesHere",
    "NotLocked",
    "add_exhibit",
    "contain_exhibit",
    "destroy_exhibit",
    "may_destroy",
]
