"""Open an incident about a concern: both, or neither."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction

from footprint.concerns.actions.taking import AlreadyClosed, change, write_event
from footprint.concerns.models import Concern
from footprint.incidents.actions import report_incident
from footprint.incidents.models import Incident
from footprint.people.models import Person
from footprint.rulebook.decisions.safety import SafetyRuling
from footprint.users.models import User


@transaction.atomic
def open_from_concern(
    *,
    concern: Concern,
    shut_out: Iterable[User],
    people: Iterable[Person] = (),
    by: User,
    now: datetime,
    **given: Any,
) -> tuple[Incident, SafetyRuling]:
    """
    Open an incident; the concern stays open, so that its reporter can be answered.

    Whoever is shut out of the concern is shut out of the incident, whatever the form said.

    Args:
        shut_out, people: who else is named in it.
        given: the rest of what `report_incident` takes.

    Raises:
        CannotSee, NotTold: see `report_incident`.
        AlreadyClosed: it is closed, or has an incident already; nothing was written.
    """
    if Concern.objects.with_key(concern.pk).first_without_incident() is None:
        raise AlreadyClosed
    incident, ruling = report_incident(
        shut_out={*shut_out, *concern.shut_out.all()}, people=people, by=by, now=now, **given
    )
    change(concern, incident=incident)
    details = {"incident": incident.pk}
    write_event(concern, "incident_opened", by=by.username, now=now, details=details)
    return incident, ruling
