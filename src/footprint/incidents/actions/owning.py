"""Hand an incident over: to somebody who can see it, with a word on why and what is expected."""

from datetime import date, datetime

from django.db import transaction

from footprint.incidents.actions.sealing import seal_incident
from footprint.incidents.actions.taking import CannotSee, NotTold, change, write
from footprint.incidents.actions.telling import tell
from footprint.incidents.circle import find, owners_of
from footprint.incidents.models import Incident
from footprint.rulebook.terms import SEALED_MATTERS, Matter
from footprint.users.models import User


@transaction.atomic
def hand_over(
    *,
    incident: Incident,
    to: User,
    note: str,
    next_date: date,
    revision: int,
    by: User,
    now: datetime,
    matter: Matter | None = None,
) -> None:
    """
    Give the incident another owner, and another class where it turned out to be one.

    Args:
        note: why, and what is expected of the new owner.
        matter: the new class; whoever hands it over may then no longer see it.

    Raises:
        CannotSee: the new owner may not see it, or not take its steps.
        NotTold: the note is missing, or nothing would change.
        StepNotAllowed: it is closed.
        ChangedMeanwhile.
    """
    kind = matter or Matter(incident.matter)
    if not note.strip():
        raise NotTold("Say why you hand it over, and what you expect.")
    if to == incident.owner and kind == Matter(incident.matter):
        raise NotTold(f"{to.name} looks after it already.")
    shut_out = set(incident.shut_out.values_list("pk", flat=True))
    possible = owners_of(school_id=incident.school_id, matter=kind, shut_out=shut_out)
    if find(possible, to) is None:
        raise CannotSee(f"{to.name} may not see this matter and cannot look after it.")
    before = incident.owner_id
    if kind in SEALED_MATTERS:
        seal_incident(incident)
    change(incident, revision=revision, owner=to, matter=kind.value, next_date=next_date)
    write(
        incident,
        action="handed_over",
        text=f"To {to.name}. {note.strip()}",
        by=by,
        now=now,
        details={"from": before, "to": to.pk, "matter": kind.value},
    )
    if to != by:
        tell(
            incident,
            to,
            about=f"handed_over:{incident.revision}",
            subject=f"Footprint: incident {incident.pk} is yours now",
            sentence=f"Incident {incident.pk} was handed over to you, with a note.",
            now=now,
        )
